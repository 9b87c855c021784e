import { asList, asText, type JsonObject } from "../../http/json.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { refusals } from "../../rules/refusals.ts";
import { assertValid, flag, list, object, text } from "../../rules/validate.ts";
import { nextOpaqueId } from "../../state/ids.ts";
import type { TrackingFieldRecord } from "../../state/state.ts";

const FIELDS = { field: text({ min: 1, max: 256 }), recommended_values: list(text({ max: 256 }), 300), required: flag, visible: flag };
const created = object(FIELDS, ["field"]);
const changed = object(FIELDS);

const findField = ({ state, path }: Call): TrackingFieldRecord => {
  const field = state.trackingFields.find(({ id }) => id === path.fieldId);
  if (field === undefined) throw refusals.trackingFieldUnknown(path.fieldId ?? "");
  return field;
};

const assertFree = ({ state }: Call, name: string | undefined, except?: TrackingFieldRecord): void => {
  const isTaken = state.trackingFields.some((known) => known !== except && known.field.toLowerCase() === name?.toLowerCase());
  if (name !== undefined && isTaken) throw refusals.trackingFieldTaken(name);
};

const valuesOf = (body: JsonObject): string[] | undefined =>
  Array.isArray(body.recommended_values) ? asList(body.recommended_values).flatMap((value) => asText(value) ?? []) : undefined;

/** GET /tracking_fields: every label that the account defines. */
export const listFields: Handler = ({ state }) => ({
  status: 200,
  body: { total_records: state.trackingFields.length, tracking_fields: state.trackingFields },
});

/** GET /tracking_fields/{fieldId}: one label. */
export const getField: Handler = (call) => ({ status: 200, body: findField(call) });

/** POST /tracking_fields: defines a label. Refuses a name that is taken, in the words that the reference has for changing one. */
export const createField: Handler = (call) => {
  const { state, body } = call;
  assertValid(created, body);
  const name = asText(body.field) ?? "";
  assertFree(call, name);
  const field: TrackingFieldRecord = {
    id: nextOpaqueId(state, "trackingField"),
    field: name,
    recommended_values: valuesOf(body) ?? [],
    required: body.required === true,
    visible: body.visible !== false,
  };
  state.trackingFields.push(field);
  return { status: 201, body: field };
};

/** PATCH /tracking_fields/{fieldId}: changes a label; webinars that carry it by its old name keep that. */
export const updateField: Handler = (call) => {
  const { body } = call;
  assertValid(changed, body);
  const known = findField(call);
  assertFree(call, asText(body.field), known);
  known.field = asText(body.field) ?? known.field;
  known.recommended_values = valuesOf(body) ?? known.recommended_values;
  if (typeof body.required === "boolean") known.required = body.required;
  if (typeof body.visible === "boolean") known.visible = body.visible;
  return { status: 204 };
};

/** DELETE /tracking_fields/{fieldId}: forgets a label. Webinars keep its value. */
export const deleteField: Handler = (call) => {
  const known = findField(call);
  call.state.trackingFields = call.state.trackingFields.filter((field) => field !== known);
  return { status: 204 };
};
