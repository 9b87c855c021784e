import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listSummaries = endpointOperation("GET /meetings/meeting_summaries", {
  id: "summaries.list",
  tool: "list_meeting_summaries",
  summary: "List AI summaries of webinars and meetings across the account.",
  cli: { columns: ["meeting_id", "meeting_topic", "meeting_host_email", "meeting_start_time"], examples: ["summaries list --from 2027-01-01T00:00:00Z --to 2027-01-31T23:59:59Z"] },
  describe: ({ summaries }) => `${summaries?.length ?? 0} summaries`,
});
