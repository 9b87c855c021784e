import { PORTS, readWholeNumber } from "@zoom-webinar/foundation";

/** The port that Zoom's answer comes to. 0 is none of them: whoever wants any free one leaves the flag out. */
const ANSWER_PORTS = { ...PORTS, least: 1 };

/** Reads `--port` of a sign-in; undefined if it is not given. Throws `InputError` outside the range. */
export const readAuthPort = (given: unknown): number | undefined =>
  given === undefined ? undefined : readWholeNumber("--port", given, ANSWER_PORTS);
