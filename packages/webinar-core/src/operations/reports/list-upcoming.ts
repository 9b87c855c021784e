import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listUpcomingEvents = endpointOperation("GET /report/upcoming_events", {
  id: "reports.listUpcoming",
  tool: "list_upcoming_events",
  summary: "Report webinars and meetings that are planned across the account, up to one month at a time.",
  cli: { columns: ["id", "topic", "host_name", "start_time"], examples: ["reports list-upcoming --from 2027-01-15 --to 2027-02-14 --type webinar"] },
  describe: ({ upcoming_events }) => `${upcoming_events?.length ?? 0} planned webinars and meetings`,
});
