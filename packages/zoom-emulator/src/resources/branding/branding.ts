import { compact } from "../../http/json.ts";
import type { Refusal } from "../../http/reply.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { refusals } from "../../rules/refusals.ts";
import type { PanelistRecord, WebinarRecord } from "../../state/state.ts";
import { findWebinar } from "../webinars/find-webinar.ts";
import { settingOf } from "../webinars/settings.ts";

/** The webinar that the path names. Throws what `findWebinar` throws, and `off` if session branding is off for it. */
export const findBranded = (call: Call, off: () => Refusal = refusals.brandingOff): WebinarRecord => {
  const { webinar } = findWebinar(call);
  if (settingOf(webinar, "enable_session_branding") !== true) throw off();
  return webinar;
};

/** The things that a comma list of the query names. Throws `Refusal` 400/300 if it names none, or one that is not there: all or nothing. */
export const namedIn = <Thing extends { id: string }>({ query }: Call, parameter: string, things: readonly Thing[]): readonly Thing[] => {
  const ids = (query.get(parameter) ?? "").split(",").filter((id) => id !== "");
  const found = things.filter(({ id }) => ids.includes(id));
  if (ids.length === 0 || found.length < new Set(ids).size) throw refusals.parameter(`\`${parameter}\``);
  return found;
};

/** The look of a panelist that points to something of the branding. */
type Look = "virtual_background_id" | "name_tag_id";

/** Makes one thing of a list the default, or with null none; with `forAll`, every panelist gets it, whatever they had. */
export const setDefault = (
  { panelists }: WebinarRecord,
  things: readonly { id: string; is_default: boolean }[],
  id: string | null,
  { look, forAll }: { look: Look; forAll: boolean },
): void => {
  for (const thing of things) thing.is_default = thing.id === id;
  if (!forAll) return;
  for (const panelist of panelists) {
    if (id === null) delete panelist[look];
    else panelist[look] = id;
  }
};

/** Takes what is deleted off the panelists who had it. */
export const takeOff = (panelists: readonly PanelistRecord[], look: Look, things: readonly { id: string }[]): void => {
  for (const panelist of panelists) if (things.some(({ id }) => id === panelist[look])) delete panelist[look];
};

/** GET /webinars/{webinarId}/branding: how the webinar looks. */
export const getBranding: Handler = (call) => {
  const { wallpaper, virtual_backgrounds, name_tags } = findBranded(call, refusals.brandingUnavailable).branding;
  return {
    status: 200,
    body: compact({
      wallpaper: wallpaper === null ? undefined : { id: wallpaper.id },
      virtual_backgrounds: virtual_backgrounds.map(({ id, name, is_default }) => ({ id, name, is_default })),
      name_tags,
    }),
  };
};
