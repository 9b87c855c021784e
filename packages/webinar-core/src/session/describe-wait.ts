import type { CallWait } from "@zoom-webinar/zoom-client";

/** A shorter wait is not worth a word. */
const SHOWN_MS = 500;

const WHY: Readonly<Record<CallWait["reason"], string>> = {
  pace: "to keep to Zoom's rate limit",
  "rate-limit": "since Zoom's rate limit was reached",
  retry: "before trying again",
};

/** A wait in words, null if it is too short to mention. */
export const describeWait = ({ reason, waitMs }: CallWait): string | null =>
  waitMs < SHOWN_MS ? null : `waiting ${Math.max(Math.round(waitMs / 1000), 1)} s ${WHY[reason]}`;
