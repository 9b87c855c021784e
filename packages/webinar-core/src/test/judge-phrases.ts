import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifest } from "../generated/manifest.ts";

/** What somebody says, with the tools that are right for it; written by somebody who did not see the code. */
export interface Phrase {
  phrase: string;
  right: string[];
  kind?: "reading" | "writing";
  category?: string;
  /** What is mixed into the phrase: typing errors, another language, a long sentence. */
  mix?: string | string[];
  lang?: string;
}

/** The phrases of a folder that stays unseen: one JSON object a line in `phrases.jsonl`. */
export const loadPhrases = (folder: string): Phrase[] =>
  readFileSync(join(folder, "phrases.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Phrase);

export interface PhraseCounts {
  table: string;
  failures: string[];
}

/** Counts how often the right tool is among those found, and how often a question about what is finds a change first. */
export const countPhrases = (phrases: readonly Phrase[], toolsFor: (phrase: string) => string[]): PhraseCounts => {
  const effectOf = (tool: string | undefined) => manifest.find((entry) => entry.tool === tool)?.effect;
  const judged = phrases.map(({ phrase, right, kind, category = kind ?? "all", mix = [], lang = "" }) => {
    const found = toolsFor(phrase);
    const [first] = found;
    return {
      groups: [category, `mix ${[mix].flat().join("+") || "plain"}`, `lang ${lang || "en"}`, "all"],
      isFound: found.some((tool) => right.includes(tool)),
      isWriteFirst: kind === "reading" && first !== undefined && effectOf(first) !== "read" && !right.includes(first),
      shown: `${phrase}: ${right.join(" or ")}${right.some((tool) => effectOf(tool) !== undefined) ? "" : " (no such tool)"}, found ${found.join(", ") || "nothing"}`,
    };
  });
  const row = (group: string) => {
    const of = judged.filter(({ groups }) => groups.includes(group));
    const found = of.filter(({ isFound }) => isFound).length;
    return `${group.padEnd(32)} ${((100 * found) / of.length).toFixed(1).padStart(5)} % | among the first three ${found} | a write first ${of.filter(({ isWriteFirst }) => isWriteFirst).length} | of ${of.length}`;
  };
  return {
    table: [...new Set(judged.flatMap(({ groups }) => groups))].sort().map(row).join("\n"),
    failures: judged.flatMap(({ isFound, isWriteFirst, shown }) =>
      isFound && !isWriteFirst ? [] : [`${isWriteFirst ? "write first" : "missed"}: ${shown}`],
    ),
  };
};
