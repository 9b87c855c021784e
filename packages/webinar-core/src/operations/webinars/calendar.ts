import { line } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { clashRemarks } from "../../calendar/clash-remarks.ts";
import { readDays } from "../../calendar/days.ts";
import { briefEvent, calendarEvent, type PlannedEvent, STATUS_WORDS, WARNING_WORDS } from "../../calendar/event.ts";
import { noteNoHosts, readEventsOf, readHosts } from "../../calendar/read-events.ts";
import { clashesOf, warningsOf } from "../../calendar/warnings.ts";
import { countOf, nounOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { rare, timezone, userId } from "../../operation/params.ts";

const day = line().max(40);

const startThenId = (one: PlannedEvent, two: PlannedEvent): number =>
  Date.parse(one.start_time) - Date.parse(two.start_time) || (one.webinar_id < two.webinar_id ? -1 : 1);

export const listWebinarCalendar = defineOperation({
  id: "webinars.calendar",
  tool: "list_webinar_calendar",
  summary: "List every host's webinars between two days, with what to check: clashes, registration, seats, panelists.",
  alsoKnownAs: `
    webinars in October, all hosts this month, what is on in October, everything on in May for all hosts, all that is on next month, calendar of all webinars, webinars of every host, what is on this month, schedule of the whole team, do two webinars clash, overlapping
    webinars, double booked host, export to Outlook or Google Calendar, ics file, iCal feed, webinars without panelists, webinars nobody
    registered for, overbooked webinars, overview of the coming weeks, is anything double-booked, do our events collide, everything on the
    calendar for everyone, monthly overview of all hosts, which events overlap, two things at the same time, who hosts what in June, put all
    webinars into my Outlook, calendar of the whole team, a timetable of all our events, which events nobody signed up for, events without
    speakers, conflicts in the schedule, is the 5th free, what runs in parallel, season overview over all hosts, which weeks are busy, plan of all
    events with their hosts, which are full, feed for my calendar app, are any two events at the same hour, do any of our talks fall on the same
    evening, all hosts at a glance for May, give me an ics of it all, who is hosting what and when, which day has two events, planning overview
    for the quarter, any overlaps between the teams, what is empty - no speakers no sign-ups, could you check the season for conflicts, schedule
    across all colleagues as a calendar`,
  endpoints: [
    "GET /users/{userId}/webinars",
    "GET /users",
    "GET /users/{userId}",
    "GET /webinars/{webinarId}",
    "GET /webinars/{webinarId}/panelists",
    "GET /webinars/{webinarId}/registrants",
  ],
  input: z.strictObject({
    from: day.optional().describe("First day, 2032-03-01 or in words, in timezone; today unless given"),
    to: day.optional().describe("Last day, itself included; thirty days later unless given"),
    timezone: timezone.optional().describe("IANA zone of who reads the list; the operator's, else UTC"),
    hosts: z.array(userId).min(1).max(300).optional().describe("Only these hosts, by user ID or e-mail; everybody unless given"),
    checks: z.boolean().default(true).describe("False: dates and clashes only; much quicker in a large account"),
    capacity: rare(
      z.number().int().min(1).max(100_000).optional().describe("Seats of the webinar licence, for over_capacity; Zoom seldom says them"),
    ),
    full: rare(z.boolean().optional().describe("For an assistant: also join links, as all other doors give")),
    events_from: rare(z.number().int().min(0).max(10_000_000).optional().describe("Skip so many events")),
  }),
  output: z.object({
    from: z.string(),
    to: z.string(),
    timezone: z.string().describe("Zone of from, to and viewer_start"),
    read_at: z.string().describe("UTC"),
    hosts_read: z.number().int().describe("People who may host webinars"),
    events: z.array(calendarEvent).describe("In order of time"),
    notes: z.array(z.string()).meta({ untrusted: true }).describe("What could not be read, and how to get it"),
  }),
  // Nobody reads a link for each of many dates.
  brief: (calendar, { full }) => (full === true ? calendar : { ...calendar, events: calendar.events.map(briefEvent) }),
  rows: "events",
  skips: "events_from",
  cli: {
    alias: "calendar",
    viewerZone: "timezone",
    remarks: clashRemarks,
    hidden: ["hosts_read", "from", "to", "timezone"],
    words: { warnings: WARNING_WORDS, status: STATUS_WORDS },
    columns: ["viewer_start", "duration", "topic", "status", "host", "registered", "warnings", "webinar_id"],
    importance: ["viewer_start", "warnings", "status", "topic", "webinar_id", "host", "registered", "duration"],
    wallTimes: ["viewer_start"],
    examples: [
      "webinars calendar --zone Europe/Berlin",
      "webinars calendar --from 2032-03-01 --to 2032-03-31",
      "webinars calendar --ics --output webinars.ics",
    ],
    files: { ics: { renderer: "calendar-ics", description: "the dates as a calendar file, which replaces those of an earlier one" } },
  },

  async run({ from, to, timezone, hosts: userIds, checks, capacity = null, events_from = 0 }, ctx) {
    const zone = timezone ?? ctx.zone ?? "UTC";
    const nowMs = await ctx.now();
    const days = await readDays({ from, to }, { zone, nowMs });
    const hosts = await readHosts(ctx, userIds);
    let done = 0;
    const read = await Promise.all(
      hosts.map(async (host) => {
        const found = await readEventsOf(ctx, host, { days, checks, capacity });
        done += 1;
        ctx.progress({ done, total: hosts.length, message: nounOf(hosts.length, "host") });
        return { who: host.email ?? host.id, ...found };
      }),
    );
    const planned = read.flatMap(({ events }) => events).sort(startThenId);
    const isOver = ({ status, end_time }: PlannedEvent) => status === "planned" && Date.parse(end_time) <= nowMs;
    const clashes = clashesOf(planned);
    return {
      from: days.from,
      to: days.to,
      timezone: zone,
      read_at: new Date(nowMs).toISOString().replace(/\.\d+Z$/, "Z"),
      hosts_read: read.filter(({ isHost }) => isHost).length,
      events: planned.slice(events_from).map((event) => {
        const others = clashes.get(event) ?? [];
        const { asksRegistration: _asks, ...shown } = event;
        return {
          ...shown,
          status: isOver(event) ? ("over" as const) : event.status,
          local_start: days.local(event.start_time, event.timezone ?? "UTC"),
          viewer_start: days.local(event.start_time),
          warnings: isOver(event) ? [] : warningsOf(event, others.length),
          clashes_with: isOver(event) ? [] : [...new Set(others.map(({ webinar_id }) => webinar_id))],
        };
      }),
      notes: [...noteNoHosts(read.filter(({ isHost }) => !isHost).map(({ who }) => who)), ...read.flatMap(({ notes }) => notes)],
    };
  },
  describe({ events, hosts_read, from, to, timezone }, { checks }) {
    const open = events.filter(({ warnings }) => warnings.length > 0).length;
    const cancelled = events.filter(({ status }) => status === "cancelled").length;
    const off = cancelled === 0 ? "" : ` and ${cancelled} called off`;
    return `${countOf(events.length - cancelled, "date")}${off}, ${countOf(hosts_read, "host")}, ${from} to ${to} (${timezone}); ${checks === false ? "registration, seats and panelists not checked" : `${open} to check`}`;
  },
});
