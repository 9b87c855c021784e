import { type AnyOperation, accountFlags, type CatalogEntry, portalPage } from "@zoom-webinar/webinar-core/doors";
import { type Command, Option } from "commander";
import { kebab } from "../command-path.ts";
import type { CommandLineDeps } from "../deps.ts";
import { withPlainSwitches } from "../fields/boolean-flags.ts";
import { withDashedWords } from "../fields/dashed-words.ts";
import { describeField } from "../fields/describe.ts";
import { type Field, fieldsOf } from "../fields/fields.ts";
import { readInput, type Typed, toInput } from "../fields/input.ts";
import { listField } from "../fields/input-file.ts";
import { toJsonSchema } from "../fields/json-schema.ts";
import { optionsOf } from "../fields/options.ts";
import { shownNames } from "../fields/shown-names.ts";
import { spellingsOf } from "../fields/spellings.ts";
import { NOTHING_KNOWN, neededWords } from "../needed-words.ts";
import { describedInOurNames, inOurNames } from "../our-names.ts";
import type { CliOutput } from "../output/output.ts";
import { viewerZone } from "../output/times.ts";
import { readSettings } from "../settings.ts";
import { everyoneOptions, readEveryone, withEveryone } from "./everyone.ts";
import { fileOptions, inputOf, readFileRequest } from "./files.ts";
import { detailsOf, partsHelp } from "./help.ts";
import { needsFull } from "./known-fields.ts";
import { withNames } from "./names.ts";
import { withOwnHost } from "./own-host.ts";
import { readPaging } from "./pages.ts";
import { runCommand } from "./run-command.ts";
import { readUse, useOptions } from "./texts.ts";
import { withWayToFind } from "./way-to-find.ts";

/** A command with all its flags, ready to be parsed. */
export interface BuiltCommand {
  /** How each field is shown to people, by its dotted path: "page_size" → "--page-size", "webinar_id" → "<webinar-id>". */
  labels: ReadonlyMap<string, string>;
  /** Rewrites the command line to what the parser takes. */
  prepare(argv: readonly string[]): string[];
  /** What other commands need, as far as this call says it. */
  needed(): ReadonlyMap<string, readonly string[]>;
}

/** What a command needs besides its operation. */
export interface CommandDeps extends CommandLineDeps {
  output: CliOutput;
  /** Flags that every command takes. */
  programOptions: readonly Option[];
  /** Commands by the names that other doors have for them. */
  commands: ReadonlyMap<string, string>;
  /** Help shows also what few people need. */
  showsAll: boolean;
  /** The program's flags, once they are parsed. */
  globals(): Record<string, unknown>;
  /** Called with the exit code of a command that came to its end. */
  onEnd(code: number): void;
}

