import { changeLines, isLasting, isSoAlready, lossesOf, settingsInWords } from "../../operation/losses.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { type Consequence, type Preview, toRecipients } from "../../operation/preview.ts";
import { REGISTRATION } from "../../operation/registration.ts";
import { SERIES } from "../../operation/series.ts";
import { localTime } from "../../time/local-time.ts";
import { apartIn, countRegistered, type Registered, registrantsOf, toldRecipients } from "./audience.ts";
import { type Change, type ChangeInput, type Current, readChange } from "./change.ts";
import { datesIn, shortDate } from "./dates.ts";
import { everyday } from "./fields.ts";
import { notKept } from "./not-kept.ts";
import { scheduleLines, scheduleRisk } from "./schedule-risk.ts";
import { mailedLater, newStandIns, noteIdle, noteStandIns, switchedOff, WEBINAR_LOSSES, withWayBack } from "./setting-risk.ts";
import { countPanelists, noteEffects, staleLinks } from "./update-notes.ts";

const MINUTE_MS = 60_000;

/** True if the registrants are mailed about the change. */
export const notifies = ({ notify_registrants, settings }: ChangeInput): boolean =>
  notify_registrants === true || (settings as { notify_registrants?: boolean } | undefined)?.notify_registrants === true;

/** True for a change of when the webinar, or one date of it, is. */
export const touchesTime = ({ body }: Change): boolean =>
  [body?.start_time, body?.timezone, body?.duration, body?.recurrence, body?.type].some((value) => value !== undefined);

const timing = async (
  { occurrence_id, ...input }: ChangeInput,
  { dates, body }: Change,
  current: Current | null,
  { registered, panelists, nowMs, tellsBy }: { registered: Registered | null; panelists: number | null; nowMs: number; tellsBy: string | null },
): Promise<{ consequences: Consequence[]; lines: string[]; isSame: boolean }> => {
  const type = body?.type ?? current?.type;
  if (dates === null && type === current?.type) return { consequences: [], lines: [], isSame: false };
  const all = current === null ? [] : await datesIn(current);
  const before = occurrence_id === undefined ? all : all.filter((date) => date.occurrence_id === occurrence_id);
  const lengthMs = (body?.duration ?? current?.duration ?? 0) * MINUTE_MS;
  const planned = dates ?? (type === 5 ? before.slice(0, 1).map(({ utc, local }) => ({ utc, local: local ?? utc })) : []);
  const zone = body?.timezone ?? current?.timezone ?? "UTC";
  // Zoom lists no date that is over; a past date of the rule is not one to come.
  const coming = planned.filter(({ utc }) => type !== SERIES || Date.parse(utc) + lengthMs > nowMs);
  const after = await Promise.all(coming.map(async ({ utc, local }) => ({ utc, local: (await localTime(utc, zone)) ?? local })));
  const calledOff = (current?.occurrences ?? []).flatMap((date) => (date.status === "deleted" && date.occurrence_id ? [date.occurrence_id] : []));
  const change = { before, after, calledOff, occurrenceId: occurrence_id ?? null, registered, panelists, notifies: notifies({ ...input }), tellsBy };
  const unread: Consequence[] =
    current === null && occurrence_id === undefined
      ? [{ kind: "replanned", text: "The dates that are there cannot be read; all of them are planned again." }]
      : [];
  const lines = scheduleLines(change, { was: current?.timezone ?? zone, will: zone });
  return { consequences: [...unread, ...scheduleRisk(change)], lines, isSame: before.length > 0 && lines.length === 0 };
};

/** "only the date 2032-03-08 10:00 (1806393600000)"; nothing if all dates are meant. */
const dateLabel = async (current: Current | null, occurrenceId: string | undefined): Promise<string | undefined> => {
  if (occurrenceId === undefined) return undefined;
  const date = current === null ? undefined : (await datesIn(current)).find(({ occurrence_id }) => occurrence_id === occurrenceId);
  return date === undefined ? `only the date ${occurrenceId}` : `only the date ${shortDate(date)} (${occurrenceId})`;
};

/** Settings whose codes callers know by words. */
const CODES = { "settings.approval_type": { name: "registration", words: REGISTRATION } };

const NOT_COMPARED = new Set(["start_time", "timezone", "type", "recurrence", "settings.notify_registrants"]);

