import { toZoomTime } from "../http/json.ts";
import { nextOpaqueId, nextSourceId, nextUuid } from "../state/ids.ts";
import { emptySession } from "../state/session-record.ts";
import type { EmulatorState, WebinarRecord } from "../state/state.ts";
import { emptyWorld, type WorldOptions } from "../state/world.ts";
import { addWebinar, asJoiner, DAY_MS, HOUR_MS, hostOfWebinar, MINUTE_MS, midnight, type Planned, rowsOf, type Stay, signUpPerson } from "./build.ts";

const TALKS = [
  "Opening keynote",
  "Growing an audience",
  "Sound and light",
  "Captions for all",
  "Questions worth asking",
  "Numbers that matter",
  "Closing panel",
];
const SOURCES = ["Newsletter", "Partner site", "Social media"];

const addPolls = (state: EmulatorState, webinar: WebinarRecord): void => {
  webinar.polls.push({
    id: nextOpaqueId(state, "poll"),
    status: "notstart",
    title: "Your role",
    poll_type: 1,
    anonymous: false,
    questions: [{ name: "What do you do?", type: "single", answer_required: true, answers: ["I host", "I produce", "I watch"] }],
  });
  webinar.survey = {
    id: nextOpaqueId(state, "survey"),
    custom_survey: {
      title: "Tell us",
      questions: [{ name: "How was it?", type: "rating_scale", answer_required: false, rating_min_value: 1, rating_max_value: 5 }],
    },
    third_party_survey: null,
    show_in_the_browser: true,
    show_in_the_follow_up_email: false,
  };
};

/** The seven talks of a conference in three weeks, one a day, each with sign-ups by hand and three tracking links. */
const addTalks = (state: EmulatorState, base: Pick<Planned, "createdMs">, todayMs: number): void => {
  for (const [day, topic] of TALKS.entries()) {
    const talk = addWebinar(state, {
      ...base,
      host: day % 2,
      topic: `Example Conference: ${topic}`,
      agenda: `Day ${day + 1} of ${TALKS.length}.`,
      startMs: todayMs + (21 + day) * DAY_MS + 14 * HOUR_MS,
      duration: 45,
      settings: { approval_type: 1, registrants_restrict_number: day === 0 ? 50 : 0 },
    });
    talk.tracking_fields.push({ field: "Region", value: day % 2 === 0 ? "Europe" : "Americas" });
    talk.questions.push({ field_name: "org", required: true }, { field_name: "job_title", required: false });
    talk.panelists.push({ id: nextOpaqueId(state, "panelist"), name: "Grace Example", email: "grace@example.com" });
    for (const [place, source_name] of SOURCES.entries()) {
      talk.trackingSources.push({ id: nextSourceId(state), source_name, visitor_count: 40 * (place + 1) });
    }
    addPolls(state, talk);
    for (let index = 0; index < 20 + 5 * day; index++) {
      const source_id = index % 4 === 3 ? null : (talk.trackingSources[index % SOURCES.length]?.id ?? null);
      signUpPerson(state, talk, index, todayMs - 6 * DAY_MS + index * HOUR_MS, { status: index % 5 === 4 ? "pending" : "approved", source_id });
    }
    talk.isEvents = day === TALKS.length - 1;
  }
};

/** A weekly series: three of eight dates are over, one was called off. */
const addSeries = (state: EmulatorState, base: Pick<Planned, "createdMs">, todayMs: number): void => {
  const startMs = todayMs - 20 * DAY_MS + 10 * HOUR_MS;
  const series = addWebinar(state, {
    ...base,
    host: 0,
    topic: "Example Conference: weekly warm-up",
    agenda: "Half an hour every week until the conference.",
    startMs,
    duration: 30,
    settings: { approval_type: 0, registration_type: 2 },
    weeks: 8,
  });
  const dates = series.occurrences;
  const calledOff = dates[4];
  if (calledOff !== undefined) calledOff.status = "deleted";
  const people = Array.from({ length: 60 }, (_, index) => {
    const date = dates[index % dates.length]?.occurrence_id ?? "";
    return signUpPerson(state, series, index, todayMs - 28 * DAY_MS + index * MINUTE_MS, { occurrence_ids: [date] });
  });
  for (const { occurrence_id } of dates.slice(0, 3)) {
    const heldMs = Number(occurrence_id);
    const came = people.filter((person, index) => person.occurrence_ids?.includes(occurrence_id) === true && index % 3 > 0);
    const stays = came.map((person, index): Stay => [asJoiner(person), index * MINUTE_MS, 30 * MINUTE_MS]);
    const { uuid } = series;
    series.instances.push({
      ...emptySession(occurrence_id),
      participants: rowsOf(state.seed, uuid, heldMs, [[hostOfWebinar(state, series), 0, 31 * MINUTE_MS], ...stays]),
      uuid,
      start_time: toZoomTime(heldMs),
      end_time: toZoomTime(heldMs + 31 * MINUTE_MS),
    });
    series.uuid = nextUuid(state);
  }
};

/** A conference in preparation: seven talks, the last of them in Zoom Events, a weekly series of which three dates are over, a label and a template. */
export const conferenceWorld = (options: WorldOptions): EmulatorState => {
  const state = emptyWorld(options);
  const todayMs = midnight(options.nowMs);
  const base = { createdMs: todayMs - 30 * DAY_MS };
  const region = { field: "Region", recommended_values: ["Europe", "Americas", "Asia"], required: false, visible: true };
  state.trackingFields.push({ id: nextOpaqueId(state, "trackingField"), ...region });
  addSeries(state, base, todayMs);
  addTalks(state, base, todayMs);
  const [, pattern] = Object.values(state.webinars);
  if (pattern !== undefined) {
    const { topic, agenda, duration, settings, questions, custom_questions, type } = structuredClone(pattern);
    state.templates.push({
      id: nextOpaqueId(state, "template"),
      owner_id: pattern.host_id,
      name: "Conference talk",
      type: 1,
      webinar_id: pattern.id,
      content: { topic, agenda, duration, settings, questions, custom_questions, type, recurrence: null },
    });
  }
  return state;
};
