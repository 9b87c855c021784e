import type { RegistrantStatus } from "../state/state.ts";
import type { WorldName } from "./names.ts";

/** A person of the account, as a seed file has it. */
export interface PlannedUser {
  email: string;
  first_name?: string;
  last_name?: string;
  /** IANA zone. Default "UTC". */
  timezone?: string;
  /** Default true. */
  licensed?: boolean;
  /** Default true. */
  webinar_add_on?: boolean;
  /** Features that are switched off for this person. */
  features_off?: string[];
}

/** What a fixed access token may do. It never expires by itself. */
export interface PlannedToken {
  /** E-mail of the person for whom it acts; absent: the whole account. */
  user?: string;
  /** Default: all that the app, or a person's sign-in, can hold. */
  scopes?: string[];
  /** True for a token that Zoom refuses as expired. */
  expired?: boolean;
}

/** Somebody who signed up. */
export interface PlannedRegistrant {
  email: string;
  first_name?: string;
  last_name?: string;
  /** Default "approved". */
  status?: RegistrantStatus;
}

/** Somebody who was there, with the minutes after the start; who signed up is found by e-mail. */
export interface PlannedAttendee {
  email?: string;
  name?: string;
  from: number;
  to: number;
}

/** A webinar, as a seed file has it. */
export interface PlannedWebinar {
  /** Nine to eleven digits. Default: made from the seed. */
  id?: number;
  topic: string;
  /** E-mail of the host. Default: the first person. */
  host?: string;
  /** An instant with "Z", or a distance from now such as "+7d", "-2h" or "+7d 15:00" (UTC). */
  starts: string;
  /** Minutes. Default 60. */
  duration?: number;
  agenda?: string;
  /** How sign-ups are approved. Default "automatic"; "none" is a webinar without registration. */
  registration?: "automatic" | "manual" | "none";
  /** Dates a week apart. Default: a single webinar. */
  weeks?: number;
  registrants?: PlannedRegistrant[];
  panelists?: { name: string; email: string }[];
  /** That it was held at its start, for so many minutes, and who came besides the host. */
  held?: { minutes: number; attendees?: PlannedAttendee[] };
}

/** A world of one's own: what a seed file says of people, tokens and webinars. */
export interface PlannedWorld {
  /** The world that it is added to. Default: an account with these people only. */
  base?: WorldName;
  /** What time it is there, as an instant with "Z". Default: the clock's. */
  now?: string;
  /** Without any, those of every world: Ada, Grace and Linus. A person of the base with the same e-mail is changed. */
  users?: PlannedUser[];
  /** By the token. */
  tokens?: Readonly<Record<string, PlannedToken>>;
  webinars?: PlannedWebinar[];
}
