import { UPCOMING as webinar_id } from "@zoom-webinar/testing/demo-webinars";
import fc from "fast-check";
import type { AnyOperation } from "../operation/operation.ts";
import { operations } from "../operations/index.ts";

const { branding, liveStream, panelists, polls, registrants, registrationQuestions, survey, trackingFields, webinars } = operations;
export type Input = Readonly<Record<string, unknown>>;

const text = fc.constantFrom("", "One", "Two", "Three");
const some = fc.constantFrom("One", "Two", "Three");
const reminder = fc.record({ enable: fc.boolean(), type: fc.integer({ min: 0, max: 3 }) }, { requiredKeys: ["enable"] });
const settings = fc.record(
  {
    practice_session: fc.boolean(),
    on_demand: fc.boolean(),
    allow_multiple_devices: fc.boolean(),
    auto_recording: fc.constantFrom("none", "cloud"),
    meeting_authentication: fc.boolean(),
    contact_name: text,
    alternative_hosts: fc.constantFrom("", "grace@example.com", "grace@example.com,linus@example.com"),
    registrants_confirmation_email: fc.boolean(),
    registrants_email_notification: fc.boolean(),
    approval_type: fc.constantFrom(0, 1, 2),
    attendees_and_panelists_reminder_email_notification: reminder,
    follow_up_attendees_email_notification: reminder,
    follow_up_absentees_email_notification: reminder,
    global_dial_in_countries: fc.subarray(["US", "DE", "IN"]),
    question_and_answer: fc.record({ enable: fc.boolean(), allow_anonymous_questions: fc.boolean() }, { requiredKeys: [] }),
    notify_registrants: fc.boolean(),
  },
  { requiredKeys: [] },
);
const recurrence = fc.integer({ min: 1, max: 6 }).map((end_times) => ({ type: 2, weekly_days: "2", end_times }));
const updateChange = fc
  .record(
    {
      topic: some,
      agenda: text,
      password: fc.constantFrom("", "abc123"),
      duration: fc.integer({ min: 20, max: 90 }),
      recurrence,
      settings,
      tracking_fields: fc.subarray(["Campaign", "Region"]).map((fields) => fields.map((field) => ({ field, value: "x" }))),
    },
    { requiredKeys: [] },
  )
  .filter((fields) => Object.keys(fields).length > 0);
const question = some.map((name) => ({ name, type: "single", answers: ["A", "B"] }));
const questions = fc.uniqueArray(question, { minLength: 1, maxLength: 3, selector: ({ name }) => name });
const pollInput = fc.record({ poll_title: some, questions, anonymous: fc.boolean() });
const form = fc.record({
  questions: fc
    .subarray(["org", "city", "phone"])
    .chain((names) => fc.tuple(...names.map((field_name) => fc.record({ field_name: fc.constant(field_name), required: fc.boolean() })))),
  custom_questions: fc.subarray(["Diet?", "Seat?"]).map((titles) => titles.map((title) => ({ title, type: "short", required: false }))),
});
const surveyInput = fc.oneof(
  fc.constant({ third_party_survey: "https://example.com/survey" }),
  fc.record({
    custom_survey: fc.record({ title: some, anonymous: fc.boolean(), questions: questions.map((all) => all.map((one) => ({ ...one }))) }),
  }),
  fc.record({ show_in_the_browser: fc.boolean() }),
);
const people = fc.subarray(["mina@example.com", "juan@example.com"], { minLength: 1 });
const tag = fc.record({
  name: some,
  text_color: fc.constant("#000000"),
  accent_color: fc.constant("#111111"),
  background_color: fc.constant("#FFFFFF"),
});
const file = { name: "stage.png", data: Buffer.from("GIF89a") };

/** A call by the operation's id, so that a counterexample is short; "on air" begins the webinar. */
export type Call = readonly [id: string, input: Input];
/** Stands for the first date of the series to come, whose id only its world knows. */
export const FIRST_DATE = "first date";
export const ON_AIR = "on air";
export const OPERATIONS: ReadonlyMap<string, AnyOperation> = new Map(
  Object.values(operations).flatMap((verbs) => Object.values(verbs).map((op: AnyOperation) => [op.id, op] as const)),
);

/** An operation that updates or replaces: how a world gets a random state, and a random change of it. */
export interface Case {
  op: AnyOperation;
  /** The operation's id unless there are several cases of it. */
  name?: string;
  /** Calls that make the state, by the library. Returns ids that the change needs. */
  state: fc.Arbitrary<readonly Call[]>;
  change: fc.Arbitrary<Input>;
  /** Field of the change that takes the id of what the last call of the state made. */
  madeId?: string;
}

const on = (fields: Input) => ({ webinar_id, ...fields });
const twice = <Fields>(op: AnyOperation, change: fc.Arbitrary<Fields>, more: Pick<Case, "madeId"> = {}): Case => ({
  op,
  state: change.map((fields) => [[op.id, on(fields as Input)]]),
  change: change.map((fields) => on(fields as Input)),
  ...more,
});

