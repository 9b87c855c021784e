import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getCaptionToken = endpointOperation("GET /webinars/{webinarId}/token", {
  id: "tokens.getCaption",
  tool: "get_webinar_caption_token",
  summary: "Read the address that a caption service writes to while a webinar runs.",
  alsoKnownAs: `
    captions, closed captions, subtitle service, caption URL, live captioning address, third-party captions, send captions, caption token, CART
    captioner, subtitles, subtitle feed URL, where do captions go, closed captioning link, live subtitles, transcription service, where does the
    subtitler send the text, address for the captioner, our stenographer needs a url, captions for the deaf, where do subtitles go, hook up live
    captions, link for the caption service, token for closed captions, the typist needs an address, captioning company asks for the link, send
    subtitles into the webinar, CART provider's url, speech to text feed, live transcript service address, captioner link, url for subtitles,
    subtitle provider, someone types the subtitles - where to, we booked a captioner, hard-of-hearing guests need subtitles, url for our
    stenographer, feed for live text, where should captions be posted, closed caption address`,
  reveals: "host",
  cli: { positional: ["webinar_id"], examples: ["tokens get-caption 82834512568"] },
  describe: () => "The address for captions",
});
