import { toZoomTime } from "../http/json.ts";
import { nextUuid } from "../state/ids.ts";
import { emptySession } from "../state/session-record.ts";
import type { EmulatorState, RegistrantRecord } from "../state/state.ts";
import { emptyWorld, type WorldOptions } from "../state/world.ts";
import { addWebinar, asJoiner, DAY_MS, guest, HOUR_MS, hostOfWebinar, MINUTE_MS, midnight, rowsOf, type Stay, signUpPerson } from "./build.ts";

const AHEAD = 100_000;
const HELD = 10_000;
const GUESTS = 500;
const SECOND_MS = 1000;
const LENGTH_MS = 60 * MINUTE_MS;

/** One in fifty waits, one in five hundred was denied. */
const statusFor = (index: number): RegistrantRecord["status"] => {
  if (index % 500 === 499) return "denied";
  return index % 50 === 49 ? "pending" : "approved";
};

/** Three of four came, every fifth of them twice. */
const staysOf = (person: RegistrantRecord, index: number): Stay[] => {
  if (index % 4 === 3) return [];
  const fromMs = (index % 600) * SECOND_MS;
  if (index % 5 > 0) return [[asJoiner(person), fromMs, LENGTH_MS]];
  return [
    [asJoiner(person), fromMs, fromMs + 20 * MINUTE_MS],
    [asJoiner(person), fromMs + 21 * MINUTE_MS, LENGTH_MS],
  ];
};

/** A webinar ahead for which 100,000 people signed up, and one that was held, with 10,000 of whom 7,500 came, and 500 guests. */
export const largeWorld = (options: WorldOptions): EmulatorState => {
  const state = emptyWorld(options);
  const today = midnight(options.nowMs);
  const ahead = addWebinar(state, {
    host: 0,
    topic: "The big one",
    agenda: "For everybody.",
    startMs: today + 14 * DAY_MS + 16 * HOUR_MS,
    duration: 90,
    createdMs: today - 30 * DAY_MS,
    settings: { approval_type: 1 },
  });
  for (let index = 0; index < AHEAD; index++) {
    signUpPerson(state, ahead, index, today - 25 * DAY_MS + index * SECOND_MS, { status: statusFor(index) });
  }
  const startMs = today - 14 * DAY_MS + 16 * HOUR_MS;
  const held = addWebinar(state, {
    host: 1,
    topic: "The one before",
    agenda: "For nearly everybody.",
    startMs,
    duration: 60,
    createdMs: today - 60 * DAY_MS,
    settings: { approval_type: 0 },
  });
  const people = Array.from({ length: HELD }, (_, index) => signUpPerson(state, held, index, today - 50 * DAY_MS + index * SECOND_MS));
  const stays: Stay[] = [[hostOfWebinar(state, held), 0, LENGTH_MS], ...people.flatMap(staysOf)];
  for (let index = 0; index < GUESTS; index++) stays.push([guest(`Guest ${index}`), index * SECOND_MS, LENGTH_MS]);
  const { uuid } = held;
  held.instances.push({
    ...emptySession(),
    participants: rowsOf(state.seed, uuid, startMs, stays),
    uuid,
    start_time: toZoomTime(startMs),
    end_time: toZoomTime(startMs + LENGTH_MS),
  });
  held.uuid = nextUuid(state);
  return state;
};
