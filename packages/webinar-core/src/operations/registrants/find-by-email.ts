import { addressKey } from "@zoom-webinar/zoom-client";
import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";
import { email, includeJoinLinks, occurrenceId, webinarId } from "../../operation/params.ts";
import { full } from "../../operation/short.ts";
import { readRegistrants } from "../../people/read-registrants.ts";
import { listedRegistrant, registrantRow, toRegistrantRow } from "./row.ts";

export const findRegistrantByEmail = defineOperation({
  id: "registrants.findByEmail",
  tool: "find_registrant_by_email",
  summary: "Find who registered with an e-mail address, looking through every status and every page.",
  alsoKnownAs: `
    did this person sign up, look up a registrant by e-mail, is somebody registered, find a sign-up by address, check a registration by e-mail,
    has she registered, status of a person's registration, search registrants, registered with this address, was he approved, she says she signed
    up but got no link, look whether we have this address, is email on the list, did email sign up, cannot find somebody's registration, has email
    been approved, search for a person by mail, check whether somebody is on the list, look up the link of one person, status of email, says they
    never got the link, is he on the list, did she ever register, has Bob put his name down, does this address have a seat, is there a booking for
    anna, someone claims to have signed up, she cannot find her link, did we get his registration, am I on the guest list, look for one guest, has
    this person got a place, was this address approved or denied, do we have a sign-up from, check if a customer is registered, find the
    registration of one address, which status has her sign-up, where is his confirmation, is max@example.com coming, search among the registrants,
    did they book, have we got lisa@example.com, is Mr Brown signed up, a lady says she registered but hears nothing, do you find this address
    anywhere, did my colleague get a place, can you see if he booked, check tom@example.com for me, is that person among the guests, what happened
    to her registration`,
  endpoints: ["GET /webinars/{webinarId}/registrants"],
  input: z.strictObject({
    webinar_id: webinarId,
    email: email.describe("E-mail address, in any case"),
    occurrence_id: occurrenceId.optional(),
    include_join_links: includeJoinLinks,
    full,
  }),
  output: z.object({ found: z.boolean(), registrants: z.array(listedRegistrant).describe("One as a rule; none if nobody has the address") }),
  rows: "registrants",
  short: ["found", ...Object.keys(registrantRow.shape).map((field) => `registrants.${field}`)],
  cli: {
    positional: ["webinar_id", "email"],
    columns: ["email", "name", "status", "id"],
    hidden: ["found"],
    examples: ["registrants find-by-email 82834512568 mina@example.com"],
  },

  async run({ webinar_id, email, occurrence_id }, { zoom, progress }) {
    const wanted = addressKey(email);
    const registrants: z.output<typeof listedRegistrant>[] = [];
    let done = 0;
    // A cancelled registration is listed under denied, and the same address may stand there and elsewhere: all three are read to the end.
    const pages = readRegistrants(zoom, webinar_id, { statuses: ["approved", "pending", "denied"], occurrence_id });
    for await (const page of pages) {
      for (const person of page.registrants) {
        if (addressKey(person.email ?? "") === wanted)
          registrants.push({ ...person, ...toRegistrantRow(person), status: person.status ?? page.status });
      }
      done += page.registrants.length;
      progress({ done, total: null });
    }
    return { found: registrants.length > 0, registrants };
  },
  describe: ({ registrants }, { email }) =>
    registrants.length === 0 ? `Nobody is registered as ${email}` : `${email} is ${registrants.map(({ status }) => status).join(" and ")}`,
});
