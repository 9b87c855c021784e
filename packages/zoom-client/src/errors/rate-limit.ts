import { RateLimitError, type RateLimitKind } from "@zoom-webinar/foundation";
import type { Refusal } from "./refusal.ts";
import { nextUtcMidnight, readRetryAt } from "./retry-at.ts";

/** By Zoom's words first, since the headers are optional; the first match decides. */
const KINDS: readonly [RegExp, RateLimitKind][] = [
  [/for the registrant/i, "registrant-day"],
  [/particular user|meeting create\/update/i, "user-day"],
  [/per[- ]second|too many concurrent/i, "second"],
  [/per[- ]minute/i, "minute"],
  [/daily/i, "day"],
];

const HINTS: Readonly<Record<RateLimitKind, string>> = {
  second: "All apps of the account share this limit. Try again in a few seconds, with fewer calls at a time.",
  minute: "All apps of the account share this limit. Try again in a minute.",
  day: "The account's calls for today are used up, by all its apps together. Come back at the time given, or ask Zoom for a higher limit.",
  "user-day": "Zoom lets one host create and update 100 meetings and webinars a day. It starts again at 00:00 UTC; another host is not affected.",
  "registrant-day":
    "Zoom limits how often one e-mail can be registered (3) or its status changed (10) in a day. It starts again at 00:00 UTC; other people are not affected.",
  unknown: "Wait a little and try again.",
};

const kindOf = (message: string, headers: Readonly<Record<string, string>>): RateLimitKind => {
  const told = KINDS.find(([words]) => words.test(message));
  if (told !== undefined) return told[1];
  const type = headers["x-ratelimit-type"] ?? "";
  if (/qps/i.test(type)) return "second";
  return /daily/i.test(type) ? "day" : "unknown";
};

/** How many calls a second or minute Zoom allows, if it says so. */
const toldLimit = (limit: RateLimitKind, headers: Readonly<Record<string, string>>): { zoom_limit?: number } => {
  const text = headers["x-ratelimit-limit"]?.trim() ?? "";
  return (limit === "second" || limit === "minute") && /^\d{1,6}$/.test(text) ? { zoom_limit: Number(text) } : {};
};

/** The error of a 429: which limit, and when to come back if that is known. */
export const toRateLimitError = (
  refusal: Refusal,
  headers: Readonly<Record<string, string>>,
  nowMs: number,
  init: { trackingId?: string | undefined; foreign?: readonly string[] | undefined; details: Readonly<Record<string, unknown>> },
): RateLimitError => {
  const limit = kindOf(refusal.message, headers);
  const startsAnew = limit === "user-day" || limit === "registrant-day" ? nextUtcMidnight(nowMs) : null;
  return new RateLimitError(
    refusal.message === "" ? "Zoom asks to wait." : `Zoom asks to wait: ${refusal.message}`,
    limit,
    readRetryAt(headers, nowMs) ?? startsAnew,
    {
      ...init,
      details: { ...init.details, ...toldLimit(limit, headers) },
      hint: HINTS[limit],
    },
  );
};
