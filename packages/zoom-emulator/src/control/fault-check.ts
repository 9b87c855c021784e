import { InputError, type InputFault } from "@zoom-webinar/foundation";
import { ENDPOINTS } from "../http/endpoint.ts";
import { isObject } from "../http/json.ts";
import type { Check } from "../rules/validate.ts";
import { oneOf, shownValue, type ValueRule, yesNo } from "../rules/value-rule.ts";
import type { Fault } from "./faults.ts";

const whole = (min: number, max: number, means: string): ValueRule => [
  means,
  (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= min && value <= max,
];
type FieldOf<One> = One extends unknown ? keyof One : never;

const RULES: Readonly<Record<FieldOf<Fault>, ValueRule>> = {
  kind: oneOf("status", "reset", "delay", "rate-limit"),
  limit: oneOf("second", "day"),
  status: whole(200, 599, "a whole number from 200 to 599"),
  ms: whole(0, Number.MAX_SAFE_INTEGER, "a whole number of milliseconds"),
  times: whole(1, Number.MAX_SAFE_INTEGER, "a whole number from 1 on"),
  on: oneOf("api", "oauth"),
  endpoint: [
    'an endpoint of Zoom\'s document such as "GET /webinars/{webinarId}"',
    (value) => typeof value === "string" && Object.hasOwn(ENDPOINTS, value),
  ],
  body: ["text", (value) => typeof value === "string"],
  applied: yesNo,
};

/** What a fault of each kind needs besides its kind. */
const NEEDS: Readonly<Record<Fault["kind"], readonly FieldOf<Fault>[]>> = { status: ["status"], delay: ["ms"], reset: [], "rate-limit": [] };

const isKind = (value: unknown): value is Fault["kind"] => typeof value === "string" && Object.hasOwn(NEEDS, value);
const isField = (name: string): name is FieldOf<Fault> => Object.hasOwn(RULES, name);

const faultsOf = (value: unknown): InputFault[] => {
  if (!isObject(value)) return [{ field: "", message: `expected an object with ${Object.keys(RULES).join(", ")}` }];
  const given = Object.entries(value).filter(([, one]) => one !== undefined && one !== null);
  const wrong = given.flatMap(([field, one]): InputFault[] => {
    if (!isField(field)) return [{ field, message: `there is no such field; expected one of ${Object.keys(RULES).join(", ")}` }];
    const [means, isFine] = RULES[field];
    return isFine(one) ? [] : [{ field, message: `expected ${means}, got ${shownValue(one)}` }];
  });
  const needed: readonly FieldOf<Fault>[] = ["kind", ...(isKind(value.kind) ? NEEDS[value.kind] : [])];
  const missing = needed.filter((name) => !given.some(([field]) => field === name));
  return [...missing.map((field) => ({ field, message: `is missing: ${RULES[field][0]}` })), ...wrong];
};

/** Checks a fault that came as JSON. */
export const faultCheck: Check = (value) => faultsOf(value).map(({ field }) => field);

/** Checks a fault that a program plans. Throws `InputError` that names each field: a misspelt fault must not be none, or look like a word of Zoom's. */
export const assertFault = (fault: unknown): void => {
  const faults = faultsOf(fault);
  if (faults.length === 0) return;
  const words = faults.map(({ field, message }) => (field === "" ? message : `${field}: ${message}`));
  throw new InputError(words.join("; "), faults, { hint: 'Such as { kind: "status", status: 503, endpoint: "GET /users", times: 2 }.' });
};
