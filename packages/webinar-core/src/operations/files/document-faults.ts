import type { InputFault } from "@zoom-webinar/foundation";
import { didYouMean } from "../../operation/input-faults.ts";
import { toEmailKey } from "../../people/names.ts";
import type { WebinarDocument } from "./schema.ts";

const COLOUR = /^#[0-9a-f]{6}$/i;
const COLOURS = ["text_color", "accent_color", "background_color"] as const;
/** Kinds of questions of a sign-up form that people answer by choosing. */
const CHOSEN: ReadonlySet<string | undefined> = new Set(["single_radio", "single_dropdown", "multiple"]);

const panelistFaults = ({ panelists, name_tags }: WebinarDocument): InputFault[] => {
  const seen = new Set<string>();
  const tags = name_tags?.map(({ name }) => name);
  return (panelists ?? []).flatMap(({ email, name_tag }, at): InputFault[] => {
    const key = toEmailKey(email);
    const isTwice = seen.has(key);
    seen.add(key);
    const isLost = name_tag !== undefined && tags !== undefined && !tags.includes(name_tag);
    const near = isLost ? didYouMean(name_tag, tags) : null;
    return [
      ...(isTwice ? [{ field: `panelists.${at}.email`, message: `${email} appears twice; name each person once` }] : []),
      ...(isLost
        ? [{ field: `panelists.${at}.name_tag`, message: `there is no ${name_tag} in name_tags${near === null ? "" : `, did you mean ${near}?`}` }]
        : []),
    ];
  });
};

const tagFaults = ({ name_tags }: WebinarDocument): InputFault[] =>
  (name_tags ?? []).flatMap((tag, at) =>
    COLOURS.flatMap((field): InputFault[] =>
      COLOUR.test(tag[field] ?? "#000000")
        ? []
        : [{ field: `name_tags.${at}.${field}`, message: `expected a colour such as "#1F2937" (in quotes), got "${tag[field]}"` }],
    ),
  );

const formFaults = ({ registration_questions }: WebinarDocument): InputFault[] =>
  (registration_questions?.custom_questions ?? []).flatMap(({ type, answers }, at): InputFault[] =>
    CHOSEN.has(type) && !answers?.length
      ? [{ field: `registration_questions.custom_questions.${at}.answers`, message: `is required: ${type} needs answers to choose from` }]
      : [],
  );

const surveyFaults = ({ survey }: WebinarDocument): InputFault[] => {
  const address = survey?.third_party_survey;
  if (!address) return [];
  if (survey?.custom_survey != null)
    return [{ field: "survey.third_party_survey", message: "cannot be combined with custom_survey; Zoom shows one of the two" }];
  return /^https?:\/\/\S+$/i.test(address)
    ? []
    : [{ field: "survey.third_party_survey", message: `expected a link such as https://example.com/survey, got "${address}"` }];
};

/** What is wrong between the fields of a document, which Zoom would refuse only after some of it is done. */
export const faultsBetween = (document: WebinarDocument): InputFault[] => [
  ...panelistFaults(document),
  ...tagFaults(document),
  ...formFaults(document),
  ...surveyFaults(document),
];

/** What a document lacks that stands for no webinar by its id, and so may have to be made. */
export const missingIn = ({ id, topic, start_time, type }: { readonly [K in "id" | "topic" | "start_time" | "type"]?: unknown }): InputFault[] => {
  if (id !== undefined) return [];
  const why = "is required for a webinar without id";
  return [
    ...(topic === undefined ? [{ field: "topic", message: why }] : []),
    ...(start_time === undefined && type !== 6 ? [{ field: "start_time", message: `${why}, unless it has type: 6` }] : []),
  ];
};

/** A new webinar has no registration unless its file says so, and without one there is no form. */
export const formWithoutRegistration = ({ registration = "none", registration_questions: form }: WebinarDocument): InputFault[] => {
  const isAsked = [form?.questions, form?.custom_questions].some((list) => (list?.length ?? 0) > 0);
  if (!isAsked || (registration ?? "none") !== "none") return [];
  return [{ field: "registration_questions", message: "a webinar without registration has no form; set registration to automatic or manual" }];
};
