import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listInstances = endpointOperation("GET /past_webinars/{webinarId}/instances", {
  id: "pastWebinars.listInstances",
  tool: "list_webinar_instances",
  summary: "List the times a webinar was held, each with its UUID.",
  alsoKnownAs: `
    past sessions, when was it held, times a webinar took place, instances, held dates of a series, UUID of a session, earlier runs, history of a
    webinar, previous sessions, which instance, restarted sessions, earlier runs of this webinar, past dates, UUID of a past session, how often
    did it take place, on which days was it held, how often did it run, on which days did the course take place, when was it last held, earlier
    editions of this webinar, past dates with ids, uuid of the February session, which sessions have taken place, how many times has this been
    held, did it take place last week, when did we run it, list of held sessions, dates that are over, id of the session held in March, was it
    restarted, past runs, on what dates did people meet, when was this held before, how many sessions has it had, give me the dates it took place,
    past sessions of the course, has it ever been held, id of last Monday's session, list each time it ran, did the May date happen`,
  cli: { positional: ["webinar_id"], columns: ["uuid", "start_time", "occurrence_id"], examples: ["past-webinars list-instances 91974973765"] },
  describe: ({ webinars }) => `Held ${countOf(webinars?.length ?? 0, "time")}`,
});
