import { NotFoundError } from "@zoom-webinar/foundation";
import type { ReplyOf } from "@zoom-webinar/zoom-client";
import type { RegistrantStatus } from "../operation/params.ts";
import { toEmailKey } from "../people/names.ts";
import type { Fact } from "./row.ts";
import { sessionReader } from "./sessions.ts";
import type { OpenSource, SourceRequest, Unit } from "./source.ts";

type Registrant = NonNullable<NonNullable<ReplyOf<"GET /webinars/{webinarId}/registrants">["registrants"]>[number]>;

/** Every status, in the order in which they are read. */
export const STATUSES = ["approved", "pending", "denied"] as const satisfies readonly RegistrantStatus[];

/** Those that are asked for, in our order; all if none is. */
export const statusesOf = (asked: readonly RegistrantStatus[] = STATUSES): readonly RegistrantStatus[] =>
  STATUSES.filter((status) => asked.includes(status));

/** Where to go on: a status and Zoom's token of a page. */
const toMark = (status: RegistrantStatus | undefined, token: string): string | null => (status === undefined ? null : `${status} ${token}`);
const fromMark = (mark: string | null, statuses: readonly RegistrantStatus[]): { status: RegistrantStatus; token: string | undefined } => {
  const [word, token] = (mark ?? "").split(" ");
  return { status: statuses.find((status) => status === word) ?? statuses[0] ?? STATUSES[0], token: token || undefined };
};

const joined = (answers: Registrant["custom_questions"] = []): string | null =>
  answers
    .filter(({ value }) => value)
    .map(({ title, value }) => `${title ?? ""}: ${value}`)
    .join("\n") || null;

const toFact = (unit: Unit, registrant: Registrant, status: RegistrantStatus, seconds: number | null): Fact => ({
  ...unit,
  name: [registrant.first_name, registrant.last_name].filter(Boolean).join(" ") || null,
  email: toEmailKey(registrant.email) || null,
  registrant_id: registrant.id ?? null,
  key: registrant.id ?? toEmailKey(registrant.email),
  seconds,
  fields: {
    status: registrant.status ?? status,
    registered_at: registrant.create_time ?? null,
    minutes: seconds === null ? null : Math.round(seconds / 6) / 10,
    org: registrant.org || null,
    job_title: registrant.job_title || null,
    industry: registrant.industry || null,
    phone: registrant.phone || null,
    city: registrant.city || null,
    state: registrant.state || null,
    country: registrant.country || null,
    comments: registrant.comments || null,
    answers: joined(registrant.custom_questions),
  },
});

/** How long each registrant was present over all sessions, by address and by id. Nobody, if it was not held yet. */
const readSeconds = async (request: SourceRequest, unit: Unit): Promise<ReadonlyMap<string, number>> => {
  const seconds = new Map<string, number>();
  const readSession = sessionReader({ ...request, window: null });
  try {
    for (let at = 0; ; at += 1) {
      const found = await readSession(unit, at);
      for (const person of found?.held.report.people ?? [])
        for (const key of [toEmailKey(person.email), person.registrant_id ?? ""])
          if (key !== "") seconds.set(key, (seconds.get(key) ?? 0) + (person.seconds ?? 0));
      if (found === null || found.isLast) return seconds;
    }
  } catch (error) {
    if (error instanceof NotFoundError) return seconds;
    throw error;
  }
};

/** Everybody who registered, in every status that is asked for, a row for each. */
export const registrantSource: OpenSource = (request) => {
  let known: { id: string; seconds: Promise<ReadonlyMap<string, number>> } | null = null;
  const secondsOf = async (unit: Unit): Promise<ReadonlyMap<string, number> | null> => {
    if (request.attendedFrom === null) return null;
    if (known?.id !== unit.webinar_id) known = { id: unit.webinar_id, seconds: readSeconds(request, unit) };
    return known.seconds;
  };
  return {
    read: async (unit, at) => {
      const { status, token } = fromMark(at, request.statuses);
      const seconds = await secondsOf(unit);
      const { registrants = [], next_page_token } = await request.ctx.zoom.call("GET /webinars/{webinarId}/registrants", {
        path: { webinarId: unit.webinar_id },
        query: { status, page_size: request.pageSize, next_page_token: token },
      });
      const presentOf = ({ id, email }: Registrant) => seconds?.get(id ?? "") ?? seconds?.get(toEmailKey(email)) ?? 0;
      return {
        facts: registrants.map((one) => toFact(unit, one, status, seconds === null ? null : presentOf(one))),
        next: next_page_token ? toMark(status, next_page_token) : toMark(request.statuses[request.statuses.indexOf(status) + 1], ""),
      };
    },
  };
};
