import { listOperation } from "../../operation/list-operation.ts";

export const listParticipantsQos = listOperation("GET /metrics/webinars/{webinarId}/participants/qos", {
  id: "dashboards.listParticipantsQos",
  tool: "list_dashboard_participants_qos",
  summary: "Read sound and picture quality over time for the people of a webinar, up to ten to a page.",
  alsoKnownAs: `
    sound and picture quality, quality of service, bad audio, video quality of people, connection problems, packet loss, jitter, lag in the
    webinar, network quality for everybody, audio problems, audio was choppy for some, bad sound for attendees, video froze, quality problems in
    the webinar, technical problems, lag, stuttering, did it stutter for our audience, was the sound bad for all, whose audio broke up, how was
    the picture quality, did people have trouble hearing, was the connection stable, quality of the stream for everyone, were there glitches, did
    the video freeze, whose connection was poor, jitter and packet loss of all, echo and crackling, complaints about sound, was the line good,
    technical quality for the audience, who had trouble with the picture, was the transmission smooth, was the picture bad for all, any lag, how
    good was the sound, people complained they could not hear, was it our connection, stutters and freezes, quality for the whole audience, bad
    lines`,
  noun: ["joining", "joinings"],
  largestPage: 10,
  mostRows: 100, // a row holds measurements of every minute
  cli: {
    positional: ["webinar_id"],
    columns: ["user_name", "email", "health", "network_type", "join_time"],
    examples: ["dashboards list-participants-qos 91974973765 --type past"],
  },
});
