/** Words for Zoom's codes, for a terminal. The keys are the codes. */

export const WEBINAR_TYPES = { 5: "single", 6: "recurring, no fixed times", 9: "recurring" } as const;

export const APPROVAL_TYPES = { 0: "automatic", 1: "manual", 2: "no registration" } as const;

export const REGISTRATION_TYPES = { 1: "once for all dates", 2: "separately for each date", 3: "once, for chosen dates" } as const;

export const RECURRENCE_TYPES = { 1: "daily", 2: "weekly", 3: "monthly" } as const;

export const WEEKDAYS = { 1: "Sunday", 2: "Monday", 3: "Tuesday", 4: "Wednesday", 5: "Thursday", 6: "Friday", 7: "Saturday" } as const;

export const WEEKS = { "-1": "last", 1: "first", 2: "second", 3: "third", 4: "fourth" } as const;

/** Columns and fields of a poll that hold codes. */
export const POLL_WORDS = {
  poll_type: { 1: "poll", 2: "advanced poll", 3: "quiz" },
  status: { notstart: "not started" },
} as const;

/** What a terminal says of the fields of a poll. */
export const POLL_ABOUT = {
  poll_type: "A poll takes single and multiple questions only, an advanced poll all types, a quiz has right answers",
} as const;

/** Columns and fields of a webinar that hold codes. */
export const WEBINAR_WORDS = {
  type: WEBINAR_TYPES,
  "webinar.type": WEBINAR_TYPES,
  "settings.approval_type": APPROVAL_TYPES,
  "webinar.settings.approval_type": APPROVAL_TYPES,
  "settings.registration_type": REGISTRATION_TYPES,
  recurrence_type: RECURRENCE_TYPES,
  "recurrence.weekly_days": WEEKDAYS,
  "recurrence.monthly_week": WEEKS,
  "recurrence.monthly_week_day": WEEKDAYS,
  "recurrence.type": RECURRENCE_TYPES,
  weekly_days: WEEKDAYS,
  monthly_week: WEEKS,
  monthly_week_day: WEEKDAYS,
} as const;

const HOW_OFTEN = "How often";
const WHICH_DAYS = "Weekly: such as Tue,Thu";
const WHICH_WEEK = "Monthly: which week, with monthly_week_day";
const WHICH_DAY = "Monthly: which day of that week";

/** What a terminal says of the fields of a webinar. */
export const WEBINAR_ABOUT = {
  type: "Kind of webinar; else it follows from recurrence",
  "settings.approval_type": "Who may come: automatic approves people at once, manual by hand",
  "settings.registration_type": "How people register for a recurring webinar",
  recurrence_type: HOW_OFTEN,
  "recurrence.type": HOW_OFTEN,
  weekly_days: WHICH_DAYS,
  "recurrence.weekly_days": WHICH_DAYS,
  monthly_week: WHICH_WEEK,
  "recurrence.monthly_week": WHICH_WEEK,
  monthly_week_day: WHICH_DAY,
  "recurrence.monthly_week_day": WHICH_DAY,
} as const;
