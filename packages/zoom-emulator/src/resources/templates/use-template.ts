import { asObject, asText, compact, type JsonObject } from "../../http/json.ts";
import type { Call } from "../../rules/call.ts";
import { refusals } from "../../rules/refusals.ts";
import type { TemplateRecord, UserRecord } from "../../state/state.ts";
import { mergeSettings } from "../webinars/settings.ts";

/** The template that a create starts from, null for none. Throws `Refusal` naming `template_id` if the host has no such template. */
export const templateFor = ({ state, body }: Call, host: UserRecord): TemplateRecord | null => {
  const id = asText(body.template_id) ?? "";
  if (id === "") return null;
  const template = state.templates.find((known) => known.id === id && (known.owner_id === host.id || known.type === 2));
  if (template === undefined) throw refusals.fields(["template_id"]);
  return template;
};

/** A request laid over a template: what it says itself counts, the rest comes from there. */
export const overTemplate = (body: JsonObject, template: TemplateRecord | null): JsonObject => {
  if (template === null) return body;
  const { topic, agenda, duration, settings, recurrence, type } = structuredClone(template.content);
  const rhythm = recurrence === null || (body.type !== undefined && body.type !== 9) ? {} : { type, recurrence };
  return { topic, agenda, duration, ...rhythm, ...compact(body), settings: mergeSettings(settings, asObject(body.settings)) };
};
