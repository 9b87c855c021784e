import { isZoomWebinarError, reworded, type ZoomWebinarError } from "@zoom-webinar/foundation";
import { VARIABLES } from "../config/variables.ts";
import type { Settings } from "../settings.ts";

/** What a host who is not there is refused with. */
const NOT_THERE: ReadonlySet<string> = new Set(["not_found", "input_invalid"]);

/** What an error said before a document of a file was put in front of it, which names its host whatever is wrong. */
const unplaced = ({ message, details, cause }: ZoomWebinarError): string =>
  details.document !== undefined && isZoomWebinarError(cause) ? cause.message : message;

/**
 * A refusal of the person's own default host, with where that host is named: nobody finds it in the command. Any other error as it is. `host`: the default;
 * undefined if the command names its host.
 */
export const withOwnHost = (error: unknown, host: Settings["host"], env: Readonly<Record<string, string | undefined>>): unknown => {
  if (host === undefined || !isZoomWebinarError(error) || !NOT_THERE.has(error.code) || !unplaced(error).includes(host)) return error;
  const variable = VARIABLES.host(env)?.name;
  const origin =
    variable === undefined
      ? `${host} is your default host: zoom-webinar config set host <e-mail> changes it, and a host in the command counts more.`
      : `${host} comes from the variable ${variable}; a host in the command counts more.`;
  return reworded(error, { hint: error.hint === undefined ? origin : `${origin} ${error.hint}` });
};
