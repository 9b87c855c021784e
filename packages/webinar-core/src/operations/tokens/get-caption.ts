import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getCaptionToken = endpointOperation("GET /webinars/{webinarId}/token", {
  id: "tokens.getCaption",
  tool: "get_webinar_caption_token",
  summary: "Read the address that a caption service writes to while a webinar runs.",
  alsoKnownAs: `
    captions, closed captions, subtitle service, caption URL, live captioning address, third-party captions, send captions, caption token,
    CART captioner, subtitles,
    subtitle feed URL, where do captions go, closed captioning link, live subtitles, transcription service`,
  reveals: "host",
  cli: { positional: ["webinar_id"], examples: ["tokens get-caption 82834512568"] },
  describe: () => "The address for captions",
});
