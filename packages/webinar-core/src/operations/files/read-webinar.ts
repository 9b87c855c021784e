import { isZoomWebinarError } from "@zoom-webinar/foundation";
import type { ZoomClient } from "@zoom-webinar/zoom-client";
import { SERIES } from "../../operation/series.ts";
import { readRecurrence } from "../../time/recurrence.ts";
import { readStartTime } from "../../time/start-time.ts";
import { SIMULIVE } from "../webinars/fields.ts";
import {
  type Canonical,
  type Fields,
  fromZoomSettings,
  isFields,
  toForm,
  toNameTag,
  toPoll,
  toSurvey,
  toTrackingField,
  without,
} from "./canonical.ts";
import type { NotPossible } from "./changes.ts";
import { readDates, type SeriesDate } from "./dates.ts";
import { wallTime, type ZoomWebinar } from "./wall-time.ts";

/** A webinar as it is, in the spelling of a file, and the ids that a change of it needs. */
export interface WebinarState {
  id: string;
  hostId: string | null;
  hostEmail: string | null;
  canonical: Canonical;
  /** For a series: each date that the rule makes, with what became of it. */
  dates: readonly SeriesDate[];
  /** IDs in the order of the lists in `canonical`. */
  pollIds: readonly string[];
  nameTagIds: readonly string[];
  panelistIds: readonly string[];
  /** The key of the live stream; it is sent back with a change and never leaves. */
  streamKey: string | null;
  /** Whether Zoom writes to whom is invited. */
  mailsPanelists: boolean;
  /** Parts that could not be read, and what cannot be copied. */
  notPossible: readonly NotPossible[];
}

/** Parts of a webinar that have endpoints of their own. */
export const PARTS = ["registration_questions", "polls", "survey", "panelists", "name_tags", "live_stream", "exceptions"] as const;
export type Part = (typeof PARTS)[number];

export interface ReadOptions {
  zoom: ZoomClient;
  /** What to read besides the webinar itself. */
  parts: ReadonlySet<string>;
  /** Milliseconds since the epoch. */
  nowMs: number;
}

/** Reads a part, or says why it cannot be read: the app may not, or the host does not have it. */
const readPart = async <T>(at: Part, read: () => Promise<T>, notPossible: NotPossible[]): Promise<T | null> => {
  try {
    return await read();
  } catch (error) {
    if (!isZoomWebinarError(error)) throw error;
    const isFine = ["scope_missing", "zoom_rejected", "forbidden", "plan_missing"].includes(error.code);
    if (!isFine) throw error;
    notPossible.push({ at, why: `it cannot be read: ${error.message}` });
    return null;
  }
};

/** A wall time that a change of clocks repeats is no time of its own: then the instant. */
const localOrInstant = async (utc: string, timezone: string): Promise<string> => {
  const wall = await wallTime(utc, timezone);
  try {
    await readStartTime(wall, timezone, { hostZone: async () => null, operatorZone: null });
    return wall;
  } catch {
    return utc;
  }
};

/** The fields of the webinar itself. */
const basicsOf = async (webinar: ZoomWebinar): Promise<Canonical> => {
  const { topic, type, start_time, timezone = "UTC", duration, agenda = "", password = "", tracking_fields, settings } = webinar;
  const zone = timezone === "" ? "UTC" : timezone;
  const [first] = webinar.occurrences ?? [];
  const start = start_time ?? first?.start_time;
  return {
    topic: topic ?? "",
    ...(type === 6 ? { type } : {}),
    ...(type === 6 || start === undefined ? {} : { start_time: await localOrInstant(start, zone) }),
    timezone: zone,
    duration: duration ?? 60,
    agenda,
    password,
    ...(webinar.recurrence && type === SERIES ? { recurrence: without(webinar.recurrence) } : {}),
    ...fromZoomSettings(settings ?? {}),
    tracking_fields: (tracking_fields ?? []).map(toTrackingField),
    ...Object.fromEntries(SIMULIVE.flatMap((name) => (webinar[name] === undefined ? [] : [[name, webinar[name]]]))),
  };
};

/** A recurrence with everything that its rule says, as it would be sent. Raw if it cannot be read. */
export const tidyRecurrence = async (recurrence: Fields, start: { utc: string; timezone: string }): Promise<Fields> => {
  try {
    const { reading } = await readStartTime(start.utc, start.timezone, { hostZone: async () => null, operatorZone: null });
    return { ...(await readRecurrence(recurrence, reading)).wire };
  } catch {
    return recurrence;
  }
};

