import { anyId } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { assertDatesStand } from "../../operation/called-off.ts";
import { countOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { occurrenceId, onlyOn, webinarId } from "../../operation/params.ts";
import { slicesEnded } from "../../operation/slices-ended.ts";
import { noteRemoved } from "../../people/removed.ts";
import { eraseAll, findAll, wantedIn } from "./to-erase.ts";

const one = anyId(128);

export const deleteRegistrant = defineOperation({
  id: "registrants.delete",
  tool: "delete_webinar_registrant",
  summary: "Erase registrants, one or several, by ID or e-mail; Zoom tells nobody. To keep the record, cancel them instead.",
  alsoKnownAs: `
    erase a registrant, delete a registration for good, remove personal data of a registrant, forget a person, delete sign-up records, GDPR
    erasure, wipe a registration, permanently remove a registrant, take somebody off without a mail, purge test sign-ups, GDPR request, remove a
    person's data, forget this person completely, data protection erasure, right to be forgotten, delete test registrations, duplicate
    registration, erase her sign-up without a mail, wipe the registration quietly, delete for good, he should vanish from the registrants, remove
    without telling him, clear test sign-ups, get rid of the duplicate entry, purge a guest from the list, take the record out completely, strike
    somebody silently, delete the sign-up and tell nobody, the entry was only a test, delete this registrant, wipe all trace of her sign-up, no
    mail and no record, permanently remove a guest, expunge a registration, take that test entry out without mailing, get rid of him in the list
    for good, leave no record of her sign-up, silently drop a registrant, he was entered twice so delete one, remove the fake registrations,
    delete her entry entirely, no trace of this guest please`,
  endpoints: ["DELETE /webinars/{webinarId}/registrants/{registrantId}", "GET /webinars/{webinarId}/registrants", "GET /webinars/{webinarId}"],
  effect: "delete",
  idempotent: true,
  emails: "nobody",
  input: z.strictObject({
    webinar_id: webinarId,
    registrant_id: one.optional().describe("Registrant ID or e-mail address"),
    registrant_ids: z.array(one).min(1).max(300).optional().describe("Several IDs or e-mail addresses, instead of registrant_id"),
    occurrence_id: occurrenceId.optional().describe("Only their place on this date (its day, or its ID)"),
  }),
  output: z.object({
    webinar_id: z.string(),
    results: z.array(
      z.object({
        registrant: z.string().describe("As it was given"),
        id: z.string(),
        outcome: z.enum(["done", "failed", "unknown", "not_tried"]),
        message: z.string().nullish().meta({ untrusted: true }),
      }),
    ),
  }),
  rows: "results",
  cli: {
    verbs: ["rm"],
    positional: ["webinar_id", "registrant_ids"],
    columns: ["registrant", "outcome", "message"],
    examples: ["registrants delete 82834512568 mina@example.com"],
  },

  async preview(input, ctx) {
    await assertDatesStand(ctx.zoom, input.webinar_id, [input.occurrence_id]);
    const found = await findAll(input, ctx);
    return {
      summary: `Erase ${found.length} ${found.length === 1 ? "registrant" : "registrants"} of webinar ${input.webinar_id}${onlyOn(input.occurrence_id)}; Zoom tells nobody.`,
      targets: found.map(({ id, email, name }) => ({ kind: "registrant", id, label: name === null ? email : `${name} <${email}>`, internal: true })),
      recipients: null,
      reversible: false,
    };
  },
  async run(input, ctx) {
    const { webinar_id, occurrence_id } = input;
    const wanted = wantedIn(input);
    await assertDatesStand(ctx.zoom, webinar_id, [occurrence_id]);
    // Only an address has to be looked up; an id goes to Zoom as it is.
    const found = wanted.some((key) => key.includes("@")) ? await findAll(input, ctx) : wanted.map((id) => ({ registrant: id, id }));
    const failures = await eraseAll(input, found, ctx);
    const [failed] = failures.values();
    const gone = found.filter((person) => !failures.has(person)).map(({ id, registrant }) => ({ id, email: registrant }));
    if (occurrence_id === undefined) await noteRemoved(ctx, "registrant", webinar_id, gone);
    if (failed && found.length === 1) throw failed.error;
    const results = found.map((person) => {
      const failure = failures.get(person);
      return { registrant: person.registrant, id: person.id, outcome: failure?.outcome ?? ("done" as const), message: failure?.message ?? null };
    });
    if (!failed) return { webinar_id, results };
    throw slicesEnded({ rows: results, failures, one: "registrant", done: "erased", foreign: ["items"] });
  },
  describe: ({ results }, { occurrence_id }) => `Erased ${countOf(results.length, "registrant")}${onlyOn(occurrence_id)}`,
});
