import type { Field } from "../fields/fields.ts";

/** What people are asked for a field, by its name: help explains the field, a question is answered. */
export const QUESTIONS: Readonly<Record<string, string | undefined>> = {
  accent_color: "Which accent colour, such as #2D8CFF?",
  action: "What is to be done?",
  background_color: "Which colour has the ground, such as #FFFFFF?",
  email: "Which e-mail address?",
  end_date_time: "Up to which day?",
  end_times: "How many dates?",
  field: "What is the field called?",
  field_id: "Which tracking field?",
  file: "Which file?",
  files: "Which files or folders?",
  first_name: "What is the first name?",
  from: "From which day on?",
  ids: "Which of them?",
  import_id: "Which import?",
  meeting_id: "Which webinar or meeting?",
  message_id: "Which message?",
  name: "What is its name?",
  name_tag_id: "Which name tag?",
  name_tag_ids: "Which name tags?",
  other_id: "Which other webinar?",
  page_url: "On which page do people watch?",
  panelist_emails: "Who are the panelists?",
  panelist_id: "Which panelist?",
  participant_id: "Which participant?",
  poll_id: "Which poll?",
  poll_title: "What is the poll called?",
  prompt: 'What is planned? Such as: webinar "Tides" on March 1 at 10:00, 45 minutes.',
  registrant_id: "Which registrant?",
  registrants: "Which registrants?",
  start_time: "When does it start?",
  stream_key: "Which stream key?",
  stream_url: "Which stream address?",
  text_color: "Which colour have the letters, such as #1F2937?",
  to: "Up to which day?",
  topic: "What is the topic?",
  user_id: "Who is the host?",
  user_selection: "Who is the host?",
  webinar_id: "Which webinar?",
  weekly_days: "On which weekdays?",
};

/** How an answer to some of them is written. */
const FORMS: Readonly<Record<string, string | undefined>> = {
  end_date_time: "2032-06-30, which still counts",
  weekly_days: "Tue,Thu",
};

/** How an answer may be written, if that is not plain. */
const formsOf = ({ path, isMoment, isDay, isMinutes, kind, takesNames }: Field): string[] => [
  ...[FORMS[path.at(-1) ?? ""]].filter((form) => form !== undefined),
  ...(isMoment ? ["2032-03-01 10:00, or in words: Tuesday 3 pm"] : []),
  ...(isDay ? ["2032-03-01, or in words: next Monday"] : []),
  ...(isMinutes ? ["90, or 1h30"] : []),
  ...(takesNames ? ["ada@example.com, or Ada Example <ada@example.com>"] : []),
  ...(kind === "list" ? ["several with commas between"] : []),
];

/** The first clause of a description: what the field is, without what it may be and when it counts. */
const gistOf = (description: string): string => /^.*?(?=[;:(.]|, (?:unless|else|or)\b|$)/.exec(description)?.[0].trim() ?? "";

/** The question for a field. `label`: its flag or place; `empty`: what an empty answer means, null if it needs one. */
export const questionFor = (field: Field, { label, empty, isChosen }: { label: string; empty: string | null; isChosen: boolean }): string => {
  const gist = gistOf(field.description);
  const question = QUESTIONS[field.path.at(-1) ?? ""] ?? `${gist === "" ? "Which one" : gist}?`;
  const more = [...(isChosen ? [] : formsOf(field)), ...(empty === null ? [] : [`empty: ${empty}`])];
  return `${question}${more.length === 0 ? "" : ` (${more.join("; ")})`} ${label}`;
};