/** Reads a webinar with the parts that are asked for. Throws what Zoom refuses for the webinar itself. */
export const readWebinar = async (id: string, { zoom, parts, nowMs }: ReadOptions): Promise<WebinarState> => {
  const path = { webinarId: id };
  const webinar = await zoom.call("GET /webinars/{webinarId}", { path, query: { show_previous_occurrences: true } });
  const notPossible: NotPossible[] = [];
  const canonical = await basicsOf(webinar);
  const { timezone } = canonical as { timezone: string };
  const dates = webinar.type === SERIES ? await readDates(webinar, { zoom, nowMs, timezone, isWhole: parts.has("exceptions") }) : [];
  if (isFields(canonical.recurrence) && webinar.start_time) {
    canonical.recurrence = await tidyRecurrence(canonical.recurrence, { utc: webinar.start_time, timezone });
  }
  if (parts.has("exceptions") && webinar.type === SERIES)
    canonical.exceptions = dates.flatMap(({ exception }) => (exception === null ? [] : [exception]));

  const has = (part: Part) => parts.has(part);
  if (has("registration_questions") && canonical.registration !== "none") {
    const form = await readPart("registration_questions", () => zoom.call("GET /webinars/{webinarId}/registrants/questions", { path }), notPossible);
    if (form !== null) canonical.registration_questions = toForm(form);
  }
  const polls = has("polls") ? await readPart("polls", () => zoom.call("GET /webinars/{webinarId}/polls", { path }), notPossible) : null;
  if (polls !== null) canonical.polls = (polls.polls ?? []).map(toPoll);
  if (has("survey")) {
    const survey = await readPart("survey", () => zoom.call("GET /webinars/{webinarId}/survey", { path }), notPossible);
    const tidy = survey === null ? {} : toSurvey(survey);
    if (Object.keys(tidy).length > 0) canonical.survey = tidy;
  }
  const isBranded = webinar.settings?.enable_session_branding !== false;
  const needsTags = (has("name_tags") || has("panelists")) && isBranded;
  const branding = needsTags ? await readPart("name_tags", () => zoom.call("GET /webinars/{webinarId}/branding", { path }), notPossible) : null;
  const tags = branding?.name_tags ?? [];
  if (has("name_tags")) {
    canonical.name_tags = tags.map(toNameTag);
    if (branding?.wallpaper?.id) notPossible.push({ at: "branding.wallpaper", why: "Zoom does not give the picture back; upload it again." });
    for (const { name } of branding?.virtual_backgrounds ?? []) {
      notPossible.push({ at: `branding.virtual_backgrounds[${name ?? ""}]`, why: "Zoom does not give the picture back; upload it again." });
    }
  }
  const listed = has("panelists") ? await readPart("panelists", () => zoom.call("GET /webinars/{webinarId}/panelists", { path }), notPossible) : null;
  const panelists = listed?.panelists ?? [];
  if (listed !== null) {
    canonical.panelists = panelists.map(({ name = "", email = "", name_tag_id, name_tag_name, name_tag_pronouns, name_tag_description }) => ({
      name,
      email,
      ...without({ name_tag: tags.find((known) => known.id === name_tag_id)?.name, name_tag_name, name_tag_pronouns, name_tag_description }, isEmpty),
    }));
  }
  let streamKey: string | null = null;
  if (has("live_stream")) {
    const stream = await readPart("live_stream", () => zoom.call("GET /webinars/{webinarId}/livestream", { path }), notPossible);
    streamKey = stream?.stream_key || null;
    const shown = without({ stream_url: stream?.stream_url, page_url: stream?.page_url, resolution: stream?.resolution }, isEmpty);
    if (Object.keys(shown).length > 0) canonical.live_stream = shown;
  }
  return {
    id: webinar.id ?? id,
    hostId: webinar.host_id ?? null,
    hostEmail: webinar.host_email ?? null,
    canonical,
    dates,
    pollIds: (polls?.polls ?? []).map((poll) => poll.id ?? ""),
    nameTagIds: tags.map((known) => known.id ?? ""),
    panelistIds: panelists.map((panelist) => panelist.id ?? panelist.email ?? ""),
    streamKey,
    mailsPanelists: webinar.settings?.panelists_invitation_email_notification !== false,
    notPossible,
  };
};

const isEmpty = (_name: string, value: unknown) => value === "";
