import { asNumber, asText } from "../../http/json.ts";
import type { Handler } from "../../rules/call.ts";
import { isListed } from "../../rules/list-lag.ts";
import { refusals } from "../../rules/refusals.ts";
import { assertValid, flag, integer, object, text } from "../../rules/validate.ts";
import { nextOpaqueId } from "../../state/ids.ts";
import type { TemplateRecord, UserRecord } from "../../state/state.ts";
import { assertAddOn, findUser } from "../users/find-user.ts";
import { isExpired } from "../webinars/lifecycle.ts";

/** Most templates of one person. */
const MOST = 40;

const fields = object({ webinar_id: integer({ min: 1 }), name: text({ max: 256 }), save_recurrence: flag, overwrite: flag }, ["webinar_id"]);

const ofUser = (templates: readonly TemplateRecord[], user: UserRecord) =>
  templates.filter(({ owner_id, type }) => owner_id === user.id || type === 2);

/** GET /users/{userId}/webinar_templates: the person's own templates, and those of an admin. */
export const listTemplates: Handler = (call) => {
  const user = findUser(call);
  assertAddOn(user);
  const templates = ofUser(call.state.templates, user)
    .filter((template) => isListed(call, template))
    .map(({ id, name, type }) => ({ id, name, type }));
  return { status: 200, body: { total_records: templates.length, templates } };
};

/**
 * POST /users/{userId}/webinar_templates: keeps a webinar to start others from; its dates only if `save_recurrence` asks. `overwrite` replaces the
 * template made from the same webinar before. Throws `Refusal`: no such webinar of this person, a name that is taken, or forty already.
 */
export const createTemplate: Handler = (call) => {
  const { state, body } = call;
  assertValid(fields, body);
  const user = findUser(call);
  assertAddOn(user);
  const webinar = state.webinars[asNumber(body.webinar_id) ?? 0];
  if (webinar === undefined || webinar.host_id !== user.id || isExpired(webinar, call.nowMs)) throw refusals.meetingInfo();

  const own = ofUser(state.templates, user);
  const replaced = body.overwrite === true ? own.find((known) => known.webinar_id === webinar.id && known.type === 1) : undefined;
  const name = asText(body.name) || webinar.topic;
  if (own.some((known) => known !== replaced && known.name === name)) throw refusals.templateNameTaken(name);
  if (replaced === undefined && own.filter(({ type }) => type === 1).length >= MOST) throw refusals.templateLimit();

  const { topic, agenda, duration, settings, questions, custom_questions, recurrence, type } = structuredClone(webinar);
  const template: TemplateRecord = {
    id: replaced?.id ?? nextOpaqueId(state, "template"),
    owner_id: user.id,
    name,
    type: 1,
    createdMs: call.nowMs,
    webinar_id: webinar.id,
    content: { topic, agenda, duration, settings, questions, custom_questions, type, recurrence: body.save_recurrence === true ? recurrence : null },
  };
  state.templates = [...state.templates.filter((known) => known !== replaced), template];
  return { status: 201, body: { id: template.id, name } };
};
