import { DateTime } from "luxon";

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
  return parts.every((own) => own.filter((part) => !isShared(part)).every((part) => isNamed(said, part)));
};

/** Day, time and words of a reading; "09:00|11:00" is either. */
const partsOf = (reading: string, hostZone: string): string[] => {
  const found = /(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})?)?/.exec(reading);
  if (found === null) return wordsOf(reading);
  const [whole, day = "", time, offset] = found;
  if (offset === undefined) return [day, ...(time === undefined ? [] : [time]), ...wordsOf(reading.replace(whole, " "))];
  // an instant is named by its time in UTC or at the host's; what stands behind it in brackets only explains
  const utc = DateTime.fromISO(whole.replace(" ", "T")).toUTC();
  return [`${utc.toFormat("HH:mm")}|${utc.setZone(hostZone).toFormat("HH:mm")}`];
};

const wordsOf = (text: string): string[] => (text.toLowerCase().match(/\d{1,2}:\d{2}|[\p{L}\p{N}]+/gu) ?? []).filter((word) => !EMPTY.has(word));

const isNamed = (message: string, part: string): boolean => {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(part);
  if (date !== null) {
    const [, , month, day] = date;
    const name = MONTHS[Number(month) - 1] ?? "";
    return message.includes(part) || new RegExp(`\\b${Number(day)} ${name}\\b|\\b${name} ${Number(day)}\\b`).test(message);
  }
  return part.split("|").some((one) => new RegExp(`(?<!\\p{N}|(?!T)\\p{L})${one.replace(/^0/, "0?")}(?![\\p{L}\\p{N}])`, "u").test(message));
};
