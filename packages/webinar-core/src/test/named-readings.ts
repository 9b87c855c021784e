import { DateTime } from "luxon";

/** How each month begins in English, German and French. */
const STEMS = "jan|feb fév|mar mär|apr avr|may mai|jun juin|jul juil|aug aoû|sep|oct okt|nov|dec dez déc".split("|").map((stems) => stems.split(" "));
const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December".split("|");
/** Words between the parts that tell one reading from another. */
const EMPTY = new Set("the a an or and of at on in to is it may be by for with that this one no every each o clock".split(" "));

/**
 * Whether a refusal names every reading that is expected, however either is written: "2027-04-03T10:00" is named by "3 April". Only what differs between
 * the readings has to be there.
 */
export const namesReadings = (message: string, hint: string, readings: readonly unknown[], hostZone: string): boolean => {
  const parts = readings.map((reading) => partsOf(typeof reading === "string" ? reading : JSON.stringify(reading), hostZone));
  const isShared = (part: string) => parts.every((others) => others.includes(part));
  // the sentence itself stands behind "In:"
  const said = `${message.replace(/\. In: .*$/s, "")} ${hint}`;
  const days = new Set(parts.flat().filter((part) => DATE.test(part)));
  const hasTwoYears = new Set([...days].map((day) => day.slice(5))).size < days.size;
  return parts.every((own) => own.filter((part) => !isShared(part)).every((part) => isNamed(said, part, hasTwoYears)));
};

/** Day, time and words of a reading; "09:00|11:00" is either. */
const partsOf = (written: string, hostZone: string): string[] => {
  const reading = inDigits(written);
  // the instant says it all: the rest tells how it comes about
  const instant = /(?<![\p{N}:])(\d{2}:\d{2}) UTC(?![+-]?\d)/u.exec(reading)?.[1];
  if (instant !== undefined) return [instant];
  const found = /(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})?)?/.exec(reading);
  if (found === null) return wordsOf(reading);
  const [whole, day = "", time, offset] = found;
  if (offset === undefined) return [day, ...(time === undefined ? [] : [time]), ...wordsOf(reading.replace(whole, " "))];
  // an instant is named by its time in UTC or at the host's; what is behind it in brackets only explains
  const utc = DateTime.fromISO(whole.replace(" ", "T")).toUTC();
  return [`${utc.toFormat("HH:mm")}|${utc.setZone(hostZone).toFormat("HH:mm")}`];
};

const wordsOf = (text: string): string[] => (text.toLowerCase().match(/\d{1,2}:\d{2}|[\p{L}\p{N}]+/gu) ?? []).filter((word) => !EMPTY.has(word));

const WRITTEN_DAY = /(?:\p{L}{5,10},? )?(?:(\d{1,2})\.? (\p{L}{3,9})|(\p{L}{3,9}) (\d{1,2})),? (\d{4})/gu;
/** "Tuesday 8 December 2026 13:00", "March 4 2027" and "mardi 8 décembre 2026" as 2026-12-08 and so on; the weekday follows from the date. */
const inDigits = (reading: string): string =>
  reading.replace(WRITTEN_DAY, (whole, before?: string, behind?: string, first?: string, last?: string, year = "") => {
    const name = (behind ?? first ?? "").toLowerCase();
    const month = STEMS.findLastIndex((stems) => stems.some((stem) => name.startsWith(stem))) + 1;
    return month === 0 ? whole : `${year}-${String(month).padStart(2, "0")}-${(before ?? last ?? "").padStart(2, "0")}`;
  });

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const isNamed = (message: string, part: string, needsYear: boolean): boolean => {
  const date = DATE.exec(part);
  if (date !== null) {
    const [, year, month, day] = date;
    const name = MONTHS[Number(month) - 1] ?? "";
    return (
      message.includes(part) ||
      new RegExp(`\\b(?:${Number(day)} ${name}|${name} ${Number(day)})\\b(?:,? ${year}${needsYear ? "" : "|(?!,? \\d{4})"})`).test(message)
    );
  }
  return part
    .split("|")
    .some((one) => new RegExp(`(?:(?<![\\p{L}\\p{N}])|(?<=\\dT))${one.replace(/^0/, "0?")}(?![\\p{L}\\p{N}])`, "iu").test(message));
};
