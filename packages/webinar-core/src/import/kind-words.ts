import type { ImportKind } from "./journal/events.ts";

/** How each kind of import says what becomes of people. */
interface KindWords {
  readonly planned: string;
  readonly done: string;
  readonly already: string;
  /** As what somebody in it is at Zoom afterwards; null: as nobody. */
  readonly role: "registrant" | "panelist" | null;
}

/** What a terminal, a question and an answer call those whom an import is about. */
export const WORDS: Readonly<Record<ImportKind, KindWords>> = {
  "registrants.import": { planned: "to be registered", done: "registered", already: "registered already", role: "registrant" },
  "panelists.import": { planned: "to be invited", done: "invited", already: "invited already", role: "panelist" },
  "registrants.approveFrom": { planned: "to be approved", done: "approved", already: "approved already", role: "registrant" },
  "registrants.denyFrom": { planned: "to be denied", done: "denied", already: "denied already", role: "registrant" },
  "registrants.cancelFrom": { planned: "to be cancelled", done: "cancelled", already: "cancelled already", role: "registrant" },
  "registrants.removeFrom": { planned: "to be removed", done: "removed", already: "removed already", role: null },
};

/** True for the id of an operation on a file of people. */
export const isKind = (operation: string): operation is ImportKind => Object.hasOwn(WORDS, operation);
