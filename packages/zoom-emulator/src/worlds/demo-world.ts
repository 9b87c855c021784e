import { toZoomTime } from "../http/json.ts";
import { nextOpaqueId, nextSourceId, nextUuid } from "../state/ids.ts";
import type { EmulatorState, RegistrantRecord, RegistrantStatus, WebinarRecord } from "../state/state.ts";
import { emptyWorld, type WorldOptions } from "../state/world.ts";
import { addWebinar, DAY_MS, HOUR_MS, MINUTE_MS, midnight } from "./build.ts";
import { addRelease } from "./demo-release.ts";
import { holdDemoSession } from "./demo-session.ts";

type Person = readonly [firstName: string, lastName: string, email: string, organization: string, status: RegistrantStatus];

const UPCOMING_PEOPLE: readonly Person[] = [
  ["Mina", "Muster", "mina@example.com", "Muster Bakery", "approved"],
  ["Otto", "Specimen", "otto@example.com", "Specimen Labs", "approved"],
  ["Nia", "Sample", "nia@example.com", "Sample Records", "approved"],
  ["Juan", "Ejemplo", "juan@example.com", "Ejemplo Tours", "pending"],
  ["Kim", "Placeholder", "kim@example.com", "Placeholder Prints", "pending"],
];

const PAST_PEOPLE: readonly Person[] = [
  ["Mina", "Muster", "mina@example.com", "Muster Bakery", "approved"],
  ["Nia", "Sample", "nia@example.com", "Sample Records", "approved"],
  ["Ravi", "Fictional", "ravi@example.com", "Fictional Freight", "approved"],
];

const addPeople = (state: EmulatorState, webinar: WebinarRecord, people: readonly Person[], firstMs: number) => {
  for (const [index, [first_name, last_name, email, org, status]] of people.entries()) {
    const registrant: RegistrantRecord = {
      id: nextOpaqueId(state, "registrant"),
      email,
      first_name,
      createdMs: firstMs + index * HOUR_MS,
      status,
      statusOn: {},
      occurrence_ids: null,
      answers: { last_name, org },
      custom_questions: [],
      language: null,
      source_id: null,
    };
    webinar.registrants.push(registrant);
  }
};

/** Two sign-up links: Otto came through the newsletter, through the other nobody yet. */
const addTrackingSources = (state: EmulatorState, webinar: WebinarRecord): void => {
  webinar.trackingSources.push(
    { id: nextSourceId(state), source_name: "Newsletter", visitor_count: 12 },
    { id: nextSourceId(state), source_name: "Partner site", visitor_count: 3 },
  );
  for (const registrant of webinar.registrants) {
    if (registrant.email === "otto@example.com") registrant.source_id = webinar.trackingSources[0]?.id ?? null;
  }
};

/**
 * The world that people meet first: an upcoming webinar whose sign-ups wait for approval, and one that was held (demo-session.ts); the instance of
 * the latter has a UUID that starts with "/". A third, of last week, has a report worth a look (demo-release.ts). Dates follow the clock at creation, ids the seed.
 */
export const demoWorld = (options: WorldOptions): EmulatorState => {
  const state = emptyWorld(options);
  const midnightMs = midnight(options.nowMs);

  const upcoming = addWebinar(state, {
    host: 0,
    topic: "Product tour: what is new",
    agenda: "An hour with the team: what changed, what comes next, and your questions.",
    startMs: midnightMs + 7 * DAY_MS + 15 * HOUR_MS,
    duration: 60,
    createdMs: midnightMs - 3 * DAY_MS,
    settings: { approval_type: 1 },
  });
  upcoming.questions.push({ field_name: "org", required: false });
  upcoming.custom_questions.push({ title: "What do you hope to learn?", type: "short", required: false, answers: [] });
  upcoming.panelists.push({ id: nextOpaqueId(state, "panelist"), name: "Grace Example", email: "grace@example.com" });
  addPeople(state, upcoming, UPCOMING_PEOPLE, midnightMs - 2 * DAY_MS);
  addTrackingSources(state, upcoming);

  const heldMs = midnightMs - 10 * DAY_MS + 16 * HOUR_MS;
  const past = addWebinar(state, {
    host: 1,
    topic: "Getting started in 45 minutes",
    agenda: "From sign-up to the first event.",
    startMs: heldMs,
    duration: 45,
    createdMs: midnightMs - 20 * DAY_MS,
    settings: { approval_type: 0 },
  });
  past.questions.push({ field_name: "org", required: false });
  addPeople(state, past, PAST_PEOPLE, midnightMs - 15 * DAY_MS);
  past.instances.push({
    ...holdDemoSession(state, past, heldMs),
    uuid: past.uuid,
    start_time: toZoomTime(heldMs),
    end_time: toZoomTime(heldMs + 47 * MINUTE_MS),
  });
  past.uuid = nextUuid(state);
  addRelease(state, midnightMs);
  return state;
};
