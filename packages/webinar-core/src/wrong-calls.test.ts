import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { describe, expect, it } from "vitest";
import { connect, facadeOf } from "./connect.ts";
import { manifest } from "./generated/manifest.ts";

type Any = (...given: readonly unknown[]) => Promise<unknown>;

const open = async () => {
  const { emulator, clock } = emulated();
  const zoom = await connect({ send: emulator.send, clock, credentials: DEMO_CREDENTIALS, env: {}, pace: false });
  const sent = () => emulator.requests().filter(({ path }) => path.startsWith("/v2/"));
  return { zoom, sent };
};

const circle: Record<string, unknown> = {};
circle.self = circle;
circle.again = circle;

describe("a value that JSON cannot hold", () => {
  const VALUES: readonly (readonly [string, unknown, string])[] = [
    ["a bigint", 82834512568n, 'Write it as text: "82834512568".'],
    ["a function", () => 1, "Leave the field out"],
    ["a symbol", Symbol("x"), "Leave the field out"],
    ["a circle", circle, "without the circle"],
  ];
  const PLACES: readonly (readonly [string, string, (value: unknown) => object])[] = [
    ["webinars.get", "webinar_id", (value) => ({ webinar_id: value })],
    ["users.list", "page_size", (value) => ({ page_size: value })],
    ["users.list", "status", (value) => ({ status: value })],
    ["webinars.update", "settings.approval_type", (value) => ({ webinar_id: UPCOMING, settings: { approval_type: value } })],
    ["registrants.approve", "registrants.1", (value) => ({ webinar_id: UPCOMING, registrants: ["juan@example.com", value] })],
    ["webinars.get", "no_such_field", (value) => ({ webinar_id: UPCOMING, no_such_field: value })],
  ];
  it.each(PLACES.flatMap(([id, field, make]) => VALUES.map(([what, value, hint]) => [id, field, what, make(value), hint] as const)))(
    "%s: %s is named if it is %s",
    async (id, field, _what, input, hint) => {
      const { zoom, sent } = await open();
      const error = await zoom.run(id, input).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "input_invalid", hint: expect.stringContaining(hint), message: expect.stringMatching(`^${field}`) });
      expect(sent()).toEqual([]);
    },
  );

  it("may stand in an input twice if it is no circle, and however often", async () => {
    const { zoom } = await open();
    let doubled: unknown = "x";
    for (let level = 0; level < 90; level++) doubled = [doubled, doubled];
    await expect(zoom.run("webinars.get", { webinar_id: UPCOMING, topic: doubled })).rejects.toMatchObject({ message: "topic: unknown field" });
    for (let level = 0; level < 20; level++) doubled = [doubled, doubled];
    await expect(zoom.run("webinars.get", { topic: doubled })).rejects.toThrow("more than 100 levels deep");
  });
});

describe("an option of a call", () => {
  const WRONG: readonly (readonly [string, unknown])[] = [
    ...[5, null, "x", {}, true].map((value) => ["signal", value] as const),
    ...[5, null, {}].map((value) => ["confirmToken", value] as const),
    ...[5, null, "persons"].map((value) => ["confirmChannel", value] as const),
    ...[5, null, ""].map((value) => ["principal", value] as const),
    ...[5, null, "x"].map((value) => ["onProgress", value] as const),
    ...[5, null, "x"].map((value) => ["onWait", value] as const),
    ["confirm_token", "x"],
    ["sginal", new AbortController().signal],
  ];
  it.each(WRONG)("%s: %o is refused before anything is sent, at every way in", async (name, value) => {
    const { zoom, sent } = await open();
    const options = { [name]: value };
    const wanted = { code: "input_invalid", faults: [{ field: name }], hint: expect.stringMatching(/\S/) };
    await expect((zoom.users.list as Any)({}, options)).rejects.toMatchObject(wanted);
    await expect((zoom.run as Any)("users.list", {}, options)).rejects.toMatchObject(wanted);
    await expect((zoom.call as Any)("GET /users", {}, options)).rejects.toMatchObject(wanted);
    await expect(zoom.users.pages({}, options as object).next()).rejects.toMatchObject(wanted);
    expect(sent()).toEqual([]);
  });

  it.each([null, 5, "x", []])("has to be in an object, not in %o", async (options) => {
    const { zoom } = await open();
    await expect((zoom.users.list as Any)({}, options)).rejects.toMatchObject({ code: "input_invalid", message: expect.stringContaining("options") });
  });
});

describe("zoom.call with odd arguments", () => {
  it("needs none for an endpoint without a place to fill, and names what is missing for another", async () => {
    const { zoom } = await open();
    expect(await (zoom.call as Any)("GET /users")).toHaveProperty("users");
    await expect((zoom.call as Any)("GET /webinars/{webinarId}")).rejects.toMatchObject({
      code: "input_invalid",
      message: expect.stringContaining("is required"),
    });
  });

  it.each([
    ["GET /users", null, "args"],
    ["GET /users", 5, "args"],
    ["GET /users", { params: {} }, "args.params"],
    ["GET /users", { query: 5 }, "args.query"],
    ["GET /users", { query: { page_size: 5n } }, "page_size"],
    [undefined, {}, "endpoint"],
    [5, {}, "endpoint"],
    [Symbol("x"), {}, "endpoint"],
  ])("%o with %o is told what is wrong", async (endpoint, args, field) => {
    const { zoom } = await open();
    await expect((zoom.call as Any)(endpoint, args)).rejects.toMatchObject({ code: "input_invalid", faults: [{ field }], hint: expect.any(String) });
  });

  it.each([undefined, null, 5, {}])("run(%o) is told what is wrong", async (id) => {
    const { zoom } = await open();
    await expect((zoom.run as Any)(id, {})).rejects.toMatchObject({ code: "input_invalid", hint: 'Such as "webinars.list".' });
  });
});

it.each([null, 5, { for: "plan" }, { for: [5] }, { env: 5 }, { liveAudit: true }, { live: {} }])(
  "doctor(%o) is told what is wrong",
  async (options) => {
    const { zoom, sent } = await open();
    await expect((zoom.doctor as Any)(options)).rejects.toMatchObject({ code: "input_invalid", hint: expect.any(String) });
    expect(sent()).toEqual([]);
  },
);

it("an operation that cannot be loaded leaves as an error of ours, with a correlation id", async () => {
  const { session } = emulated();
  const broken = manifest.map((entry) =>
    entry.id === "users.list" ? { ...entry, load: () => Promise.reject(new TypeError("no such file")) } : entry,
  );
  await expect(facadeOf(session, broken).users.list({})).rejects.toMatchObject({ code: "internal", details: { correlation_id: expect.any(String) } });
});
