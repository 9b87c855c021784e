import { expect, test } from "vitest";
import { askToken, planWebinar, refusalOf } from "../../test/probe.ts";
import { probeWorld } from "../../test/probe-world.ts";
import { answerFaults } from "../../validate/answer.ts";

const TAG = { name: "Speaker", text_color: "#1F2937", accent_color: "2563eb", background_color: "#FFFFFF" };
const PICTURE = new Uint8Array([137, 80, 78, 71]);

type Uploads = "virtual_backgrounds" | "wallpaper";

/** A probe whose upcoming webinar has two panelists, with short ways to its branding. */
const withBranding = async (prepare: Parameters<typeof probeWorld>[0] = () => {}) => {
  const probed = await probeWorld((webinars, state) => {
    webinars.upcoming.panelists.push({ id: "second", name: "Paul", email: "paul@example.com" });
    prepare(webinars, state);
  });
  const { call, emulator, upcoming } = probed;
  const at = `/webinars/${upcoming.id}/branding`;
  const { access_token } = (await askToken(emulator)).body;
  const send = async (to: Uploads, headers: Record<string, string>, body: Uint8Array | string) => {
    const url = `https://api.zoom.us/v2${at}/${to}`;
    const response = await emulator.send({ method: "POST", url, headers: { ...headers, authorization: `Bearer ${access_token}` }, body });
    expect(answerFaults(`POST /webinars/{webinarId}/branding/${to}`, response.status, response.text)).toBe("");
    return { ...response, body: JSON.parse(response.text) };
  };
  /** Sends a file the way a browser or undici does. */
  const upload = async (to: Uploads, file: File | null, fields: Record<string, string> = {}) => {
    const form = new FormData();
    if (file !== null) form.append("file", file);
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const encoded = new Response(form);
    return send(to, { "content-type": encoded.headers.get("content-type") ?? "" }, new Uint8Array(await encoded.arrayBuffer()));
  };
  const read = async () => (await call("GET", at)).body;
  const looks = async (look: "name_tag_id" | "virtual_background_id") =>
    (await emulator.state.webinar(upcoming.id))?.panelists.map((panelist) => panelist[look]);
  return { ...probed, at, send, upload, read, looks };
};

const png = (name = "beach.png", type = "image/png", bytes: Uint8Array<ArrayBuffer> = PICTURE) => new File([bytes], name, { type });

test("starts empty", async () => {
  const { read } = await withBranding();
  expect(await read()).toEqual({ virtual_backgrounds: [], name_tags: [] });
});

test("adds name tags; a default one is the only one, and goes to every panelist unless told not to", async () => {
  const { call, at, read, looks } = await withBranding();
  const first = await call("POST", `${at}/name_tags`, { ...TAG, is_default: true });
  expect(first.status).toBe(201);
  expect(first.body).toEqual({ ...TAG, id: first.body.id, is_default: true });
  expect(await looks("name_tag_id")).toEqual([first.body.id, first.body.id]);
  const second = (await call("POST", `${at}/name_tags`, { ...TAG, name: "Guest", is_default: true, set_default_for_all_panelists: false })).body;
  expect(await looks("name_tag_id")).toEqual([first.body.id, first.body.id]);
  expect((await read()).name_tags.map(({ name, is_default }: Record<string, unknown>) => [name, is_default])).toEqual([
    ["Speaker", false],
    ["Guest", true],
  ]);
  const third = (await call("POST", `${at}/name_tags`, TAG)).body;
  expect([third.is_default, (await read()).name_tags.find(({ id }: { id: string }) => id === second.id).is_default]).toEqual([false, true]);
});

test("changes a name tag: what is sent, and the default both ways", async () => {
  const { call, at, read, looks } = await withBranding();
  const { id } = (await call("POST", `${at}/name_tags`, TAG)).body;
  expect(await call("PATCH", `${at}/name_tags/${id}`, { name: "Host", is_default: true })).toMatchObject({ status: 204, text: "" });
  expect((await read()).name_tags).toEqual([{ ...TAG, id, name: "Host", is_default: true }]);
  expect(await looks("name_tag_id")).toEqual([id, id]);
  await call("PATCH", `${at}/name_tags/${id}`, { is_default: false });
  expect((await read()).name_tags[0].is_default).toBe(false);
  expect(refusalOf(await call("PATCH", `${at}/name_tags/none`, { name: "x" }))).toBe("400/300 Name Tag does not exist.");
});

