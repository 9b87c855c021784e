import { PORTS, readWholeNumber } from "@zoom-webinar/foundation";

/** The port that Zoom's answer comes to. A redirect address names it, so none is free to choose at random. */
const ANSWER_PORTS = { ...PORTS, least: 1 };

/** Reads `--port` of a sign-in; undefined if it is not given. Throws `InputError` outside the range. */
export const readAuthPort = (given: unknown): number | undefined =>
  given === undefined ? undefined : readWholeNumber("--port", given, ANSWER_PORTS);
