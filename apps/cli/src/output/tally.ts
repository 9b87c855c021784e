import { displayWidth } from "./display-width.ts";
import { fold } from "./fold.ts";
import { safeLine } from "./safe-text.ts";
import type { AnswersAt, Row } from "./shape.ts";
import { wholeWidth } from "./whole.ts";

const WIDEST_ANSWER = 40;
const WIDEST_BAR = 20;

/** Each question with its answers, how many gave each, and a bar: "Soup   3  ██████". Most frequent first. */
export const tally = (rows: readonly Row[], { question, answer, count }: AnswersAt, width: number): string => {
  const questions = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const counts = questions.get(textOf(row[question])) ?? new Map<string, number>();
    questions.set(textOf(row[question]), counts);
    if (count !== undefined) {
      counts.set(textOf(row[answer]), (counts.get(textOf(row[answer])) ?? 0) + Number(row[count]));
      continue;
    }
    // Zoom joins the answers of a multiple choice with ";".
    const given = textOf(row[answer])
      .split(";")
      .map((each) => each.trim())
      .filter((each) => each !== "");
    for (const each of given.length === 0 ? ["(no answer)"] : given) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  return [...questions].map(([text, counts]) => `${text}\n${bars(counts, width)}`).join("\n");
};

const bars = (counts: ReadonlyMap<string, number>, width: number): string => {
  const most = Math.max(...counts.values());
  const widest = Math.min(WIDEST_ANSWER, Math.max(8, width - 12), Math.max(...[...counts.keys()].map(displayWidth)));
  const room = Math.max(0, Math.min(WIDEST_BAR, width - widest - 10));
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .flatMap(([text, count]) => {
      const bar = "█".repeat(Math.round((count / most) * room));
      // What people typed is there to be read, and may be a link: it is wrapped, not cut.
      const [first = "", ...rest] = fold(text, widest, { keepsWords: wholeWidth("", text) > widest });
      const counted = (line: string) => `  ${line}${" ".repeat(Math.max(0, widest - displayWidth(line)))}  ${String(count).padStart(4)}  ${bar}`;
      return displayWidth(first) > widest
        ? [`  ${first}`, ...rest.map((line) => `  ${line}`), counted("")]
        : [counted(first), ...rest.map((line) => `  ${line}`)];
    })
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
};

const textOf = (value: unknown): string => safeLine(value === null || value === undefined ? "" : String(value));
