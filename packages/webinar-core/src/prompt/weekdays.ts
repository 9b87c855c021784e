/** Zoom counts weekdays from 1, Sunday. */
const STEMS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** One weekday, whole or short, singular or plural; for patterns, without a group. */
export const WEEKDAY = "(?:(?:sun|mon|fri)(?:days?)?|tue(?:s|sdays?)?|wed(?:nesdays?)?|thu(?:rs?|rsdays?)?|sat(?:urdays?)?)";

/** One or more of them: "Tuesday and Thursday", "Mon, Wed & Fri". */
export const WEEKDAYS = `${WEEKDAY}(?:(?:, and |, & |, ?| and | & |/)(?:on )?${WEEKDAY})*`;

/** "Tuesdays and Thursday" → 3, 5. */
export const toWeekdays = (list: string): number[] =>
  [...list.toLowerCase().matchAll(new RegExp(`\\b${WEEKDAY}\\b`, "g"))].map(([word]) => STEMS.indexOf(word.slice(0, 3)) + 1);
