import { countOf, firstOf } from "../../operation/counts.ts";
import { isLasting } from "../../operation/losses.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { type Consequence, type Preview, type PreviewRecipients, type PreviewTarget, toRecipients } from "../../operation/preview.ts";
import { readRecurrence } from "../../time/recurrence.ts";
import { describeReading, readStartTime } from "../../time/start-time.ts";
import { DEFAULT_MINUTES, type WebinarPlan } from "../webinars/creation.ts";
import { notKept } from "../webinars/not-kept.ts";
import { consequencesOf } from "../webinars/preview-update.ts";
import { isFields } from "./canonical.ts";
import type { Change } from "./changes.ts";
import { hostNameOf } from "./match.ts";
import { ofDocument } from "./of-document.ts";
import type { PlannedDocument } from "./plan.ts";
import { shownChanges, topicOf } from "./result.ts";

const addressOf = (at: string): string => /^panelists\[([^\]]*)\]/.exec(at)?.[1] ?? "";

/** Those whom Zoom will invite: they are new, or changed, which only an invitation does. */
const invitedBy = ({ changes, wanted, state }: PlannedDocument): string[] => {
  const { settings } = wanted.document;
  const asked = isFields(settings) ? settings.panelists_invitation_email_notification : undefined;
  if (asked === false || (asked === undefined && state?.mailsPanelists === false)) return [];
  const named = changes.filter(({ at, to }) => at.startsWith("panelists[") && (to !== null || at.includes("]."))).map(({ at }) => addressOf(at));
  return [...new Set(named)];
};

/** Whom Zoom writes to if all of this is applied. */
export const recipientsOf = (planned: readonly PlannedDocument[]): PreviewRecipients | null =>
  toRecipients(planned.flatMap(invitedBy), "panelists get their invitation with their own join link");

/** A value as people read it, whole: "nothing", a text in quotes, what an object holds. */
const inWords = (value: unknown): string => {
  if (value === null || value === undefined || value === "") return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "nothing" : `(${value.map(inWords).join(", ")})`;
  if (isFields(value))
    return `(${Object.entries(value)
      .map(([name, inner]) => `${name}: ${inWords(inner)}`)
      .join(", ")})`;
  return typeof value === "string" ? `"${value}"` : String(value);
};

/** What was there and what will be, a line for each field of a webinar that is there; one that is new has only what its file says. */
const linesOf = (planned: PlannedDocument, whose: string): string[] =>
  planned.state === null ? [] : shownChanges(planned.changes).map(({ at, from, to }) => `${whose}${at}: ${inWords(from)} becomes ${inWords(to)}`);

/** What is removed, in words. */
const lossesOf = (changes: readonly Change[]): string[] =>
  changes.flatMap(({ at, from, to }): string[] => {
    if (at.startsWith("exceptions["))
      return (isFields(to) && to.deleted === true) || (at.endsWith(".deleted") && to === true) ? [`the date ${/\[(.*?)\]/.exec(at)?.[1] ?? ""}`] : [];
    return to === null && from !== null && /^[a-z_]+(\.[a-z_]+)?\[[^\]]*\]$|^survey$/.test(at) ? [at] : [];
  });

/** Dates that a series has now and will not have. */
const droppedDates = async ({ state, wanted, changes }: PlannedDocument): Promise<number> => {
  if (state === null || !changes.some(({ at }) => /^(recurrence|start_time|timezone)/.test(at))) return 0;
  const left = state.dates.filter(({ isOver, exception }) => !isOver && exception?.deleted !== true);
  if (wanted.series === null || wanted.start === null) return left.length;
  const { reading } = await readStartTime(wanted.start.utc, wanted.start.timezone, { hostZone: async () => null, operatorZone: null });
  const { dates } = await readRecurrence(
    { ...wanted.series.wire, ...(isFields(wanted.canonical.recurrence) ? wanted.canonical.recurrence : {}) },
    reading,
  );
  const next = new Set(dates.map(({ utc }) => utc));
  return left.filter(({ plannedUtc }) => !next.has(plannedUtc)).length;
};

/** When a new webinar takes place, as it was read: "2032-03-01 10:00 Europe/Berlin (09:00 UTC), 90 minutes". */
const timesOf = ({ start, series, input: { duration = DEFAULT_MINUTES } }: WebinarPlan): string => {
  if (start === null) return "without fixed times";
  const dates = series === null ? "" : ` and ${countOf(series.dates.length - 1, "date")} more`;
  return `${describeReading(start.reading)}${dates}, ${countOf(duration, "minute")}`;
};

const targetOf = ({ one, state, creation, wanted, changes, host }: PlannedDocument): PreviewTarget => {
  const topic = topicOf({ wanted, state });
  const times = creation === null ? "" : `, ${timesOf(creation)}`;
  return state === null
    ? { kind: "new webinar", id: one.yaml.file, label: `${topic}${times}, for ${host?.email ?? host?.userId ?? ""}` }
    : { kind: "webinar", id: state.id, label: `${topic}: ${changes.map(({ at }) => at).join(", ")}` };
};

/** What applying does, as one thing: what is made and changed, what is lost, who is written to. */
export const previewDocuments = async (planned: readonly PlannedDocument[], ctx: OperationContext): Promise<Preview> => {
  const busy = planned.filter(({ state, changes }) => state === null || changes.length > 0);
  const made = busy.filter(({ state }) => state === null).length;
  const losses = busy.filter(({ state }) => state !== null).flatMap(({ changes }) => lossesOf(changes));
  const dropped = (await Promise.all(busy.map((one) => ofDocument(one.one, hostNameOf(one), () => droppedDates(one))))).reduce(
    (sum, one) => sum + one,
    0,
  );
  const removed = [...losses, ...(dropped === 0 ? [] : [`${countOf(dropped, "date")} of a series`])];
  const parts = [
    ...(made === 0 ? [] : [`create ${countOf(made, "webinar")}`]),
    ...(busy.length === made ? [] : [`change ${countOf(busy.length - made, "webinar")}`]),
  ];
  const text = parts.length === 0 ? "Nothing to do." : `${parts.join(" and ").replace(/^./, (letter) => letter.toUpperCase())}.`;
  const whose = (one: PlannedDocument) => (busy.length === 1 ? "" : `${one.one.yaml.file}, ${topicOf(one)}: `);
  const consequences: Consequence[] = [];
  for (const one of busy) {
    const { own } = one;
    const follows = own === null ? notKept(one.creation?.series?.dates) : await ofDocument(one.one, hostNameOf(one), () => consequencesOf(own, ctx));
    consequences.push(...follows.map((each) => ({ ...each, text: `${whose(one)}${each.text}` })));
  }
  return {
    summary: `${text}${removed.length === 0 ? "" : ` Removed: ${firstOf(removed, 20)}.`}`,
    targets: busy.map(targetOf),
    changes: busy.flatMap((one) => linesOf(one, whose(one))),
    consequences,
    recipients: recipientsOf(planned),
    reversible: removed.length === 0 && !consequences.some(isLasting),
    ...(busy.length === 0 ? { idle: true } : {}),
  };
};
