import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { lstat, open, rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { LINE_BREAK, withoutQuote, withQuote } from "@zoom-webinar/foundation";
import type { Journal } from "../journal/journal.ts";
import { storedRows } from "../journal/stored-rows.ts";
import { type OutcomeWords, outcomesOf } from "./outcomes.ts";

/** What a file of results is written from. */
export interface ResultsParts {
  journal: Journal;
  rowsPath: string;
  /** Where it is to lie; null: nowhere. */
  path: string | null;
  words: OutcomeWords;
  /** Join links by row, if they were asked for. */
  links: ReadonlyMap<number, string> | null;
}

/** Our own columns, behind those of the file. */
const OWN = ["outcome", "registrant_id", "message"];

type Kind = "nothing" | "plain" | "other";

/** What has this name; a link is followed by nobody, so it is neither nothing nor a plain file. */
const kindOf = (path: string): Promise<Kind> =>
  lstat(path).then(
    (found) => (found.isFile() ? "plain" : "other"),
    () => "nothing",
  );

/** The path itself, or with a number where somebody else's file has that name. */
export const freePath = async (path: string): Promise<string> => {
  const [, stem = path, ending = ""] = /^(.*?)(\.[^./\\]*)?$/s.exec(path) ?? [];
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? path : `${stem}-${number}${ending}`;
    if ((await kindOf(candidate)) === "nothing") return candidate;
  }
};

/** A cell that no spreadsheet runs as a formula; one that has its apostrophe already stays as it is. */
const safe = (cell: string): string => withQuote(withoutQuote(cell));

/** A file of an earlier import, taken as the next one's input, has our columns already. */
const ownColumnsOf = (header: readonly string[]): number => {
  const from = header.length - OWN.length;
  return OWN.every((name, at) => header[from + at] === name) ? from : header.length;
};

/**
 * Writes what became of each row: the file's own columns in their order, formulas made safe, and `outcome`, `registrant_id`, `message`. A file of that name that this
 * import did not write stays, and a number goes into the name. Returns the path; null if none was asked for. Throws the file system's error.
 */
export const writeResults = async ({ journal, rowsPath, path, words, links }: ResultsParts): Promise<string | null> => {
  if (path === null) return null;
  const { stringify } = await import("csv-stringify");
  const { standing } = journal;
  const { header, delimiter } = standing.head;
  const { results: earlier } = standing;
  const isOurs = earlier !== null && (await kindOf(earlier)) !== "other";
  const target = isOurs ? earlier : await freePath(path);
  const part = `${target}.${randomBytes(6).toString("hex")}.tmp`;
  const width = ownColumnsOf(header);
  const outcomeOf = outcomesOf(standing, words);
  const lines = async function* () {
    yield [...header.slice(0, width).map(safe), ...OWN, ...(links === null ? [] : ["join_url"])];
    for await (const { at, cells } of storedRows(rowsPath)) {
      const { outcome, id, message } = outcomeOf(at);
      yield [
        ...header.slice(0, width).map((_, column) => safe(cells[column] ?? "")),
        outcome,
        id ?? "",
        withQuote(message ?? ""),
        ...(links === null ? [] : [links.get(at) ?? ""]),
      ];
    }
  };
  try {
    const text = stringify({ delimiter: delimiter ?? ",", bom: false, quoted_match: LINE_BREAK });
    await pipeline(lines(), text, createWriteStream(part, { mode: 0o600 }));
    const file = await open(part, "r");
    await file.sync().finally(() => file.close());
    // From here on it is ours, also if we die before it has its name.
    if (!isOurs) await journal.commit({ t: "results", path: target });
    await rename(part, target);
    return target;
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw error;
  }
};
