import { virtualClock } from "@zoom-webinar/foundation";
import { expect, test, vi } from "vitest";
import { buildEmulator } from "../emulator.ts";
import { settle } from "../options.ts";
import { memoryState } from "../state/memory-state.ts";
import { askToken, planWebinar, probe, refusalOf } from "../test/probe.ts";
import { createWorld } from "../worlds/worlds.ts";

const HOST = "/users/grace@example.com/webinars";

test.each([
  ["GET", "/users?page_size=many", undefined, "page_size", "query: must be integer"],
  ["GET", "/users?page_size=301", undefined, "page_size", "query: must be <= 300"],
  ["GET", "/users?status=asleep", undefined, "status", "query: must be equal to one of the allowed values"],
  ["GET", "/users?sort=name", undefined, "sort", "query: is not a parameter of this endpoint"],
  ["GET", "/report/upcoming_events?from=2027-01-01", undefined, "to", "query: is required"],
  ["GET", "/report/upcoming_events?from=2027-01-01&to=soon", undefined, "to", 'query: must match format "date"'],
  ["GET", "/webinars/abc/panelists", undefined, "webinarId", "path: must be integer"],
  ["POST", HOST, { topic: 1 }, "topic", "body: must be string"],
  ["POST", HOST, { settings: { approval_typ: 1 } }, "settings.approval_typ", "body: must NOT have unevaluated properties"],
  ["POST", HOST, { tracking_fields: [{ value: "x" }] }, "tracking_fields[0].field", "body: must have required property 'field'"],
  ["POST", HOST, { agenda: null }, "agenda", "body: must be string"],
] as const)("%s %s %j: the fault is named", async (method, path, body, field, message) => {
  const { call } = await probe({ validate: true });
  const answer = await call(method, path, body);
  expect([answer.status, answer.body.code]).toEqual([400, 300]);
  expect(answer.body.errors).toContainEqual({ field, message });
});

test("names every fault at once, and nothing has happened", async () => {
  const { call, emulator } = await probe({ validate: true, world: "empty" });
  expect(refusalOf(await call("POST", `${HOST}?dry=1`, { topic: 1, duration: 0 }))).toBe("400/300 Validation Failed. [dry, topic, duration]");
  expect(await emulator.state.webinars()).toEqual([]);
});

test("what fits the document passes", async () => {
  const { call } = await probe({ validate: true });
  const { id } = await planWebinar(call);
  expect((await call("GET", `/webinars/${id}?show_previous_occurrences=true`)).status).toBe(200);
  expect((await call("PATCH", `/webinars/${id}`, { settings: { notify_registrants: false } })).status).toBe(204);
});

test("an upload has a file and no field too many", async () => {
  const { emulator, call } = await probe({ validate: true });
  const { id } = await planWebinar(call);
  const token = JSON.parse(
    (
      await emulator.send({
        method: "POST",
        url: "https://zoom.us/oauth/token?grant_type=account_credentials&account_id=a",
        headers: { authorization: `Basic ${btoa("any:thing")}` },
      })
    ).text,
  ).access_token;
  const upload = async (fields: Record<string, string | Blob>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) typeof value === "string" ? form.append(name, value) : form.append(name, value, "b.png");
    const written = new Response(form);
    const { status, text } = await emulator.send({
      method: "POST",
      url: `https://api.zoom.us/v2/webinars/${id}/branding/virtual_backgrounds`,
      headers: { authorization: `Bearer ${token}`, "content-type": written.headers.get("content-type") ?? "" },
      body: new Uint8Array(await written.arrayBuffer()),
    });
    return { status, errors: JSON.parse(text).errors };
  };
  const file = new Blob(["picture"], { type: "image/png" });
  expect((await upload({ file, default: "true" })).status).toBe(201);
  expect(await upload({ default: "perhaps", colour: "red" })).toEqual({
    status: 400,
    errors: [
      { field: "file", message: "form: is required" },
      { field: "colour", message: "form: must NOT have unevaluated properties" },
      { field: "default", message: "form: must be boolean" },
    ],
  });
});

test("an answer of the emulator's own that does not fit the document breaks, and does not pass for Zoom's", async () => {
  const settled = settle({ validate: true, clock: virtualClock() });
  const world = createWorld("demo", settled);
  Object.assign(world.users[0] as object, { first_name: 7 });
  const emulator = buildEmulator(
    memoryState(() => world),
    settled,
  );
  const { body } = await askToken(emulator);
  const asked = emulator.send({ method: "GET", url: "https://api.zoom.us/v2/users", headers: { authorization: `Bearer ${body.access_token}` } });
  await expect(asked).rejects.toThrow(/does not describe: GET \/users 200: .*first_name must be string/);
});

test("a whole test run is held to the document by ZOOM_EMULATOR_VALIDATE=1", () => {
  vi.stubEnv("ZOOM_EMULATOR_VALIDATE", "1");
  try {
    expect([settle({}).validate, settle({ validate: false }).validate]).toEqual([true, false]);
    vi.stubEnv("ZOOM_EMULATOR_VALIDATE", "");
    expect(settle({}).validate).toBe(false);
  } finally {
    vi.unstubAllEnvs();
  }
});
