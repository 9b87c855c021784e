import { isObject } from "../http/json.ts";
import { type Check, integer, object, oneOf, text, that } from "../rules/validate.ts";
import type { Fault } from "./faults.ts";

const fields = object(
  {
    kind: oneOf("status", "reset", "delay", "rate-limit"),
    limit: oneOf("second", "day"),
    status: integer({ min: 400, max: 599 }),
    ms: integer({ min: 0 }),
    times: integer({ min: 1 }),
    on: oneOf("api", "oauth"),
    endpoint: text(),
    body: text(),
    applied: that((value) => typeof value === "boolean"),
  },
  ["kind"],
);

/** What a fault of each kind needs besides its kind. */
const NEEDS: Readonly<Record<Fault["kind"], readonly string[]>> = { status: ["status"], delay: ["ms"], reset: [], "rate-limit": [] };

/** Checks a fault that came as JSON. */
export const faultCheck: Check = (value, field) => {
  const faults = fields(value, field);
  if (faults.length > 0 || !isObject(value)) return faults;
  const kind = Object.entries(NEEDS).find(([name]) => name === value.kind);
  return (kind?.[1] ?? []).filter((name) => value[name] === undefined);
};
