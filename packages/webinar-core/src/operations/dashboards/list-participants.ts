import { listOperation } from "../../operation/list-operation.ts";

export const listDashboardParticipants = listOperation("GET /metrics/webinars/{webinarId}/participants", {
  id: "dashboards.listParticipants",
  tool: "list_dashboard_participants",
  summary: "List who is or was in a webinar, with device, network and place, one row per joining.",
  alsoKnownAs: `
    who is in the webinar now, live participants, devices of participants, where people join from, network of participants,
    location of attendees, client version, operating system of attendees, IP address, who is online,
    which browser did attendees use, who is watching at the moment, people in the room, mobile or desktop, from which cities,
    countries of the audience, how did they connect, who is in there, from which country`,
  noun: ["joining", "joinings"],
  short: [
    "id",
    "user_id",
    "participant_uuid",
    "registrant_id",
    "user_name",
    "email",
    "role",
    "device",
    "location",
    "join_time",
    "leave_time",
    "leave_reason",
    "audio_quality",
    "video_quality",
  ],
  cli: {
    positional: ["webinar_id"],
    columns: ["user_name", "email", "role", "device", "location", "join_time"],
    examples: ["dashboards list-participants 91974973765 --type past"],
  },
});
