import { listOperation } from "../../operation/list-operation.ts";

export const listSharing = listOperation("GET /metrics/webinars/{webinarId}/participants/sharing", {
  id: "dashboards.listSharing",
  tool: "list_dashboard_sharing",
  summary: "List who shared or recorded what in a webinar, and when.",
  alsoKnownAs: `
    who shared the screen, screen sharing, who recorded, sharing and recording details, when was something shared, shared content, who presented
    the slides, recording log, screen share log, who showed what, did anyone share their screen, who showed slides, which recordings were made,
    presenting files, who showed their screen, who presented slides, did someone press record, was anything shared, whose desktop did we see, when
    did she start to share, who recorded it, who put slides up, what was shown on screen, how long was the screen shared, did anybody tape it,
    recording activity, who shared what, were slides shown, was it recorded by someone, sharing log, whose screen was shown, did he share slides,
    was there a recording made by anyone, what was presented on screen, screen sharing times, when were the slides on, did someone share something`,
  noun: ["joining", "joinings"],
  cli: {
    positional: ["webinar_id"],
    columns: ["user_name", "user_id"],
    examples: ["dashboards list-sharing 91974973765 --type past"],
  },
});
