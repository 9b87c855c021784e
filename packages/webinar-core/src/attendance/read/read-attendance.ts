import { NotFoundError } from "@zoom-webinar/foundation";
import type { OperationContext } from "../../operation/operation.ts";
import { startToShow } from "../../operation/preview-change.ts";
import type { ReportInput } from "../engine/input.ts";
import { toInstant, toSecond } from "../engine/seconds.ts";
import { readLive } from "./live.ts";
import { type Measures, readSessionInput, registrantReader } from "./session-input.ts";
import { type KnownInstance, knowInstance, readAllSessions, readLatestSession } from "./sessions.ts";
import { type Found, findWebinar, type ListedInstance } from "./webinar.ts";

/** Which part of a webinar's history is asked for. */
export interface Asked extends Measures {
  /** Webinar ID, or the UUID of one instance. */
  webinar_id: string;
  gap_minutes: number;
}

const MINUTE = 60;

/** Every instance that Zoom knows of, the one of the report's details too if the list does not have it (yet). */
const instancesOf = ({ instances, details }: Found): ListedInstance[] => {
  const listed = [...(instances.value ?? [])];
  const { value } = details;
  if (value !== null && !listed.some(({ uuid }) => uuid === value.uuid)) {
    listed.push({
      uuid: value.uuid ?? null,
      start: toSecond(value.start_time),
      start_time: value.start_time ?? null,
      occurrence_id: null,
    });
  }
  return listed.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
};

/** Whether the planned start is over. */
const isDue = ({ webinar }: Found, { zoom, clock }: OperationContext): boolean => {
  const start = toSecond(startToShow(webinar.value));
  return start !== null && start * 1000 <= zoom.zoomTime(clock.now());
};

const notHeld = async (found: Found, ctx: OperationContext): Promise<NotFoundError> => {
  const { id, webinar } = found;
  const start = toSecond(startToShow(webinar.value));
  const { toldTime } = await import("../../time/told-time.ts");
  const planned = start === null ? "" : ` It is planned for ${await toldTime(toInstant(start), webinar.value?.timezone ?? null)}.`;
  return new NotFoundError(`Zoom has no report of webinar ${id}: it has not ended yet, or it ended too long ago.${planned}`, {
    hint: isDue(found, ctx)
      ? "If it is running, ask again 30 minutes after its end. Zoom keeps reports for a year; for older ones, read the file from its portal with --from FILE."
      : "Ask again 30 minutes after its end.",
  });
};

/** The instance that runs now. Zoom lists it only after its end. Throws `NotFoundError` if nothing runs, or the dashboard cannot be read. */
const runningOrNone = async (ctx: OperationContext, found: Found): Promise<KnownInstance> => {
  const live = await readLive(ctx, found.id);
  if (live !== null && "running" in live) return live.running;
  const error = await notHeld(found, ctx);
  if (live === null || !isDue(found, ctx)) throw error;
  throw new NotFoundError(error.message, {
    hint: ["While it runs, only Zoom's dashboard shows who is there, and it cannot be read.", live.refusal.message, live.refusal.hint, error.hint]
      .filter(Boolean)
      .join(" "),
    cause: live.refusal,
  });
};

const isUuid = (key: string): boolean => !/^[\d\s-]+$/.test(key);

/** The instance that was asked for by its UUID, alone. */
const theInstance = (found: Found, uuid: string): ListedInstance =>
  instancesOf(found).find((instance) => instance.uuid === uuid) ?? { uuid, start: null, start_time: null, occurrence_id: null };

/** Reads one session: the latest of a webinar ID, or the one instance of a UUID. Throws `NotFoundError` if there is none. */
export const readOneSession = async (ctx: OperationContext, { webinar_id, gap_minutes, ...measures }: Asked): Promise<ReportInput> => {
  const { found, session } = await readSession(ctx, webinar_id, gap_minutes);
  return readSessionInput(ctx, found, session, measures);
};

const readSession = async (ctx: OperationContext, key: string, gapMinutes: number): Promise<{ found: Found; session: KnownInstance[] }> => {
  const found = await findWebinar(ctx, key);
  if (isUuid(key)) return { found, session: [await knowInstance(ctx, theInstance(found, key), found)] };
  const instances = instancesOf(found);
  if (instances.length === 0 && (found.instances.value !== null || found.details.refusal?.code === "not_found"))
    return { found, session: [await runningOrNone(ctx, found)] };
  const known = instances.length > 0 ? instances : [{ uuid: null, start: null, start_time: null, occurrence_id: null }];
  return { found, session: await readLatestSession(ctx, found, known, gapMinutes * MINUTE) };
};

/** Reads every date of a webinar, in order of time. Throws `NotFoundError` if it was never held. */
export const readEveryDate = async (ctx: OperationContext, { webinar_id, gap_minutes, ...measures }: Asked): Promise<ReportInput[]> => {
  const found = await findWebinar(ctx, webinar_id);
  const instances = instancesOf(found);
  const sessions = instances.length === 0 ? [[await runningOrNone(ctx, found)]] : await readAllSessions(ctx, found, instances, gap_minutes * MINUTE);
  const readListOnce = registrantReader(ctx, found.id);
  return Promise.all(sessions.map((session) => readSessionInput(ctx, found, session, measures, readListOnce)));
};

/** The sessions of a webinar, each read when it is asked for. */
export interface WebinarSessions {
  /** When each began (UTC), in order of time; null if nobody knows. */
  starts: readonly (string | null)[];
  /** Reads the session at this place. */
  read(place: number): Promise<ReportInput>;
}

/** Finds every session of a webinar, or the one instance of a UUID. Throws `NotFoundError` if it was never held. */
export const readSessionsOf = async (ctx: OperationContext, { webinar_id, gap_minutes, ...measures }: Asked): Promise<WebinarSessions> => {
  const found = await findWebinar(ctx, webinar_id);
  const instances = instancesOf(found);
  if (instances.length === 0) throw await notHeld(found, ctx);
  const sessions = await readAllSessions(ctx, found, instances, gap_minutes * MINUTE);
  const readListOnce = registrantReader(ctx, found.id);
  return {
    starts: sessions.map(([first]) => first?.listed.start_time ?? first?.details.value?.start_time ?? null),
    read: (place) => readSessionInput(ctx, found, sessions[place] ?? [], measures, readListOnce),
  };
};

/** Reads the instances of the latest session apart. */
export const readInstancesApart = async (ctx: OperationContext, { webinar_id, gap_minutes, ...measures }: Asked): Promise<ReportInput[]> => {
  const { found, session } = await readSession(ctx, webinar_id, gap_minutes);
  const readListOnce = registrantReader(ctx, found.id);
  return Promise.all(session.map((instance) => readSessionInput(ctx, found, [instance], measures, readListOnce)));
};
