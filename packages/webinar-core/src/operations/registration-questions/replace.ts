import { inputSchema } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { countOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { webinarId } from "../../operation/params.ts";
import { previewChange, readBefore, webinarTarget } from "../../operation/preview-change.ts";

const form = inputSchema("PATCH /webinars/{webinarId}/registrants/questions").shape;

export const replaceRegistrationQuestions = defineOperation({
  id: "registrationQuestions.replace",
  tool: "replace_registration_questions",
  summary: "Replace a webinar's whole sign-up form: standard fields and own questions.",
  alsoKnownAs: `
    change the sign-up form, add a question to the form, make a field required, edit registration questions, ask for the company, custom question
    on registration, required question, remove a question from the form, set up the registration form, ask people for their job title, change the
    registration form, add a drop-down to the registration page, how did you hear about us, ask for a phone number when registering, make company
    a mandatory field, extra question on the sign-up page, add a field to the form, ask how they heard about us, change the form, make a question
    required, ask for dietary needs, consent checkbox, dropdown on the form, also ask where they work, drop the phone number from the form, ask
    people for their diet on sign-up, collect job titles too, new sign-up form, do not ask for the address any more, make phone optional, add a
    tick box to the form, rework the registration page, people should tell us their company, take a field out of the form, questions to be asked
    on enrolling, put a menu on the registration form, one more question when people register, have guests state their role, require the city, let
    people say how they found us when they register, redo the form, form should only ask for name, shorten the form, I want to know their employer
    when they register, add dietary wishes to the sign-up, take the phone question out, the form must ask for consent, people need to tell us
    their role on sign-up, less questions on the form, rewrite what we ask at registration, make last name compulsory, put a new question on the
    registration page, ask registrants where they heard of it`,
  endpoints: ["PATCH /webinars/{webinarId}/registrants/questions", "GET /webinars/{webinarId}/registrants/questions", "GET /webinars/{webinarId}"],
  effect: "update",
  idempotent: true,
  emails: "nobody",
  // Zoom overwrites both lists: a list left out would be lost without a word, so both have to be given.
  input: z.strictObject({
    webinar_id: webinarId,
    questions: form.questions.unwrap().describe("Standard fields to ask besides e-mail and first name; [] for none"),
    custom_questions: form.custom_questions.unwrap().describe("The webinar's own questions; [] for none"),
  }),
  output: z.object({ webinar_id: z.string(), questions: z.number().int(), custom_questions: z.number().int() }),
  cli: {
    positional: ["webinar_id"],
    examples: [`registration-questions replace 82834512568 --questions '[{"field_name":"org","required":true}]' --custom-questions '[]'`],
  },

  async preview({ webinar_id, questions, custom_questions }, { zoom }) {
    const before = await readBefore(() => zoom.call("GET /webinars/{webinarId}/registrants/questions", { path: { webinarId: webinar_id } }));
    return previewChange({
      summary: `Replace the sign-up form: it asks ${describeForm(questions, custom_questions)} afterwards.`,
      targets: [await webinarTarget(zoom, webinar_id)],
      before,
      after: { questions, custom_questions },
      how: "replace",
    });
  },
  async run({ webinar_id, questions, custom_questions }, { zoom }) {
    await zoom.call("PATCH /webinars/{webinarId}/registrants/questions", { path: { webinarId: webinar_id }, body: { questions, custom_questions } });
    return { webinar_id, questions: questions.length, custom_questions: custom_questions.length };
  },
  describe: (_output, { questions, custom_questions }) => `The form now asks ${describeForm(questions, custom_questions)}`,
});

type Asked = readonly { required?: boolean | undefined }[];
/** "2 standard fields (1 required) and 1 own question". */
const describeForm = (standard: Asked, own: Asked): string =>
  [countRequired(standard, "standard field"), countRequired(own, "own question")].join(" and ");

const countRequired = (asked: Asked, what: string): string => {
  const required = asked.filter((one) => one.required === true).length;
  return `${countOf(asked.length, what)}${required === 0 ? "" : ` (${required} required)`}`;
};