test("deletes name tags, all or none, and takes them off the panelists", async () => {
  const { call, at, read, looks } = await withBranding();
  const ids: string[] = [];
  for (const name of ["A", "B", "C"]) ids.push((await call("POST", `${at}/name_tags`, { ...TAG, name, is_default: name === "B" })).body.id);
  for (const list of ["", "?name_tag_ids=", `?name_tag_ids=${ids[0]},none`]) {
    expect(refusalOf(await call("DELETE", `${at}/name_tags${list}`))).toBe("400/300 Invalid parameter: `name_tag_ids`.");
  }
  expect(await call("DELETE", `${at}/name_tags?name_tag_ids=${ids[0]},${ids[1]}`)).toMatchObject({ status: 204, text: "" });
  expect((await read()).name_tags.map(({ name }: { name: string }) => name)).toEqual(["C"]);
  expect(await looks("name_tag_id")).toEqual([undefined, undefined]);
});

test.each([
  [{ name: "" }, "name"],
  [{ name: "n".repeat(51) }, "name"],
  [{ text_color: "red" }, "text_color"],
  [{ accent_color: undefined }, "accent_color"],
  [{ background_color: "#12345" }, "background_color"],
  [{ is_default: "yes" }, "is_default"],
  [{ set_default_for_all_panelists: 2 }, "set_default_for_all_panelists"],
])("a name tag refuses %j", async (fields, field) => {
  const { call, at } = await withBranding();
  expect(refusalOf(await call("POST", `${at}/name_tags`, { ...TAG, ...fields }))).toBe(`400/300 Validation Failed. [${field}]`);
});

test("a webinar has twenty name tags", async () => {
  const { call, at } = await withBranding();
  for (let count = 0; count < 20; count++) expect((await call("POST", `${at}/name_tags`, TAG)).status).toBe(201);
  expect(refusalOf(await call("POST", `${at}/name_tags`, TAG))).toBe(
    "400/3000 You have reached the limit for the number of name tags you can add for this webinar. The limit is 20.",
  );
});

test("keeps virtual backgrounds; the default goes to every panelist unless told not to", async () => {
  const { upload, read, looks } = await withBranding();
  const first = await upload("virtual_backgrounds", png());
  expect(first).toMatchObject({ status: 201, body: { name: "beach.png", is_default: false, size: 4, type: "image" } });
  const second = (await upload("virtual_backgrounds", png("hall.JPEG", "image/jpeg"), { default: "true" })).body;
  expect(await looks("virtual_background_id")).toEqual([second.id, second.id]);
  const third = (await upload("virtual_backgrounds", png("sea.gif", ""), { default: "true", set_default_for_all_panelists: "false" })).body;
  expect(await looks("virtual_background_id")).toEqual([second.id, second.id]);
  expect((await read()).virtual_backgrounds).toEqual([
    { id: first.body.id, name: "beach.png", is_default: false },
    { id: second.id, name: "hall.JPEG", is_default: false },
    { id: third.id, name: "sea.gif", is_default: true },
  ]);
});

test("chooses the default background, or none", async () => {
  const { call, at, upload, read, looks } = await withBranding();
  const { id } = (await upload("virtual_backgrounds", png())).body;
  const isDefault = async () => (await read()).virtual_backgrounds[0].is_default;
  expect(await call("PATCH", `${at}/virtual_backgrounds?id=${id}`)).toMatchObject({ status: 204, text: "" });
  expect([await isDefault(), await looks("virtual_background_id")]).toEqual([true, [undefined, undefined]]);
  await call("PATCH", `${at}/virtual_backgrounds?id=${id}&set_default_for_all_panelists=true`);
  expect(await looks("virtual_background_id")).toEqual([id, id]);
  await call("PATCH", `${at}/virtual_backgrounds?set_default_for_all_panelists=true`);
  expect([await isDefault(), await looks("virtual_background_id")]).toEqual([false, [undefined, undefined]]);
  expect(refusalOf(await call("PATCH", `${at}/virtual_backgrounds?id=none`))).toBe("400/300 Invalid parameter: none.");
});

test("deletes backgrounds, all or none, and takes them off the panelists", async () => {
  const { call, at, upload, read, looks } = await withBranding();
  const { id } = (await upload("virtual_backgrounds", png(), { default: "true" })).body;
  expect(refusalOf(await call("DELETE", `${at}/virtual_backgrounds?ids=${id},none`))).toBe("400/300 Invalid parameter: `ids`.");
  expect(await call("DELETE", `${at}/virtual_backgrounds?ids=${id}`)).toMatchObject({ status: 204, text: "" });
  expect([(await read()).virtual_backgrounds, await looks("virtual_background_id")]).toEqual([[], [undefined, undefined]]);
});

