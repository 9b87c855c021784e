import type { AnyOperation, CatalogEntry } from "@zoom-webinar/webinar-core/doors";
import type { Command } from "commander";
import { describePart } from "../fields/describe.ts";
import type { Field } from "../fields/fields.ts";
import type { Io } from "../io.ts";
import { orList } from "../or-list.ts";
import { quotedFor, shellOf } from "../shell-quotes.ts";
import { widthOf, wrapped } from "../width.ts";

const NAME_WIDTH = 26;

const ORDER_NOTE = "In order of time: what is to come, soonest first, then what has no time, then what is over, latest first.";

/** What is written as JSON behind a flag: each field that has fields of its own, with them. Fields with the same parts share a list. */
export const partsHelp = (fields: readonly Field[], command: Command): string => {
  const helper = command.createHelp();
  helper.prepareContext({ helpWidth: command.configureOutput().getOutHelpWidth?.() ?? 80 });
  const groups = new Map<string, string[]>();
  for (const field of fields.filter(isWrittenAsJson)) {
    const lines = field.parts().map((part) => helper.formatItem(part.path.at(-1) ?? "", NAME_WIDTH, describePart(part), helper));
    if (lines.length > 0) groups.set(lines.join("\n"), [...(groups.get(lines.join("\n")) ?? []), field.flag]);
  }
  return [...groups].map(([lines, flags]) => `\nJSON of ${flags.join(", ")}:\n${lines}\n`).join("");
};

/** A file is named by its path. */
const isWrittenAsJson = ({ kind, item }: Field): boolean => [kind, item].every((each) => each !== "file" && each !== "named-file");

/** The fields of a command: those that its help lists, and the flags of those of which it has only the names. */
interface HelpFields {
  readonly shown: readonly Field[];
  readonly onlyNamed: readonly string[];
}

/** What a command's help says below its flags: examples, whom Zoom mails, whether it asks. */
export const detailsOf = (
  { id, examples, effect, emails }: CatalogEntry,
  { cli: hints, byTime, confirms, preview }: AnyOperation,
  { shown, onlyNamed }: HelpFields,
  { env, platform, stdout }: Io,
): string => {
  const width = widthOf(stdout);
  const shell = shellOf(env, platform);
  const mails = emails === "nobody" ? "Zoom mails nobody." : `Zoom may mail ${emails}.`;
  const isAlwaysAsked = effect === "delete" || confirms === "always";
  const reasons = [
    ...(emails === "nobody" ? [] : ["somebody is mailed"]),
    ...(effect === "update" && preview !== undefined ? ["something is lost"] : []),
    ...(hints?.asksIf === undefined ? [] : [hints.asksIf]),
  ];
  const asks =
    isAlwaysAsked || (effect !== "read" && reasons.length > 0)
      ? `Asks first${isAlwaysAsked ? ", showing what it will touch" : ` if ${orList(reasons)}`}; --yes skips the question.`
      : effect === "read"
        ? "Changes nothing."
        : "Runs without asking.";
  // What only reads has switches that add something, and are off.
  const onOff = effect === "read" ? undefined : shown.find(({ kind }) => kind === "boolean");
  const more = [
    ...(onlyNamed.length === 0 ? [] : [`--help-all describes ${onlyNamed.join(", ")}.`]),
    ...(onOff === undefined ? [] : [`A flag without a value is turned off with no-: --no-${onOff.flag.slice(2)}.`]),
  ];
  return [
    "",
    ...(more.length === 0 ? [] : [wrapped(more.join(" "), width), ""]),
    ...(examples.length === 0 ? [] : ["Examples:", ...examples.map((example) => `  zoom-webinar ${quotedFor(example, shell)}`), ""]),
    ...(byTime === undefined ? [] : [wrapped(ORDER_NOTE, width)]),
    wrapped(`${mails} ${asks}`, width),
    wrapped(`Flags of every command, such as --json, --csv, --emulator and --yes: zoom-webinar help flags. Library: ${id}.`, width),
  ].join("\n");
};
