import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getRegistrant = endpointOperation("GET /webinars/{webinarId}/registrants/{registrantId}", {
  id: "registrants.get",
  tool: "get_webinar_registrant",
  summary: "Read one registrant with all answers.",
  alsoKnownAs: `
    details of a registrant, answers on the sign-up form, what did this person fill in, one registration, registrant's company and job title, a
    person's registration record, registrant information, custom answers of a person, form answers, show one sign-up, what did somebody write in
    the form, a person's answers when registering, which company is this registrant from, join link of one person, resend the personal link, what
    did he write when signing up, her answers in the form, what company did he give, which job title did she enter, full record of one sign-up,
    show what one person filled in, everything about one registrant, what did Mr Jones tell us when registering, one person's registration
    details, what did she put down as her phone number, registrant by id, answers that one guest gave, open one sign-up, the comments a person
    left on registering, what diet did she ask for, data of a single registrant, what did Maria tell us on the form, show the record of registrant
    123, which answers did the gentleman give, the sign-up of Dr. Sato in full, where does this registrant work, look into one booking, her
    sign-up details, what was in his registration`,
  joinLinks: true,
  cli: {
    positional: ["webinar_id", "registrant_id"],
    idsOnly: ["registrant_id"],
    examples: ["registrants get 82834512568 mina@example.com", "registrants get 82834512568 ZmFrZS1yZWdpc3RyYW50cw"],
  },
  describe: ({ email, status }) => `${email ?? "A registrant"}, ${status ?? "status unknown"}`,
});
