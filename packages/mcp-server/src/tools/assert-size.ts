import { MalformedCall } from "./tool-call.ts";

/** More than any list of ours may hold; fewer than what takes noticeable time or memory to parse. */
const MOST_ELEMENTS = 50_000;

/**
 * Refuses arguments of more values than any tool takes, before a schema looks at them. Throws `MalformedCall`.
 * The SDK has this guard in `McpServer` only (GHSA-46jr-4wx8-v453); we serve from the layer below it.
 */
export const assertSize = (args: unknown): void => {
  const open: unknown[] = [args];
  let count = 0;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== "object" || node === null) continue;
    for (const inner of Array.isArray(node) ? node : Object.values(node)) {
      count += 1;
      if (count > MOST_ELEMENTS) throw new MalformedCall(`The arguments hold more than ${MOST_ELEMENTS} values.`);
      if (typeof inner === "object" && inner !== null) open.push(inner);
    }
  }
};
