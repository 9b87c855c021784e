import { anyId, idList, inputSchema, line, name, webinarId } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { type CodeWords, noWordFault, toCode, toCodes, wordFault } from "../../operation/code-words.ts";
import { email, startTime, timezone } from "../../operation/params.ts";
import { partsOf, unwrapSchema } from "../../operation/schema-parts.ts";
import { APPROVAL_TYPES, RECURRENCE_TYPES, REGISTRATION_TYPES, WEBINAR_TYPES, WEEKDAYS, WEEKS } from "../../operation/words.ts";
import { LENGTH_FORMS, readMinutes } from "../../time/minutes.ts";
import { timeFault } from "../../time/start-time.ts";
import { checkQuestions, pollFields } from "../polls/poll-input.ts";
import { basics, everyday, LONGEST, SHORTEST } from "../webinars/fields.ts";

/** The newest format of a file that this version reads; what is exported has it. */
export const FORMAT = 1;

const create = inputSchema("POST /users/{userId}/webinars").shape;
const form = inputSchema("PATCH /webinars/{webinarId}/registrants/questions").shape;
const survey = inputSchema("PATCH /webinars/{webinarId}/survey").shape;
const stream = inputSchema("PATCH /webinars/{webinarId}/livestream").shape;
const tag = inputSchema("POST /webinars/{webinarId}/branding/name_tags").shape;

/** A key that may be left out (it stays as Zoom has it) or be null (it is reset). */
const orReset = <Schema extends z.ZodType>(schema: Schema) => {
  const { description } = schema;
  const field = schema.nullable().optional();
  return description === undefined ? field : field.describe(description);
};

/** The fields that a schema has, whatever may be left out or null around it. */
export const shapeOf = (schema: z.ZodType): Readonly<Record<string, z.ZodType>> => partsOf(unwrapSchema(schema)).shape ?? {};

/** A code as people write it: a word for it, such as weekly, or the code. */
const coded = <Schema extends z.ZodType>(schema: Schema, words: CodeWords) =>
  z
    .preprocess((value, ctx) => {
      const isText = typeof value === "string" || typeof value === "number";
      const fault = isText ? wordFault(String(value), words) : noWordFault(value, words);
      if (fault !== null) ctx.addIssue({ code: "custom", message: fault });
      return fault === null ? Number(toCode(String(value), words)) : z.NEVER;
    }, schema)
    .meta({
      ...(schema.description === undefined ? {} : { description: schema.description }),
      type: ["integer", "string"],
      enum: [...Object.keys(words).map(Number), ...new Set(Object.values(words).flatMap((word) => [word, word.toLowerCase()]))],
    });

const SETTING_WORDS: Readonly<Record<string, CodeWords | undefined>> = { approval_type: APPROVAL_TYPES, registration_type: REGISTRATION_TYPES };

/** The settings, of which each may be null as well. */
const settings = z
  .strictObject(
    Object.fromEntries(
      Object.entries((create.settings.unwrap() as unknown as { shape: Readonly<Record<string, z.ZodOptional<z.ZodType>>> }).shape).map(
        ([key, field]) => {
          const described = field.description === undefined ? field.unwrap() : field.unwrap().describe(field.description);
          const words = SETTING_WORDS[key];
          return [key, orReset(words === undefined ? described : coded(described, words))];
        },
      ),
    ),
  )
  .describe("Everything else that can be set, in Zoom's names");

/** A time in digits, as a file has them; whether its zone has it is seen later. */
const fileTime = startTime.superRefine((text, ctx) => {
  const fault = timeFault(text);
  if (fault !== null) ctx.addIssue({ code: "custom", message: `${fault.message}. ${fault.hint}` });
});

