/** A question about Zoom that its documents leave open; the emulator has a switch of the same name for each. */
export type SwitchValue = string | number | boolean;

/** What was seen of one switch on this account. */
export interface SeenSwitch {
  switch: string;
  /** The value that holds here; null if what was seen fits several, or none. */
  holds: SwitchValue | null;
  /** Values that fit what was seen: one if `holds` names it. */
  possible: readonly SwitchValue[];
  /** What was seen, in a sentence. */
  seen: string;
}

/** A switch that was not seen, and why. */
export interface UnseenSwitch {
  switch: string;
  why: string;
}

export const holds = (name: string, value: SwitchValue, seen: string): SeenSwitch => ({ switch: name, holds: value, possible: [value], seen });

export const oneOf = (name: string, possible: readonly SwitchValue[], seen: string): SeenSwitch => ({ switch: name, holds: null, possible, seen });

const HELD = "takes a webinar that was held";
const MAILBOX = "shows only in a mailbox, and this audit writes to nobody";
const NEVER = "this client never asks Zoom that";
const NOT_OURS = "this client writes and reads it in one way only, whatever Zoom takes besides";

/** Switches that a webinar to come cannot show. */
export const OUT_OF_SIGHT: readonly UnseenSwitch[] = [
  ["pendingMail", MAILBOX],
  ["batchMails", MAILBOX],
  ["registrantQuota", "would use up the sign-ups that an address has in a day"],
  ["meWithServerToken", "takes a call with `me`, which this audit does not make"],
  ["textScalars", NOT_OURS],
  ["trailingSlash", NOT_OURS],
  ["decisionWithoutPeople", NOT_OURS],
  ["startOffsets", NOT_OURS],
  ["contactSettings", NOT_OURS],
  ["listWithoutAddOn", "takes a host without a webinar licence"],
  ["deniedRegistersAgain", "takes somebody who is denied and signs up again, which this audit does not make"],
  ["deletedDates", "takes a call that deletes one date, which this audit does not make"],
  ["wrongVerb", NEVER],
  ["scopeCode", "takes an app that lacks a scope"],
  ["oldRefreshToken", "could end a person's sign-in"],
  ["participantsDelayMs", HELD],
  ["participantsUnknownMs", HELD],
  ["reportsWhileRunning", HELD],
  ["participantsCount", HELD],
  ["pollTimes", HELD],
  ["deletedSummary", HELD],
  ["unknownChatMessage", HELD],
  ["metricsRefusal", HELD],
].map(([name = "", why = ""]) => ({ switch: name, why }));
