import { type Case, fails, NOWHERE, UPCOMING } from "./case.ts";

const COLOURS = { text_color: "#1F2937", accent_color: "#2563EB", background_color: "#FFFFFF" };
const PICTURE = { name: "stage.png", data: Buffer.from("GIF89a, more or less").toString("base64") };

export const branding: readonly Case[] = [
  {
    id: "branding.createNameTag",
    name: "a design",
    input: () => ({ webinar_id: UPCOMING, name: "Speaker", ...COLOURS }),
    expected: { ok: { name: "Speaker" } },
    remember: ({ id }: { id: string }) => ({ tag: id }),
  },
  fails("branding.createNameTag", "without colours", () => ({ webinar_id: UPCOMING, name: "Speaker" }), "input_invalid"),
  {
    id: "branding.updateNameTag",
    name: "its name",
    input: ({ tag }) => ({ webinar_id: UPCOMING, name_tag_id: tag, name: "Host" }),
    expected: { ok: { done: "update_name_tag" } },
  },
  fails("branding.updateNameTag", "that is not there", () => ({ webinar_id: UPCOMING, name_tag_id: "nowhere", name: "Host" }), "not_found"),

  {
    id: "branding.uploadVirtualBackground",
    name: "as base64",
    input: () => ({ webinar_id: UPCOMING, file: PICTURE, default: true }),
    expected: { ok: { name: "stage.png", is_default: true, size: 20 } },
    asJson: true,
    remember: ({ id }: { id: string }) => ({ background: id }),
  },
  fails(
    "branding.uploadVirtualBackground",
    "whose name is not a picture's",
    () => ({ webinar_id: UPCOMING, file: { ...PICTURE, name: "stage.txt" } }),
    "zoom_rejected",
    { asJson: true },
  ),
  fails(
    "branding.uploadVirtualBackground",
    "whose bytes are not a picture's",
    () => ({ webinar_id: UPCOMING, file: { ...PICTURE, data: Buffer.from("ZOOM_CLIENT_SECRET=x").toString("base64") } }),
    "input_invalid",
    { asJson: true },
  ),
  fails(
    "branding.uploadVirtualBackground",
    "that is not base64",
    () => ({ webinar_id: UPCOMING, file: { ...PICTURE, data: "%" } }),
    "input_invalid",
    { asJson: true },
  ),
  {
    id: "branding.setVirtualBackground",
    name: "to none",
    input: () => ({ webinar_id: UPCOMING }),
    expected: { ok: { done: "set_virtual_background" } },
  },
  fails("branding.setVirtualBackground", "that is not there", () => ({ webinar_id: UPCOMING, id: "nowhere" }), "zoom_rejected"),

  {
    id: "branding.uploadWallpaper",
    name: "as base64",
    input: () => ({ webinar_id: UPCOMING, file: PICTURE }),
    expected: { ok: { name: "stage.png", type: "image" } },
    asJson: true,
  },
  fails("branding.uploadWallpaper", "without a file", () => ({ webinar_id: UPCOMING }), "input_invalid"),

  {
    id: "branding.get",
    name: "with all three",
    input: () => ({ webinar_id: UPCOMING }),
    expected: { ok: { wallpaper: {}, virtual_backgrounds: [{ name: "stage.png", is_default: false }], name_tags: [{ name: "Host" }] } },
  },
  fails("branding.get", "of a webinar that is not there", () => ({ webinar_id: NOWHERE }), "not_found"),

  {
    id: "branding.deleteNameTags",
    name: "one",
    input: ({ tag }) => ({ webinar_id: UPCOMING, name_tag_ids: [tag] }),
    expected: { ok: { done: "delete_name_tags" } },
  },
  fails("branding.deleteNameTags", "it again", ({ tag }) => ({ webinar_id: UPCOMING, name_tag_ids: [tag] }), "zoom_rejected"),
  {
    id: "branding.deleteVirtualBackgrounds",
    name: "one",
    input: ({ background }) => ({ webinar_id: UPCOMING, ids: [background] }),
    expected: { ok: { done: "delete_virtual_backgrounds" } },
  },
  fails("branding.deleteVirtualBackgrounds", "two in one", () => ({ webinar_id: UPCOMING, ids: ["a,b"] }), "input_invalid", { asJson: true }),
  {
    id: "branding.deleteWallpaper",
    name: "it",
    input: () => ({ webinar_id: UPCOMING }),
    expected: { ok: { done: "delete_wallpaper" } },
  },
  fails("branding.deleteWallpaper", "of a webinar that is not there", () => ({ webinar_id: NOWHERE }), "not_found"),
];