/** A length as people write it: minutes, or "1h30". */
const duration = z
  .preprocess((value, ctx) => {
    if (typeof value !== "string") return value;
    const minutes = readMinutes(value);
    if (minutes === null) ctx.addIssue({ code: "custom", message: `expected ${LENGTH_FORMS}, got ${JSON.stringify(value)}` });
    return minutes ?? z.NEVER;
  }, basics.duration)
  .meta({
    description: 'Minutes, or a length such as "1h30"',
    type: ["integer", "string"],
    anyOf: [
      { type: "integer", minimum: SHORTEST, maximum: LONGEST },
      { type: "string", pattern: "[0-9]|hour" },
    ],
  });

/** Weekdays as people write them: "Tue,Thu", a list, or codes. */
const weekdays = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .preprocess((value, ctx) => {
      const text = Array.isArray(value) ? value.join(",") : typeof value === "number" ? String(value) : value;
      if (typeof text !== "string") return value;
      const fault = wordFault(text, WEEKDAYS);
      if (fault !== null) ctx.addIssue({ code: "custom", message: fault });
      return fault === null ? toCodes(text, WEEKDAYS) : z.NEVER;
    }, schema)
    .meta({
      ...(schema.description === undefined ? {} : { description: schema.description }),
      type: ["string", "array"],
      anyOf: [{ type: "string" }, { type: "array", items: { type: ["integer", "string"] } }],
    });

/** The rhythm of a series, of which kind, weekdays and weeks may be said in words. */
const recurrence = (() => {
  const plain = create.recurrence.unwrap();
  const field = (name: string) => shapeOf(plain)[name] ?? z.unknown();
  const inWords = z.strictObject({
    ...shapeOf(plain),
    type: coded(field("type"), RECURRENCE_TYPES),
    weekly_days: weekdays(field("weekly_days")).optional(),
    monthly_week: coded(field("monthly_week"), WEEKS).optional(),
    monthly_week_day: coded(field("monthly_week_day"), WEEKDAYS).optional(),
  });
  // It reads to the same values.
  return (inWords as unknown as typeof plain).describe("Rhythm of a series: a type, an interval and one end");
})();

const exception = z.strictObject({
  date: fileTime.describe("The date as the rule makes it, wall time in timezone"),
  deleted: z.literal(true).optional().describe("This date does not take place"),
  start_time: fileTime.optional().describe("When it takes place instead"),
  duration: duration.optional(),
  agenda: create.agenda,
  host_video: everyday.host_video,
  panelists_video: everyday.panelists_video,
  auto_recording: everyday.auto_recording,
  settings: z
    .strictObject({ hd_video: z.boolean().optional().describe("High definition"), add_watermark: z.boolean().optional().describe("Watermark") })
    .optional()
    .describe("Other settings of this date"),
});

const panelist = z.strictObject({
  name: name().max(256).describe("Full name"),
  email: email.describe("Where the invitation goes"),
  name_tag: name().max(50).optional().describe("Which of name_tags, by its name"),
  name_tag_name: name().max(256).optional().describe("Name on the tag"),
  name_tag_pronouns: name().max(256).optional().describe("Pronouns on the tag"),
  name_tag_description: name().max(256).optional().describe("Second line of the tag, such as a job title"),
});

const nameTag = z.strictObject({
  name: tag.name,
  text_color: tag.text_color,
  accent_color: tag.accent_color,
  background_color: tag.background_color,
  is_default: z.boolean().optional().describe("Use it as the default design"),
});

