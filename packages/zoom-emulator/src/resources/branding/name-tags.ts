import { asText } from "../../http/json.ts";
import type { Handler } from "../../rules/call.ts";
import { refusals } from "../../rules/refusals.ts";
import { assertValid, flag, object, text } from "../../rules/validate.ts";
import { nextOpaqueId } from "../../state/ids.ts";
import { findBranded, namedIn, setDefault, takeOff } from "./branding.ts";

/** Most name tags of one webinar. */
const MOST = 20;

/** Zoom's examples have no "#", its text speaks of hex colours: both forms are taken. */
const color = text({ form: /^#?[\da-f]{6}$/i });
const FIELDS = {
  name: text({ min: 1, max: 50 }),
  text_color: color,
  accent_color: color,
  background_color: color,
  is_default: flag,
  set_default_for_all_panelists: flag,
};
const created = object(FIELDS, ["name", "text_color", "accent_color", "background_color"]);
const changed = object(FIELDS);

const LOOK = "name_tag_id";

/** POST /webinars/{webinarId}/branding/name_tags: adds a design. A default one goes to every panelist, unless the request says otherwise. */
export const createNameTag: Handler = (call) => {
  const { body } = call;
  assertValid(created, body);
  const webinar = findBranded(call);
  const { name_tags } = webinar.branding;
  if (name_tags.length >= MOST) throw refusals.nameTagLimit();
  const tag = {
    id: nextOpaqueId(call.state, "nameTag"),
    name: asText(body.name) ?? "",
    text_color: asText(body.text_color) ?? "",
    accent_color: asText(body.accent_color) ?? "",
    background_color: asText(body.background_color) ?? "",
    is_default: false,
  };
  name_tags.push(tag);
  if (body.is_default === true) setDefault(webinar, name_tags, tag.id, { look: LOOK, forAll: body.set_default_for_all_panelists !== false });
  return { status: 201, body: tag };
};

/** PATCH /webinars/{webinarId}/branding/name_tags/{nameTagId}: changes a design; what is not sent stays. */
export const updateNameTag: Handler = (call) => {
  const { body, path } = call;
  assertValid(changed, body);
  const webinar = findBranded(call);
  const { name_tags } = webinar.branding;
  const tag = name_tags.find(({ id }) => id === path.nameTagId);
  if (tag === undefined) throw refusals.nameTagUnknown();
  for (const name of ["name", "text_color", "accent_color", "background_color"] as const) tag[name] = asText(body[name]) ?? tag[name];
  if (body.is_default === true) setDefault(webinar, name_tags, tag.id, { look: LOOK, forAll: body.set_default_for_all_panelists !== false });
  if (body.is_default === false) tag.is_default = false;
  return { status: 204 };
};

/** DELETE /webinars/{webinarId}/branding/name_tags: deletes the designs that `name_tag_ids` names, all or none. Who wore one wears none. */
export const deleteNameTags: Handler = (call) => {
  const webinar = findBranded(call);
  const { branding } = webinar;
  const named = namedIn(call, "name_tag_ids", branding.name_tags);
  branding.name_tags = branding.name_tags.filter((tag) => !named.includes(tag));
  takeOff(webinar.panelists, LOOK, named);
  return { status: 204 };
};