/** What stands for a setting of another path. */
const PATHS: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(Object.keys(everyday).map((name) => [name, `settings.${name}`])),
  registration: "settings.approval_type",
};

/** What a change sets, in words: what is so already is not named, if it can be read. `isSameTime`: all its dates stay in place. */
const summaryOf = (
  { changed }: Change,
  sent: object,
  { name, current, isSameTime }: { name: string; current: Current | null; isSameTime: boolean },
): string => {
  const isSo = (path: string): boolean => {
    if (path === "start_time") return isSameTime;
    return current !== null && isSoAlready(current, sent, PATHS[path] ?? path);
  };
  const news = current === null ? changed : changed.filter((path) => !isSo(path));
  return news.length > 0 ? `Set ${settingsInWords(news)} of ${name}.` : `Change nothing of ${name}: it has this ${settingsInWords(changed)} already.`;
};

/** What a change does besides what it is for, and what that is read from. `tellsBy`: how the call may tell those who are registered; null: it cannot. */
const effectsOf = async (input: ChangeInput, ctx: OperationContext, tellsBy: string | null) => {
  const { zoom } = ctx;
  const { webinar_id, occurrence_id } = input;
  const change = await readChange(input, ctx);
  const current = await change.current();
  const sent = { ...change.body };
  const settings = { ...sent.settings };
  const known = current === null ? null : { ...current.settings };
  const webinar = { ...current, id: webinar_id };
  const registered = await countRegistered(zoom, webinar, occurrence_id);
  const { timezone: _zone, start_time: _start, recurrence: _rule, type: _type, ...fields } = sent;
  const panelists = touchesTime(change) ? await countPanelists(zoom, webinar_id) : null;
  const time = await timing(input, change, current, { registered, panelists, nowMs: await ctx.now(), tellsBy });
  const stale = await staleLinks({ ...webinar, password: current?.password }, fields.password, { zoom, registered });
  const consequences = [
    ...time.consequences,
    ...(occurrence_id === undefined ? notKept(change.dates ?? []) : []),
    ...switchedOff(known, settings, registered),
    ...lossesOf(current, fields, WEBINAR_LOSSES).map(withWayBack),
    ...(stale === null ? [] : [{ kind: "not told" as const, text: stale }]),
    ...mailedLater(known, settings, registered),
  ];
  return { change, current, sent, settings, known, webinar, registered, lines: time.lines, isSameTime: time.isSame, consequences };
};

/** What a change does besides what it is for, for a call that cannot tell those who are registered: what is lost, mailed later, moved, who is not told. */
export const consequencesOf = async (input: ChangeInput, ctx: OperationContext): Promise<Consequence[]> =>
  (await effectsOf(input, ctx, null)).consequences;

/** What a change of a webinar does: what was and will be, what is lost, who is written to now and later, who is not told. */
export const previewUpdate = async (input: ChangeInput, ctx: OperationContext): Promise<Preview> => {
  const { zoom } = ctx;
  const { webinar_id, occurrence_id } = input;
  const { change, current, sent, settings, known, webinar, registered, lines, isSameTime, consequences } = await effectsOf(
    input,
    ctx,
    "notify_registrants",
  );
  const emails = notifies(input) ? await registrantsOf(zoom, webinar, occurrence_id) : [];
  const standIns = newStandIns(known, settings);
  const label = [current?.topic, await dateLabel(current, occurrence_id)].filter(Boolean).join(", ");
  return {
    summary: summaryOf(change, sent, { name: `"${current?.topic ?? webinar_id}"`, current, isSameTime }),
    targets: [{ kind: "webinar", id: webinar_id, ...(label === "" ? {} : { label }) }],
    changes: [
      ...lines,
      ...changeLines(current, sent, {
        ...(WEBINAR_LOSSES.secret ? { secret: WEBINAR_LOSSES.secret } : {}),
        skip: NOT_COMPARED,
        said: consequences,
        codes: CODES,
      }),
      ...change.notes,
      ...noteIdle(known, settings),
      ...(notifies(input) ? noteStandIns(standIns.join(",")) : []),
      ...(await noteEffects(webinar_id, change, zoom)),
    ],
    consequences,
    recipients: notifies(input)
      ? toldRecipients(webinar, emails, `registrants are told of the change${registered === null ? "" : apartIn(registered)}`)
      : toRecipients(standIns, "they may be told that they are alternative hosts", false),
    reversible: !consequences.some(isLasting),
  };
};
