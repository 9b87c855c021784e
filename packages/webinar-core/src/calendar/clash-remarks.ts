import type { CalendarEvent } from "./event.ts";

type Event = Pick<CalendarEvent, "webinar_id" | "topic" | "host" | "start_time" | "end_time" | "status">;

const MOST_SHOWN = 20;

const nameOf = ({ topic, webinar_id, host }: Event): string => `"${topic ?? "no topic"}" of ${host} (${webinar_id})`;

const earlier = (one: string, other: string): string => (Date.parse(one) < Date.parse(other) ? one : other);

/**
 * One line for each two dates that overlap, for a terminal: "clash" in a table does not say with what. With one host it is a clash; with two it is worth
 * knowing, since people can be at one of them only.
 */
export const clashRemarks = (answer: Readonly<Record<string, unknown>>): readonly string[] => {
  const { events = [] } = answer as { events?: readonly Event[] };
  const planned = events.filter(({ status }) => status === "planned");
  const lines: string[] = [];
  for (const [at, one] of planned.entries()) {
    // They are in order of time: whoever starts after this one ends comes too late, and so do all after it.
    for (let next = at + 1; next < planned.length; next += 1) {
      const other = planned[next];
      if (other === undefined || Date.parse(other.start_time) >= Date.parse(one.end_time)) break;
      const kind = one.host === other.host ? "Clash" : "At the same time";
      lines.push(`${kind}: ${nameOf(one)} and ${nameOf(other)}, ${other.start_time} to ${earlier(one.end_time, other.end_time)}.`);
    }
  }
  return lines.length <= MOST_SHOWN ? lines : [...lines.slice(0, MOST_SHOWN), `And ${lines.length - MOST_SHOWN} more.`];
};
