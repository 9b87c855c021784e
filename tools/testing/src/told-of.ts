import type { Preview } from "@zoom-webinar/webinar-core/doors";
import type { EmulatorState, Mail } from "@zoom-webinar/zoom-emulator";
import { expect } from "vitest";
import { UPCOMING as webinar_id } from "./demo-webinars.ts";

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** What of a state is not there any more, found without a line of ours: the last names of the path, and what was there. */
const gone = (before: unknown, after: unknown, path: readonly string[] = []): { path: readonly string[]; was: unknown }[] => {
  if (Array.isArray(before)) {
    const kept = Array.isArray(after) ? after : [];
    const keyOf = (entry: unknown) =>
      isObject(entry) ? String(entry.id ?? entry.occurrence_id ?? entry.title ?? entry.name ?? entry.field_name ?? entry.field) : String(entry);
    return before.flatMap((entry) => {
      const still = kept.find((other) => keyOf(other) === keyOf(entry));
      return still === undefined ? [{ path, was: entry }] : gone(entry, still, path);
    });
  }
  if (isObject(before)) {
    if (!isObject(after)) return Object.keys(before).length === 0 ? [] : [{ path, was: before }];
    return Object.keys(before).flatMap((name) => gone(before[name], after[name], [...path, name]));
  }
  const isEmptied = typeof before === "string" && before !== "" && (after === "" || after === null || after === undefined);
  return isEmptied || (before === true && after !== true) ? [{ path, was: before }] : [];
};

/** Not a state of the webinar, or named otherwise in it than in a preview. */
const NO_LOSS = new Set([
  // What a stream shows is said again at each start, and Zoom gives it back nowhere.
  "active_speaker_name",
  "statusOn",
  "occurrences",
  "occurrence_ids",
  "start_time",
  "host_video",
  "panelists_video",
]);

const REMINDERS = [
  "attendees_and_panelists_reminder_email_notification",
  "follow_up_attendees_email_notification",
  "follow_up_absentees_email_notification",
];

const enabled = (state: EmulatorState): string[] =>
  REMINDERS.filter((name) => (state.webinars[webinar_id]?.settings[name] as { enable?: boolean } | undefined)?.enable === true);

const ahead = (state: EmulatorState) => (state.webinars[webinar_id]?.occurrences ?? []).filter(({ status }) => status === "available");
const approved = (state: EmulatorState) =>
  (state.webinars[webinar_id]?.registrants ?? []).filter(({ status }) => status === "approved").map(({ email }) => email);

/** A world at one moment, read past API and core. */
export interface Look {
  state: EmulatorState;
  mails: readonly Mail[];
}

/** Another design is the default now: that one took its place is what the call is for, not a loss. */
const hasDefault = (webinar: EmulatorState["webinars"][string] | undefined, list: string | undefined): boolean =>
  (list === "name_tags" || list === "virtual_backgrounds") && webinar?.branding[list].some(({ is_default }) => is_default) === true;

const wordsIn = (preview: Preview | null): string => JSON.stringify(preview ?? "").toLowerCase();

/** Fails unless a preview says all that a call took away, and everybody whom it mailed or mails later. */
export const assertToldOf = (before: Look, after: Look, preview: Preview | null, what: string) => {
  const words = wordsIn(preview);
  const was = before.state.webinars[webinar_id];
  const is = after.state.webinars[webinar_id];
  for (const { path, was: lost } of [...gone(json(was), json(is)), ...gone(json(before.state.trackingFields), json(after.state.trackingFields))]) {
    if (path.some((name) => NO_LOSS.has(name)) || path.length === 0) continue;
    if (path.at(-1) === "is_default" && hasDefault(is, path.at(-2))) continue;
    const name = isObject(lost) ? (lost.title ?? lost.name ?? lost.field_name ?? lost.field) : lost;
    const field = path.at(-1) === "running" ? "live stream" : path.at(-1) === "enable" ? path.at(-2) : path.at(-1)?.replace(/_id$|^is_/, "");
    const said = [name, field].some((word) => typeof word === "string" && word !== "" && words.includes(word.replaceAll("_", " ").toLowerCase()));
    expect(said, `${what}: ${path.join(".")} was ${JSON.stringify(lost)}, and the preview says ${words}`).toBe(true);
  }
  if (ahead(after.state).length < ahead(before.state).length)
    expect(words, what).toContain(`${ahead(before.state).length} dates become ${ahead(after.state).length}`);
  for (const email of approved(before.state)) if (!approved(after.state).includes(email)) expect(words, what).toContain(email);
  if (is !== undefined && was !== undefined && was.settings.approval_type !== 2 && is.settings.approval_type === 2)
    expect(words, what).toContain("registration is switched off");
  for (const name of enabled(after.state)) if (!enabled(before.state).includes(name)) expect(words, what).toContain(name.replaceAll("_", " "));
  for (const panelist of was?.panelists ?? []) {
    const now = is?.panelists.find(({ id }) => id === panelist.id);
    for (const [look, word] of [
      ["name_tag_id", "name tag"],
      ["virtual_background_id", "virtual background"],
    ] as const)
      if (now !== undefined && panelist[look] !== undefined && now[look] !== panelist[look])
        expect(words, `${what}: ${look}`).toMatch(new RegExp(`loses? the ${word}`));
  }
  const mailed = new Set(after.mails.slice(before.mails.length).map(({ to }) => to));
  // Those whom Zoom lists nowhere cannot be counted: then the preview says so.
  if (words.includes("zoom does not list them")) return;
  expect(preview?.recipients?.count ?? 0, `${what}: mailed ${[...mailed]}`).toBeGreaterThanOrEqual(mailed.size);
};
