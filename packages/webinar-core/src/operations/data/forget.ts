import * as z from "zod";
import { forgetPerson, planForget } from "../../data/forget.ts";
import { describeForgotten, forgetAnswer } from "../../data/forget-answer.ts";
import { previewOfForget } from "../../data/forget-words.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { email } from "../../operation/params.ts";
import { LOCAL } from "../imports/shown-import.ts";

export const forgetLocalPerson = defineOperation({
  ...LOCAL,
  id: "data.forget",
  tool: "forget_person",
  summary: "Take a person out of the files on this machine, and out of every later export; says what is left to do at Zoom.",
  alsoKnownAs: `
    forget a person, right to be forgotten, right to erasure, GDPR deletion request, delete somebody's data, remove an address everywhere, erase
    personal data, data subject request, anonymize a person, remove a person from exports, delete my data, a customer invoked GDPR, strike
    max@example.com everywhere, he wants to be forgotten, erase every trace of a person, scrub her from all files, privacy request, take somebody
    out of everything, she asks us to delete her data, remove all data about one person, no export should contain him again, data subject wants
    erasure, make us forget this address, wipe a person from our records, right to erasure for a lady, delete one person from the files here, he
    must not appear in any file, privacy law deletion, Mr Brown wants all his data gone, take lisa@example.com out of everything, privacy - delete
    a person, we must forget this customer, someone used their right to erasure, remove him everywhere, she must not be in any file any more, GDPR
    delete`,
  effect: "delete",
  idempotent: true,
  input: z.strictObject({ email: email.describe("Their e-mail address") }),
  output: forgetAnswer,
  cli: { positional: ["email"], examples: ["data forget grace@example.com"] },

  preview: async ({ email: address }, ctx) => previewOfForget(address, await planForget(address, ctx)),
  run: ({ email: address }, ctx) => forgetPerson(address, ctx),
  describe: describeForgotten,
});
