import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getRegistrationQuestions = endpointOperation("GET /webinars/{webinarId}/registrants/questions", {
  id: "registrationQuestions.get",
  tool: "get_registration_questions",
  summary: "Read which questions a webinar's sign-up form asks.",
  alsoKnownAs: `
    what do we ask on the sign-up form, registration form, registration questions, form fields, which fields are required,
    custom questions of the form, show the form, what must people fill in, sign-up form questions, registration fields,
    fields on the registration page, what do we ask people when they register, which fields are mandatory, do we ask for the company`,
  cli: { positional: ["webinar_id"], examples: ["registration-questions get 95312345678"] },
  describe: ({ questions, custom_questions }) =>
    `${countOf(questions?.length ?? 0, "standard field")}, ${countOf(custom_questions?.length ?? 0, "own question")}`,
});
