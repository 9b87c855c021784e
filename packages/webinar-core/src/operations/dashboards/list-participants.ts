import { listOperation } from "../../operation/list-operation.ts";

export const listDashboardParticipants = listOperation("GET /metrics/webinars/{webinarId}/participants", {
  id: "dashboards.listParticipants",
  tool: "list_dashboard_participants",
  summary: "List who is or was in a webinar, with device, network and place, one row per joining.",
  alsoKnownAs: `
    who is in the webinar now, live participants, devices of participants, where people join from, network of participants, location of attendees,
    client version, operating system of attendees, IP address, who is online, which browser did attendees use, who is watching at the moment,
    people in the room, mobile or desktop, from which cities, countries of the audience, how did they connect, who is in there, from which
    country, were they on phones or laptops, where did people connect from, which countries were represented, who is in there now, what devices
    did guests use, did they use the app or the browser, which part of the world do they sit in, who is watching right now, operating systems of
    the audience, wifi or cable, what kind of device, cities of the viewers, how many on mobile, which version of Zoom did they have, people in
    the running session, ip addresses, who has just joined, what devices were used, from where did they connect, who is in right now, did anyone
    join by phone, which countries, app or browser, who is watching, where are the viewers located`,
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
