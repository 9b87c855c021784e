const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;
const DAY = 86_400;

/** NaN for what is no digit, so that no time that it is part of is below a limit. */
const digit = (text: string, at: number): number => {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : Number.NaN;
};

const twoDigits = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

let cachedDay = "";
let cachedDayStart = 0;

const dayStart = (day: string): number => {
  if (day !== cachedDay) {
    const start = Date.parse(`${day}T00:00:00Z`) / 1000;
    // Date.parse turns 31 February into 3 March without a word.
    if (Number.isNaN(start) || new Date(start * 1000).getUTCDate() !== Number(day.slice(8))) return Number.NaN;
    cachedDayStart = start;
    cachedDay = day;
  }
  return cachedDayStart;
};

/** Seconds of the form 2032-01-05T16:00:00Z, NaN for any other. A hundred thousand times are read for a large webinar: no regular expression here. */
const usualForm = (text: string): number => {
  if (text.length !== 20 || text.charCodeAt(19) !== 90 || text.charCodeAt(10) !== 84) return Number.NaN;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return Number.NaN;
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  const isTime = hour < 24 && minute < 60 && second < 60;
  return isTime && text.startsWith(cachedDay) && cachedDay !== "" ? cachedDayStart + hour * 3600 + minute * 60 + second : Number.NaN;
};

/** A time of Zoom's as whole seconds since the epoch, fractions cut off; null if it is missing or no time. Without a zone it is UTC, as all of Zoom's API. A number is such seconds already. */
export const toSecond = (text: string | number | undefined | null): number | null => {
  if (typeof text === "number") return text;
  if (text === undefined || text === null || text === "") return null;
  const usual = usualForm(text);
  if (!Number.isNaN(usual)) return usual;
  const parts = ISO.exec(text);
  if (parts === null) return null;
  const [, year, month, day, , , , zone] = parts;
  const start = dayStart(`${year}-${month}-${day}`);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (Number.isNaN(start) || hour > 23 || minute > 59 || second > 59) return null;
  return start + hour * 3600 + minute * 60 + second - offsetOf(zone);
};

const offsetOf = (zone: string | undefined): number => {
  if (zone === undefined || zone === "Z") return 0;
  const sign = zone.startsWith("-") ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(-2)) * 60);
};

const padded = (value: number): string => (value < 10 ? `0${value}` : String(value));

const format = (second: number): string => {
  const day = Math.floor(second / DAY);
  const rest = second - day * DAY;
  const hours = Math.floor(rest / 3600);
  const minutes = Math.floor((rest - hours * 3600) / 60);
  return `${new Date(day * DAY * 1000).toISOString().slice(0, 11)}${padded(hours)}:${padded(minutes)}:${padded(rest - hours * 3600 - minutes * 60)}Z`;
};

const MOST_SHOWN = 20_000;
const shown = new Map<number, string>();

/** Whole seconds since the epoch as an instant: 2032-01-05T16:00:00Z. The seconds of one webinar come again and again, so each is written once. */
export const toInstant = (second: number): string => {
  const known = shown.get(second);
  if (known !== undefined) return known;
  if (shown.size >= MOST_SHOWN) shown.clear();
  const text = format(second);
  shown.set(second, text);
  return text;
};

/** Seconds as minutes to one decimal, halves up. */
export const toMinutes = (seconds: number): number => Math.round(seconds / 6) / 10;