/** Gives a command the arguments, flags, help and action of an operation. */
export const buildCommand = (command: Command, entry: CatalogEntry, operation: AnyOperation, deps: CommandDeps): BuiltCommand => {
  const { everyone, countsBy, examples = [], words: codes, about, minutes, moments, days, named, viewerZone: viewer } = operation.cli ?? {};
  const shownAs = shownNames(operation.cli ?? {});
  const all = fieldsOf(toJsonSchema(operation.input), {
    words: codes,
    about,
    minutes,
    countsBy,
    moments,
    days,
    named,
    knownBy: (name) => deps.catalog.find(({ offers }) => offers?.includes(name))?.offersBy,
  });
  const isPaged = operation.rows !== undefined && all.some(({ path }) => path.join(".") === "next_page_token");
  // A terminal streams its pages: `--all` is then ours, and the operation is asked for one page after the other.
  const asked = isPaged ? all.filter(({ path }) => path.join(".") !== "all") : all;
  const flagOf = ({ path, flag }: Field): string => {
    const other = shownAs[path.join(".")];
    return other === undefined ? flag : `--${other}`;
  };
  const byPosition = new Set(operation.cli?.positional ?? []);
  const labels = new Map(asked.map((field) => [field.path.join("."), byPosition.has(field.path.join(".")) ? `<${nameOf(field)}>` : flagOf(field)]));
  const spelled = spellingsOf(asked, [
    ...Object.values(shownAs).map((name) => `--${name}`),
    ...deps.programOptions.flatMap(({ long }) => long ?? []),
    ...OWN_FLAGS,
  ]);
  const flagIn = (field: Field): string => (deps.showsAll ? undefined : spelled.get(field)?.at(-1)) ?? flagOf(field);
  /** The names beside a field, too: those of one object are named without it. */
  const labelsBeside = ({ path }: Field): ReadonlyMap<string, string> => {
    const [parent, name] = path;
    if (name === undefined) return labels;
    return new Map([
      ...labels,
      ...asked.flatMap((other) => (other.path[0] === parent && other.path[1] ? [[other.path[1], flagIn(other)] as const] : [])),
    ]);
  };
  const said = (field: Field) =>
    describedInOurNames(field.isDay ? field.description.replace("UTC day", "day") : field.description, {
      labels: labelsBeside(field),
      commands: deps.commands,
      account: [],
    });
  const isLong = asked.filter(({ isRare }) => !isRare).length > MOST_SHOWN;
  const hasParts = ({ path: [name] }: Field) => asked.some(({ path, isRare }) => !isRare && path.length > 1 && path[0] === name);
  const descriptionOf = (field: Field): string => {
    const isShort = field.kind === "object" && isLong && !deps.showsAll && hasParts(field);
    return !isShort ? said(field) : `${said(field)}. Its parts are flags, too: --help-all`;
  };
  const spellings = new Map<Field, readonly string[]>();
  const fields = asked.map((field) => {
    const described = { ...field, description: descriptionOf(field) };
    spellings.set(described, spelled.get(field) ?? []);
    return described;
  });
  command.description(inOurNames(entry.summary, { labels, commands: deps.commands, account: [] }));
  const positional = (operation.cli?.positional ?? []).flatMap((name) => fields.find(({ path }) => path.length === 1 && path[0] === name) ?? []);
  const words = positional.map((field, at) => {
    const isLast = at === positional.length - 1 && field.kind === "list";
    // The operation itself says that a field is missing, as it does through every other door.
    const word = `${nameOf(field)}${isLast ? "..." : ""}`;
    command.argument(`[${word}]`, describeField(field));
    // A flag can stand for it.
    return field.isRequired && field.path[0] !== everyone?.field ? `<${word}>` : `[${word}]`;
  });
  command.usage([...words, "[flags]"].join(" ")).optionsGroup("Flags:");
  const typedInExamples = new Set(examples.flatMap((example) => example.split(" ").filter((word) => word.startsWith("--"))));
  // Help lists a flag that its own examples use, as they write it.
  const inExamples = (field: Field) => [field.flag, ...(spellings.get(field) ?? [])].find((flag) => typedInExamples.has(flag));
  const isDescribed = ({ path }: Field) => operation.cli?.shows?.includes(path.join(".")) === true;
  const isLeftOut = (field: Field) =>
    !deps.showsAll && inExamples(field) === undefined && ((field.isRare && !isDescribed(field)) || (isLong && field.path.length > 1));
  const options = fields.flatMap((field) => {
    const used = inExamples(field);
    const isShort = !deps.showsAll && isLong && used !== undefined && used !== field.flag && field.path.length > 1;
    const isHidden = positional.includes(field) || isLeftOut(field) || isShort;
    const other = shownAs[field.path.join(".")];
    const own = [
      [field, addOptions(command, field, isHidden || other !== undefined)] as const,
      ...(spellings.get(field) ?? []).map((flag) => [field, addOptions(command, { ...field, flag }, !isShort || flag !== used)] as const),
    ];
    return other === undefined ? own : [[field, addOptions(command, { ...field, flag: `--${other}` }, isHidden)] as const, ...own];
  });
  const { files } = operation.cli ?? {};
  const dryRun = operation.effect === "read" ? [] : [new Option("--dry-run", "show what it would touch, and change nothing")];
  // Any webinar will do: whether there is a page does not depend on which.
  const hasPage =
    operation.effect === "read" && portalPage(operation.id, Object.fromEntries(fields.map(({ path }) => [path.join("."), "-"]))) !== null;
  const web = hasPage ? [new Option("--web", "open the page in Zoom's portal instead, or print its address")] : [];
  addOwnOptions(command, fields, isPaged, [
    ...fileOptions(files),
    ...everyoneOptions(everyone),
    ...dryRun,
    ...web,
    ...useOptions(operation.cli ?? {}),
  ]);
  command.addHelpText("after", () => {
    const shown = fields.filter((field) => !isLeftOut(field));
    const onlyNamed = fields.filter((field) => isLeftOut(field) && field.path.length === 1 && !positional.includes(field)).map(flagOf);
    return partsHelp(shown, command) + detailsOf(entry, operation, { shown, onlyNamed }, deps.io);
  });

  let needed = neededWords(deps.catalog, NOTHING_KNOWN);
  command.action(async () => {
    const flags = command.opts();
    const typed: Typed[] = withNames(operation, fields, [
      ...options.flatMap(([field, name]): Typed[] => (flags[name] === undefined ? [] : [[field, flags[name] as string[] | boolean]])),
      ...positional.flatMap((field, at): Typed[] => {
        const given: unknown = command.processedArgs[at];
        return given === undefined || (Array.isArray(given) && given.length === 0) ? [] : [[field, [given].flat() as string[]]];
      }),
    ]);
    const settings = readSettings(deps.globals(), deps.io.env, deps.defaults);
    const paging = readPaging(isPaged ? flags : {}, fields);
    const asksJson = deps.output.isAsked && deps.output.isJson;
    const file = readFileRequest(flags, files, { isAsked: deps.output.isAsked, isJson: asksJson });
    // A flag for a format asks for rows instead of the texts.
    const showsRows = deps.output.isJson || (deps.output.isAsked && deps.output.format !== "text");
    const use = readUse(operation.cli ?? {}, flags, { asksJson, showsRows });
    const base = typeof flags.input === "string" ? await readInput(flags.input, deps.io, fields) : {};
    const input: Record<string, unknown> = { ...inputOf(file), ...(await toInput(base, typed, fields, deps.io)) };
    const own = ownHost(operation, input);
    if (own !== null && settings.host !== undefined) input[own] = settings.host;
    const zoneOfViewer = () => settings.zone ?? deps.io.zone ?? viewerZone();
    if (viewer !== undefined) input[viewer] ??= zoneOfViewer();
    const ownFields = new Set(fields.map(({ path: [name = ""] }) => name));
    if (ownFields.has("full") && needsFull(operation, deps.output)) input.full ??= true;
    const dividing = fields.find(({ path }) => countsBy !== undefined && path.join(".") === countsBy);
    const account = accountFlags({ isEmulator: settings.emulator === true, profile: settings.profile });
    needed = neededWords(deps.catalog, { input, host: operation.cli?.host, hasOwnHost: settings.host !== undefined });
    const run = {
      operation,
      input,
      fields,
      settings,
      paging,
      file,
      use,
      names: { labels, commands: deps.commands, account, needed },
      ownHost: settings.host === undefined ? null : own,
      divided: countsBy === undefined ? null : { field: countsBy, values: dividing?.choices ?? [] },
      everyone: readEveryone(everyone, flags, input),
      isDry: flags.dryRun === true && !ownFields.has("dry_run"),
      paths: new Map(typed.flatMap(([field, words]) => (field.kind === "text-file" ? [[field, String([words].flat().at(-1))] as const] : []))),
      asksWeb: hasPage && flags.web === true,
      output: deps.output,
      deps,
    };
    deps.onEnd(
      await runCommand(run).catch((thrown: unknown) => {
        const error = withOwnHost(thrown, own === null ? undefined : settings.host, deps.io.env);
        throw withEveryone(
          withWayToFind(error, { operation, fields, catalog: deps.catalog, account, needed, io: deps.io, isJson: deps.output.isJson }),
          everyone,
        );
      }),
    );
  });

  const switches = new Set(fields.filter(({ kind }) => kind === "boolean").flatMap((field) => [field.flag, ...(spellings.get(field) ?? [])]));
  const known = [...command.options, ...deps.programOptions];
  const flags = {
    all: new Set(known.flatMap(({ long }) => long ?? [])),
    withValue: new Set(known.flatMap(({ long, required }) => (long && required ? [long] : []))),
  };
  return {
    labels,
    needed: () => needed,
    prepare: (argv) => withDashedWords(withPlainSwitches(argv, switches), flags),
  };
};

