import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getParticipantQos = endpointOperation("GET /metrics/webinars/{webinarId}/participants/{participantId}/qos", {
  id: "dashboards.getParticipantQos",
  tool: "get_dashboard_participant_qos",
  summary: "Read sound and picture quality over time for one participant of a webinar.",
  alsoKnownAs: `
    quality for one participant, why did she have bad sound, one person's connection, one attendee's audio, latency of a person, packet loss of a
    participant, somebody's video froze, one person's quality of service, troubleshoot a participant, his connection was bad, one person had
    connection trouble, why could she not hear, somebody's sound was bad, connection of one attendee, kept dropping out, her audio was choppy, why
    did Bob drop out, was his connection bad, check the line of one guest, Ms Weber could not hear us, one viewer's picture froze, how was the
    quality for him, technical trouble of a single person, his sound kept breaking up, what was wrong with her video, latency of one guest,
    investigate one person's connection, the professor's audio broke up, quality for one attendee, did he have bad internet, Jo had no sound -
    why, how was Mr Brown's connection, what was wrong with her line, check the speaker's audio quality, one guest dropped out all the time, his
    picture was bad, trouble of one attendee, analyse a single connection`,
  cli: { positional: ["webinar_id", "participant_id"], examples: ["dashboards get-participant-qos 91974973765 16778240 --type past"] },
  describe: ({ user_name, health, user_qos }) =>
    `${user_name ?? "Unnamed participant"}: ${health ?? "health unknown"}, ${countOf(user_qos?.length ?? 0, "measurement")}`,
});
