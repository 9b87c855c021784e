const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;
const DAY = 86_400;

let cachedDay = "";
let cachedDayStart = 0;

const dayStart = (day: string): number => {
  if (day !== cachedDay) {
    cachedDayStart = Date.parse(`${day}T00:00:00Z`) / 1000;
    cachedDay = day;
  }
  return cachedDayStart;
};

const twoDigits = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;

/**
 * A time of Zoom's as whole seconds since the epoch, fractions cut off; null if it is missing or no time. Without a zone it is UTC, as all of Zoom's API.
 * A hundred thousand of them are read for a large webinar, so the usual form has a path of its own.
 */
export const toSecond = (text: string | undefined | null): number | null => {
  if (text === undefined || text === null || text === "") return null;
  const parts = ISO.exec(text);
  if (parts === null) return null;
  const [, year, month, day, , , , zone] = parts;
  const start = dayStart(`${year}-${month}-${day}`);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  // Date.parse turns 31 February into 3 March without a word.
  if (Number.isNaN(start) || new Date(start * 1000).getUTCDate() !== Number(day) || hour > 23 || minute > 59 || second > 59) return null;
  return start + hour * 3600 + minute * 60 + second - offsetOf(zone);
};

const offsetOf = (zone: string | undefined): number => {
  if (zone === undefined || zone === "Z") return 0;
  const sign = zone.startsWith("-") ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(-2)) * 60);
};

let shownDay = Number.NaN;
let shownPrefix = "";

const padded = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** Whole seconds since the epoch as an instant: 2027-01-05T16:00:00Z. */
export const toInstant = (second: number): string => {
  const day = Math.floor(second / DAY);
  if (day !== shownDay) {
    shownPrefix = new Date(day * DAY * 1000).toISOString().slice(0, 11);
    shownDay = day;
  }
  const rest = second - day * DAY;
  const hours = Math.floor(rest / 3600);
  const minutes = Math.floor((rest - hours * 3600) / 60);
  return `${shownPrefix}${padded(hours)}:${padded(minutes)}:${padded(rest - hours * 3600 - minutes * 60)}Z`;
};

/** Seconds as minutes to one decimal, halves up. */
export const toMinutes = (seconds: number): number => Math.round(seconds / 6) / 10;
