import { isZoomWebinarError, PolicyError } from "@zoom-webinar/foundation";
import type { CallOptions, Session } from "@zoom-webinar/webinar-core";
import { type AnyOperation, noteDeclined, type Preview, runOperation } from "@zoom-webinar/webinar-core/doors";
import type { Io } from "../io.ts";
import { canAsk } from "../questions.ts";
import { askYesOrNo } from "../yes-or-no.ts";
import { type PreviewReader, previewText } from "./preview-text.ts";

/** Puts a question to a person: true for yes, false for no. Throws `CancelledError` if they break off. */
export type Ask = (question: string) => Promise<boolean>;

export interface ConfirmOptions {
  /** Null if nobody can be asked. */
  ask: Ask | null;
  confirmToken: string | undefined;
  reader: PreviewReader;
  call: CallOptions;
}

/**
 * Runs an operation, asking the person at the terminal if it needs a confirmation, and again if what it touches changed meanwhile.
 * Throws `PolicyError`: `not_allowed` if they say no; `confirmation_required`, with the ways out, if nobody can be asked.
 */
export const runConfirmed = async (operation: AnyOperation, input: unknown, session: Session, options: ConfirmOptions): Promise<unknown> => {
  const { ask, reader, call } = options;
  let { confirmToken } = options;
  const channel = ask === null || confirmToken !== undefined ? "caller" : "person";
  for (;;) {
    try {
      return await runOperation(operation, input, session, { ...call, confirmToken, confirmChannel: channel });
    } catch (error) {
      if (!isZoomWebinarError(error) || error.code !== "confirmation_required") throw error;
      const { preview, confirm_token: minted } = error.details as { preview: Preview; confirm_token?: string };
      if (ask === null || channel !== "person" || minted === undefined) throw withWaysOut(error.message, error.details);
      if (!(await ask(`${previewText(preview, reader)}\nGo on?`))) {
        noteDeclined(operation, input, session, call.principal);
        throw new PolicyError("not_allowed", "Not confirmed; nothing was changed.", { hint: "Run it again and answer yes to go on." });
      }
      confirmToken = minted;
    }
  }
};

const withWaysOut = (message: string, details: Readonly<Record<string, unknown>>): PolicyError =>
  new PolicyError("confirmation_required", message, {
    hint:
      typeof details.confirm_token === "string"
        ? `Run it in a terminal to be asked, or repeat it with --confirm-token ${details.confirm_token} (once, within five minutes, for exactly this), or with --yes to agree without being asked.`
        : "Run it in a terminal to be asked, or with --yes to agree without being asked.",
    details,
  });

/** Asks at the terminal; null without a terminal. */
export const terminalAsk = (io: Io): Ask | null => (canAsk(io) ? (question) => askYesOrNo(question, io) : null);
