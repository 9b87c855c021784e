import { asList, asObject, asText, type JsonObject } from "../http/json.ts";
import { refusals } from "../rules/refusals.ts";
import { assertValid, flag, integer, list, object, oneOf, text } from "../rules/validate.ts";
import type { WebinarRecord } from "../state/state.ts";
import { settingsCheck } from "./settings.ts";

/** `recurrence` is left to the schedule: it counts for type 9 only, and its range depends on it. */
const fields = object({
  topic: text({ max: 200 }),
  type: oneOf(5, 6, 9),
  start_time: text(),
  timezone: text(),
  duration: integer({ min: 1 }),
  agenda: text(),
  password: text({ max: 10, form: /^[\x21-\x7e]*$/ }),
  default_passcode: flag,
  schedule_for: text(),
  template_id: text(),
  tracking_fields: list(object({ field: text(), value: text() }, ["field"])),
  settings: settingsCheck,
  is_simulive: flag,
});

/**
 * Checks the body of a create or update. Throws `Refusal`: 400/300 for fields at fault, Zoom's own words for simulive, which this account has not,
 * and 501 for templates, which the emulator does not have.
 */
export const assertWebinarFields = (body: JsonObject): void => {
  assertValid(fields, body);
  if (body.is_simulive === true) throw refusals.noSimulive();
  if ((asText(body.template_id) ?? "") !== "") throw refusals.notEmulatedHere("webinar templates (template_id)");
};

/** The tracking fields of a checked body, undefined where it has none. */
export const trackingFieldsOf = (body: JsonObject): WebinarRecord["tracking_fields"] | undefined => {
  if (body.tracking_fields === undefined || body.tracking_fields === null) return undefined;
  return asList(body.tracking_fields).map((entry) => {
    const { field, value } = asObject(entry);
    return { field: asText(field) ?? "", value: asText(value) ?? "" };
  });
};
