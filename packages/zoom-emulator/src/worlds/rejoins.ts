import { toZoomTime } from "../http/json.ts";
import { nextOpaqueId, nextUuid } from "../state/ids.ts";
import { emptySession } from "../state/session-record.ts";
import type { EmulatorState, RegistrantRecord, WebinarRecord } from "../state/state.ts";
import { emptyWorld, type WorldOptions } from "../state/world.ts";
import { addWebinar, asJoiner, DAY_MS, guest, HOUR_MS, hostOfWebinar, MINUTE_MS, midnight, rowsOf, type Stay, signUpPerson } from "./build.ts";

const REGISTRANTS = 40;

/** Ends an instance of a webinar: it becomes history, the webinar gets a new UUID. */
const hold = (
  state: EmulatorState,
  webinar: WebinarRecord,
  startMs: number,
  minutes: number,
  stays: readonly Stay[],
  occurrenceId?: string,
): void => {
  const { uuid } = webinar;
  webinar.instances.push({
    ...emptySession(occurrenceId ?? null),
    participants: rowsOf(state.seed, uuid, startMs, stays),
    uuid,
    start_time: toZoomTime(startMs),
    end_time: toZoomTime(startMs + minutes * MINUTE_MS),
  });
  webinar.uuid = nextUuid(state);
};

const minutes = (from: number, to: number) => [from * MINUTE_MS, to * MINUTE_MS] as const;

/** Thirty of forty who signed up came: most once, every third again after a pause, every fifth on two devices at once. */
const staysOf = (people: readonly RegistrantRecord[], length: number): Stay[] =>
  people.slice(0, 30).flatMap((person, index): Stay[] => {
    const late = index % 4;
    const whole = minutes(late, length);
    if (index % 5 === 4)
      return [
        [asJoiner(person), ...whole],
        [asJoiner(person, `${person.first_name}'s phone`), ...minutes(late + 2, length - 5)],
      ];
    if (index % 3 === 2)
      return [
        [asJoiner(person), ...minutes(late, 9 + late)],
        [asJoiner(person), ...minutes(12 + late, 20)],
        [asJoiner(person), ...minutes(20, length)],
      ];
    return [[asJoiner(person), ...whole]];
  });

/**
 * A webinar whose attendance is hard to count. "The stormy one" was opened three times, as the connection broke twice: few minutes, a minute of the host
 * alone, then the rest; with people who come again, come on two devices, change their name, bear the same name, and guests with and without an address.
 * "The calm series" was held on two of four dates, with sign-ups for single dates.
 */
export const rejoinsWorld = (options: WorldOptions): EmulatorState => {
  const state = emptyWorld(options);
  const today = midnight(options.nowMs);
  const startMs = today - 5 * DAY_MS + 15 * HOUR_MS;
  const stormy = addWebinar(state, {
    host: 1,
    topic: "The stormy one",
    agenda: "Held in three parts, because the line broke twice.",
    startMs,
    duration: 60,
    createdMs: today - 30 * DAY_MS,
    settings: { approval_type: 0 },
  });
  stormy.panelists.push({ id: nextOpaqueId(state, "panelist"), name: "Ada Example", email: "ada@example.com" });
  const people = Array.from({ length: REGISTRANTS }, (_, index) => signUpPerson(state, stormy, index, today - 20 * DAY_MS + index * HOUR_MS));
  const host = hostOfWebinar(state, stormy);
  const ada = state.users[0];
  const speaker = { ...guest("Ada Example", "ada@example.com"), role: "panelist" as const, account_user_id: ada?.id ?? null };
  const [first, second] = people;

  hold(state, stormy, startMs, 12, [
    [host, ...minutes(0, 12)],
    [speaker, ...minutes(1, 12)],
    ...people.slice(0, 20).map((person, index): Stay => [asJoiner(person), ...minutes(index % 4, 12)]),
    [guest("Visitor"), ...minutes(3, 12)],
  ]);
  hold(state, stormy, startMs + 14 * MINUTE_MS, 1, [[host, ...minutes(0, 1)]]);
  hold(state, stormy, startMs + 16 * MINUTE_MS, 45, [
    [host, ...minutes(0, 45)],
    [speaker, ...minutes(0, 10)],
    [speaker, ...minutes(11, 45)],
    ...staysOf(people, 45),
    [guest("Visitor"), ...minutes(2, 8)],
    [guest("Visitor"), ...minutes(9, 30)],
    [guest("Walk-in", "walk-in@example.com"), ...minutes(5, 45)],
    // the same name as somebody who signed up, but without the personal link
    ...(second === undefined ? [] : [[guest(`${second.first_name} ${second.answers.last_name}`), ...minutes(6, 40)] satisfies Stay]),
    // in and out within the same second
    ...(first === undefined ? [] : [[asJoiner(first), 44 * MINUTE_MS, 44 * MINUTE_MS] satisfies Stay]),
  ]);

  const calmMs = today - 10 * DAY_MS + 9 * HOUR_MS;
  const calm = addWebinar(state, {
    host: 1,
    topic: "The calm series",
    agenda: "Four weeks, of which two are over.",
    startMs: calmMs,
    duration: 30,
    createdMs: today - 40 * DAY_MS,
    settings: { approval_type: 0, registration_type: 3 },
    weeks: 4,
  });
  const dates = calm.occurrences.map(({ occurrence_id }) => occurrence_id);
  const listeners = Array.from({ length: 10 }, (_, index) =>
    signUpPerson(state, calm, 100 + index, today - 35 * DAY_MS, { occurrence_ids: dates.filter((_date, place) => (index + place) % 2 === 0) }),
  );
  for (const [place, date] of dates.slice(0, 2).entries()) {
    const came = listeners.filter((person, index) => person.occurrence_ids?.includes(date) === true && index % 4 < 2);
    const stays = came.map((person): Stay => [asJoiner(person), ...minutes(1, 29)]);
    hold(state, calm, calmMs + place * 7 * DAY_MS, 30, [[hostOfWebinar(state, calm), ...minutes(0, 30)], ...stays], date);
  }
  return state;
};
