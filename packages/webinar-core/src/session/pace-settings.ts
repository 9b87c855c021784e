import { InputError } from "@zoom-webinar/foundation";
import type { CallWait, PaceOptions, ZoomPlan } from "@zoom-webinar/zoom-client";

/** Plans of an account, as far as its limits differ. */
export const PLANS = ["free", "pro", "business"] as const satisfies readonly ZoomPlan[];

const MOST = 0.9;

/** A setting as it was given: its text, and the flag or variable that it came from. */
interface Given {
  text: string | undefined;
  from: string;
}

const HINT = "The plan is that of the Zoom account; the head-room is the share of its limits left to other apps, such as 0.1.";

/** How calls are paced, from an operator's settings; undefined: the client's defaults. Throws `InputError` that names the setting at fault. */
export const readPace = ({ plan, headroom }: { plan: Given; headroom: Given }): PaceOptions => {
  const known = PLANS.find((one) => one === plan.text);
  if (plan.text !== undefined && known === undefined) throw InputError.at(plan.from, `expected one of ${PLANS.join(", ")}, got "${plan.text}"`, HINT);
  const headRoom = headroom.text === undefined ? undefined : Number(headroom.text);
  if (headRoom !== undefined && (headroom.text?.trim() === "" || !(headRoom >= 0 && headRoom <= MOST)))
    throw InputError.at(headroom.from, `expected a share from 0 to ${MOST}, got "${headroom.text}"`, HINT);
  return { plan: known, headRoom };
};

/** A shorter wait is not worth a word. */
const SHOWN_MS = 500;

const WHY: Readonly<Record<CallWait["reason"], string>> = {
  pace: "to keep to Zoom's rate limit",
  "rate-limit": "since Zoom's rate limit was reached",
  retry: "before trying again",
};

/** A wait in words, null where it is too short to be told. */
export const describeWait = ({ reason, waitMs }: CallWait): string | null =>
  waitMs < SHOWN_MS ? null : `waiting ${Math.max(Math.round(waitMs / 1000), 1)} s ${WHY[reason]}`;
