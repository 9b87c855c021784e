import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listInstances = endpointOperation("GET /past_webinars/{webinarId}/instances", {
  id: "pastWebinars.listInstances",
  tool: "list_webinar_instances",
  summary: "List the times a webinar was held, each with its UUID.",
  alsoKnownAs: `
    past sessions, when was it held, times a webinar took place, instances, held dates of a series, UUID of a session, earlier runs,
    history of a webinar, previous sessions, which instance, restarted sessions, earlier runs of this webinar, past dates,
    UUID of a past session, how often did it take place, on which days was it held`,
  cli: { positional: ["webinar_id"], columns: ["uuid", "start_time", "occurrence_id"], examples: ["past-webinars list-instances 91974973765"] },
  describe: ({ webinars }) => `Held ${countOf(webinars?.length ?? 0, "time")}`,
});
