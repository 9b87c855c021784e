import type { CatalogEntry } from "@zoom-webinar/webinar-core/doors";
import type { Command } from "commander";
import type { Field } from "../fields/fields.ts";
import type { Io } from "../io.ts";
import { quotedFor, shellOf } from "../shell-quotes.ts";
import { widthOf, wrapped } from "../width.ts";

const NAME_WIDTH = 26;

/** A field of JSON in words: what it is, and what it may be. */
const describePart = ({ description, choices, isRequired }: Field): string => {
  const notes = [...(isRequired ? ["required"] : []), ...(choices.length > 0 ? [`one of ${choices.join(", ")}`] : [])];
  return notes.length === 0 ? description : `${description} (${notes.join("; ")})`;
};

/** What is written as JSON behind a flag: each field that has fields of its own, with them. Fields with the same parts share a list. */
export const partsHelp = (fields: readonly Field[], command: Command): string => {
  const helper = command.createHelp();
  helper.prepareContext({ helpWidth: command.configureOutput().getOutHelpWidth?.() ?? 80 });
  const groups = new Map<string, string[]>();
  // A file is named by its path.
  for (const field of fields.filter(({ kind }) => kind !== "file")) {
    const lines = field.parts().map((part) => helper.formatItem(part.path.at(-1) ?? "", NAME_WIDTH, describePart(part), helper));
    if (lines.length > 0) groups.set(lines.join("\n"), [...(groups.get(lines.join("\n")) ?? []), field.flag]);
  }
  return [...groups].map(([lines, flags]) => `\nJSON of ${flags.join(", ")}:\n${lines}\n`).join("");
};

/** What a command's help says below its flags: examples, whom Zoom mails, whether it asks. */
export const detailsOf = ({ id, examples, effect, emails }: CatalogEntry, { env, platform, stdout }: Io): string => {
  const width = widthOf(stdout);
  const shell = shellOf(env, platform);
  const mails = emails === "nobody" ? "Zoom mails nobody." : `Zoom may mail ${emails}.`;
  const asks =
    effect === "delete" || emails !== "nobody"
      ? `Asks first${effect === "delete" ? "" : " if somebody would be mailed"}, showing what it will touch; --yes skips the question.`
      : effect === "read"
        ? "Changes nothing."
        : "Runs without asking.";
  return [
    "",
    ...(examples.length === 0 ? [] : ["Examples:", ...examples.map((example) => `  zoom-webinar ${quotedFor(example, shell)}`), ""]),
    wrapped(`${mails} ${asks}`, width),
    wrapped(`Flags of every command, such as --json, --csv, --emulator and --yes: zoom-webinar help flags. Library: ${id}.`, width),
  ].join("\n");
};
