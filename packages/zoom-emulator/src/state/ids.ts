import { hash } from "node:crypto";
import type { EmulatorState } from "./state.ts";

/** Bytes that depend on the seed and the parts alone: the same request gives the same link each time, in every process. */
export const derive = (seed: string, ...parts: readonly (string | number)[]): Buffer => hash("sha256", [seed, ...parts].join("\n"), "buffer");

const next = (state: EmulatorState, kind: string): Buffer => {
  const serial = (state.serials[kind] ?? 0) + 1;
  state.serials[kind] = serial;
  return derive(state.seed, kind, serial);
};

/** What gets an id of 22 characters. */
export type IdKind =
  | "account"
  | "user"
  | "registrant"
  | "panelist"
  | "poll"
  | "survey"
  | "picture"
  | "nameTag"
  | "template"
  | "trackingField"
  | "question"
  | "message"
  | "webhook"
  | "link";

/** Ids of people, registrants, accounts, pictures …: 22 characters, safe in URLs. Each kind is counted by itself. */
export const nextOpaqueId = (state: EmulatorState, kind: IdKind): string => next(state, kind).subarray(0, 16).toString("base64url");

const ELEVEN_DIGITS_FROM = 80_000_000_000;
const ELEVEN_DIGITS_SPAN = 19_999_999_999;

/** A webinar id: eleven digits, not yet taken. */
export const nextWebinarId = (state: EmulatorState): number => {
  for (;;) {
    const id = ELEVEN_DIGITS_FROM + (next(state, "webinar").readUIntBE(0, 6) % ELEVEN_DIGITS_SPAN);
    if (state.webinars[id] === undefined) return id;
  }
};

/**
 * An instance UUID: base64 of 16 bytes. Every fourth starts with "/" and every fourth holds "//", far more often than by chance:
 * those are the ones that a client has to encode twice.
 */
export const nextUuid = (state: EmulatorState): string => {
  const bytes = Buffer.from(next(state, "uuid").subarray(0, 16));
  const turn = (state.serials.uuid ?? 0) % 4;
  if (turn === 2) bytes[0] = 0xff;
  if (turn === 0) bytes.fill(0xff, 3, 5);
  return bytes.toString("base64");
};

/** Digits for a tracking source. */
export const nextSourceId = (state: EmulatorState): string =>
  String(5_000_000_000_000 + (next(state, "source").readUIntBE(0, 5) % 1_000_000_000_000));

/** Digits for a passcode that Zoom makes up itself. */
export const nextPasscode = (state: EmulatorState): string => String(next(state, "passcode").readUInt32BE(0) % 1_000_000).padStart(6, "0");

/** Digits for a person's own meeting room. */
export const nextPersonalMeetingId = (state: EmulatorState): number => 3_000_000_000 + (next(state, "pmi").readUInt32BE(0) % 1_000_000_000);

const FIRST_JOINING = 16_778_240;
const JOINING_STEP = 1024;

/** The `user_id` of the joining with this number, from 0, in its instance. */
export const joiningId = (index: number): string => String(FIRST_JOINING + index * JOINING_STEP);

/** The `participant_uuid` of a joining, in the form that Zoom gives it. */
export const joiningUuid = (seed: string, instanceUuid: string, userId: string): string => {
  const hex = derive(seed, "joining", instanceUuid, userId).toString("hex").toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
};
