import { InputError, isZoomWebinarError, NotFoundError } from "@zoom-webinar/foundation";
import type { ReplyOf } from "@zoom-webinar/zoom-client";
import { countOf, firstOf } from "../operation/counts.ts";
import type { RegistrantStatus } from "../operation/params.ts";
import { toEmailKey } from "../people/names.ts";
import type { Fact } from "./row.ts";
import { sessionReader } from "./sessions.ts";
import { readSignUpDates, type SignUpDate, type SignUpDates } from "./sign-up-dates.ts";
import type { OpenSource, Piece, SourceRequest, Unit } from "./source.ts";

type Registrant = NonNullable<NonNullable<ReplyOf<"GET /webinars/{webinarId}/registrants">["registrants"]>[number]>;

/** Every status, in the order in which they are read. */
export const STATUSES = ["approved", "pending", "denied"] as const satisfies readonly RegistrantStatus[];

/** Those that are asked for, in our order; all if none is. */
export const statusesOf = (asked: readonly RegistrantStatus[] = STATUSES): readonly RegistrantStatus[] =>
  STATUSES.filter((status) => asked.includes(status));

/** Where to go on: a status, Zoom's token of a page, and the date if people sign up per date. */
interface Mark {
  status: RegistrantStatus;
  token: string;
  date: string;
}
const toMark = ({ status, token, date }: Mark): string => [status, token, date].join(" ").trimEnd();
const fromMark = (mark: string | null, statuses: readonly RegistrantStatus[]): Mark => {
  const [word, token = "", date = ""] = (mark ?? "").split(" ");
  return { status: statuses.find((status) => status === word) ?? statuses[0] ?? STATUSES[0], token, date };
};

const joined = (answers: Registrant["custom_questions"] = []): string | null =>
  answers
    .filter(({ value }) => value)
    .map(({ title, value }) => `${title ?? ""}: ${value}`)
    .join("\n") || null;

/** What is known of a registration beside Zoom's row of it. */
interface Told {
  status: RegistrantStatus;
  seconds: number | null;
  date: SignUpDate | null;
}

const toFact = ({ webinar_id, topic }: Unit, registrant: Registrant, { status, seconds, date }: Told): Fact => ({
  webinar_id,
  topic,
  name: [registrant.first_name, registrant.last_name].filter(Boolean).join(" ") || null,
  email: toEmailKey(registrant.email) || null,
  registrant_id: registrant.id ?? null,
  key: [registrant.id ?? toEmailKey(registrant.email), ...(date === null ? [] : [date.occurrence_id])].join("\n"),
  seconds,
  fields: {
    status: registrant.status ?? status,
    registered_at: registrant.create_time ?? null,
    occurrence_id: date?.occurrence_id ?? null,
    occurrence_start: date?.start_time ?? null,
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

/** What distinguishes a person's presence on a date; "" for all dates together. */
const presenceKey = (who: string, date: string): string => `${date}\n${who}`;

/** How long each registrant was present, by address and by id: on their date, or over all sessions. Nobody, if it was not held yet. */
const readSeconds = async (request: SourceRequest, unit: Unit, dates: SignUpDates): Promise<ReadonlyMap<string, number>> => {
  const seconds = new Map<string, number>();
  const readSession = sessionReader({ ...request, window: null });
  try {
    for (let at = 0; ; at += 1) {
      const found = await readSession(unit, at);
      const date = found === null ? "" : dates.idAt(found.held.report.sessions[0]?.start_time ?? null);
      for (const person of found?.held.report.people ?? [])
        for (const who of [toEmailKey(person.email), person.registrant_id ?? ""])
          if (who !== "") seconds.set(presenceKey(who, date), (seconds.get(presenceKey(who, date)) ?? 0) + (person.seconds ?? 0));
      if (found === null || found.isLast) return seconds;
    }
  } catch (error) {
    if (error instanceof NotFoundError) return seconds;
    throw error;
  }
};

/** What the pages of one webinar share. */
interface Shared {
  id: string;
  dates: Promise<SignUpDates>;
  /** Null if nobody asked for it. */
  seconds: Promise<ReadonlyMap<string, number> | null>;
}

type RegistrantList = ReplyOf<"GET /webinars/{webinarId}/registrants">;

/** Zoom may refuse the list of a date that was deleted. */
const orNobody = (list: Promise<RegistrantList>): Promise<RegistrantList> =>
  list.catch((error: unknown) => {
    if (isZoomWebinarError(error) && (error.code === "zoom_rejected" || error.code === "not_found")) return {};
    throw error;
  });

const NOBODY: Piece = { facts: [], next: null };
const NAMED = 5;

/** Webinars that nobody can register for, counted and named: they do not stop an export. */
const noteWithout = (ids: ReadonlySet<string>): string[] =>
  ids.size === 0
    ? []
    : [`${countOf(ids.size, "webinar has", "webinars have")} no registration, so nobody is registered: ${firstOf([...ids], NAMED)}.`];

const goneDate = () => InputError.at("next_page_token", "is at a date that was deleted", "Begin again without it.");

/** Everybody who registered, in every status that is asked for, a row for each; if people sign up per date, a row for each of their dates. */
export const registrantSource: OpenSource = (request) => {
  const { ctx, attendedFrom, pageSize, statuses } = request;
  let known: Shared | null = null;
  const without = new Set<string>();
  const share = (unit: Unit): Shared => {
    const dates = readSignUpDates(ctx, unit.webinar_id);
    const seconds = dates.then((read) => (attendedFrom === null || read.hasNoRegistration ? null : readSeconds(request, unit, read)));
    return { id: unit.webinar_id, dates, seconds };
  };
  return {
    read: async (unit, at) => {
      if (known?.id !== unit.webinar_id) known = share(unit);
      const [{ topic, dates, hasNoRegistration }, seconds] = await Promise.all([known.dates, known.seconds]);
      if (hasNoRegistration) {
        without.add(unit.webinar_id);
        return NOBODY;
      }
      const { status, token, date: asked } = fromMark(at, statuses);
      const place = asked === "" ? 0 : dates.findIndex(({ occurrence_id }) => occurrence_id === asked);
      const date = dates[place] ?? null;
      if (asked !== "" && date === null) throw goneDate();
      const query = { status, occurrence_id: date?.occurrence_id, page_size: pageSize, next_page_token: token || undefined };
      const list = ctx.zoom.call("GET /webinars/{webinarId}/registrants", { path: { webinarId: unit.webinar_id }, query });
      const { registrants = [], next_page_token } = await (date?.isDeleted === true ? orNobody(list) : list);
      const presentOf = ({ id, email }: Registrant) =>
        [id ?? "", toEmailKey(email)].map((who) => seconds?.get(presenceKey(who, date?.occurrence_id ?? ""))).find((one) => one !== undefined) ?? 0;
      const after = statuses[statuses.indexOf(status) + 1];
      const following = dates[place + 1];
      const mark = (next: Omit<Mark, "date">, on = date) => toMark({ ...next, date: on?.occurrence_id ?? "" });
      const whereNext = (): string | null => {
        if (next_page_token) return mark({ status, token: next_page_token });
        if (after !== undefined) return mark({ status: after, token: "" });
        return following === undefined ? null : mark({ status: statuses[0] ?? STATUSES[0], token: "" }, following);
      };
      return {
        facts: registrants.map((one) =>
          toFact({ ...unit, topic: unit.topic ?? topic }, one, { status, date, seconds: seconds === null ? null : presentOf(one) }),
        ),
        next: whereNext(),
      };
    },
    notes: () => noteWithout(without),
  };
};
