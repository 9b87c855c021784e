import { PORTS, readWholeNumber } from "@zoom-webinar/foundation";

/** The ports that Zoom's answer can come to. Port 0 is refused; leave the flag out for any free port. */
const ANSWER_PORTS = { ...PORTS, least: 1 };

/** Reads `--port` of a sign-in; undefined if it is not given. Throws `InputError` outside the range. */
export const readAuthPort = (given: unknown): number | undefined =>
  given === undefined ? undefined : readWholeNumber("--port", given, ANSWER_PORTS);
