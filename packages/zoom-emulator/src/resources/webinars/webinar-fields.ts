import { asList, asNumber, asObject, asText, type JsonObject } from "../../http/json.ts";
import { assertValid, type Check, flag, furthermore, integer, list, object, oneOf, text } from "../../rules/validate.ts";
import type { WebinarRecord } from "../../state/state.ts";
import { settingsCheck } from "./settings.ts";

const delayFields = object({ enable: flag, time: integer({ min: 0 }), timeunit: oneOf("second", "minute") });

/** 1 to 60 seconds, or 1 to 10 minutes. */
export const delay: Check = furthermore(delayFields, (value, field) => {
  const { time, timeunit } = asObject(value);
  return (asNumber(time) ?? 0) > (timeunit === "minute" ? 10 : 60) ? [`${field}.time`] : [];
});

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
  record_file_id: text(),
  transition_to_live: flag,
  simulive_delay_start: delay,
});

/** Checks the body of a create or update. Throws `Refusal` 400/300 naming the fields at fault. */
export const assertWebinarFields = (body: JsonObject): void => assertValid(fields, body);

/** The tracking fields of a checked body, undefined if it has none. */
export const trackingFieldsOf = (body: JsonObject): WebinarRecord["tracking_fields"] | undefined => {
  if (body.tracking_fields === undefined || body.tracking_fields === null) return undefined;
  return asList(body.tracking_fields).map((entry) => {
    const { field, value } = asObject(entry);
    return { field: asText(field) ?? "", value: asText(value) ?? "" };
  });
};
