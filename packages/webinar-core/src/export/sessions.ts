import type { ReportInput } from "../attendance/engine/input.ts";
import { toReport } from "../attendance/engine/report.ts";
import { readSessionsOf, type WebinarSessions } from "../attendance/read/read-attendance.ts";
import type { AttendanceReport, ReportPerson } from "../attendance/report-types.ts";
import { toEmailKey, toNameKey } from "../people/names.ts";
import type { Fact } from "./row.ts";
import type { OpenSource, SourceRequest, Unit } from "./source.ts";

/** One session of a webinar, and who was there. */
export interface Held {
  unit: Unit;
  /** UUID of the first instance; null if Zoom did not say. */
  uuid: string | null;
  /** Each instance's UUID, or the webinar's id if there is none. */
  keys: readonly string[];
  report: AttendanceReport;
  personOf(name: string | undefined, email: string | undefined): ReportPerson | null;
}

/** As the attendance report measures unless told otherwise. */
const MEASURES = { late_minutes: 5, early_minutes: 5, gap_minutes: 15 };

/** Finds people of a report by address, else by a name that only one of them has. */
const finder = (people: readonly ReportPerson[]): Held["personOf"] => {
  const byEmail = new Map<string, ReportPerson>();
  const byName = new Map<string, ReportPerson | null>();
  for (const person of people) {
    if (person.email !== null) byEmail.set(toEmailKey(person.email), person);
    const name = toNameKey(person.name);
    if (name !== "") byName.set(name, byName.has(name) ? null : person);
  }
  return (name, email) => {
    const address = toEmailKey(email);
    // An address that nobody has is somebody else, whatever the name says.
    return address === "" ? (byName.get(toNameKey(name)) ?? null) : (byEmail.get(address) ?? null);
  };
};

const toHeld = (unit: Unit, input: ReportInput): Held => {
  const report = toReport(input, { withJoinings: false });
  const [first] = input.instances;
  return {
    unit: { webinar_id: unit.webinar_id, topic: report.webinar.topic ?? unit.topic },
    uuid: first?.uuid ?? null,
    keys: input.instances.map(({ uuid }) => uuid ?? unit.webinar_id),
    report,
    personOf: finder(report.people),
  };
};

/** Reads a webinar's sessions one after the other, keeping the list of the webinar that was read last. */
export const sessionReader = ({ ctx, window }: SourceRequest) => {
  let known: { id: string; sessions: Promise<WebinarSessions> } | null = null;
  /** The `at`-th session in the window, and whether others follow, or null. */
  return async (unit: Unit, at: number): Promise<{ held: Held; isLast: boolean } | null> => {
    if (known?.id !== unit.webinar_id) known = { id: unit.webinar_id, sessions: readSessionsOf(ctx, { webinar_id: unit.webinar_id, ...MEASURES }) };
    const { starts, read } = await known.sessions;
    const wanted = starts.flatMap((start, place) => (window === null || (start !== null && window.holds(start)) ? [place] : []));
    const place = wanted[at];
    if (place === undefined) return null;
    return { held: toHeld(unit, await read(place)), isLast: at === wanted.length - 1 };
  };
};

/** What a row of a held webinar says of its person. */
export const personFacts = (
  { unit, uuid, report }: Held,
  person: ReportPerson | null,
  given: { name?: string | undefined; email?: string | undefined } = {},
): Omit<Fact, "key"> => ({
  ...unit,
  name: person?.name ?? (given.name || null),
  email: person?.email ?? (toEmailKey(given.email) || null),
  registrant_id: person?.registrant_id ?? null,
  seconds: person?.seconds ?? null,
  fields: { session: uuid, started_at: report.sessions[0]?.start_time ?? null, status: person?.status ?? null, minutes: person?.minutes ?? null },
});

/** A source whose pieces are the sessions of a webinar. */
export const sessionSource =
  (factsOf: (held: Held, request: SourceRequest) => Promise<readonly Fact[]>): OpenSource =>
  (request) => {
    const readSession = sessionReader(request);
    return {
      read: async (unit, at) => {
        const place = at === null ? 0 : Number(at);
        const found = await readSession(unit, place);
        if (found === null) return { facts: [], next: null };
        return { facts: await factsOf(found.held, request), next: found.isLast ? null : String(place + 1) };
      },
    };
  };
