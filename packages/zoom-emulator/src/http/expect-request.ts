import type { EndpointId } from "@zoom-webinar/zoom-client/endpoints";
import { ENDPOINTS } from "./endpoint.ts";
import type { RequestRecord } from "./request-log.ts";

const times = (count: number): string => (count === 1 ? "once" : `${count} times`);

/** "GET /users twice": each endpoint that was asked, with how often. */
const countsOf = (records: readonly RequestRecord[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { endpoint, method, path } of records) {
    const name = endpoint ?? `${method} ${path}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

/**
 * The requests to an endpoint, if there are as many as expected. Throws `AssertionError`, which test runners show as a failed expectation, with what came instead;
 * and `TypeError` for an endpoint that Zoom's document does not have, since a typing error must not pass for "never asked".
 */
export const expectRequest = (records: readonly RequestRecord[], endpoint: EndpointId, expected = 1): readonly RequestRecord[] => {
  if (!Object.hasOwn(ENDPOINTS, endpoint)) {
    throw new TypeError(`There is no endpoint "${endpoint}". An endpoint reads like "GET /webinars/{webinarId}": emulatedEndpoints() lists them.`);
  }
  const found = records.filter((record) => record.endpoint === endpoint);
  if (found.length === expected) return found;
  const counts = countsOf(records);
  const seen = Object.entries(counts).map(([name, count]) => `  ${name} ${times(count)}`);
  // Only who fails needs it: to load it takes a tenth of the time in which a command starts.
  const { AssertionError } = process.getBuiltinModule("node:assert");
  throw new AssertionError({
    message: [
      `Expected ${endpoint} ${expected === 0 ? "not to be asked" : `to be asked ${times(expected)}`}, but it was asked ${times(found.length)}.`,
      ...(seen.length === 0 ? ["Nothing was asked at all."] : ["What was asked:", ...seen]),
    ].join("\n"),
    actual: found.length,
    expected,
    operator: "expectRequest",
  });
};
