import { parseInput } from "../../operation/input-faults.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { type ChangeInput, readChange, type Change as WebinarChange } from "../webinars/change.ts";
import { SIMULIVE } from "../webinars/fields.ts";
import { updateWebinar } from "../webinars/update.ts";
import { AT_TOP, type Canonical, isFields, startOf } from "./canonical.ts";
import { type Change, changesBetween, fieldOf, type NotPossible, touches } from "./changes.ts";
import type { WebinarState } from "./read-webinar.ts";
import type { Wanted } from "./wanted.ts";

/** What has to be done so that a webinar becomes what a document says. */
export interface ChangePlan {
  changes: Change[];
  notPossible: NotPossible[];
  /** What changes in the webinar itself: as asked for, and as sent. Null if nothing does. */
  own: { input: ChangeInput; change: WebinarChange } | null;
  /** True if the change makes other dates: they have to be read again before they are changed one by one. */
  isNewSchedule: boolean;
}

/** Fields of the webinar itself, sent in one change. */
const OWN = ["topic", "agenda", "duration", "password", "registration", ...AT_TOP, "tracking_fields", ...SIMULIVE] as const;

export const HIDDEN = "(not shown)";

/** Compares a document with a webinar, and reads the change of the webinar itself. Throws `InputError` that names the field. */
export const planChange = async (wanted: Wanted, state: WebinarState, ctx: OperationContext): Promise<ChangePlan> => {
  const notPossible: NotPossible[] = [];
  const to = comparableTo(wanted, state, notPossible);
  const compared = changesBetween({ exceptions: [], ...state.canonical }, to);
  const changes = [...compared.changes.filter((change) => isPossible(change, state, notPossible)), ...keyChange(wanted, state)];
  notPossible.push(...compared.notPossible);
  const own = await ownChange(wanted, state, changes, ctx);
  return { changes, notPossible, own, isNewSchedule: ["start_time", "timezone", "recurrence"].some((field) => touches(changes, field)) };
};

/** What is wanted, without what Zoom cannot do for this webinar. */
const comparableTo = ({ canonical, document, start }: Wanted, state: WebinarState, notPossible: NotPossible[]): Canonical => {
  const to: Canonical = { ...canonical };
  delete to.type;
  // A wall time is only compared in its own zone.
  if (start !== null && document.timezone === undefined) to.timezone = start.timezone;
  const refuse = (at: string, why: string) => {
    notPossible.push({ at, why });
    delete to[at];
  };
  const registration = to.registration ?? state.canonical.registration;
  if (isFields(to.registration_questions) && registration === "none") {
    const { questions, custom_questions } = to.registration_questions;
    const isEmpty = [questions, custom_questions].every((list) => !Array.isArray(list) || list.length === 0);
    if (isEmpty) delete to.registration_questions;
    else refuse("registration_questions", "a webinar without registration has no form; set registration to automatic or manual.");
  }
  const { live_stream } = document;
  if (live_stream) {
    const { stream_key, ...shown } = live_stream;
    if (stream_key === undefined && state.streamKey === null) {
      refuse("live_stream", "a live stream needs its key, which is in no export: add stream_key, or set it with live-stream set.");
    } else to.live_stream = shown;
  }
  for (const { at, why } of state.notPossible) if (to[at] !== undefined) refuse(at, why);
  return to;
};

/** A change that Zoom cannot make is named instead. */
const isPossible = ({ at }: Change, { dates }: WebinarState, notPossible: NotPossible[]): boolean => {
  const [, date] = /^exceptions\[([^\]]*)\]/.exec(at) ?? [];
  if (date === undefined) return true;
  const known = dates.find((one) => one.date === date);
  if (known?.isOver === true) return false; // what is over stays as it was
  if (known?.exception?.deleted !== true) return true;
  const item = `exceptions[${date}]`;
  const why = "Zoom cannot bring a deleted date back; plan it as a webinar of its own.";
  if (!notPossible.some((one) => one.at === item)) notPossible.push({ at: item, why });
  return false;
};

const keyChange = ({ document }: Wanted, { streamKey }: WebinarState): Change[] => {
  const key = document.live_stream?.stream_key;
  if (key === undefined || key === streamKey) return [];
  return [{ at: "live_stream.stream_key", from: streamKey === null ? null : HIDDEN, to: HIDDEN }];
};

const ownChange = async (wanted: Wanted, state: WebinarState, changes: readonly Change[], ctx: OperationContext): Promise<ChangePlan["own"]> => {
  const { document, canonical, start } = wanted;
  const touched = new Set(changes.map(fieldOf));
  const values: Record<string, unknown> = {};
  for (const name of OWN) if (touched.has(name)) values[name] = canonical[name] === null ? startOf(name) : canonical[name];
  if (touched.has("settings")) {
    const settings = isFields(canonical.settings) ? canonical.settings : {};
    const names = Object.keys(settings).filter((name) => touches(changes, `settings.${name}`));
    values.settings = Object.fromEntries(names.map((name) => [name, settings[name] === null ? startOf(name) : settings[name]]));
  }
  const isMoved = touched.has("start_time") || touched.has("timezone");
  if ((isMoved || touched.has("recurrence")) && start !== null) {
    values.start_time = start.utc;
    values.timezone = start.timezone;
  }
  if (touched.has("recurrence") || (isMoved && document.recurrence !== undefined)) values.recurrence = canonical.recurrence;
  if (Object.keys(values).length === 0) return null;
  const input = parseInput(updateWebinar.input, { webinar_id: state.id, ...values });
  return { input, change: await readChange(input, ctx) };
};
