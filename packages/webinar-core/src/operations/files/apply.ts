import { isZoomWebinarError, type ZoomWebinarError } from "@zoom-webinar/foundation";
import { partOf } from "../../operation/counts.ts";
import { endedEarly } from "../../operation/ended-early.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { sendPlan } from "../webinars/creation.ts";
import type { NotPossible } from "./changes.ts";
import { noteCreated } from "./journal.ts";
import { hostNameOf } from "./match.ts";
import { namingDocument } from "./of-document.ts";
import { type PlannedDocument, partsOf } from "./plan.ts";
import { planChange } from "./plan-change.ts";
import { readWebinar, type WebinarState } from "./read-webinar.ts";
import { toRow, type WebinarRow } from "./result.ts";
import { changeDates, changeForm, changeNameTags, changePanelists, changePolls, changeStream, changeSurvey, setDefaultTag } from "./steps.ts";
import type { Wanted } from "./wanted.ts";

/** Brings one webinar to what is wanted. Counts its writes in `done`; what was done before a failure stays, and the next call goes on from there. */
export const changeWebinar = async (
  wanted: Wanted,
  before: WebinarState,
  ctx: OperationContext,
  done: () => void,
): Promise<readonly NotPossible[]> => {
  let state = before;
  let plan = await planChange(wanted, state, ctx);
  if (plan.own !== null) {
    await ctx.zoom.call("PATCH /webinars/{webinarId}", { path: { webinarId: state.id }, body: plan.own.change.body });
    done();
    if (plan.isNewSchedule || state.canonical.registration !== wanted.canonical.registration) {
      // Dates have other ids now, and a webinar that takes sign-ups has a form.
      state = await readWebinar(state.id, { zoom: ctx.zoom, parts: partsOf(wanted.document), nowMs: await ctx.now() });
      plan = await planChange(wanted, state, ctx);
    }
  }
  const step = { wanted, state, changes: plan.changes, ctx, done };
  await changeDates(step);
  const tags = await changeNameTags(step);
  await changeForm(step);
  await changePolls(step);
  await changeSurvey(step);
  await changeStream(step);
  await changePanelists(step, tags);
  await setDefaultTag(step, tags);
  return plan.notPossible;
};

/** Creates the webinar of a document and gives it all its parts. */
const create = async (
  { creation, wanted, unnamed }: PlannedDocument,
  ctx: OperationContext,
  done: (id: string) => void,
): Promise<readonly NotPossible[]> => {
  if (creation === null) return [];
  const { id = "" } = await sendPlan(creation, ctx);
  if (unnamed !== null) await noteCreated(ctx, unnamed.name, id);
  done(id);
  const { document } = wanted;
  const parts = partsOf(document);
  if (parts.size === 0) return [];
  const state = await readWebinar(id, { zoom: ctx.zoom, parts, nowMs: await ctx.now() });
  // Whatever Zoom made of the creation is shown by the next plan; here only the parts are missing.
  return changeWebinar(wanted, state, ctx, () => done(id));
};

/** Where an interruption left off: "season.yaml is done in part.". */
const cutAt = ({ file, applied }: WebinarRow, { details: { sent } }: ZoomWebinarError): string =>
  applied > 0 ? `${file} is done in part.` : sent === undefined || sent === "not-sent" ? `${file} is next.` : `${file} may be.`;

/**
 * Applies planned documents in their order. Throws `PartialError` if a later one fails, `CancelledError` if it is interrupted; the rows of
 * `details.webinars` say how far each came.
 */
export const applyDocuments = async (planned: readonly PlannedDocument[], ctx: OperationContext): Promise<WebinarRow[]> => {
  const rows: WebinarRow[] = planned.map((one) => ({ ...toRow(one), applied: 0 }));
  for (const [at, one] of planned.entries()) {
    const row = rows[at];
    if (row === undefined) continue;
    const done = (id?: string) => {
      row.applied += 1;
      row.webinar_id ??= id ?? null;
    };
    try {
      if (one.state === null) await create(one, ctx, done);
      else if (one.changes.length > 0) await changeWebinar(one.wanted, one.state, ctx, done);
      if (one.state !== null && one.unnamed !== null) await noteCreated(ctx, one.unnamed.name, one.state.id);
    } catch (thrown) {
      const error = namingDocument(thrown, one.one, hostNameOf(one));
      if (!isZoomWebinarError(error) || rows.every(({ applied }) => applied === 0)) throw error;
      const message =
        error.code === "cancelled" ? `${partOf(at, planned.length, "webinar")} ${at === 1 ? "is" : "are"} done; ${cutAt(row, error)}` : error.message;
      throw endedEarly(message, {
        cause: error,
        trackingId: error.trackingId,
        foreign: error.foreign,
        hint: "Apply the same files again: it finds what is done, and continues from there.",
        details: { webinars: rows, ...(error.details.document === undefined ? {} : { document: error.details.document }) },
      });
    }
    ctx.progress({ done: at + 1, total: planned.length });
  }
  return rows;
};
