import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const createSipDialing = endpointOperation("POST /webinars/{webinarId}/sip_dialing", {
  id: "tokens.createSipDialing",
  tool: "create_webinar_sip_dialing",
  summary: "Make the address that a SIP room system dials to join a webinar.",
  alsoKnownAs: `
    SIP address, room system, dial in from a conference room, H.323, SIP dialing, connect a room, video conference room joins, SIP URI, call in by
    SIP, hardware room joins, conference room dials in, join from a room system, Cisco device, dial string, video room, the boardroom wants to
    dial in, connect our conference room, address for the room hardware, join from the Polycom, what do we dial from the meeting room, dial string
    for our Cisco, video room needs an address, H.323 address, make a SIP address, dialling in with room equipment, let the conference system in,
    hook up the boardroom screen, address for a video device, how does our room system join, the room kit has to call in, the meeting room on
    floor two must join, how can our Cisco get in, room kit needs a number to dial, sip address please, get the conference room connected, let the
    board room video system dial in`,
  reveals: "host",
  cli: { positional: ["webinar_id"], examples: ["tokens create-sip-dialing 82834512568"] },
  describe: ({ expire_in }) => `An address to dial${expire_in ? `, valid for ${countOf(Math.round(expire_in / 60), "minute")}` : ""}`,
});
