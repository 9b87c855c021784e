/** `read-only` refuses every write, `confirm` asks before something is lost, before Zoom mails people, and before they are left with a wrong invitation, `trusted` asks nothing. */
export type Safety = "read-only" | "confirm" | "trusted";

/** From the most careful to the freest. */
export const SAFETIES = ["read-only", "confirm", "trusted"] as const satisfies readonly Safety[];

/** True unless the mode allows changes. A word that is not a mode allows nothing. */
export const isReadOnly = (safety: Safety): boolean => safety !== "confirm" && safety !== "trusted";

/** Whether a confirmation may be sent back by the caller itself (`token`), or must come through a question asked of a person. */
export type ConfirmBy = "token" | "person";

/** Who may confirm: whoever sends the token back, or only a person. */
export const CONFIRM_BY = ["token", "person"] as const satisfies readonly ConfirmBy[];
