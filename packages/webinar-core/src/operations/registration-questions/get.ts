import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getRegistrationQuestions = endpointOperation("GET /webinars/{webinarId}/registrants/questions", {
  id: "registrationQuestions.get",
  tool: "get_registration_questions",
  summary: "Read which questions a webinar's sign-up form asks.",
  cli: { positional: ["webinar_id"], examples: ["registration-questions get 95312345678"] },
  describe: ({ questions, custom_questions }) => `${questions?.length ?? 0} standard fields, ${custom_questions?.length ?? 0} own questions`,
});
