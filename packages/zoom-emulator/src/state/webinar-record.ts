import type { InstanceRecord, SessionRecord } from "./session-record.ts";

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

/** Where a registrant stands, in Zoom's words. */
export type RegistrantStatus = "approved" | "pending" | "denied";

/** Somebody who signed up. */
export interface RegistrantRecord {
  id: string;
  email: string;
  first_name: string;
  createdMs: number;
  status: RegistrantStatus;
  /** The last decision for every date: when, and what the status was before; absent until there is one. */
  decided?: { ms: number; before: RegistrantStatus };
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
  /** Absent for those whom a world has from the start. */
  createdMs?: number;
  virtual_background_id?: string;
  name_tag_id?: string;
  name_tag_name?: string;
  name_tag_pronouns?: string;
  name_tag_description?: string;
}

/** A poll, advanced poll or quiz. */
export interface PollRecord {
  id: string;
  /** Absent for those that a world has from the start. */
  createdMs?: number;
  status: "notstart" | "started" | "ended";
  title: string | null;
  poll_type: 1 | 2 | 3;
  anonymous: boolean;
  /** As they were sent, without unknown fields. */
  questions: Record<string, unknown>[];
}

/** What people are asked afterwards. */
export interface SurveyRecord {
  id: string;
  /** As it was sent, without unknown fields; null for none. */
  custom_survey: Record<string, unknown> | null;
  third_party_survey: string | null;
  show_in_the_browser: boolean;
  show_in_the_follow_up_email: boolean;
}

/** A picture that was uploaded; its bytes are not kept. */
export interface PictureRecord {
  id: string;
  name: string;
  size: number;
}

/** How a webinar looks. */
export interface BrandingRecord {
  wallpaper: PictureRecord | null;
  virtual_backgrounds: (PictureRecord & { is_default: boolean })[];
  name_tags: { id: string; name: string; text_color: string; accent_color: string; background_color: string; is_default: boolean }[];
}

/** Where a webinar is streamed to. */
export interface LiveStreamRecord {
  stream_url: string;
  stream_key: string;
  page_url: string;
  resolution: string | null;
  /** Whether it streams right now. */
  running: boolean;
  settings: Record<string, unknown>;
}

/** A named sign-up link. */
export interface TrackingSourceRecord {
  id: string;
  source_name: string;
  visitor_count: number;
}

/** A recording that plays as if live. */
export interface SimuliveRecord {
  record_file_id: string;
  transition_to_live: boolean;
  delay: Record<string, unknown> | null;
}

/** What a webinar has from the start, before anybody adds to it. */
export interface WebinarParts {
  registrants: RegistrantRecord[];
  panelists: PanelistRecord[];
  questions: { field_name: string; required: boolean }[];
  custom_questions: { title: string; type: string; required: boolean; answers: string[] }[];
  polls: PollRecord[];
  survey: SurveyRecord | null;
  branding: BrandingRecord;
  liveStream: LiveStreamRecord | null;
  trackingSources: TrackingSourceRecord[];
  simulive: SimuliveRecord | null;
  template_id: string | null;
  /** Made in Zoom Events, which alone may change it. */
  isEvents: boolean;
  /** Since when it is on air, null while it is not. */
  runningSince: string | null;
  /** What happens while it is on air, null while it is not. */
  session: SessionRecord | null;
  /** Oldest first. */
  instances: InstanceRecord[];
}

/** A webinar with all that belongs to it. */
export interface WebinarRecord extends WebinarParts {
  id: number;
  /** Names the next or running instance; renewed at each end. */
  uuid: string;
  host_id: string;
  topic: string;
  type: 5 | 6 | 9;
  /** UTC; null for type 6. For a recurring webinar: the first date. */
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
}

/** The parts of a webinar to which nobody has added anything. */
export const emptyParts = (): WebinarParts => ({
  registrants: [],
  panelists: [],
  questions: [],
  custom_questions: [],
  polls: [],
  survey: null,
  branding: { wallpaper: null, virtual_backgrounds: [], name_tags: [] },
  liveStream: null,
  trackingSources: [],
  simulive: null,
  template_id: null,
  isEvents: false,
  runningSince: null,
  session: null,
  instances: [],
});
