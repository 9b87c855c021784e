import type { Call, Handler } from "../../rules/call.ts";
import { refusals } from "../../rules/refusals.ts";
import { nextOpaqueId } from "../../state/ids.ts";
import type { PictureRecord } from "../../state/webinar-record.ts";
import { findBranded, namedIn, setDefault, takeOff } from "./branding.ts";

/** 15 MB, the largest picture that Zoom takes. */
const LARGEST_BYTES = 15 * 1024 * 1024;
/** Most virtual backgrounds of one webinar. */
const MOST_BACKGROUNDS = 10;

/** Endings of a file name, and how a part may call its bytes: Zoom goes by the kind of file, an unnamed kind counts by the ending. */
const ENDING = /\.(jpe?g|gif|png)$/i;
const TYPES: readonly string[] = ["", "application/octet-stream", "image/jpeg", "image/gif", "image/png"];

/** The picture of an upload, in the field `file`. Throws `Refusal` 400/120: none there, of another kind, or larger than 15 MB. */
const pictureOf = ({ form, state }: Call): (() => PictureRecord) => {
  const { file } = form.files;
  if (file === undefined || file.size === 0) throw refusals.noFile();
  if (!ENDING.test(file.name) || !TYPES.includes(file.type)) throw refusals.fileType();
  if (file.size > LARGEST_BYTES) throw refusals.fileTooLarge();
  return () => ({ id: nextOpaqueId(state, "picture"), name: file.name, size: file.size });
};

const LOOK = "virtual_background_id";

/** POST /webinars/{webinarId}/branding/virtual_backgrounds: keeps a picture. A default one goes to every panelist, unless the request says otherwise. */
export const uploadBackground: Handler = (call) => {
  const webinar = findBranded(call);
  const makePicture = pictureOf(call);
  const { virtual_backgrounds } = webinar.branding;
  if (virtual_backgrounds.length >= MOST_BACKGROUNDS) throw refusals.backgroundLimit();
  const background = { ...makePicture(), is_default: false };
  virtual_backgrounds.push(background);
  const { fields } = call.form;
  if (fields.default === "true") {
    setDefault(webinar, virtual_backgrounds, background.id, { look: LOOK, forAll: fields.set_default_for_all_panelists !== "false" });
  }
  return { status: 201, body: { ...background, type: "image" } };
};

/** PATCH /webinars/{webinarId}/branding/virtual_backgrounds: makes one picture the default, or none if no id is given. */
export const setDefaultBackground: Handler = (call) => {
  const webinar = findBranded(call);
  const { virtual_backgrounds } = webinar.branding;
  const id = call.query.get("id") ?? "";
  if (id !== "" && !virtual_backgrounds.some((background) => background.id === id)) throw refusals.parameter(id);
  const forAll = call.query.get("set_default_for_all_panelists") === "true";
  setDefault(webinar, virtual_backgrounds, id === "" ? null : id, { look: LOOK, forAll });
  return { status: 204 };
};

/** DELETE /webinars/{webinarId}/branding/virtual_backgrounds: deletes the pictures that `ids` names, all or none. Who had one has none. */
export const deleteBackgrounds: Handler = (call) => {
  const webinar = findBranded(call);
  const { branding } = webinar;
  const named = namedIn(call, "ids", branding.virtual_backgrounds);
  branding.virtual_backgrounds = branding.virtual_backgrounds.filter((background) => !named.includes(background));
  takeOff(webinar.panelists, LOOK, named);
  return { status: 204 };
};

/** POST /webinars/{webinarId}/branding/wallpaper: keeps the picture behind the webinar, in place of any before. Its proportions are not looked at. */
export const uploadWallpaper: Handler = (call) => {
  const { branding } = findBranded(call);
  const wallpaper = pictureOf(call)();
  branding.wallpaper = wallpaper;
  return { status: 201, body: { ...wallpaper, type: "image" } };
};

/** DELETE /webinars/{webinarId}/branding/wallpaper: forgets it; if there is none, that is done already. */
export const deleteWallpaper: Handler = (call) => {
  findBranded(call).branding.wallpaper = null;
  return { status: 204 };
};
