/** A day of the calendar as the number of days since 1970. */
export type Day = number;

const MS = 86_400_000;

/** A day by its parts, null for one that does not exist. Months are 1 to 12. */
export const toDay = (year: number, month: number, day: number): Day | null => {
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCFullYear() === year ? ms / MS : null;
};

/** "2032-03-01" */
export const showDay = (day: Day): string => new Date(day * MS).toISOString().slice(0, 10);
export const partsOf = (day: Day): { year: number; month: number; day: number } => {
  const date = new Date(day * MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};
/** 1 Monday to 7 Sunday. */
export const weekdayOf = (day: Day): number => ((day + 3) % 7) + 1;
export const lastOfMonth = (year: number, month: number): Day => Date.UTC(year, month, 0) / MS;

/** The same day so many months on; the last of the month if it has no such day. */
export const addMonths = (from: Day, months: number): Day => {
  const { year, month, day } = partsOf(from);
  const last = lastOfMonth(year, month + months);
  const { day: length, year: toYear, month: toMonth } = partsOf(last);
  return toDay(toYear, toMonth, Math.min(day, length)) ?? last;
};

const NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
export const weekdayName = (weekday: number): string => NAMES[weekday - 1] ?? "";
/** "4 March 2032" */
export const nameDay = (at: Day): string => {
  const { year, month, day } = partsOf(at);
  return `${day} ${MONTHS[month - 1]} ${year}`;
};
export const monthName = (month: number): string => MONTHS[month - 1] ?? "";
