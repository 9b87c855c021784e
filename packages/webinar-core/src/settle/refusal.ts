import { AmbiguousError, isZoomWebinarError, ResponseError } from "@zoom-webinar/foundation";
import type { Looked } from "./look.ts";
import type { SettledWrite } from "./settled-write.ts";

/** Never below zero: a call that was stopped may still be under way when it is looked up. */
const seconds = (ms: number): string => `${Math.max(Math.round(ms / 1000), 0)} s`;

const withoutStop = (text: string): string => text.replace(/\.$/, "");

const shown = <Result>({ candidates }: Looked<Result>) => candidates.map(({ id, label }) => ({ id, label }));

const whatLookingShowed = <Result>(write: SettledWrite<Result>, looked: Looked<Result>): string => {
  const { candidates, failure, afterMs } = looked;
  if (write.find === null) return "Zoom has no list to look it up in, so it was not tried again";
  if (failure !== null) return `looking it up failed (${isZoomWebinarError(failure) ? failure.message : "unexpectedly"}), so it was not tried again`;
  if (candidates.length > 0) return `${candidates.length} of that kind are there`;
  return `it was not found in ${write.where} for ${seconds(afterMs)}, which Zoom's lists may lag behind`;
};

/** Nobody knows whether it was done, or how often if it was sent once more. */
export const ambiguous = <Result>(
  write: SettledWrite<Result>,
  looked: Looked<Result>,
  { cause, isRepeated }: { cause: unknown; isRepeated: boolean },
): AmbiguousError => {
  const candidates = shown(looked);
  const sent = isRepeated ? ", it was sent once more" : "";
  // Zoom did answer, with a yes and a no in one: the error says both.
  const contradiction = cause instanceof ResponseError && cause.details.sent === "maybe-sent" ? cause : null;
  const said = contradiction === null ? `Zoom gave no usable answer${sent}` : `${withoutStop(contradiction.message)}${sent}`;
  return new AmbiguousError(`${write.what} may have been done or not: ${said}, and ${whatLookingShowed(write, looked)}.`, {
    cause,
    hint:
      candidates.length > 0
        ? `Look at the candidates in ${write.where} and remove those that should not be there.`
        : `Look at ${write.where} in ${seconds(Math.max(looked.lagMs, 60_000))}, and repeat it only if it is not there.`,
    details: { candidates },
    foreign: ["candidates", ...(contradiction?.foreign.includes("message") === true ? ["message"] : [])],
  });
};

/** Zoom said that it was done, its answer cannot be read, and nobody knows which thing it made. */
export const doneUnseen = <Result>(write: SettledWrite<Result>, looked: Looked<Result>, cause: unknown): ResponseError => {
  const candidates = shown(looked);
  const details = isZoomWebinarError(cause) ? cause.details : {};
  const why =
    write.find === null
      ? "Zoom has no list to look it up in"
      : looked.failure !== null
        ? "looking it up failed"
        : candidates.length > 0
          ? `${candidates.length} of that kind are there`
          : `${write.where} did not show it for ${seconds(looked.afterMs)}`;
  return new ResponseError(`${write.what} was done: Zoom said so. But its answer could not be read, and ${why}.`, {
    cause,
    trackingId: isZoomWebinarError(cause) ? cause.trackingId : undefined,
    hint: `Do not repeat it. Look at ${write.where} in a minute to see what was made.`,
    details: { ...details, sent: "done", candidates },
    foreign: ["candidates"],
  });
};
