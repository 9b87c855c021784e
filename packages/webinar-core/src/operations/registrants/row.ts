import * as z from "zod";
import { personalLink } from "../../operation/params.ts";
import { withZoomFields } from "../../operation/short.ts";
import type { Registrant } from "../../people/read-registrants.ts";

/** A registrant as our lists show one; the full record with all answers is `registrants.get`. */
export const registrantRow = z.object({
  id: z.string().nullable(),
  email: z.string().nullable(),
  name: z.string().nullable().meta({ untrusted: true }),
  status: z.string().nullable(),
  registered_at: z.string().nullable().describe("UTC"),
  join_url: personalLink,
});

/** The same with every field that Zoom documents of a registrant, answers of the sign-up form included. */
export const listedRegistrant = withZoomFields("GET /webinars/{webinarId}/registrants", registrantRow);

export const toRegistrantRow = (registrant: Registrant): z.output<typeof registrantRow> => ({
  id: registrant.id ?? null,
  email: registrant.email ?? null,
  name: [registrant.first_name, registrant.last_name].filter(Boolean).join(" ") || null,
  status: registrant.status ?? null,
  registered_at: registrant.create_time ?? null,
  join_url: registrant.join_url ?? null,
});
