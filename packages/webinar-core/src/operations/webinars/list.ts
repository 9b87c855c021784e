import { ROW_KEYS } from "@zoom-webinar/zoom-client";
import { line } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { partOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { type PageAt, type PagedRows, paged, pagedInput, pagedOutput, readPageNumber } from "../../operation/paged.ts";
import { rare, userId } from "../../operation/params.ts";
import { full, shortRows, withZoomFields } from "../../operation/short.ts";
import { WEBINAR_WORDS } from "../../operation/words.ts";
import { readWindow } from "../../time/window.ts";
import { datesWithin, webinarRow } from "./listed.ts";

/** The same with every field that Zoom documents. */
const listedWebinar = withZoomFields("GET /users/{userId}/webinars", webinarRow);

const windowEnd = line().max(40);

const ROW_KEY = ROW_KEYS["GET /users/{userId}/webinars"];

export const listWebinars = defineOperation({
  id: "webinars.list",
  tool: "list_webinars",
  summary: "List one host's webinars, one page at a time, all of them, or those that start between two dates.",
  alsoKnownAs: `
    upcoming webinars, scheduled webinars, my webinars, what webinars are coming up, webinars next week, webinars this month, agenda of a host,
    what is planned, events of a host, find a webinar by its topic, webinar ID by title, list of events, do we have a webinar on, all webinars of
    a host in March, calendar of webinars, schedule for the month, what is on this week, next webinar, events in the coming weeks, when is our
    next session, list my events, find the webinar called, webinars of a colleague, what have I got coming up, which events does she host, what is
    next, my schedule, her upcoming talks, what does he have this month, all of Peter's webinars, when is the next one, show the events of one
    host, what is in the pipeline, anything planned for May, what is on my plate, list what we scheduled, the webinars of next quarter, get me the
    id of the event called, which webinars do I have tomorrow, look for a webinar by title, what did I plan for autumn, everything under my name,
    which talks are ahead, do I host anything today, what am I running this week, what does Tom have on next week, my next three events, anything
    of mine in June, do I have something on Friday, get me everything I scheduled, find the one about pensions, what is Lena hosting this season,
    upcoming stuff of mine, show my diary of webinars, which ones are still ahead for the host`,
  endpoints: ["GET /users/{userId}/webinars", "GET /webinars/{webinarId}"],
  input: z.strictObject({
    user_id: userId,
    type: z.enum(["scheduled", "upcoming"]).default("scheduled").describe("scheduled: all kept, past ones too; upcoming: those to come"),
    from: windowEnd.optional().describe("Starting on this UTC day or later, 2032-03-01, or an instant ending in Z; reads all pages"),
    to: windowEnd.optional().describe("Starting on this UTC day or earlier, or an instant ending in Z; reads all pages"),
    include_events: rare(z.boolean().optional().describe("Also webinars of Zoom Events; on unless false")),
    ...pagedInput,
    full,
    page_number: z.number().int().min(1).max(100).optional().describe("Old way of paging: reads all pages up to this one"),
  }),
  output: z.object({
    webinars: z.array(listedWebinar).describe("To come, soonest first; then without a time; then over, latest first; between two dates by start"),
    ...pagedOutput,
    notes: z.array(z.string()).optional().describe("What was not searched"),
  }),
  rows: "webinars",
  // The link is in the webinar itself; in every row it would be the longest field.
  short: shortRows("webinars", webinarRow).filter((path) => path !== "webinars.join_url"),
  rowKey: ROW_KEY,
  byTime: { start: "start_time", minutes: "duration", unless: ["from", "to"] },
  cli: {
    columns: ["id", "topic", "start_time", "timezone", "duration", "type"],
    host: "user_id",
    days: { from: "start", to: "end" },
    words: WEBINAR_WORDS,
    verbs: ["ls"],
    offers: {
      fields: ["webinar_id", "webinar_uuid", "other_id"],
      value: "id",
      label: ["topic", "start_time"],
      each: "user_id",
      // A sign-up page has a name of its own, from which the webinar cannot be told.
      link: {
        path: "/webinar/register/",
        from: "webinars.get",
        input: "webinar_id",
        property: "registration_url",
        unknown: {
          message: "no webinar that this app can see has this sign-up page",
          hint: "Give the webinar's ID, its topic, or a link to join it.",
        },
      },
    },
    first: 1,
    examples: ["webinars list --host ada@example.com", "webinars list --host ada@example.com --from 2032-03-01 --to 2032-03-31"],
  },

  async run({ user_id, type, from, to, include_events, page_number, full: _whole, ...at }, ctx) {
    const window = readWindow({ from, to });
    const read = async ({ page_size, next_page_token }: PageAt) => {
      const page = await ctx.zoom.call("GET /users/{userId}/webinars", {
        path: { userId: user_id },
        query: { type, include_events_webinar: include_events, page_size, next_page_token },
      });
      const rows = (page.webinars ?? []).map((webinar) => ({
        ...webinar,
        id: webinar.id ?? null,
        topic: webinar.topic ?? null,
        type: webinar.type ?? null,
        start_time: webinar.start_time ?? null,
        timezone: webinar.timezone ?? null,
        duration: webinar.duration ?? null,
        join_url: webinar.join_url ?? null,
        ...(webinar.is_events_webinar === true ? { is_events_webinar: true } : {}),
      }));
      return { ...page, rows };
    };
    // Zoom cannot filter by date: with a window, a single page would say nothing about the rest.
    const asked = { ...at, all: at.all === true || window !== null };
    if (page_number !== undefined) return toOutput(await readPageNumber(page_number, asked, read));
    const found = await paged(asked, ctx, read, { rowKey: ROW_KEY });
    if (window === null) return toOutput(found);
    const { rows, unread } = await datesWithin(found.rows, window, { type, ctx });
    const complete = found.complete && unread.length === 0;
    return {
      ...toOutput(found),
      webinars: rows,
      complete,
      total_records: complete ? rows.length : null,
      ...(unread.length === 0 ? {} : { notes: [`The dates of these series could not be read, and were not searched: ${unread.join(", ")}.`] }),
    };
  },
  // Between two dates each row is a date, also those of one series.
  describe: (page, { from, to }) => partOf(page.webinars.length, page.total_records, from === undefined && to === undefined ? "webinar" : "date"),
});

const toOutput = ({ rows, ...page }: PagedRows<z.output<typeof listedWebinar>>) => ({ webinars: rows, ...page });
