import type { Mail } from "./mail-log.ts";
import type { WebinarRecord } from "./webinar-record.ts";

export type { InstanceRecord, ParticipantRecord, SessionRecord } from "./session-record.ts";
export type { OccurrenceRecord, PanelistRecord, RegistrantRecord, RegistrantStatus, WebinarRecord } from "./webinar-record.ts";

/** The format of the state that this code writes. Raise it with every change of shape, and write the step in migrate.ts. */
export const STATE_VERSION = 2;

/** A person of the account. */
export interface UserRecord {
  id: string;
  email: string;
  first_name: string;
  last_name: string;
  /** 1 Basic, 2 Licensed. */
  type: 1 | 2;
  status: "active" | "inactive" | "pending";
  /** IANA zone of the profile. */
  timezone: string;
  dept: string;
  created_at: string;
  pmi: number;
  /** Whether the account bought webinars for this person; Zoom shows it only by refusing. */
  hasWebinarAddOn: boolean;
  /** Features that are switched off for this person (features.ts). */
  off: string[];
}

/** The account itself. */
export interface AccountRecord {
  id: string;
  /** Features that are switched off for everybody (features.ts). */
  off: string[];
  /** File ids of the recordings that a simulive webinar may play. */
  recordings: string[];
}

/** A webinar kept to start others from. */
export interface TemplateRecord {
  id: string;
  owner_id: string;
  name: string;
  /** 1 the person's own, 2 from an admin. */
  type: 1 | 2;
  /** Absent for those that a world has from the start. */
  createdMs?: number;
  /** The webinar that it was made from. */
  webinar_id: number;
  content: Pick<WebinarRecord, "topic" | "agenda" | "duration" | "settings" | "questions" | "custom_questions" | "recurrence" | "type">;
}

/** A label that the account gives its webinars. */
export interface TrackingFieldRecord {
  id: string;
  field: string;
  recommended_values: string[];
  required: boolean;
  visible: boolean;
}

/** Somebody who wants to hear of events. */
export interface WebhookRecord {
  id: string;
  url: string;
  secret: string;
  /** Null: every event. */
  events: string[] | null;
  /** When the address was validated last; absent in files of earlier versions. */
  validatedMs?: number;
  /** How many validations in a row have failed. At six Zoom disables the webhook. */
  failures?: number;
}

/** Everything that the emulator remembers. Plain JSON: it is written to a file as it is. */
export interface EmulatorState {
  version: typeof STATE_VERSION;
  /** Another one after each reset, seed and restored snapshot. Absent in files of earlier versions. */
  worldId?: string;
  /** All ids and links derive from it. */
  seed: string;
  /** How many ids of each kind were given out. */
  serials: Record<string, number>;
  /** How far the emulator's time is ahead of the clock. */
  clockOffsetMs: number;
  account: AccountRecord;
  /** Null: every admin scope of the document. */
  scopes: string[] | null;
  /** Tokens of an earlier generation have expired. */
  tokenGeneration: number;
  revokedTokens: string[];
  /** Tokens that a seed file names, by the token: for whom they act (null: the account), and with which scopes (null: all). Absent without any. */
  fixedTokens?: Record<string, { userId: string | null; scopes: string[] | null; expired: boolean }>;
  /** Sign-ins of people who signed in themselves; absent until somebody does, also in worlds that were stored before there was such a thing. */
  signIns?: { usedCodes: string[]; grants: Record<string, { clientId: string; userId: string; serial: number }> };
  /** Counts that start again at 00:00 UTC, by key. */
  day: { date: string; counts: Record<string, number> };
  users: UserRecord[];
  /** By id. */
  webinars: Record<string, WebinarRecord>;
  templates: TemplateRecord[];
  trackingFields: TrackingFieldRecord[];
  webhooks: WebhookRecord[];
  mails: Mail[];
}

/** Copies of the state under names, beside it. */
export interface SnapshotHolder {
  /** Keeps the state as it is now, replacing an earlier snapshot of that name. */
  save(name: string): Promise<void>;
  /** Puts a kept state in place. False, without any change, if nothing is kept under the name. */
  restore(name: string): Promise<boolean>;
  /** False if nothing is kept under the name. */
  remove(name: string): Promise<boolean>;
  /** The names, in order. */
  list(): Promise<string[]>;
}

/** Where the state lives: in memory, or in a file that several processes share. Both run `work` while nobody else changes anything. */
export interface StateHolder {
  /** Looks at the state; must not change it. */
  read<T>(look: (state: EmulatorState) => T): Promise<T>;
  /** Changes the state in place. Nothing is kept if `work` throws before its first change. */
  change<T>(work: (state: EmulatorState) => T): Promise<T>;
  /** Puts another world in its place, a fresh one of the emulator's own kind unless one is given. */
  reset(createWorld?: () => EmulatorState): Promise<void>;
  snapshots: SnapshotHolder;
}

/** The account's owner: its first person. */
export const ownerOf = ({ users: [owner] }: EmulatorState): UserRecord | undefined => owner;
