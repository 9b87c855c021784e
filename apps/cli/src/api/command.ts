import { InputError } from "@zoom-webinar/foundation";
import { type AnyOperation, accountFlags } from "@zoom-webinar/webinar-core/doors";
import { apiInput, apiOperation, readApiPath } from "@zoom-webinar/webinar-core/doors/api";
import type { Command } from "commander";
import { type Field, fieldsOf } from "../fields/fields.ts";
import { readInput, type Typed, toInput } from "../fields/input.ts";
import { toJsonSchema } from "../fields/json-schema.ts";
import { readPaging } from "../operation/pages.ts";
import { runCommand } from "../operation/run-command.ts";
import type { OwnCall } from "../own-commands.ts";
import { readSettings } from "../settings.ts";

interface ApiFlags {
  query?: string[];
  input?: string;
  paginate?: true;
  maxPages?: string;
  maxMinutes?: string;
  dryRun?: true;
}

const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** Adds arguments, flags and action to the `api` command. */
export const buildApiCommand = ({ command, deps, output, globals, setCode }: OwnCall): Command =>
  command
    .description("Call a Zoom endpoint that no command covers. Anything but a GET counts as a write, and Zoom may send mail about it.")
    .usage("<method> <path> [flags]")
    .argument("[method]", "which method: GET, POST, PATCH, PUT or DELETE")
    .argument("[path]", "which path, as Zoom documents it, with its IDs: /webinars/95312345678")
    .option("--query <name=value>", "a query parameter; may be given several times", collect)
    .option("--input <file>", "the body from a JSON or YAML file, or - for what is piped in")
    .option("--paginate", "walk all pages of a list and say whether it is complete")
    .option("--max-pages <number>", "with --paginate: stop after this many pages; if left out: 100")
    .option("--max-minutes <number>", "with --paginate: stop after reading for so many minutes; if left out: 5")
    .option("--dry-run", "show what it would touch, and change nothing")
    .addHelpText("after", EXAMPLES)
    .action(async (first = "", second = "") => {
      // A path alone is read.
      const [method, path]: [string, string] = second === "" && first.startsWith("/") ? ["GET", first] : [first, second];
      if (path === "") throw InputError.at(method === "" ? "<method>" : "<path>", "is required", "As in: zoom-webinar api GET /users/me");
      const flags: ApiFlags = command.opts();
      const asked = readApiPath(method, path);
      const operation = apiOperation(asked.endpoint);
      const fields = fieldsOf(toJsonSchema(operation.input), {});
      const body = flags.input === undefined ? {} : await readInput(flags.input, deps.io, []);
      const query = { ...asked.query, ...readQuery(flags.query ?? []) };
      const typed = typedOf(apiInput(asked.endpoint, { query }), fields);
      const input = await toInput(apiInput(asked.endpoint, { path: asked.path, body }), typed, fields, deps.io);
      const settings = readSettings(globals(), deps.io.env, deps.defaults);
      const code = await runCommand({
        operation,
        input,
        fields: [],
        paths: new Map(),
        settings,
        paging: readPaging(
          { all: flags.paginate && assertPaged(operation, asked.endpoint), maxPages: flags.maxPages, maxMinutes: flags.maxMinutes },
          fields,
        ),
        file: { hint: null, layout: undefined, isRaw: false, output: undefined },
        names: {
          labels: new Map(),
          commands: new Map(),
          account: accountFlags({ isEmulator: settings.emulator === true, profile: settings.profile }),
        },
        use: { texts: null, writesBack: null, differs: null },
        ownHost: null,
        divided: null,
        everyone: null,
        isDry: flags.dryRun === true,
        asksWeb: false,
        output,
        deps,
      });
      setCode(code);
    });

const EXAMPLES = `
Examples:
  zoom-webinar api GET /webinars/95312345678
  zoom-webinar api GET /users/me/webinars --query type=scheduled --paginate
  zoom-webinar api PATCH /webinars/95312345678 --input change.json`;

/** "page_size=30" → page_size: "30". Throws `InputError` for a text without a name. */
const readQuery = (texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf("=");
      if (at < 1) throw InputError.at("--query", `expected name=value, got ${JSON.stringify(text)}`, "Write it as --query page_size=30.");
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );

/** Texts of the query with the field that says which type they have. */
const typedOf = (texts: Readonly<Record<string, unknown>>, fields: readonly Field[]): Typed[] =>
  Object.entries(texts).flatMap(([name, text]): Typed[] => {
    const field = fields.find(({ path }) => path.join(".") === name);
    return field === undefined ? [] : [[field, [String(text)]]];
  });

/** True; throws `InputError` for an endpoint that answers in one piece. */
const assertPaged = ({ rowKey, rows }: AnyOperation, endpoint: string): true => {
  if (rowKey !== undefined && rows !== undefined) return true;
  throw InputError.at("--paginate", `${endpoint} answers in one piece`, "Leave it out.");
};
