import type { Mail } from "../mail-log.ts";

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
}

/** One planned date of a recurring webinar. */
export interface OccurrenceRecord {
  /** Epoch milliseconds of the start it was planned with. */
  occurrence_id: string;
  start_time: string;
  duration: number;
  status: "available" | "deleted";
  /** What was changed for this date alone. */
  agenda?: string;
  settings?: Record<string, unknown>;
}

/** One time that a webinar was held. */
export interface InstanceRecord {
  uuid: string;
  start_time: string;
  end_time: string;
}

export type RegistrantStatus = "approved" | "pending" | "denied";

/** Somebody who signed up. */
export interface RegistrantRecord {
  id: string;
  email: string;
  first_name: string;
  createdMs: number;
  status: RegistrantStatus;
  /** Where a decision was made for one date only. */
  statusOn: Record<string, RegistrantStatus>;
  /** Null: every date. */
  occurrence_ids: string[] | null;
  /** Last name, address, job title … as they were sent. */
  answers: Record<string, string>;
  custom_questions: { title: string; value: string }[];
  language: string | null;
  source_id: string | null;
}

/** Somebody invited to speak. */
export interface PanelistRecord {
  id: string;
  name: string;
  email: string;
}

/** A webinar with all that belongs to it. */
export interface WebinarRecord {
  id: number;
  /** Names the next or running instance; renewed at each end. */
  uuid: string;
  host_id: string;
  topic: string;
  type: 5 | 6 | 9;
  /** UTC; null for type 6. Of a recurring webinar: the first date. */
  start_time: string | null;
  timezone: string;
  /** Minutes. */
  duration: number;
  agenda: string;
  createdMs: number;
  creation_source: "open_api" | "web_portal";
  /** "" for none. */
  password: string;
  recurrence: Record<string, unknown> | null;
  occurrences: OccurrenceRecord[];
  tracking_fields: { field: string; value: string }[];
  /** What was set; everything else has its start value (settings.ts). */
  settings: Record<string, unknown>;
  /** Since when it is on air, null while it is not. */
  runningSince: string | null;
  instances: InstanceRecord[];
  registrants: RegistrantRecord[];
  panelists: PanelistRecord[];
  questions: { field_name: string; required: boolean }[];
  custom_questions: { title: string; type: string; required: boolean; answers: string[] }[];
}

/** Everything that the emulator remembers. Plain JSON: it is written to a file as it stands. */
export interface EmulatorState {
  version: 1;
  /** All ids and links derive from it. */
  seed: string;
  /** How many ids of each kind were given out. */
  serials: Record<string, number>;
  /** How far the emulator's time is ahead of the clock. */
  clockOffsetMs: number;
  account: { id: string };
  /** Null: every admin scope of the document. */
  scopes: string[] | null;
  /** Tokens of an earlier generation have expired. */
  tokenGeneration: number;
  revokedTokens: string[];
  /** Counts that start anew at 00:00 UTC, by key. */
  day: { date: string; counts: Record<string, number> };
  users: UserRecord[];
  /** By id. */
  webinars: Record<string, WebinarRecord>;
  mails: Mail[];
}

/** Where the state lives: in memory, or in a file that several processes share. Both run `work` while nobody else changes anything. */
export interface StateHolder {
  /** Looks at the state; must not change it. */
  read<T>(look: (state: EmulatorState) => T): Promise<T>;
  /** Changes the state in place. Nothing is kept where `work` throws before its first change. */
  change<T>(work: (state: EmulatorState) => T): Promise<T>;
  /** Puts a fresh world in its place. */
  reset(): Promise<void>;
}
