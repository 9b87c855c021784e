import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getRegistrant = endpointOperation("GET /webinars/{webinarId}/registrants/{registrantId}", {
  id: "registrants.get",
  tool: "get_webinar_registrant",
  summary: "Read one registrant with all answers.",
  alsoKnownAs: `
    details of a registrant, answers on the sign-up form, what did this person fill in, one registration, registrant's company and job title,
    a person's registration record, registrant information, custom answers of a person, form answers, show one sign-up,
    what did somebody write in the form, a person's answers when registering, which company is this registrant from, join link of one person,
    resend the personal link`,
  joinLinks: true,
  cli: {
    positional: ["webinar_id", "registrant_id"],
    idsOnly: ["registrant_id"],
    examples: ["registrants get 95312345678 grace@example.com", "registrants get 95312345678 ZmFrZS1yZWdpc3RyYW50cw"],
  },
  describe: ({ email, status }) => `${email ?? "A registrant"}, ${status ?? "status unknown"}`,
});
