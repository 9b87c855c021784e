import { InputError, isZoomWebinarError } from "@zoom-webinar/foundation";
import { zonesMeantBy } from "../time/zone.ts";
import { readSentence, type SentenceReading } from "./read-sentence.ts";

/** A moment that was said in words. */
export interface Moment {
  /** 2032-03-01T10:00:00, wall time in `timezone`. */
  local: string;
  /** IANA zone: the one that the words name, else the host's. */
  timezone: string;
  namesZone: boolean;
  /**
   * What was decided by where the host is, and by daytime habit: "03/04/2032 was read as 4 March, as in America/New_York.", "The half of the day was not
   * named: 14:30 by daytime habit."
   */
  notes?: readonly string[];
}

/** Its examples are read at every moment of the week: "next Tuesday" has two readings on a Monday. */
const HINT = "Write it as 2032-03-01 10:00, as 2032-03-01T15:00:00Z, or in words: tomorrow 3 pm.";

/** Stands for the topic, which a moment has none of. */
const TOPIC = "webinar";

/**
 * Reads a day with a time of day in words: "next Tuesday 3 pm", "tomorrow at noon", "March 1 10:00 New York time". Throws `InputError` on `field` for what has
 * two readings, lacks the day or the time, or says more than a moment, such as how long.
 */
export const readMoment = (text: string, context: { nowMs: number; hostZone: string }, field: string): Moment => {
  const refuse = (why: string, hint = HINT) => InputError.at(field, `"${text}" ${why}`, hint);
  if (/["“”„«»]/.test(text) || !/[\p{L}\d]/u.test(text)) throw refuse("is not a date and time");
  const short = text
    .match(/\p{L}+/gu)
    ?.map((word) => ({ word, zones: zonesMeantBy(word) }))
    .find(({ zones }) => zones !== null);
  if (short?.zones) {
    const choices = short.zones.join(" or ");
    throw refuse(`names the zone by "${short.word}", an abbreviation that several zones share`, `Leave it out, and give timezone: ${choices}.`);
  }
  let said: SentenceReading;
  try {
    said = readSentence(`${TOPIC} "${TOPIC}" ${text}`, context);
  } catch (error) {
    if (!isZoomWebinarError(error) || error.code !== "input_invalid") throw error;
    throw refuse(`is not a date and time: ${whyOf(error.details)}`, HINT);
  }
  const { local, timezone, namesZone, recurrence, unused, assumed, host, settings } = said;
  if (recurrence !== null) throw refuse("says how often, and one start is asked for");
  if (unused.length > 0 || host !== null || Object.keys(settings).length > 0) throw refuse("says more than a date and time");
  // A length that was said is not dropped in silence.
  if (!assumed.some((note) => note.startsWith("No length was named")))
    throw refuse("says how long, and only a start is asked for", "Leave the length out of it, and give duration.");
  const notes = assumed.filter((note) => /, as in \S+\.$|by daytime habit\.$/.test(note));
  return { local, timezone, namesZone, ...(notes.length > 0 && { notes }) };
};

const whyOf = ({ faults }: Readonly<Record<string, unknown>>): string =>
  (Array.isArray(faults) ? (faults as { message: string }[]) : []).map(({ message }) => message.replaceAll(`"${TOPIC}"`, "it")).join("; ");
