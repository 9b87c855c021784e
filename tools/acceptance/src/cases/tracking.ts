import { type Case, fails, NOWHERE, UPCOMING } from "./case.ts";

export const tracking: readonly Case[] = [
  {
    id: "trackingFields.create",
    name: "with values",
    input: () => ({ field: "Campaign", recommended_values: ["spring", "autumn"], required: false }),
    expected: { ok: { field: "Campaign", recommended_values: ["spring", "autumn"] } },
    remember: ({ id }: { id: string }) => ({ label: id }),
  },
  fails("trackingFields.create", "without a name", () => ({ required: true }), "input_invalid"),
  {
    id: "trackingFields.update",
    name: "one thing",
    input: ({ label }) => ({ field_id: label, required: true }),
    expected: { ok: { done: "update_tracking_field" } },
  },
  fails("trackingFields.update", "that is not there", () => ({ field_id: "nowhere", required: true }), "not_found"),
  { id: "trackingFields.get", name: "by ID", input: ({ label }) => ({ field_id: label }), expected: { ok: { field: "Campaign", required: true } } },
  fails("trackingFields.get", "that is not there", () => ({ field_id: "nowhere" }), "not_found"),
  { id: "trackingFields.list", name: "all", input: () => ({}), expected: { ok: { tracking_fields: [{ field: "Campaign" }] } } },
  fails("trackingFields.list", "page by page", () => ({ page_size: 5 }), "input_invalid", { asJson: true }),
  { id: "trackingFields.delete", name: "it", input: ({ label }) => ({ field_id: label }), expected: { ok: { done: "delete_tracking_field" } } },
  fails("trackingFields.delete", "it again", ({ label }) => ({ field_id: label }), "not_found"),

  {
    id: "trackingSources.list",
    name: "of the demo",
    input: () => ({ webinar_id: UPCOMING }),
    expected: { ok: { tracking_sources: [{ source_name: "Newsletter" }, {}] } },
  },
  fails("trackingSources.list", "of a webinar that is not there", () => ({ webinar_id: NOWHERE }), "not_found"),
];