/** Flags that commands add themselves. */
const OWN_FLAGS = ["--input", "--all", "--max-pages", "--dry-run", "--help", "--help-all", "--no-color", "--web"];

/** With more flags than these, help shows no parts of objects. */
const MOST_SHOWN = 25;

/** The field that the person's own default host goes into; null: none, for example because the host is named. A default counts less than whatever is said. */
const ownHost = ({ cli = {} }: AnyOperation, input: Readonly<Record<string, unknown>>): string | null => {
  const { field, unless = [] }: { field: string | undefined; unless?: readonly string[] } = cli.ownHost ?? { field: cli.host };
  return field === undefined || [field, cli.host ?? field, ...unless].some((name) => input[name] !== undefined) ? null : field;
};

const nameOf = ({ path }: Field): string => path.map(kebab).join(".");

/** Adds a field's options and returns the name that the parser keeps its value under. */
const addOptions = (command: Command, field: Field, isHidden: boolean): string => {
  const options = optionsOf(field);
  for (const option of options) {
    if (isHidden) option.hideHelp();
    const parent = field.path[0];
    if (field.path.length > 1 && parent !== undefined) option.helpGroup(`Flags of --${kebab(parent)}:`);
    command.addOption(option);
  }
  return options[0]?.attributeName() ?? "";
};

/** Flags that every operation's command has, or every list: left out if the operation has a field of that name. */
const addOwnOptions = (command: Command, fields: readonly Field[], isPaged: boolean, files: readonly Option[]): void => {
  const own = [
    ...files,
    new Option(
      "--input <file>",
      `fields from a JSON or YAML file${listField(fields) === undefined ? "" : ", rows from a CSV file"}, or - for JSON that is piped in; flags count more`,
    ),
    ...(isPaged
      ? [
          new Option("--all", "walk all pages and say whether the list is complete"),
          new Option("--max-pages <number>", "with --all: stop after this many pages; if left out: 100"),
          new Option("--max-minutes <number>", "with --all: stop after reading for so many minutes; if left out: 5"),
        ]
      : []),
  ];
  for (const option of own) if (!fields.some(({ flag }) => flag === option.long)) command.addOption(option);
};
