import { asList, asObject, asText, compact, type JsonObject, pick, toZoomTime } from "../../http/json.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { isListed } from "../../rules/list-lag.ts";
import { refusals } from "../../rules/refusals.ts";
import { assertValid, type Check, email, list, object, text } from "../../rules/validate.ts";
import { nextOpaqueId } from "../../state/ids.ts";
import { noteMails } from "../../state/mail-log.ts";
import type { PanelistRecord, WebinarRecord } from "../../state/state.ts";
import { findWebinar } from "../webinars/find-webinar.ts";
import { personalJoinUrl } from "../webinars/links.ts";
import { settingOf } from "../webinars/settings.ts";

/** Most people in one request. */
const MOST_AT_ONCE = 30;
/** Most panelists that a licence holds. Zoom's reference names no number; this is what its portal says of the usual licence. */
const MOST = 100;

const LOOKS = ["virtual_background_id", "name_tag_id", "name_tag_name", "name_tag_pronouns", "name_tag_description"] as const;

const LONGEST_CHINESE_NAME = 12;

/** A name; in Chinese characters it is short. */
const name: Check = (value, field) => {
  const faults = text({ min: 1 })(value, field);
  return faults.length === 0 && typeof value === "string" && /\p{Script=Han}/u.test(value) && [...value].length > LONGEST_CHINESE_NAME
    ? [field]
    : faults;
};

const person = object({ name, email, ...Object.fromEntries(LOOKS.map((look) => [look, text()])) }, ["name", "email"]);
const fields = object({ panelists: list(person, MOST_AT_ONCE) }, ["panelists"]);

/** GET /webinars/{webinarId}/panelists: everybody invited to speak, each with an own link. */
export const listPanelists: Handler = (call) => {
  const { webinar } = findWebinar(call);
  const panelists = webinar.panelists
    .filter((panelist) => isListed(call, panelist))
    .map(({ createdMs: _created, ...panelist }) => ({ ...panelist, join_url: personalJoinUrl(call.state.seed, webinar, panelist) }));
  return { status: 200, body: { total_records: panelists.length, panelists } };
};

/** Refuses a background or name tag that the webinar does not have. */
const assertLooks = ({ branding }: WebinarRecord, people: readonly JsonObject[]): void => {
  const faults = people.flatMap(({ virtual_background_id, name_tag_id }, index) => [
    ...(virtual_background_id === undefined || branding.virtual_backgrounds.some(({ id }) => id === virtual_background_id)
      ? []
      : [`panelists[${index}].virtual_background_id`]),
    ...(name_tag_id === undefined || branding.name_tags.some(({ id }) => id === name_tag_id) ? [] : [`panelists[${index}].name_tag_id`]),
  ]);
  if (faults.length > 0) throw refusals.fields(faults);
};

const looksOf = ({ branding }: WebinarRecord, entry: JsonObject): Partial<PanelistRecord> => ({
  ...compact({
    virtual_background_id: branding.virtual_backgrounds.find(({ is_default }) => is_default)?.id,
    name_tag_id: branding.name_tags.find(({ is_default }) => is_default)?.id,
  }),
  ...pick(entry, LOOKS),
});

const invite = (call: Call, webinar: WebinarRecord, entry: JsonObject): PanelistRecord => {
  const address = asText(entry.email) ?? "";
  const known = webinar.panelists.find((panelist) => panelist.email.toLowerCase() === address.toLowerCase());
  const isNew = known === undefined || call.switches.duplicatePanelist === "second";
  const panelist = isNew ? { id: nextOpaqueId(call.state, "panelist"), name: "", email: address, createdMs: call.nowMs } : known;
  Object.assign(panelist, { name: asText(entry.name) ?? "", ...looksOf(webinar, entry) });
  if (isNew) webinar.panelists.push(panelist);
  return panelist;
};

/**
 * POST /webinars/{webinarId}/panelists: invites up to thirty people, all or none, and writes to each if the webinar's
 * `panelists_invitation_email_notification` is on. The answer names nobody.
 */
export const addPanelists: Handler = (call) => {
  const { state, body, nowMs } = call;
  assertValid(fields, body);
  const { webinar } = findWebinar(call);
  const people = asList(body.panelists).map((entry) => compact(asObject(entry)));
  assertLooks(webinar, people);
  if (webinar.panelists.length + people.length > MOST) throw refusals.panelistLimit();

  const invited = people.map((entry) => invite(call, webinar, entry));
  if (settingOf(webinar, "panelists_invitation_email_notification") === true) {
    const addresses = invited.map(({ email: address }) => address);
    noteMails(state, nowMs, "panelist_invitation", webinar, addresses);
  }
  return { status: 201, body: { id: String(webinar.id), updated_at: toZoomTime(nowMs) } };
};

/** DELETE /webinars/{webinarId}/panelists/{panelistId}: takes one panelist off, by id or e-mail. Nobody is written to. */
export const removePanelist: Handler = (call) => {
  const { webinar } = findWebinar(call);
  const key = (call.path.panelistId ?? "").toLowerCase();
  const left = webinar.panelists.filter(({ id, email: address }) => id !== call.path.panelistId && address.toLowerCase() !== key);
  if (left.length === webinar.panelists.length && call.switches.unknownPanelist === "refuse") throw refusals.fields(["panelistId"]);
  webinar.panelists = left;
  return { status: 204 };
};

/** DELETE /webinars/{webinarId}/panelists: takes everybody off. Nobody is written to. */
export const removeAllPanelists: Handler = (call) => {
  findWebinar(call).webinar.panelists = [];
  return { status: 204 };
};