/** One webinar as it is in a file. */
export const documentSchema = z
  .strictObject({
    id: webinarId().optional().describe("Webinar ID; without it the webinar is created, or found again"),
    host: anyId(128).optional().describe("E-mail address or user ID of the host"),
    format: z.int().min(1).max(FORMAT).optional().describe("Format of this file"),
    topic: basics.topic.optional(),
    type: coded(z.literal([5, 6, 9]).describe("6: no fixed time; else it follows from recurrence"), WEBINAR_TYPES).optional(),
    start_time: fileTime.describe(startTime.description ?? "").optional(),
    timezone: timezone.optional(),
    duration: duration.optional(),
    agenda: orReset(create.agenda.unwrap().describe("What it is about, plain text")),
    password: orReset(create.password.unwrap().describe("Passcode, at most 10 characters; without it Zoom makes one")),
    recurrence: recurrence.optional(),
    exceptions: orReset(z.array(exception).max(60).describe("Dates of the series that are moved, changed or deleted")),
    registration: orReset(everyday.registration.unwrap().describe("Sign-up: none, approved at once (automatic), or approved by hand (manual)")),
    registration_questions: orReset(
      z
        .strictObject({
          questions: form.questions.unwrap().optional().describe("Standard fields to ask besides e-mail and first name"),
          custom_questions: form.custom_questions.unwrap().optional().describe("The webinar's own questions"),
        })
        .describe("The whole sign-up form"),
    ),
    registrants_confirmation_email: orReset(everyday.registrants_confirmation_email.unwrap().describe("Mail registrants a confirmation")),
    host_video: orReset(everyday.host_video.unwrap().describe("Host starts with camera on")),
    panelists_video: orReset(everyday.panelists_video.unwrap().describe("Panelists start with camera on")),
    audio: orReset(everyday.audio.unwrap().describe("How people hear")),
    auto_recording: orReset(everyday.auto_recording.unwrap().describe("Record by itself")),
    practice_session: orReset(everyday.practice_session.unwrap().describe("Panelists can rehearse first")),
    question_and_answer: orReset(everyday.question_and_answer.unwrap().describe("Q&A on or off")),
    alternative_hosts: orReset(idList().max(2000).describe("E-mails of stand-in hosts, comma list")),
    settings: settings.optional(),
    tracking_fields: orReset(create.tracking_fields.unwrap().describe("Values of the account's tracking fields, the whole list")),
    is_simulive: create.is_simulive,
    record_file_id: create.record_file_id,
    transition_to_live: create.transition_to_live,
    simulive_delay_start: create.simulive_delay_start,
    license_type: create.license_type,
    name_tags: orReset(z.array(nameTag).max(20).describe("Name tag designs, the whole list")),
    panelists: orReset(z.array(panelist).max(100).describe("People who speak, the whole list; Zoom mails those who are new")),
    polls: orReset(z.array(z.strictObject(pollFields).check(checkQuestions)).max(50).describe("Polls and quizzes, the whole list")),
    survey: orReset(
      z
        .strictObject({
          custom_survey: survey.custom_survey,
          third_party_survey: survey.third_party_survey,
          show_in_the_browser: survey.show_in_the_browser,
          show_in_the_follow_up_email: survey.show_in_the_follow_up_email,
        })
        .describe("What people are asked afterwards, whole"),
    ),
    live_stream: orReset(
      z
        .strictObject({
          stream_url: stream.stream_url,
          stream_key: stream.stream_key.optional().describe("Key of the streaming service; never exported, and without it no stream is set up"),
          page_url: stream.page_url,
          resolution: stream.resolution,
        })
        .describe("Where the webinar is streamed to"),
    ),
  })
  .describe("A Zoom webinar as a file");

/** One webinar as it is in a file, checked. */
export type WebinarDocument = z.output<typeof documentSchema>;

/** One text of the caller's: a file, or the text of one. */
export const fileInput = z
  .strictObject({
    name: name().max(1024).describe("What messages call it"),
    text: z.string().max(1_000_000).meta({ contentMediaType: "application/yaml" }).describe("YAML, one webinar or several between lines of ---"),
    path: line().max(4096).optional().describe("Where the file lies on this machine; a webinar that it created is found again by it"),
  })
  .describe("A file of webinars");

/** A value with the keys of its objects in the order of the schema, at every depth. What the schema does not know comes last. */
export const inSchemaOrder = (schema: z.ZodType | undefined, value: unknown): unknown => {
  if (schema === undefined || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => inSchemaOrder(partsOf(unwrapSchema(schema)).element, item));
  const shape = shapeOf(schema);
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const names = [...Object.keys(shape).filter((name) => name in fields), ...Object.keys(fields).filter((name) => !(name in shape))];
  return Object.fromEntries(names.map((name) => [name, inSchemaOrder(shape[name], fields[name])]));
};
