import type { CalendarEvent } from "./event.ts";

type Event = Pick<CalendarEvent, "webinar_id" | "topic" | "host" | "start_time" | "end_time" | "clashes_with">;

const nameOf = ({ topic, webinar_id }: Event): string => `"${topic ?? "no topic"}" (${webinar_id})`;

const overlap = (one: Event, other: Event): boolean =>
  Date.parse(one.start_time) < Date.parse(other.end_time) && Date.parse(other.start_time) < Date.parse(one.end_time);

/** One line for each two dates of one host that overlap, for a terminal: "clash" in a table does not say with what. */
export const clashRemarks = (answer: Readonly<Record<string, unknown>>): readonly string[] => {
  const { events = [] } = answer as { events?: readonly Event[] };
  return events.flatMap((one, at) =>
    events
      .slice(at + 1)
      .filter((other) => other.host === one.host && one.clashes_with.includes(other.webinar_id) && overlap(one, other))
      .map((other) => `Clash: ${one.host} has ${nameOf(one)} at ${one.start_time} and ${nameOf(other)} at ${other.start_time}.`),
  );
};