const series: Call = [webinars.update.id, on({ recurrence: { type: 2, weekly_days: "2", end_times: 4 } })];
const oneDate = fc
  .record(
    {
      agenda: text,
      start_time: fc.constantFrom("2027-03-15T10:00:00Z", "2027-04-20T18:00:00Z"),
      duration: fc.integer({ min: 20, max: 90 }),
      notify_registrants: fc.boolean(),
      settings: fc.record(
        { host_video: fc.boolean(), add_watermark: fc.boolean(), auto_recording: fc.constantFrom("none", "cloud") },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  )
  .filter((fields) => Object.keys(fields).some((name) => name !== "notify_registrants"))
  .map((fields) => on({ occurrence_id: FIRST_DATE, ...fields }));
const decision = fc.record({ registrants: people, action: fc.constantFrom("approve", "deny", "cancel") }).map(on);
const streaming = fc
  .record(
    {
      active_speaker_name: fc.boolean(),
      display_name: some,
      close_caption: fc.constantFrom("burnt-in", "embedded", "off"),
    },
    { requiredKeys: ["active_speaker_name", "display_name"] },
  )
  .map((given) => on({ action: "start", settings: given }));
const streamIs = [liveStream.set.id, on({ stream_url: "rtmp://example.com/One", stream_key: "One", page_url: "https://example.com/watch" })] as const;
const forAll = fc.record({ isDefault: fc.boolean(), set_default_for_all_panelists: fc.boolean() });
const tagFor = fc.tuple(tag, forAll).map(([fields, { isDefault, ...all }]) => on({ ...fields, is_default: isDefault, ...all }));
const backgroundFor = forAll.map(({ isDefault, ...all }) => on({ file, default: isDefault, ...all }));

export const CASES: readonly Case[] = [
  twice(webinars.update, updateChange),
  twice(registrationQuestions.replace, form),
  twice(survey.set, surveyInput),
  { op: polls.replace, state: pollInput.map((fields) => [[polls.create.id, on(fields)]]), change: pollInput.map(on), madeId: "poll_id" },
  twice(
    liveStream.set,
    fc.record({ stream_url: some.map((name) => `rtmp://example.com/${name}`), stream_key: some, page_url: fc.constant("https://example.com/watch") }),
  ),
  {
    op: trackingFields.update,
    state: fc
      .record({ field: some, recommended_values: fc.subarray(["a", "b"]), required: fc.boolean(), visible: fc.boolean() })
      .map((fields) => [[trackingFields.create.id, fields]]),
    change: fc.record({ recommended_values: fc.subarray(["a", "b"]), required: fc.boolean(), visible: fc.boolean() }, { requiredKeys: [] }),
    madeId: "field_id",
  },
  {
    op: branding.updateNameTag,
    state: tag.map((fields) => [[branding.createNameTag.id, on({ ...fields, is_default: true })]]),
    change: fc.record({ name: some, is_default: fc.boolean() }, { requiredKeys: [] }).map(on),
    madeId: "name_tag_id",
  },
  {
    op: branding.uploadWallpaper,
    state: fc.boolean().map((has) => (has ? [[branding.uploadWallpaper.id, on({ file })] as const] : [])),
    change: fc.constant(on({ file })),
  },
  {
    op: branding.setVirtualBackground,
    state: fc.boolean().map((isDefault) => [[branding.uploadVirtualBackground.id, on({ file, default: isDefault })]]),
    change: fc.record({ set_default_for_all_panelists: fc.boolean() }, { requiredKeys: [] }).map(on),
  },
  {
    op: registrants.deny,
    state: people.map((who) => [[registrants.approve.id, on({ registrants: who })]]),
    change: people.map((who) => on({ registrants: who })),
  },
  {
    op: registrants.cancel,
    state: people.map((who) => [[registrants.approve.id, on({ registrants: who })]]),
    change: people.map((who) => on({ registrants: who })),
  },
  {
    op: registrants.approve,
    state: people.map((who) => [[registrants.deny.id, on({ registrants: who })]]),
    change: people.map((who) => on({ registrants: who })),
  },
  {
    op: registrants.updateStatus,
    state: decision.map((input) => [[registrants.updateStatus.id, input]]),
    change: decision,
  },
  { op: webinars.update, name: "webinars.update of one date", state: oneDate.map((input) => [series, [webinars.update.id, input]]), change: oneDate },
  {
    op: liveStream.updateStatus,
    state: fc.tuple(streaming, fc.boolean()).map(([input, runs]) => {
      const stop = [liveStream.updateStatus.id, on({ action: "stop" })] as const;
      return [streamIs, [ON_AIR, {}], [liveStream.updateStatus.id, input], ...(runs ? [] : [stop])];
    }),
    change: fc.oneof(fc.constant(on({ action: "stop" })), fc.constant(on({ action: "start" })), streaming),
  },
  { op: branding.createNameTag, state: tagFor.map((input) => [[branding.createNameTag.id, input]]), change: tagFor },
  {
    op: branding.uploadVirtualBackground,
    state: backgroundFor.map((input) => [[branding.uploadVirtualBackground.id, input]]),
    change: backgroundFor,
  },
  {
    op: panelists.replace,
    state: fc.constant([]),
    change: fc
      .record({ name: some, email: fc.constantFrom("linus@example.com", "grace@example.com") }, { requiredKeys: ["name"] })
      .map((fields) => on({ panelist_id: "grace@example.com", ...fields })),
  },
];
