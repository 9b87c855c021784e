import { ROW_KEYS } from "@zoom-webinar/zoom-client";
import { anyId } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { partOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { type PageAt, paged, pagedInput, pagedOutput } from "../../operation/paged.ts";
import { includeJoinLinks, occurrenceId, registrantStatus, webinarId } from "../../operation/params.ts";
import { full, shortRows } from "../../operation/short.ts";
import { listedRegistrant, registrantRow, toRegistrantRow } from "./row.ts";

const ROW_KEY = ROW_KEYS["GET /webinars/{webinarId}/registrants"];

export const listRegistrants = defineOperation({
  id: "registrants.list",
  tool: "list_webinar_registrants",
  summary: "List the people registered for a webinar, in one status: one page at a time, or all of them.",
  alsoKnownAs: `
    who signed up, sign-ups, registrations, list of attendees, how many people registered, who is waiting for approval, pending registrations,
    guest list, registered people, registration list, denied people, signups so far, registration count, who has been approved, who is coming,
    registrations as a CSV, which people are denied, whom did we turn down, people we said no to, rejected people, how many sign-ups do we have,
    registrant list with job titles, who still waits for my OK, e-mail addresses of everyone registered, cancelled registrations, who has
    cancelled, denied sign-ups, attendee list before the event, people still waiting, join links of all registrants, export sign-ups, are there
    new registrations, whom did we reject, everyone who enrolled, size of the audience so far, registered for one date, approved attendees,
    approved people, people on the waiting list, sign-ups per day, registrants of a date, who has put their name down, who wants to come, how many
    bookings do we have, is anyone waiting to be let in, names on the guest list, whom did we refuse, whom have we turned away, who is expected,
    how full is it, who RSVPed, who booked a seat, sign-ups for Thursday, list of those who applied, who still needs my approval, the waiting
    list, how many people are coming, who got in, everyone who has enrolled so far, applications not decided yet, how is registration going,
    emails of those who booked, who is on the list, who cancelled their seat, number of registered guests, who said they will come, are there any
    new sign-ups today, people we rejected, anybody still pending, show the registrants, the crowd that signed up, how many took a ticket, who do
    we have so far, how many have said yes, show me everybody signed up, who is on hold, let me see the rejected ones, are people signing up,
    names and mails of those who registered, who has a ticket for Monday, who is booked in for tomorrow, the current guest list, any sign-ups
    overnight, who's waiting for a decision, number of bookings, who pulled out of it, is it filling up`,
  endpoints: ["GET /webinars/{webinarId}/registrants"],
  input: z.strictObject({
    webinar_id: webinarId,
    status: registrantStatus.default("approved"),
    occurrence_id: occurrenceId.optional(),
    tracking_source_id: anyId(128).optional().describe("Only sign-ups through this tracking source"),
    include_join_links: includeJoinLinks,
    full,
    ...pagedInput,
  }),
  output: z.object({ registrants: z.array(listedRegistrant), ...pagedOutput }),
  rows: "registrants",
  short: shortRows("registrants", registrantRow),
  rowKey: ROW_KEY,
  cli: {
    verbs: ["ls"],
    first: 3,
    countsBy: "status",
    offers: {
      fields: ["registrant_id", "registrants", "registrant_ids"],
      value: "id",
      label: ["name", "email"],
      address: "email",
      within: "webinar_id",
    },
    positional: ["webinar_id"],
    columns: ["email", "name", "status", "registered_at", "id"],
    examples: [
      "registrants list 82834512568 --status pending",
      "registrants list 82834512568 --status all --csv",
      "registrants list 82834512568 --all",
    ],
  },

  async run({ webinar_id, status, occurrence_id, tracking_source_id, include_join_links: _door, full: _whole, ...at }, ctx) {
    const read = async ({ page_size, next_page_token }: PageAt) => {
      const page = await ctx.zoom.call("GET /webinars/{webinarId}/registrants", {
        path: { webinarId: webinar_id },
        query: { status, occurrence_id, tracking_source_id, page_size, next_page_token },
      });
      return { ...page, rows: (page.registrants ?? []).map((person) => ({ ...person, ...toRegistrantRow(person) })) };
    };
    const { rows: registrants, ...page } = await paged(at, ctx, read, { rowKey: ROW_KEY });
    return { registrants, ...page };
  },
  describe: (page, { status }) => partOf(page.registrants.length, page.total_records, `${status} registrant`),
});
