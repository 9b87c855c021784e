import type * as z from "zod";
import { SIMULIVE } from "../webinars/fields.ts";
import { AT_TOP, type Canonical, type Fields, isAtStart, isFields, without } from "./canonical.ts";
import type { NotPossible } from "./changes.ts";
import { PARTS, type WebinarState } from "./read-webinar.ts";
import { documentSchema, FORMAT, inSchemaOrder } from "./schema.ts";

/** Everything that has an endpoint of its own. */
export const EVERY_PART: ReadonlySet<string> = new Set(PARTS);

export interface ExportOptions {
  withoutId: boolean;
  withPasscode: boolean;
  /** False: what the operator shows nobody is left out. */
  givesShared: boolean;
}

export interface Exported {
  fields: Fields;
  notPossible: readonly NotPossible[];
}

/** Keys in the order of a file; those of the form, of people and of questions come after the settings. */
const ORDER = [
  "topic",
  "type",
  "start_time",
  "timezone",
  "duration",
  "agenda",
  "password",
  "recurrence",
  "exceptions",
  "registration",
  ...AT_TOP,
  "settings",
  "tracking_fields",
  ...SIMULIVE,
  "registration_questions",
  "polls",
  "survey",
  "live_stream",
  "name_tags",
  "panelists",
] as const;

/** What every file holds. */
const ALWAYS = new Set(["topic", "start_time", "timezone", "duration"]);

const settingsOf = (settings: unknown): Fields =>
  isFields(settings) ? without(settings, (name, value) => isAtStart(name, value) || (isFields(value) && Object.keys(value).length === 0)) : {};

const isEmptyForm = (value: unknown): boolean => isFields(value) && Object.values(value).every((list) => Array.isArray(list) && list.length === 0);

const HELD_BACK = "the operator of this session shows no shared secrets (--reveal none).";

/** A webinar as the fields of a file, in their order: what can be set again, without what a new webinar has by itself and without secrets. */
export const exportWebinar = (state: WebinarState, { withoutId, withPasscode, givesShared }: ExportOptions): Exported => {
  const notPossible = [...state.notPossible];
  const canonical: Canonical = { ...state.canonical, settings: settingsOf(state.canonical.settings) };
  if (!withPasscode || !givesShared) delete canonical.password;
  if (isEmptyForm(canonical.registration_questions)) delete canonical.registration_questions;
  if (isFields(canonical.live_stream)) {
    const { live_stream } = canonical;
    const isWhole = live_stream.stream_url !== undefined && live_stream.page_url !== undefined;
    const why = isWhole ? "its key is left out: add stream_key to set up the stream of a copy." : "Zoom gives only a part of it.";
    if (!isWhole || !givesShared) delete canonical.live_stream;
    notPossible.push({ at: "live_stream", why: givesShared ? why : HELD_BACK });
  }
  if (!givesShared && isFields(canonical.settings) && canonical.settings.audio_conference_info !== undefined) {
    canonical.settings = without(canonical.settings, (name) => name === "audio_conference_info");
    notPossible.push({ at: "settings.audio_conference_info", why: HELD_BACK });
  }
  // Zoom answers fields in any order; a file has them in one, so that the same webinar is the same file.
  const shape: Readonly<Record<string, z.ZodType>> = documentSchema.shape;
  const fields = Object.fromEntries(
    ORDER.flatMap((name): [string, unknown][] => {
      const value = canonical[name];
      if (value === undefined || value === null || (name === "settings" && isFields(value) && Object.keys(value).length === 0)) return [];
      return !ALWAYS.has(name) && isAtStart(name, value) ? [] : [[name, inSchemaOrder(shape[name], value)]];
    }),
  );
  const head = { ...(withoutId ? {} : { id: state.id }), host: state.hostEmail ?? state.hostId ?? "", format: FORMAT };
  return { fields: withoutRefused({ ...head, ...fields }, notPossible), notPossible };
};

/** What Zoom holds but would not take again, such as a poll without a second answer, is left out and named: a file that is exported can be applied. */
const withoutRefused = (fields: Fields, notPossible: NotPossible[]): Fields => {
  const { error } = documentSchema.safeParse(fields);
  if (error === undefined) return fields;
  const refused = new Map<string, string>();
  for (const { path, message } of error.issues) {
    const [field = "", inner] = path.map(String);
    const isInside = inner !== undefined && (Array.isArray(fields[field]) || field === "settings");
    const at = isInside ? `${field}.${inner}` : field;
    if (!refused.has(at))
      refused.set(
        at,
        `Zoom would not take it again as it is: ${path
          .slice(isInside ? 2 : 1)
          .map(String)
          .join(".")} ${message}`,
      );
  }
  for (const [at, why] of refused) notPossible.push({ at, why });
  const isKept = (at: string) => !refused.has(at);
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
      if (!isKept(name)) return [];
      if (Array.isArray(value)) return [[name, value.filter((_, place) => isKept(`${name}.${place}`))]];
      return [[name, name === "settings" && isFields(value) ? without(value, (inner) => !isKept(`settings.${inner}`)) : value]];
    }),
  );
};

/** "2032-03-01-product-launch-95312345678.yaml": sorted by date in a folder, and unlike any other. */
export const fileNameOf = ({ fields }: Exported, id: string, withoutId: boolean, taken: Set<string>): string => {
  const day = typeof fields.start_time === "string" ? `${fields.start_time.slice(0, 10)}-` : "";
  const topic = typeof fields.topic === "string" ? fields.topic : "";
  const slug = topic
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  const base = `${day}${slug === "" ? "webinar" : slug}${withoutId ? "" : `-${id}`}`;
  let name = `${base}.yaml`;
  for (let count = 2; taken.has(name); count += 1) name = `${base}-${count}.yaml`;
  taken.add(name);
  return name;
};
