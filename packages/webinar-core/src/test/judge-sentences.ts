import { readFileSync } from "node:fs";
import { isZoomWebinarError } from "@zoom-webinar/foundation";
import { DateTime } from "luxon";
import { type PromptReading, readPrompt } from "../prompt/read-prompt.ts";

/** A sentence with the reading that whoever wrote it expects; written by somebody who did not see the code. */
export interface ExpectedSentence {
  id: string;
  category: string;
  sentence: string;
  now: string;
  host_zone: string;
  expect: {
    kind: "single" | "series" | "refused";
    topic?: string | string[];
    timezone?: string | string[];
    start_utc?: string;
    dates?: string[];
    count?: number;
    duration?: number;
    host?: string;
    settings?: Record<string, unknown>;
  };
}

/** refused: nobody was misled; wrong: it was read otherwise than meant, or read although it has two meanings. */
export type Verdict = "right" | "refused" | "wrong";

export interface Judgement {
  id: string;
  category: string;
  sentence: string;
  verdict: Verdict;
  /** What differs, in words. */
  why: string;
}

/** Sentences of a file, one JSON object a line. */
export const loadSentences = (file: string): ExpectedSentence[] =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as ExpectedSentence);

/** Reads one sentence and compares. */
export const judge = async ({ id, category, sentence, now, host_zone, expect }: ExpectedSentence): Promise<Judgement> => {
  const told = (verdict: Verdict, why: string): Judgement => ({ id, category, sentence, verdict, why });
  let read: PromptReading;
  try {
    read = await readPrompt(sentence, { nowMs: Date.parse(now), hostZone: host_zone });
  } catch (error) {
    if (!isZoomWebinarError(error) || error.code !== "input_invalid") throw error;
    return told(expect.kind === "refused" ? "right" : "refused", error.message);
  }
  if (expect.kind === "refused") return told("wrong", `it was read: "${read.topic}", ${read.starts.local} ${read.starts.timezone}`);
  const differences = compare(read, expect);
  return told(differences.length === 0 ? "right" : "wrong", differences.join("; "));
};

const fold = (text: string) => text.toLowerCase().replaceAll("’", "'").trim();
/** As text, whatever the order of the keys. */
const sorted = (settings: object): string =>
  JSON.stringify(settings, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)))
      : value,
  );

const compare = (read: PromptReading, expect: ExpectedSentence["expect"]): string[] => {
  const { topic = [], timezone = [], start_utc = "", dates, duration = 60, host = "", settings = {} } = expect;
  const differ: [boolean, string][] = [
    [![topic].flat().map(fold).includes(fold(read.topic)), `topic "${read.topic}"`],
    [Date.parse(read.starts.utc) !== Date.parse(start_utc), `start ${read.starts.utc}`],
    [!secondOpinion(read), `start ${read.starts.utc} by Temporal, another by luxon`],
    [![timezone].flat().some((zone) => isSameZone(zone, read.starts.timezone)), `zone ${read.starts.timezone}`],
    [(expect.kind === "series") !== (read.series !== null), read.series === null ? "one webinar" : "a series"],
    [dates !== undefined && dates.join() !== read.series?.dates.map(({ local }) => local.slice(0, 16)).join(), "dates"],
    [read.duration !== duration, `${read.duration} minutes`],
    [fold(read.host ?? "") !== fold(host), `host ${read.host}`],
    [sorted(read.settings) !== sorted(settings), `settings ${JSON.stringify(read.settings)}`],
  ];
  return differ.flatMap(([isOther, what]) => (isOther ? [what] : []));
};

/** Luxon has its own code for time zones. */
const secondOpinion = ({ starts, series }: PromptReading): boolean =>
  [starts, ...(series?.dates ?? [])].every(
    ({ utc, local }) => DateTime.fromISO(local, { zone: starts.timezone }).toUTC().toMillis() === Date.parse(utc),
  );

const MONTHS = Array.from({ length: 24 }, (_, month) => Date.UTC(2026, month, 15));
/** Paris and Berlin keep the same time: either is right where the sentence says CET. */
const isSameZone = (one: string, other: string): boolean =>
  MONTHS.every((ms) => DateTime.fromMillis(ms, { zone: one }).offset === DateTime.fromMillis(ms, { zone: other }).offset);

/** Counts by category, and of all, as lines of a table. */
export const tabulate = (judgements: readonly Judgement[]): string => {
  const row = (name: string, of: readonly Judgement[]) => {
    const count = (verdict: Verdict) => of.filter((one) => one.verdict === verdict).length;
    const percent = ((100 * count("right")) / of.length).toFixed(1);
    return `${name.padEnd(24)} ${percent.padStart(5)} % right | right ${count("right")} | refused though readable ${count("refused")} | silently wrong ${count("wrong")} | of ${of.length}`;
  };
  const categories = [...new Set(judgements.map(({ category }) => category))].sort();
  return [
    ...categories.map((name) =>
      row(
        name,
        judgements.filter(({ category }) => category === name),
      ),
    ),
    row("all", judgements),
  ].join("\n");
};