test("a webinar has ten backgrounds", async () => {
  const { upload } = await withBranding();
  for (let count = 0; count < 10; count++) expect((await upload("virtual_backgrounds", png())).status).toBe(201);
  expect(refusalOf(await upload("virtual_backgrounds", png()))).toBe("400/120 A maximum of 10 files are allowed for a webinar.");
});

test("has one wallpaper, the latest, until it is deleted", async () => {
  const { call, at, upload, read } = await withBranding();
  await upload("wallpaper", png("old.png"));
  const { status, body } = await upload("wallpaper", png("new.jpg", "image/jpeg"));
  expect([status, body]).toEqual([201, { id: body.id, name: "new.jpg", size: 4, type: "image" }]);
  expect((await read()).wallpaper).toEqual({ id: body.id });
  expect(await call("DELETE", `${at}/wallpaper`)).toMatchObject({ status: 204, text: "" });
  expect(await read()).not.toHaveProperty("wallpaper");
  expect((await call("DELETE", `${at}/wallpaper`)).status).toBe(204);
});

test.each(["virtual_backgrounds", "wallpaper"] as const)("%s take pictures of at most 15 MB, and nothing else", async (to) => {
  const { upload, send } = await withBranding();
  const none = "400/120 No file uploaded. Verify that a file has been uploaded.";
  expect(refusalOf(await upload(to, null, { default: "true" }))).toBe(none);
  expect(refusalOf(await upload(to, png("empty.png", "image/png", new Uint8Array())))).toBe(none);
  expect(refusalOf(await send(to, { "content-type": "application/json" }, "{}"))).toBe(none);
  expect(refusalOf(await send(to, { "content-type": "multipart/form-data; boundary=x" }, "torn"))).toBe(none);
  const kind = "400/120 You may only upload JPG/JPEG, GIF, or PNG image files.";
  expect(refusalOf(await upload(to, png("notes.txt", "text/plain")))).toBe(kind);
  expect(refusalOf(await upload(to, png("beach.png", "image/webp")))).toBe(kind);
  expect(refusalOf(await upload(to, png("beach")))).toBe(kind);
  const largest = 15 * 1024 * 1024;
  expect((await upload(to, png("large.png", "image/png", new Uint8Array(largest)))).status).toBe(201);
  expect(refusalOf(await upload(to, png("larger.png", "image/png", new Uint8Array(largest + 1))))).toBe("400/120 File size cannot exceed 15M.");
});

test("session branding can be off for a webinar", async () => {
  const { call, at, upload } = await withBranding(({ upcoming }) => {
    upcoming.settings = { ...upcoming.settings, enable_session_branding: false };
  });
  expect(refusalOf(await call("GET", at))).toBe("400/3000 You cannot enable session branding for this webinar.");
  const answers = [
    await call("POST", `${at}/name_tags`, TAG),
    await call("PATCH", `${at}/name_tags/x`, {}),
    await call("DELETE", `${at}/name_tags?name_tag_ids=x`),
    await call("PATCH", `${at}/virtual_backgrounds?id=x`),
    await call("DELETE", `${at}/virtual_backgrounds?ids=x`),
    await call("DELETE", `${at}/wallpaper`),
    await upload("virtual_backgrounds", png()),
    await upload("wallpaper", png()),
  ];
  for (const answer of answers) expect(refusalOf(answer)).toBe("400/3000 This webinar does not have session branding enabled.");
});

test("branding refuses a malformed or unknown webinar ID, and a host without the add-on", async () => {
  const { call, at } = await withBranding((_, state) => {
    for (const user of state.users) user.hasWebinarAddOn = false;
  });
  expect(refusalOf(await call("GET", "/webinars/abc/branding"))).toBe("400/300 Invalid webinar ID.");
  expect(refusalOf(await call("GET", "/webinars/12345678901/branding"))).toBe("404/3001 Webinar does not exist: 12345678901.");
  expect(refusalOf(await call("GET", at))).toMatch(/^400\/200 Webinar plan is missing/);
});

test("what is uploaded belongs to one webinar, and is not in the list of requests", async () => {
  const { call, upload, emulator } = await withBranding();
  const other = await planWebinar(call);
  await upload("wallpaper", png());
  expect((await call("GET", `/webinars/${other.id}/branding`)).body).not.toHaveProperty("wallpaper");
  expect(emulator.requests().find(({ path }) => path.endsWith("/wallpaper"))?.body).toMatch(/^\(\d+ bytes\)$/);
});
