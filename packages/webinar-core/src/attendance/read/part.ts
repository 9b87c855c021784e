import { isZoomWebinarError, type ZoomWebinarError } from "@zoom-webinar/foundation";

/** One source of a report: what Zoom answered, or how it refused. */
export interface Part<Value> {
  value: Value | null;
  refusal: ZoomWebinarError | null;
}

/** Refusals that a report does without: they are about this one source. After any other error the next source would meet the same. */
const REFUSALS: ReadonlySet<string> = new Set(["scope_missing", "plan_missing", "forbidden", "not_found", "zoom_rejected"]);

/** Reads one source. Throws anything but a refusal: no network, no sign-in, a limit of the account. */
export const readPart = async <Value>(read: () => Promise<Value>): Promise<Part<Value>> => {
  try {
    return { value: await read(), refusal: null };
  } catch (refusal) {
    if (!isZoomWebinarError(refusal) || !REFUSALS.has(refusal.code)) throw refusal;
    return { value: null, refusal };
  }
};

/** The second source if the first refuses; its refusal is then the first one's, which says what would bring the better data. */
export const orElse = async <Value>(first: Part<Value>, second: () => Promise<Value>): Promise<Part<Value>> => {
  if (first.refusal === null) return first;
  const other = await readPart(second);
  return other.refusal === null ? other : first;
};

/** Nothing was asked for. */
export const nothing = <Value>(): Part<Value> => ({ value: null, refusal: null });

/** "Polls are missing: …", with what would bring them. */
export const missing = (what: string, { refusal }: Part<unknown>): string[] =>
  refusal === null ? [] : [`${what}: ${[refusal.message, refusal.hint].filter(Boolean).join(" ")}`];
