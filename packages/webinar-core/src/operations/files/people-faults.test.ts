import { emulated } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { planWebinarFiles } from "../webinars/plan.ts";

/** Where the fault has to be shown: at the character after it. */
const MARK = "▸";
const HEAD = "host: ada@example.com\nformat: 1\n";
const START = "start_time: 2027-03-01T10:00\ntimezone: Europe/Berlin\n";
const OPEN = `${HEAD}topic: Launch\n${START}`;
const WEEKLY = `${OPEN}recurrence: { type: 2, weekly_days: "2", end_times: 4 }\n`;
const poll = (question: string) =>
  `${OPEN}polls:\n  - poll_title: Lunch\n    questions:\n      - name: What?\n${question.replace(/^/gm, "        ")}\n`;

const FAULTS: readonly (readonly [what: string, text: string, words: RegExp])[] = [
  // what YAML takes for something else
  ["a colon in a topic", `${HEAD}topic: ▸Launch: what is new\n${START}`, /a colon and a space start a new value here; put/],
  ["a topic that begins with a bracket", `${HEAD}topic: [Draft] ▸Launch\n${START}`, /there is more text behind the value; put the whole text in/],
  ["a topic that begins with @", `${HEAD}topic: ▸@home\n${START}`, /a value that begins with @ needs quotes around it/],
  ["a topic that begins with a percent sign", `${HEAD}topic: ▸%off\n${START}`, /a value that begins with % needs quotes around it/],
  ["a topic in stars", `${HEAD}topic: *New* ▸launch\n${START}`, /there is more text behind the value; put the whole text in/],
  ["a quote that is not closed", `${HEAD}topic: ▸"Launch\n${START}`, /a quote is opened here and never closed/],
  ["a bracket that is not closed", `${HEAD}topic: ▸[Launch\n${START}`, /a bracket is opened here and never closed; close it, or put the/],
  ["a brace that is not closed", `${OPEN}settings: ▸{on_demand: true\n`, /a brace is opened here and never closed/],
  ["a bracket in a brace that is not closed", `${OPEN}settings: {on_demand: ▸[true}\n`, /a bracket is opened here and never closed/],
  ["a brace in a bracket that is not closed", `${OPEN}panelists: [▸{name: Linus]\n`, /a brace is opened here and never closed/],
  ["a bracket around a list below", `${OPEN}panelists: ▸[\n  - name: Linus\n`, /a bracket is opened here and never closed/],
  ["a bracket whose end is in a comment", `${HEAD}topic: ▸[Launch # ]\n${START}`, /a bracket is opened here and never closed/],
  ["a quote in brackets that is not closed", `${HEAD}topic: [▸"Launch]\n${START}`, /a quote is opened here and never closed/],
  ["an apostrophe in single quotes", `${HEAD}topic: 'It'▸s on'\n${START}`, /there is more text behind the value; put the whole text in/],
  ["a template that nobody filled in", `${HEAD}topic: {▸{ topic }}\n${START}`, /a key must be a plain word/],
  [
    "the marks of a merge",
    `${HEAD}▸<<<<<<< HEAD\ntopic: Launch\n=======\ntopic: Start\n>>>>>>> spring\n${START}`,
    /these are the marks of a merge that is not finished; decide/,
  ],
  ["a key without a space after its colon", `${HEAD}▸topic:Launch\n${START}`, /this line is not a key with a value; write key: value, with/],
  ["a full-width colon", `${HEAD}▸topic：Launch\n${START}`, /this line is not a key with a value; write key: value, with/],
  ["no-break spaces as indentation", `${OPEN}settings:\n▸\u00a0\u00a0on_demand: true\n`, /this line begins with a space that YAML does not accept/],
  [
    "a list that is indented too little",
    `${OPEN}panelists:\n  - name: Linus\n ▸email: linus@example.com\n`,
    /this line is indented differently from those around it/,
  ],
  ["a list behind its key", `${OPEN}panelists: ▸- name: Linus\n`, /a list begins on a line of its own, below its key/],
  // words for numbers, numbers for words
  ["a number in words", `${OPEN}duration: ▸sixty\n`, /duration: expected minutes, such as 90, or a length such as 1h30, 1:30 or 90 min, got "sixty"/],
  ["more minutes than an hour has", `${OPEN}duration: ▸1h75\n`, /duration: expected minutes, .*got "1h75"/],
  ["half a minute", `${OPEN}duration: ▸45.5\n`, /duration: expected int, got number 45\.5/],
  ["a duration of nothing", `${OPEN}duration: ▸0\n`, /duration: expected at least 1, got 0/],
  ["yes for registration", `${OPEN}registration: ▸yes\n`, /registration: expected one of none, automatic, manual, got "yes"/],
  ["auto for automatic", `${OPEN}registration: ▸auto\n`, /registration: expected one of none, automatic, manual, got "auto"; did/],
  ["on for true", `${OPEN}host_video: ▸on\n`, /host_video: expected boolean, got string "on"/],
  ["a capital in a choice", `${OPEN}auto_recording: ▸Cloud\n`, /auto_recording: expected one of local, cloud, none, got "Cloud"; did you/],
  ["a passcode that is too long", `${OPEN}password: ▸correct horse battery\n`, /password: a passcode has at most 10 characters: letters, digits and/],
  ["a newer format in words", `${OPEN.replace("format: 1", "format: ▸v2")}`, /format: expected number, got string "v2"/],
  // times
  [
    "a date whose first number may be the day or the month",
    `${HEAD}topic: A\nstart_time: ▸03/04/2027 10:00\ntimezone: Europe/Berlin\n`,
    /start_time: "03\/04\/2027 10:00" is not a date and time\. Write/,
  ],
  [
    "a time without a date",
    `${HEAD}topic: A\nstart_time: ▸"10:00"\ntimezone: Europe/Berlin\n`,
    /start_time: "10:00" is not a date and time\. Write 2032-03-01T10:00/,
  ],
  [
    "the thirtieth of February",
    `${HEAD}topic: A\nstart_time: ▸2027-02-30T10:00\ntimezone: Europe/Berlin\n`,
    /start_time: "2027-02-30T10:00" is not a date and time that exists\./,
  ],
  [
    "the twenty-fifth hour",
    `${HEAD}topic: A\nstart_time: ▸2027-03-01T25:00\ntimezone: Europe/Berlin\n`,
    /start_time: "2027-03-01T25:00" is not a date and time that exists\./,
  ],
  [
    "a city for a zone",
    `${HEAD}topic: A\nstart_time: 2027-03-01T10:00\ntimezone: ▸Berlin\n`,
    /timezone: "Berlin" is not a time zone that we know; choose/,
  ],
  ["no start", `▸${HEAD}topic: A\ntimezone: Europe/Berlin\n`, /start_time: is required for a webinar without id, unless it has type: 6/],
  // series
  [
    "a mistyped rhythm",
    `${OPEN}recurrence: { type: ▸weeky, end_times: 4 }\n`,
    /recurrence\.type: expected one of daily, weekly, monthly, got "weeky"; did/,
  ],
  ["no rhythm", `${OPEN}▸recurrence: { weekly_days: [Wed], end_times: 4 }\n`, /recurrence\.type: is required: one of daily, weekly, monthly/],
  [
    "a rhythm that is no word",
    `${OPEN}recurrence: { type: ▸true, end_times: 4 }\n`,
    /recurrence\.type: expected one of daily, weekly, monthly, got true/,
  ],
  [
    "a mistyped weekday",
    `${OPEN}recurrence: { type: 2, weekly_days: ▸"Mon,Tus", end_times: 4 }\n`,
    /recurrence\.weekly_days: expected one of Sunday, .*, Saturday, got "Tus"; did you mean Tue\?/,
  ],
  [
    "a list with a word that is no weekday",
    `${OPEN}recurrence: { type: 2, weekly_days: ▸[2, 8], end_times: 4 }\n`,
    /recurrence\.weekly_days: expected one of Sunday, .*, Saturday, got "8"/,
  ],
  [
    "two ends",
    `${OPEN}recurrence: { type: 1, end_times: 4, end_date_time: ▸2027-04-01T00:00:00Z }\n`,
    /recurrence\.end_date_time: cannot be combined with end_times\. Give one end: how many dates, or/,
  ],
  [
    "an exception of no series",
    `${OPEN}exceptions: ▸[{ date: 2027-03-01T10:00, deleted: true }]\n`,
    /exceptions: work only with a series\. Give recurrence, or leave exceptions/,
  ],
  [
    "an exception without a time",
    `${WEEKLY}exceptions:\n  - date: ▸2027-03-08\n    deleted: true\n`,
    /exceptions\.0\.date: "2027-03-08" is not a date and time\. Write 2032-03-01T10:00/,
  ],
  [
    "a deleted date with a duration",
    `${WEEKLY}exceptions:\n  - date: 2027-03-08T10:00\n    deleted: ▸true\n    duration: 30\n`,
    /exceptions\.0\.deleted: needs only the date beside it\. A date that does not take place/,
  ],
  [
    "one date twice",
    `${WEEKLY}exceptions:\n  - { date: 2027-03-08T10:00, duration: 30 }\n  - { date: ▸2027-03-08T10:00, deleted: true }\n`,
    /exceptions\.1\.date: 2027-03-08T10:00 appears twice\. Describe each date once/,
  ],
  [
    "an exception that is switched off",
    `${WEEKLY}exceptions:\n  - { date: 2027-03-08T10:00, deleted: ▸false }\n`,
    /exceptions\.0\.deleted: expected one of true, got false/,
  ],
  // people
  ["panelists as a text", `${OPEN}panelists: ▸linus@example.com\n`, /panelists: expected array, got string "linus@example\.com"/],
  ["a panelist without an address", `${OPEN}panelists:\n  - ▸name: Linus\n`, /panelists\.0\.email: is required/],
  [
    "a panelist with half an address",
    `${OPEN}panelists:\n  - name: Linus\n    email: ▸linus@\n`,
    /panelists\.0\.email: expected an e-mail address, such as ada@example\.com/,
  ],
  [
    "one panelist twice",
    `${OPEN}panelists:\n  - { name: Linus, email: linus@example.com }\n  - { name: L., email: ▸LINUS@example.com }\n`,
    /panelists\.1\.email: LINUS@example\.com appears twice; name each person once/,
  ],
  [
    "a name tag that there is not",
    `${OPEN}name_tags:\n  - { name: Speaker, text_color: "#1F2937", accent_color: "#2563EB", background_color: "#FFFFFF" }\npanelists:\n  - { name: Linus, email: linus@example.com, name_tag: ▸Speakr }\n`,
    /panelists\.0\.name_tag: there is no Speakr in name_tags, did you mean Speaker\?/,
  ],
  [
    "a colour in words",
    `${OPEN}name_tags:\n  - { name: Speaker, text_color: ▸black, accent_color: "#2563EB", background_color: "#FFFFFF" }\n`,
    /name_tags\.0\.text_color: expected a colour such as "#1F2937" \(in quotes\), got "black"/,
  ],
  ["stand-in hosts as a list", `${OPEN}alternative_hosts:\n  ▸- grace@example.com\n`, /alternative_hosts: expected string, got a list/],
  // questions
  [
    "a kind of question that there is not",
    poll("type: ▸dropdown\nanswers: [Soup, Salad]"),
    /polls\.0\.questions\.0\.type: expected one of single, multiple, matching, rank_order,/,
  ],
  ["one answer", poll("type: single\nanswers: ▸[Soup]"), /polls\.0\.questions\.0\.answers: expected at least 2 items, got 1/],
  ["answers in one text", poll("type: single\nanswers: ▸Soup, Salad"), /polls\.0\.questions\.0\.answers: expected array, got string "Soup, Salad"/],
  [
    "a right answer that is none of the answers",
    poll("type: single\nanswers: [Soup, Salad]\nright_answers: ▸[Stew]").replace("poll_title: Lunch", "poll_title: Lunch\n    poll_type: 3"),
    /polls\.0\.questions\.0\.right_answers: "Stew" is not one of the answers/,
  ],
  [
    "a scale upside down",
    poll("type: rating_scale\nrating_min_value: 10\nrating_max_value: ▸1").replace("poll_title: Lunch", "poll_title: Lunch\n    poll_type: 2"),
    /polls\.0\.questions\.0\.rating_max_value: rating_scale needs rating_min_value and a higher/,
  ],
  [
    "pairs without prompts",
    poll("type: matching\nanswers: [A, B]").replace("poll_title: Lunch", "poll_title: Lunch\n    poll_type: 2").replace("- name", "- ▸name"),
    /polls\.0\.questions\.0\.prompts: matching takes 2 to 10 of them, got 0/,
  ],
  ["a poll without a title", `${OPEN}polls:\n  - ▸questions: [{ name: A, type: single, answers: [B, C] }]\n`, /polls\.0\.poll_title: is required/],
  [
    "a form's question without its choices",
    `${OPEN}registration: manual\nregistration_questions:\n  custom_questions:\n    - ▸title: Which?\n      type: single_radio\n`,
    /registration_questions\.custom_questions\.0\.answers: is required: single_radio needs answers to choose from/,
  ],
  [
    "a form's field that there is not",
    `${OPEN}registration: manual\nregistration_questions:\n  questions: [{ field_name: ▸company, required: true }]\n`,
    /registration_questions\.questions\.0\.field_name: expected one of last_name, address, city, country, zip,/,
  ],
  [
    "a form without registration",
    `${OPEN}registration: none\nregistration_questions: ▸{ questions: [{ field_name: org, required: true }] }\n`,
    /registration_questions: a webinar without registration has no form; set/,
  ],
  [
    "a survey of both kinds",
    `${OPEN}survey:\n  third_party_survey: ▸https://example.com/survey\n  custom_survey: { title: A, questions: [{ name: B, type: single, answers: [C, D] }] }\n`,
    /survey\.third_party_survey: cannot be combined with custom_survey; Zoom shows one of the two/,
  ],
  [
    "a survey's address without https",
    `${OPEN}survey:\n  third_party_survey: ▸example.com/survey\n`,
    /survey\.third_party_survey: expected a link such as https:\/\/example\.com\/survey, got/,
  ],
  // places
  ["a setting outside of settings", `${OPEN}▸on_demand: true\n`, /on_demand: unknown field; it belongs below settings:/],
  [
    "a field inside of settings",
    `${OPEN}settings:\n  ▸duration: 30\n`,
    /settings\.duration: unknown field; it belongs to the webinar itself, not below/,
  ],
  [
    "people who register",
    `${OPEN}▸registrants:\n  - email: ida@example.com\n`,
    /registrants: registrants are never in a file; registrants\.import registers/,
  ],
  ["the same by another word", `${OPEN}▸attendees: []\n`, /attendees: registrants are never in a file; registrants\.import registers/],
  ["the plural of a key", `${OPEN}▸poll:\n  - poll_title: A\n`, /poll: unknown field, did you mean polls\?/],
  ["a live stream without its page", `${OPEN}▸live_stream:\n  stream_url: rtmp://example.com/live\n`, /live_stream\.page_url: is required/],
  ["tracking fields as pairs", `${OPEN}tracking_fields:\n  - ▸Campaign: spring\n`, /tracking_fields\.0\.field: is required/],
  ["a fault in the second webinar", `${OPEN}---\n${HEAD}topic: Second\n${START}duration: ▸-5\n`, /duration: expected at least 1, got -5/],
  ["a fault in a file with line ends of Windows", `${OPEN}duration: ▸long\n`.replaceAll("\n", "\r\n"), /duration: expected minutes, .*got "long"/],
  ["a fault behind a mark at the start", `\ufeff${OPEN}duration: ▸long\n`, /duration: expected minutes, .*got "long"/],
];

describe("a fault that people make in a file is shown where it is:", () => {
  it.each(FAULTS)("%s", async (_what, marked, words) => {
    const zoom = emulated();
    const before = marked.slice(0, marked.indexOf(MARK)).replace("\ufeff", "");
    const [line, column] = [before.split("\n").length, before.length - before.lastIndexOf("\n")];
    const text = marked.replace(MARK, "");
    const error = await zoom.refusal(planWebinarFiles, { files: [{ name: "season.yaml", text }] });
    expect(error.code).toBe("input_invalid");
    expect(error.message).toMatch(words);
    expect(error.message).toMatch(new RegExp(`^season\\.yaml:${line}:${column}: `));
    expect(zoom.seen().filter(({ method }) => method !== "GET")).toEqual([]);
  });
});
