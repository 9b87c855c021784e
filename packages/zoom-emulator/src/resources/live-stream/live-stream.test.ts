import { expect, test } from "vitest";
import { refusalOf } from "../../test/probe.ts";
import { probeWorld } from "../../test/probe-world.ts";

const STREAM = { stream_url: "rtmp://example.com/live", stream_key: "key-1", page_url: "https://example.com/watch" };

const withStream = async (prepare: Parameters<typeof probeWorld>[0] = () => {}) => {
  const probed = await probeWorld(prepare);
  const at = `/webinars/${probed.upcoming.id}/livestream`;
  const set = (fields: object) => probed.call("PATCH", at, fields);
  const change = (action: string, settings?: object) => probed.call("PATCH", `${at}/status`, { action, settings });
  const stream = async () => (await probed.emulator.state.webinar(probed.upcoming.id))?.liveStream;
  return { ...probed, at, set, change, stream };
};

test("is empty until it is set up, then reads back as it was sent", async () => {
  const { call, at, set } = await withStream();
  expect((await call("GET", at)).body).toEqual({ stream_url: "", stream_key: "", page_url: "" });
  expect(await set({ ...STREAM, resolution: "1080p" })).toMatchObject({ status: 204, text: "" });
  expect((await call("GET", at)).body).toEqual({ ...STREAM, resolution: "1080p" });
  await set({ ...STREAM, stream_key: "key-2" });
  expect((await call("GET", at)).body).toEqual({ ...STREAM, stream_key: "key-2", resolution: "1080p" });
});

test.each([
  [{ stream_url: undefined }, "stream_url"],
  [{ stream_key: "" }, "stream_key"],
  [{ page_url: undefined }, "page_url"],
  [{ page_url: "no address" }, "page_url"],
  [{ page_url: `https://example.com/${"p".repeat(1024)}` }, "page_url"],
  [{ stream_url: "u".repeat(1025) }, "stream_url"],
  [{ stream_key: "k".repeat(513) }, "stream_key"],
  [{ resolution: "4k" }, "resolution"],
])("refuses %j", async (fields, field) => {
  const { set } = await withStream();
  expect(refusalOf(await set({ ...STREAM, ...fields }))).toBe(`400/300 Validation Failed. [${field}]`);
});

test("starts and stops while the webinar is on air, and stops with it", async () => {
  const { set, change, stream, emulator, upcoming } = await withStream();
  await set(STREAM);
  await emulator.controls.startWebinar(upcoming.id);
  expect(await change("start", { display_name: "Main", close_caption: "embedded", unknown: 1 })).toMatchObject({ status: 204, text: "" });
  expect(await stream()).toMatchObject({ running: true, settings: { display_name: "Main", close_caption: "embedded" } });
  expect((await stream())?.settings).not.toHaveProperty("unknown");
  await set({ ...STREAM, stream_key: "key-3" });
  expect(await stream()).toMatchObject({ running: true, stream_key: "key-3" });
  await change("stop");
  expect((await stream())?.running).toBe(false);
  await change("start");
  await emulator.controls.endWebinar(upcoming.id);
  expect((await stream())?.running).toBe(false);
});

test("takes settings only while it is stopped", async () => {
  const { set, change, emulator, upcoming } = await withStream();
  await set(STREAM);
  await emulator.controls.startWebinar(upcoming.id);
  await change("start");
  expect(refusalOf(await change("start", { display_name: "Late" }))).toBe("400/300 Validation Failed. [settings]");
});

test.each([
  ["pause", undefined, "action"],
  ["start", { display_name: "" }, "settings.display_name"],
  ["start", { display_name: "d".repeat(51) }, "settings.display_name"],
  ["start", { close_caption: "on" }, "settings.close_caption"],
  ["start", { active_speaker_name: "always" }, "settings.active_speaker_name"],
])("a change of status refuses %s %j", async (action, settings, field) => {
  const { change } = await withStream();
  expect(refusalOf(await change(action, settings))).toBe(`400/300 Validation Failed. [${field}]`);
});

test("needs a stream that is set up, and a webinar on air", async () => {
  const { set, change, upcoming } = await withStream();
  expect(refusalOf(await change("start"))).toBe("400/3000 The current webinar is not configured with a custom streaming service.");
  await set(STREAM);
  expect(refusalOf(await change("start"))).toBe(`400/200 Webinar ${upcoming.id} has not started.`);
});

test("refuses hosts who may not stream, or who left the account", async () => {
  const off = await withStream(({ upcoming }, state) => {
    for (const user of state.users) if (user.id === upcoming.host_id) user.off.push("custom_live_streaming");
  });
  const sentence = "400/200 The current user has not enabled the custom live streaming feature of the webinar.";
  expect([refusalOf(await off.call("GET", off.at)), refusalOf(await off.set(STREAM))]).toEqual([sentence, sentence]);
  const gone = await withStream((_, state) => {
    state.users = state.users.filter(({ email }) => email !== "ada@example.com");
  });
  expect(refusalOf(await gone.change("start"))).toBe(`400/1001 User does not exist: ${gone.upcoming.host_id}.`);
});

test("refuses a malformed webinar ID, an unknown one, a host without the add-on, and an app without permission", async () => {
  const { call, set } = await withStream();
  expect(refusalOf(await call("GET", "/webinars/abc/livestream"))).toBe("400/300 Invalid webinar ID.");
  for (const path of ["/webinars/12345678901/livestream", "/webinars/12345678901/livestream/status"]) {
    expect(refusalOf(await call("PATCH", path, { ...STREAM, action: "stop" }))).toBe("404/3001 Webinar does not exist: 12345678901.");
  }
  expect((await set(STREAM)).status).toBe(204);
  const plain = await withStream((_, state) => {
    for (const user of state.users) user.hasWebinarAddOn = false;
  });
  expect(refusalOf(await plain.set(STREAM))).toMatch(/^400\/200 Webinar plan is missing/);
  expect(refusalOf(await plain.change("start"))).toMatch(/^400\/200 Webinar plan is missing/);
  const closed = await withStream((_, state) => state.account.off.push("permission"));
  for (const answer of [await closed.call("GET", closed.at), await closed.set(STREAM), await closed.change("start")]) {
    expect(refusalOf(answer)).toBe("400/200 No permission.");
  }
});
