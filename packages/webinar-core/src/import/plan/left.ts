import type { OperationContext } from "../../operation/operation.ts";
import { toRecipients } from "../../operation/preview.ts";
import type { RowStanding } from "../journal/events.ts";
import type { StoredImport } from "../journal/import-folders.ts";
import { codeOf, countOf, type Standing } from "../journal/standing.ts";
import { storedRows } from "../journal/stored-rows.ts";
import type { Subject, Target } from "../subject.ts";
import { effortOf } from "./effort.ts";
import type { Plan } from "./plan.ts";

/** What of an import is still to be sent. */
export interface Left extends Pick<Plan, "calls" | "seconds" | "domains"> {
  people: number;
  /** The webinar as it is now; null: it cannot be read, or nobody is left. */
  target: Target | null;
}

/** The plan of what is left: who was reached meanwhile is there already. */
export const planOfLeft = (plan: Plan, standing: Standing, { people, target, calls, seconds, domains }: Left): Plan => {
  const count = (...names: readonly RowStanding[]) => names.reduce((sum, name) => sum + countOf(standing, name), 0);
  return {
    ...plan,
    new: people,
    already_registered: count("already", "done", "pending"),
    denied: count("denied"),
    invalid: count("invalid"),
    ...(plan.losing === undefined ? {} : { losing: Math.min(plan.losing, people) }),
    ...(plan.waiting === undefined ? {} : { waiting: Math.min(plan.waiting, people) }),
    calls,
    seconds,
    // Not by what was planned: whoever is sent now may be nobody who was to be sent then, and the settings may be others.
    mails: target?.mails === false ? 0 : people,
    domains,
  };
};

/** The webinar as it is now. What Zoom refuses here, it refuses again when something is sent. */
const readNow = async ({ head }: Standing, subject: Subject, ctx: LookContext): Promise<Target | null> =>
  subject.read(ctx, head.webinar, head.options).catch((error: unknown) => {
    if (ctx.signal?.aborted) throw error;
    return null;
  });

type LookContext = Pick<OperationContext, "zoom" | "now" | "pace" | "signal">;

/** What is left of an import that was cut off; `retryUnknown`: those whose end nobody knows are tried again, too. */
export const leftOf = async (
  { folder, read: { standing } }: StoredImport,
  { subject, ctx, retryUnknown }: { subject: Subject; ctx: LookContext; retryUnknown: boolean },
): Promise<Left> => {
  const { head, codes } = standing;
  const sent = [codeOf("open"), ...(retryUnknown ? [codeOf("unknown")] : [])];
  const rows = new Set([...codes.keys()].filter((at) => sent.includes(codes[at] ?? 0)));
  const keys: string[] = [];
  if (rows.size > 0) for await (const { at, key } of storedRows(folder.rowsPath)) if (key !== null && rows.has(at)) keys.push(key);
  const target = { topic: head.topic, mails: null, type: null, status: head.status, form: head.form, notes: [] };
  const task = subject.task(ctx.zoom, head.webinar, head.method, target, head.options);
  return {
    people: rows.size,
    target: rows.size === 0 ? null : await readNow(standing, subject, ctx),
    ...effortOf(rows.size, task, subject.endpoint(head.method), ctx.pace),
    domains: [...(toRecipients(keys, "")?.domains ?? [])],
  };
};
