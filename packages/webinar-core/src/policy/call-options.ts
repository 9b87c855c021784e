import { aFunction, aText, type OptionReaders, optionThat, readOptions } from "../operation/known-options.ts";
import { assertOneOf } from "../operation/one-of.ts";
import type { Progress } from "../operation/operation.ts";
import type { ConfirmationChannel } from "./confirmation.ts";

/** What belongs to one call, not to the session. */
export interface CallOptions {
  /** Ends the call at once; the error says whether it may have been done. */
  signal?: AbortSignal | undefined;
  /** The `confirm_token` of an earlier refusal with `confirmation_required`. */
  confirmToken?: string | undefined;
  /** Who brings the token back. A door says `person` only when it asked a person itself. */
  confirmChannel?: ConfirmationChannel | undefined;
  /** Whose call it is, if a server has several callers. Default "local". */
  principal?: string | undefined;
  /** Called as a long call gets on. */
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Told in words when the call waits for half a second or longer: for its turn, for a limit to pass, before another attempt. */
  onWait?: ((message: string) => void) | undefined;
}

const READERS: OptionReaders<CallOptions> = {
  signal: optionThat("an AbortSignal", (value) => {
    const { aborted, addEventListener } = Object(value) as Partial<AbortSignal>;
    return typeof aborted === "boolean" && typeof addEventListener === "function";
  }),
  confirmToken: optionThat("text", (value) => typeof value === "string"),
  confirmChannel: (value, field) => assertOneOf(value, ["caller", "person"], field, "A door says person only when it asked a person itself."),
  principal: aText,
  onProgress: aFunction,
  onWait: aFunction,
};

/** The options of a call, each looked at before anything is sent. Throws `InputError` for one that does not exist or is of another kind. */
export const readCallOptions = (given: CallOptions): CallOptions => readOptions(READERS, given);
