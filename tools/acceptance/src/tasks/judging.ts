import { isDeepStrictEqual } from "node:util";
import type { EmulatorState, WebinarRecord } from "@zoom-webinar/zoom-emulator";
import type { Finished } from "./task.ts";

/** Something that a judge looks at, what it is, and what it has to be. */
export type Point = readonly [what: string, is: unknown, hasToBe: unknown];

const shown = (value: unknown) => (value === undefined ? "missing" : JSON.stringify(value));

/** A sentence for each point that is not what it has to be. */
export const faultsOf = (points: readonly Point[]): string[] =>
  points.flatMap(([what, is, hasToBe]) => (isDeepStrictEqual(is, hasToBe) ? [] : [`${what}: ${shown(is)} in place of ${shown(hasToBe)}`]));

/** Judges the only webinar of a host with a title; says so if there is none, or more than one. */
export const ofOne = (finished: Finished, host: string, topic: string, judge: (webinar: WebinarRecord) => string[]): string[] => {
  const [webinar, ...more] = finished.webinars(host, topic);
  if (webinar === undefined) return [`${host} has no webinar called "${topic}"`];
  return [...(more.length === 0 ? [] : [`${host} has ${more.length + 1} webinars called "${topic}"`]), ...judge(webinar)];
};

/** A webinar's dates that still stand, with their length in minutes. */
export const datesOf = ({ occurrences }: WebinarRecord) =>
  occurrences
    .filter(({ status }) => status === "available")
    .map(({ start_time, duration }) => `${start_time}, ${duration} min`)
    .sort();

/** Who is registered, by standing: e-mails in order. */
export const listOf = ({ registrants }: WebinarRecord, standing: "approved" | "pending" | "denied"): string[] =>
  registrants
    .filter(({ status }) => status === standing)
    .map(({ email }) => email.toLowerCase())
    .sort();

/** Whom Zoom wrote to, in order. */
export const recipients = ({ mails }: Finished): string[] => mails.map(({ to }) => to.toLowerCase()).sort();

/** What the people at the account see of their webinars: without marks of the emulator's own. */
const contents = ({ webinars, users, templates, trackingFields }: EmulatorState) => ({ webinars, users, templates, trackingFields });

/** Points for a task that only looks: nothing changed, and nobody was written to. */
export const onlyLooked = ({ before, after, mails }: Finished): Point[] => [
  ["something in Zoom changed", !isDeepStrictEqual(contents(before), contents(after)), false],
  ["mails", mails.length, 0],
];

/** The webinar as it was at the start. */
export const asBefore = ({ before }: Finished, { id }: { id: number }): WebinarRecord | undefined => before.webinars[id];

/** A webinar's date, length, title and settings, for "left as it was". */
export const outlineOf = (webinar: WebinarRecord | undefined) =>
  webinar && {
    topic: webinar.topic,
    start_time: webinar.start_time,
    duration: webinar.duration,
    timezone: webinar.timezone,
    agenda: webinar.agenda,
    password: webinar.password,
    settings: webinar.settings,
  };
