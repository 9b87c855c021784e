import { CancelledError, InputError, isZoomWebinarError, PolicyError, type ZoomWebinarError } from "@zoom-webinar/foundation";
import type { CallOptions, Session } from "@zoom-webinar/webinar-core";
import { type AnyOperation, describePreview, noteDeclined, type Preview, runOperation } from "@zoom-webinar/webinar-core/doors";
import type { Question, ToolCall } from "./tool-call.ts";

/** What a call needs besides the operation. */
export interface ConfirmedRun {
  session: Session;
  principal: string;
  input: unknown;
  /** The caller's `confirm_token`, if it sent one. */
  confirmToken: string | undefined;
  onProgress: CallOptions["onProgress"];
  onWait: CallOptions["onWait"];
}

/**
 * Runs an operation with the confirmation that this client can give: a token that the caller brings back, or a form that a person answers.
 * Returns the output, or the question to put first. Throws only errors of ours. Whether a confirmation is needed, and whether one is good, is decided by
 * `runOperation` alone.
 */
export const runConfirmed = async (
  operation: AnyOperation,
  call: Pick<ToolCall, "signal" | "canAsk" | "state" | "answer">,
  { session, principal, input, confirmToken, onProgress, onWait }: ConfirmedRun,
): Promise<{ output: unknown } | { question: Question }> => {
  const run = async (confirmation: Pick<CallOptions, "confirmToken" | "confirmChannel">) => ({
    output: await runOperation(operation, input, session, { signal: call.signal, principal, onProgress, onWait, ...confirmation }),
  });
  // Where a person has to agree, what a caller sends along counts for nothing: ask as if it had sent none.
  if (confirmToken !== undefined && session.confirmBy === "token") return run({ confirmToken, confirmChannel: "caller" });
  if (!call.canAsk) return run({ confirmChannel: "caller" });
  if (call.state !== null && (call.answer === "refused" || call.answer === "dismissed")) {
    await session.confirmations.revoke(call.state);
    noteDeclined(operation, input, session, principal, call.answer === "dismissed" ? "dismissed" : "declined");
    throw call.answer === "dismissed" ? dismissed() : declined();
  }
  // Asking once more would be answered the same way, round after round.
  if (call.state !== null && call.answer === "malformed") {
    await session.confirmations.revoke(call.state);
    throw unreadable();
  }
  try {
    // An answer without the state of our question is no answer: anybody could send one unasked.
    if (call.state !== null && call.answer === "agreed") return await run({ confirmToken: call.state, confirmChannel: "person" });
    return await run({ confirmChannel: "person" });
  } catch (error) {
    if (!isConfirmationRequired(error)) throw error;
    const { preview, confirm_token: state } = error.details;
    // Asked and agreed, but to something else or once too often. Asking again by ourselves would go round until the client gives up.
    if (call.answer === "agreed" && call.state !== null) throw askAnew(error, preview);
    if (typeof state !== "string") throw error;
    return { question: { message: describePreview(preview as Preview), state } };
  }
};

const isConfirmationRequired = (error: unknown): error is ZoomWebinarError => isZoomWebinarError(error) && error.code === "confirmation_required";

const unreadable = () =>
  new InputError("The client gave no answer to the question that can be read; nothing was changed.", [], {
    hint: 'A client answers with action "accept", "decline" or "cancel", and with content.confirm true for a yes. Without a client that can, repeat the call with confirm_token, or run it with zoom-webinar in a terminal.',
  });

const declined = () => new CancelledError("The person declined; nothing was changed.", { hint: "Do not repeat the call unless they ask for it." });

const dismissed = () =>
  new CancelledError("The question was closed without an answer; nothing was changed.", {
    hint: "Nobody said no: ask the person before you repeat the call.",
  });

/** The refusal without the new token: it was made for a person's answer and is of no use to the caller. */
const askAnew = (error: ZoomWebinarError, preview: unknown) =>
  new PolicyError("confirmation_required", error.message, {
    hint: "Nothing was done. If it is still wanted, make the call again: the person is asked again.",
    details: { preview },
    foreign: ["preview"],
  });
