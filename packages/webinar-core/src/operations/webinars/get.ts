import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getWebinar = endpointOperation("GET /webinars/{webinarId}", {
  id: "webinars.get",
  tool: "get_webinar",
  summary: "Read one webinar with its settings and dates.",
  cli: { positional: ["webinar_id"], examples: ["webinars get 95312345678"] },
  describe: ({ topic, start_time }) => `${topic ?? "Untitled webinar"}${start_time ? `, starts ${start_time}` : ""}`,
});
