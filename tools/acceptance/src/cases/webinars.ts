import { type Case, fails, HOST, NOWHERE, UPCOMING } from "./case.ts";

export const webinars: readonly Case[] = [
  {
    id: "webinars.list",
    name: "of a host",
    input: () => ({ user_id: HOST }),
    expected: { ok: { webinars: [{ topic: "Product tour: what is new" }, { topic: "The autumn release, live" }] } },
    remember: ({ webinars: [webinar] }: { webinars: [{ id: string }] }) => ({ demo: webinar.id }),
  },
  fails("webinars.list", "of nobody", () => ({ user_id: "nobody@example.com" }), "not_found"),
  fails("webinars.list", "a status that does not exist", () => ({ user_id: HOST, type: "upcomming" }), "input_invalid"),

  {
    id: "webinars.calendar",
    name: "of a month",
    input: () => ({ from: "2038-01-15", to: "2038-02-14", timezone: "Europe/Berlin", full: true }),
    expected: {
      ok: {
        events: [{ topic: "Product tour: what is new", host: HOST, registered: 3, clashes_with: [] }],
        hosts_read: 2,
        notes: ["Without a webinar licence: linus@example.com."],
      },
    },
    varies: ["read_at"],
  },
  fails("webinars.calendar", "that ends before it begins", () => ({ from: "2038-02-14", to: "2038-01-15" }), "input_invalid"),

  {
    id: "webinars.create",
    name: "at a wall time in a zone",
    input: () => ({
      user_id: HOST,
      topic: "Tides",
      start_time: "2038-03-15T10:00",
      timezone: "America/New_York",
      registration: "manual",
      host_video: true,
      settings: { contact_name: "Ada" },
    }),
    expected: { ok: { starts: { utc: "2038-03-15T14:00:00Z" } } },
    remember: ({ webinar }: { webinar: { id: string } }) => ({ made: webinar.id }),
  },
  fails(
    "webinars.create",
    "on a date that does not exist",
    () => ({ user_id: HOST, topic: "T", start_time: "2038-02-30T10:00", timezone: "UTC" }),
    "input_invalid",
  ),
  fails(
    "webinars.create",
    "in an hour that is skipped",
    () => ({ user_id: HOST, topic: "T", start_time: "2038-03-14T02:30", timezone: "America/New_York" }),
    "input_invalid",
  ),
  fails(
    "webinars.create",
    "in an unknown zone",
    () => ({ user_id: HOST, topic: "T", start_time: "2038-03-15T10:00", timezone: "America/NewYork" }),
    "input_invalid",
  ),
  fails(
    "webinars.create",
    "for a host without the add-on",
    () => ({ user_id: "linus@example.com", topic: "T", start_time: "2038-03-15T10:00:00Z" }),
    "plan_missing",
  ),

  { id: "webinars.get", name: "by id", input: ({ made }) => ({ webinar_id: made }), expected: { ok: { topic: "Tides" } } },
  {
    id: "webinars.get",
    name: "by id as printed",
    input: ({ made = "" }) => ({ webinar_id: `${made.slice(0, 3)} ${made.slice(3, 7)} ${made.slice(7)}` }),
    expected: { ok: { topic: "Tides" } },
  },
  fails("webinars.get", "that is not there", () => ({ webinar_id: "99999999999" }), "not_found"),
  fails("webinars.get", "by words", () => ({ webinar_id: "the one about tides" }), "input_invalid"),
  fails("webinars.get", "by a UUID with slashes that is not there", () => ({ webinar_id: "/ab//cdefghijklmnopqrs==" }), "not_found"),

  {
    id: "webinars.createRecurring",
    name: "on Tuesdays and Thursdays",
    input: () => ({
      user_id: HOST,
      topic: "Drills",
      start_time: "2038-03-02T10:00",
      timezone: "America/New_York",
      weekly_days: "5,3",
      end_times: 4,
      registration: "automatic",
    }),
    expected: { ok: { rhythm: "every week on Tuesday and Thursday, 4 times", as_expected: true, dates: { length: 4 } } },
    remember: ({ webinar, dates }: { webinar: { id: string }; dates: [unknown, { occurrence_id: string }] }) => ({
      series: webinar.id,
      secondDate: dates[1].occurrence_id,
    }),
  },
  fails("webinars.createRecurring", "without an end", () => ({ user_id: HOST, topic: "T", start_time: "2038-03-02T10:00:00Z" }), "input_invalid"),
  fails(
    "webinars.createRecurring",
    "with two ends",
    () => ({ user_id: HOST, topic: "T", start_time: "2038-03-02T10:00:00Z", end_times: 2, end_date_time: "2038-04-01" }),
    "input_invalid",
  ),

  {
    id: "webinars.createInteractive",
    name: "for the second user",
    input: () => ({ topic: "Tides again", user_selection: "2", start_time: "2038-03-15T10:00" }),
    expected: { ok: { host: { email: "grace@example.com" }, starts: { timezone: "America/New_York" } } },
  },
  fails("webinars.createInteractive", "for one of several", () => ({ topic: "T", user_selection: "Example" }), "input_invalid"),

  {
    id: "webinars.scheduleFromPrompt",
    name: "a sentence",
    input: () => ({ prompt: "Create a webinar about AI Safety on 2038-12-01T10:00:00", user_selection: "first" }),
    expected: { ok: { webinar: { topic: "AI Safety" }, starts: { utc: "2038-12-01T09:00:00Z", zone_from: "host profile" } } },
  },
  fails(
    "webinars.scheduleFromPrompt",
    "what has two meanings",
    () => ({ prompt: "a webinar about Tides on 4 March 2038 at 10:00 and 15:00", user_selection: "first" }),
    "input_invalid",
  ),
  {
    id: "webinars.scheduleRecurringFromPrompt",
    name: "a sentence",
    input: () => ({ prompt: "webinar about Drills every Friday at 10:00 starting 2038-03-01, 3 times", user_selection: HOST }),
    expected: {
      ok: {
        rhythm: "every week on Friday, 3 times",
        dates: [{ utc: "2038-03-05T09:00:00Z" }, { utc: "2038-03-12T09:00:00Z" }, { utc: "2038-03-19T09:00:00Z" }],
      },
    },
  },
  fails(
    "webinars.scheduleRecurringFromPrompt",
    "without an end",
    () => ({ prompt: "webinar about Drills every Friday at 10:00", user_selection: HOST }),
    "input_invalid",
  ),

  {
    id: "webinars.createFromSentence",
    name: "a sentence with a host and settings",
    input: () => ({ prompt: "Please book a webinar on Tides for 1 March 2038, half past two, hosted by ada@example.com, with registration" }),
    expected: { ok: { webinar: { topic: "Tides" }, reading: { settings: ["registration, approved at once"], dates: [] }, series: null } },
  },
  {
    id: "webinars.createFromSentence",
    name: "read only",
    input: () => ({ prompt: 'webinar "Drills" every Friday at 10:00 starting 2038-03-01, 3 times', user_selection: HOST, dry_run: true }),
    expected: { ok: { webinar: null, reading: { repeats: "every week on Friday, 3 times", dates: { length: 3 } } } },
  },
  fails(
    "webinars.createFromSentence",
    "what has two meanings",
    () => ({ prompt: "a webinar about Tides on 3/4/2038 around 10:00", user_selection: HOST }),
    "input_invalid",
  ),

  {
    id: "webinars.update",
    name: "its start, in another zone",
    input: ({ made }) => ({ webinar_id: made, start_time: "2038-03-16T10:00", timezone: "Europe/Berlin", auto_recording: "cloud" }),
    expected: { ok: { starts: { utc: "2038-03-16T09:00:00Z" }, changed: ["start_time", "timezone", "auto_recording"] } },
  },
  {
    id: "webinars.update",
    name: "one date",
    input: ({ series, secondDate }) => ({ webinar_id: series, occurrence_id: secondDate, duration: 30 }),
    expected: { ok: { changed: ["duration"] } },
  },
  fails("webinars.update", "nothing", ({ made }) => ({ webinar_id: made }), "input_invalid"),
  fails(
    "webinars.update",
    "the topic of one date",
    ({ series, secondDate }) => ({ webinar_id: series, occurrence_id: secondDate, topic: "T" }),
    "input_invalid",
  ),
  fails("webinars.update", "one that is not there", () => ({ webinar_id: NOWHERE, topic: "T" }), "not_found"),

  {
    id: "webinars.updateStatus",
    name: "how to start",
    input: ({ made }) => ({ webinar_id: made, action: "start" }),
    expected: { ok: { outcome: "host starts it", redacted: ["start_url"] } },
  },
  {
    id: "webinars.updateStatus",
    name: "end one that does not run",
    input: () => ({ webinar_id: UPCOMING, action: "end" }),
    expected: { ok: { outcome: "was not running" } },
  },
  {
    id: "webinars.updateStatus",
    name: "cancel",
    input: ({ series }) => ({ webinar_id: series, action: "cancel" }),
    expected: { ok: { outcome: "cancelled" } },
  },
  fails("webinars.updateStatus", "cancel again", ({ series }) => ({ webinar_id: series, action: "cancel" }), "not_found"),
  fails("webinars.updateStatus", "an action that Zoom lacks", ({ made }) => ({ webinar_id: made, action: "pause" }), "input_invalid"),
];
