import { isZoomWebinarError } from "@zoom-webinar/foundation";
import { type PlannedSeries, readRecurrence } from "../time/recurrence.ts";
import { type Reading, readStartTime } from "../time/start-time.ts";
import { checkSeries } from "./choose-end.ts";
import { refuse } from "./faults-error.ts";
import { wallOf } from "./offsets.ts";
import { type PromptContext, readSentence, type SentenceReading } from "./read-sentence.ts";
import type { Fault } from "./sentence.ts";

/** What a sentence asks for, with its dates. */
export interface PromptReading extends Omit<SentenceReading, "end" | "local"> {
  /** The start; of a series, its first date. */
  starts: Reading;
  /** The dates of a series; null for a single webinar. */
  series: PlannedSeries | null;
}

/**
 * Reads a sentence and looks up its dates. Throws `InputError` on the field `prompt`: for what has two readings, for an hour that clocks skip or
 * repeat, for a start that is over, and for what Zoom's recurrence cannot express.
 */
export const readPrompt = async (prompt: string, context: PromptContext): Promise<PromptReading> => {
  const { end, local, ...said } = readSentence(prompt, context);
  const { timezone, recurrence, namesZone } = said;
  const { reading, series } = await inSentence(prompt, async () => {
    const start = await readStartTime(local, timezone, { hostZone: async () => null, operatorZone: null }, "prompt");
    const planned = recurrence === null ? null : await readRecurrence(recurrence, start.reading, { prefix: "prompt: ", type: "rhythm" });
    return { reading: start.reading, series: planned };
  });
  const starts: Reading = { ...reading, ...series?.dates[0], zone_from: namesZone ? "input" : "host profile" };
  const faults: Fault[] = series === null ? [] : checkSeries(series, end);
  if (context.allowPast !== true && Date.parse(starts.utc) <= context.nowMs) {
    const today = new Date(wallOf(context.nowMs, starts.timezone)).toISOString().slice(0, 10);
    const start = starts.local.slice(0, 16).replace("T", " ");
    faults.push({ message: `${start} is in the past: today is ${today}`, hint: "Name a start that is to come, or give allow_past: true." });
  }
  if (faults.length > 0) throw refuse(prompt, faults);
  return { ...said, starts, series, assumed: [...said.assumed, ...(series?.notes ?? [])] };
};

/** Runs what checks dates, and says its complaint of the sentence. */
const inSentence = async <T>(prompt: string, check: () => Promise<T>): Promise<T> => {
  try {
    return await check();
  } catch (error) {
    if (!isZoomWebinarError(error) || error.code !== "input_invalid") throw error;
    throw refuse(prompt, [{ message: error.message.replace(/^(?:prompt: )+/, ""), hint: error.hint ?? "" }]);
  }
};
