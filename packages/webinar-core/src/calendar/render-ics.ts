import { InputError } from "@zoom-webinar/foundation";
import type { FileRenderer } from "../operation/file-renderer.ts";
import type { CalendarEvent } from "./event.ts";

interface Calendar {
  events: readonly CalendarEvent[];
  read_at: string;
  from: string;
  to: string;
}

const isCalendar = (answer: unknown): answer is Calendar =>
  typeof answer === "object" && answer !== null && "events" in answer && "read_at" in answer;

const NAME = "Zoom webinars";
/** From here the sequence number counts seconds: it fits the 31 bits of calendars until 2088. */
const EPOCH_MS = Date.parse("2020-01-01T00:00:00Z");
const SECOND_MS = 1000;

/** The same for a date in every export, so that calendars replace it and do not add a second one. */
const uidOf = ({ webinar_id, occurrence_id }: CalendarEvent): string => `${webinar_id}-${occurrence_id ?? "0"}@zoom-webinar`;

const textOf = ({ host, join_url, registered, panelists, warnings }: CalendarEvent): string =>
  [
    `Host: ${host}`,
    ...(join_url === null ? [] : [`Join: ${join_url}`]),
    ...(registered === null ? [] : [`Registered: ${registered}`]),
    ...(panelists === null ? [] : [`Panelists: ${panelists}`]),
    ...(warnings.length === 0 ? [] : [`To check: ${warnings.join(", ").replaceAll("_", " ")}`]),
  ].join("\n");

/** A text of a calendar file takes none but line breaks and tabs. Source: RFC 5545 §3.1, CONTROL. */
const withoutControls = (text: string): string => text.replace(/(?![\t\r\n])\p{Cc}/gu, "");

/**
 * The dates as a calendar file (RFC 5545): one event for each, in UTC. A date keeps its UID, and a later file has a higher SEQUENCE, so it replaces
 * what an earlier one wrote. Nobody is invited: there are no attendees in it, which calendars would write to.
 */
export const renderCalendar: FileRenderer = async ({ answer }) => {
  if (!isCalendar(answer)) throw InputError.at("ics", "works only for a list of dates", "Use --json for other answers.");
  const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import("ical-generator");
  const { events, read_at, from, to } = answer;
  const readAt = new Date(read_at);
  const sequence = Math.max(0, Math.floor((readAt.getTime() - EPOCH_MS) / SECOND_MS));
  const calendar = ical({ name: NAME, method: ICalCalendarMethod.PUBLISH, prodId: { company: "zoom-webinar", product: "calendar", language: "EN" } });
  for (const event of events) {
    const url = event.join_url ?? undefined;
    calendar.createEvent({
      id: uidOf(event),
      sequence,
      stamp: readAt,
      lastModified: readAt,
      start: new Date(event.start_time),
      end: new Date(event.end_time),
      summary: withoutControls(event.topic ?? "Webinar"),
      description: withoutControls(textOf(event)),
      status: event.status === "cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(url === undefined ? {} : { url }),
    });
  }
  return { name: `webinars_${from}_${to}.ics`, pieces: [`${calendar.toString()}\r\n`] };
};
