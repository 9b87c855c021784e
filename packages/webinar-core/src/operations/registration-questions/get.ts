import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getRegistrationQuestions = endpointOperation("GET /webinars/{webinarId}/registrants/questions", {
  id: "registrationQuestions.get",
  tool: "get_registration_questions",
  summary: "Read which questions a webinar's sign-up form asks.",
  alsoKnownAs: `
    what do we ask on the sign-up form, registration form, registration questions, form fields, which fields are required, custom questions of the
    form, show the form, what must people fill in, sign-up form questions, registration fields, fields on the registration page, what do we ask
    people when they register, which fields are mandatory, do we ask for the company, what do people have to tell us to get in, which details do
    we collect, show me the sign-up form, is the phone number mandatory, what fields does the form have, do we ask for a job title, what is asked
    at sign-up, look at the form people fill in, which questions are optional, which data do guests give us, what does the registration page ask,
    custom questions we have, is there a consent box, required information when registering, does the form ask where they work, questions on
    signing up, what must I fill in to sign up, which info do we demand from people, let me see the questions on the sign-up page, do they have to
    give a phone number, what are guests asked before they get in, is job title on the form, show our registration fields, what's compulsory at
    registration`,
  cli: { positional: ["webinar_id"], examples: ["registration-questions get 82834512568"] },
  describe: ({ questions, custom_questions }) =>
    `${countOf(questions?.length ?? 0, "standard field")}, ${countOf(custom_questions?.length ?? 0, "own question")}`,
});
