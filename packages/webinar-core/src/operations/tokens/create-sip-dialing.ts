import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const createSipDialing = endpointOperation("POST /webinars/{webinarId}/sip_dialing", {
  id: "tokens.createSipDialing",
  tool: "create_webinar_sip_dialing",
  summary: "Make the address that a SIP room system dials to join a webinar.",
  alsoKnownAs: `
    SIP address, room system, dial in from a conference room, H.323, SIP dialing, connect a room, video conference room joins, SIP URI,
    call in by SIP, hardware room joins,
    conference room dials in, join from a room system, Cisco device, dial string, video room`,
  reveals: "host",
  cli: { positional: ["webinar_id"], examples: ["tokens create-sip-dialing 82834512568"] },
  describe: ({ expire_in }) => `An address to dial${expire_in ? `, good for ${Math.round(expire_in / 60)} minutes` : ""}`,
});
