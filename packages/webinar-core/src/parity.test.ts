import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileStore } from "@zoom-webinar/foundation";
import { HELD, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
import { createEmulator, DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { describe, expect, it } from "vitest";
import { manifest } from "./generated/manifest.ts";
import type { AnyOperation } from "./operation/operation.ts";
import { listUsers } from "./operations/users/list.ts";
import { createWebinar } from "./operations/webinars/create.ts";
import { runOperation } from "./run.ts";
import { openSession } from "./session/open-session.ts";
import { createSession } from "./session/session.ts";

// Every row and behaviour of the system that we replace, as far as it is the core's. The flag `isError` of behaviour 7, and, for behaviour 9, the four
// resources, belong to the MCP server and are tested there; here stands what they are made of.

const operationOf = async (tool: string): Promise<AnyOperation> => {
  const entry = manifest.find((candidate) => candidate.tool === tool);
  if (!entry) throw new Error(`there is no tool ${tool}`);
  return entry.load();
};
const plan = { user_id: HOST, topic: "Tides", start_time: "2027-12-01T10:00:00", duration: 60 };
const webinar_id = UPCOMING;

/** Tool, and its inputs by the names that the Python server had. */
const ROWS: readonly [tool: string, input: Record<string, unknown>][] = [
  ["auto_configure_zoom", {}],
  ["get_token_status", {}],
  ["refresh_token", {}],
  ["list_users_for_selection", {}],
  ["get_users", {}],
  ["get_users", { user_id: HOST }],
  ["create_webinar", { ...plan, agenda: "All of it", timezone: "UTC", password: "tides1", alternative_hosts: "grace@example.com" }],
  ["create_webinar_interactive", { topic: "Tides", user_selection: "1", start_time: plan.start_time, duration: 60 }],
  ["create_recurring_webinar", { ...plan, recurrence_type: 2, repeat_interval: 1, weekly_days: "3,5", end_times: 4 }],
  ["add_panelists", { webinar_id, panelist_emails: ["rosa@example.com"] }],
  ["create_webinar_poll", { webinar_id, poll_title: "Mood", questions: [{ name: "How?", type: "single", answers: ["Well", "So so"] }] }],
  ["create_webinar_invite_links", { webinar_id, attendees: [{ name: "Rosa" }], ttl: 7200 }],
  ["list_webinars", { user_id: HOST, page_size: 30, page_number: 1, type: "scheduled" }],
  ["get_webinar", { webinar_id, show_previous_occurrences: false }],
  ["add_webinar_registrant", { webinar_id, email: "rosa@example.com", first_name: "Rosa", last_name: "Ember" }],
  ["list_webinar_registrants", { webinar_id, status: "approved", page_size: 30 }],
  ["find_registrant_by_email", { webinar_id, email: "mina@example.com" }],
  ["list_panelists", { webinar_id }],
  ["get_webinar_polls", { webinar_id }],
  ["list_webinar_participants", { webinar_uuid: HELD, page_size: 30 }],
  ["get_webinar_absentees", { webinar_uuid: HELD }],
  ["list_webinar_qa", { webinar_id: HELD }],
  ["update_webinar", { webinar_id, topic: "Tides", start_time: "2027-12-01T10:00:00", duration: 45, agenda: "More", password: "tides2" }],
  ["update_webinar_status", { webinar_id, action: "start" }],
  ["update_webinar_status", { webinar_id, action: "end" }],
  ["update_webinar_status", { webinar_id, action: "cancel" }],
  ["update_webinar_registrant_status", { webinar_id, action: "approve", registrants: ["juan@example.com"] }],
  ["delete_webinar", { webinar_id, cancel_webinar_reminder: false }],
  ["remove_panelist", { webinar_id, panelist_id: "grace@example.com" }],
  ["remove_all_panelists", { webinar_id }],
  ["delete_webinar_registrant", { webinar_id, registrant_id: "mina@example.com" }],
  ["schedule_webinar_from_prompt", { prompt: "Create a webinar about AI Safety on 2027-12-01T10:00:00", user_selection: "first" }],
  ["schedule_recurring_webinar_from_prompt", { prompt: "webinar about AI every Friday at 10:00 until 2027-03-31", user_selection: "first" }],
];

describe("rows", () => {
  it.each(ROWS)("row %s runs with the old inputs %j", async (tool, input) => {
    const zoom = emulated();
    await zoom.run(await operationOf(tool), input);
    for (const { endpoint } of zoom.seen()) expect(endpoint).not.toBeNull();
  });

  it("row configure_zoom takes a profile's name, and refuses the secrets that it took there without repeating them", async () => {
    const { run, refusal } = emulated();
    expect(await run(await operationOf("configure_zoom"), {})).toMatchObject({ how_to: expect.stringContaining("ZOOM_CLIENT_ID") });
    const error = await refusal(await operationOf("configure_zoom"), { account_id: "a", client_id: "b", client_secret: "canary-secret" });
    expect(JSON.stringify(error.toReport())).not.toContain("canary");
  });

  it.each([
    "get_webinar_registrant",
    "get_registration_questions",
    "replace_registration_questions",
    "get_webinar_poll",
    "replace_webinar_poll",
    "delete_webinar_poll",
    "get_webinar_survey",
    "set_webinar_survey",
    "delete_webinar_survey",
    "list_webinar_tracking_sources",
    "get_webinar_live_stream",
    "set_webinar_live_stream",
    "update_webinar_live_stream_status",
    "get_webinar_branding",
    "create_name_tag",
    "upload_virtual_background",
    "upload_wallpaper",
    "replace_panelist",
    "get_user_by_selection",
  ])("row %s, which only the old library had, is an operation", async (tool) => {
    expect(await operationOf(tool)).toMatchObject({ tool });
  });
});

describe("behaviours", () => {
  it("changes registrant status, webinar status and polls by PUT, the webinar's only to end", async () => {
    for (const tool of ["update_webinar_registrant_status", "update_webinar_status", "replace_webinar_poll"]) {
      const [first] = (await operationOf(tool)).endpoints;
      expect(first && endpoints[first].method, tool).toBe("PUT");
    }
    const zoom = emulated();
    await zoom.run(await operationOf("update_webinar_status"), { webinar_id, action: "end" });
    await zoom.run(await operationOf("update_webinar_registrant_status"), { webinar_id, action: "deny", registrants: ["mina@example.com"] });
    expect(zoom.seen().filter(({ method }) => method !== "GET")).toMatchObject([
      { method: "PUT", path: `/v2/webinars/${webinar_id}/status`, body: { action: "end" } },
      { method: "PUT", path: `/v2/webinars/${webinar_id}/registrants/status`, body: { action: "deny" } },
    ]);
  });

  it("takes 10:00 in New York for 10:00 in New York, on create and on update, in winter and in summer", async () => {
    for (const [day, utc] of [
      ["2027-03-13", "2027-03-13T15:00:00Z"],
      ["2027-03-15", "2027-03-15T14:00:00Z"],
    ]) {
      const zoom = emulated();
      const time = { start_time: `${day}T10:00:00`, timezone: "America/New_York" };
      const { webinar } = await zoom.run(createWebinar, { ...plan, ...time });
      await zoom.run(await operationOf("update_webinar"), { webinar_id, ...time });
      expect([webinar.start_time, (await zoom.emulator.state.webinar(webinar_id))?.start_time]).toEqual([utc, utc]);
    }
  });

  it('reads the sentences: the time, the topic, Friday, "3,5", and until', async () => {
    const ask = async (tool: string, prompt: string) => {
      const zoom = emulated();
      await zoom.run(await operationOf(tool), { prompt, user_selection: HOST });
      return zoom.seen().at(-1)?.body;
    };
    expect(await ask("schedule_webinar_from_prompt", "Create a webinar about AI Safety on 2027-12-01T10:00:00")).toMatchObject({
      topic: "AI Safety",
      start_time: "2027-12-01T10:00:00",
    });
    const series = "schedule_recurring_webinar_from_prompt";
    expect(await ask(series, "webinar about AI every Friday at 10:00 until 2027-03-31")).toMatchObject({
      recurrence: { weekly_days: "6", end_date_time: "2027-03-31T21:59:59Z" },
    });
    expect(await ask(series, "webinar about AI on Tuesday and Thursday at 10:00, 4 times")).toMatchObject({ recurrence: { weekly_days: "3,5" } });
  });

  it("keys the token by account, client and host, and keeps it in a file of mode 0600", async () => {
    const folder = await mkdtemp(join(tmpdir(), "zw-parity-"));
    try {
      const { emulator, clock } = emulated();
      const store = fileStore({ folder: join(folder, "state") });
      const accounts = [DEMO_CREDENTIALS, { ...DEMO_CREDENTIALS, accountId: "other" }, { ...DEMO_CREDENTIALS, clientId: "other" }];
      const asked: number[] = [];
      const send: typeof emulator.send = (request) => {
        if (new URL(request.url).pathname === "/oauth/token") asked.push(1);
        return emulator.send(request);
      };
      for (const credentials of [...accounts, ...accounts]) await runOperation(listUsers, {}, createSession({ send, store, clock, credentials }));
      expect(asked).toHaveLength(accounts.length);
      await runOperation(listUsers, {}, createSession({ send, store, clock, credentials: accounts[0], oauthBaseUrl: "https://zoomgov.com" }));
      expect(asked).toHaveLength(accounts.length + 1);
      for (const file of await readdir(join(folder, "state"), { recursive: true })) {
        const found = await stat(join(folder, "state", file));
        expect(found.mode & 0o777, file).toBe(found.isDirectory() ? 0o700 : 0o600);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("names the missing scope, and echoes no secret", async () => {
    const { refusal } = emulated({ scopes: ["webinar:read:webinar:admin"] });
    const error = await refusal(await operationOf("list_users_for_selection"), {});
    expect(error).toMatchObject({ code: "scope_missing", hint: expect.stringContaining("user:read:list_users:admin") });
    expect(JSON.stringify(error.toReport())).not.toContain(DEMO_CREDENTIALS.clientSecret);
  });

  it("refreshes once after a 401, understands a daily limit's ISO date, repeats no POST blindly", async () => {
    const zoom = emulated();
    await zoom.run(listUsers, {});
    await zoom.emulator.controls.expireTokens();
    await zoom.run(listUsers, {});
    expect(zoom.seen().map(({ status }) => status)).toEqual([200, 401, 200]);
    for (let at = 0; at < 100; at += 1) await zoom.run(createWebinar, { ...plan, timezone: "UTC" });
    expect(await zoom.refusal(createWebinar, { ...plan, timezone: "UTC" })).toMatchObject({
      code: "rate_limited",
      retryAt: new Date("2027-01-16T00:00:00Z"),
    });
    const other = { ...plan, user_id: "grace@example.com", timezone: "UTC" };
    zoom.seen();
    zoom.emulator.controls.addFault({ kind: "reset", applied: true, endpoint: "POST /users/{userId}/webinars" });
    const { notes } = await zoom.run(createWebinar, other);
    expect(notes.join()).toContain("found in the host's webinars");
    expect(zoom.seen().filter(({ method }) => method === "POST")).toHaveLength(1);
    expect((await zoom.emulator.state.webinars()).filter(({ host_id }) => host_id !== "").filter(({ topic }) => topic === "Tides")).toHaveLength(101);
  });

  it("answers what the four resources show, without credentials too, and with no secret", async () => {
    for (const credentials of [DEMO_CREDENTIALS, null]) {
      const { run } = emulated({ session: { credentials } });
      for (const tool of ["auto_configure_zoom", "configure_zoom", "get_token_status"]) {
        expect(JSON.stringify(await run(await operationOf(tool), {}))).not.toContain(DEMO_CREDENTIALS.clientSecret);
      }
    }
    expect(await emulated().run(await operationOf("get_users"), {})).toMatchObject({ users: { length: 3 } });
  });

  it("writes nothing into the working directory", async () => {
    const [cwd, home] = await Promise.all([mkdtemp(join(tmpdir(), "zw-cwd-")), mkdtemp(join(tmpdir(), "zw-home-"))]);
    const here = await readdir(process.cwd());
    const loadEmulator = async () => {
      const emulator = createEmulator();
      return { send: emulator.send, credentials: DEMO_CREDENTIALS, close: () => emulator.close() };
    };
    try {
      const opened = await openSession({ env: { ZOOM_WEBINAR_HOME: home }, cwd, emulator: true, loadEmulator, door: "test", warn: () => {} });
      await runOperation(createWebinar, { user_id: HOST, topic: "Tides" }, opened.session);
      await opened.close();
      expect(await readdir(cwd)).toEqual([]);
      expect(await readdir(process.cwd())).toEqual(here);
      expect(await readdir(home)).not.toEqual([]);
    } finally {
      await Promise.all([cwd, home].map((folder) => rm(folder, { recursive: true })));
    }
  });
});

const shapeOf = (op: AnyOperation): readonly string[] => Object.keys((op.input as { shape?: object }).shape ?? {});
const instanceTakers = (await Promise.all(manifest.map((entry) => entry.load()))).filter(
  // What reads many sources has tests of its own: its requests are not one.
  ({ endpoints: [first, , ...more] }) => first && more.length === 0 && endpoints[first].uuids.length > 0,
);

describe("a UUID with slashes", () => {
  it("is taken by a dozen operations or more", () => {
    expect(instanceTakers.length).toBeGreaterThanOrEqual(12);
  });

  it.each(instanceTakers.map((op) => [op.id, op] as const))(
    "%s takes one that starts with a slash, and one that holds two, encoded twice",
    async (_id, op) => {
      const zoom = emulated({ session: { reveal: "host" } });
      const slashed = (await zoom.emulator.state.webinar(HELD))?.instances[0]?.uuid as string;
      expect(slashed).toMatch(/^\//);
      const field = ["webinar_uuid", "webinar_id", "meeting_id"].find((name) => shapeOf(op).includes(name)) as string;
      const rest = {
        ...(shapeOf(op).includes("type") ? { type: "past" } : {}),
        ...(shapeOf(op).includes("participant_id") ? { participant_id: "16778240" } : {}),
      };
      for (const [uuid, encoded] of [
        [slashed, encodeURIComponent(encodeURIComponent(slashed))],
        ["ab//cdefghijklmnopqrst==", "ab%252F%252Fcdefghijklmnopqrst%253D%253D"],
      ] as const) {
        const outcome = await zoom.run(op, { [field]: uuid, ...rest }).then(
          () => "done",
          ({ code }: { code: string }) => code,
        );
        expect(outcome, uuid).toBe(uuid === slashed ? "done" : "not_found");
        expect(zoom.seen().at(-1)).toMatchObject({ path: expect.stringContaining(`/${encoded}`), endpoint: op.endpoints[0] });
      }
    },
  );
});

describe("ids", () => {
  it("are never rounded: one beyond 2^53 in an answer is an error, not another webinar", async () => {
    const { refusal, emulator } = emulated();
    emulator.controls.addFault({
      kind: "status",
      status: 200,
      body: '{"id":9007199254740993,"topic":"Tides"}',
      endpoint: "GET /webinars/{webinarId}",
    });
    expect(await refusal(await operationOf("get_webinar"), { webinar_id })).toMatchObject({
      code: "unexpected_response",
      message: expect.stringContaining("2^53"),
    });
  });

  it("are never rounded: they go out digit by digit, and one that Zoom wants as a number is refused beyond 2^53", async () => {
    const { run, refusal, seen } = emulated();
    expect(await refusal(await operationOf("get_webinar"), { webinar_id: "9007199254740993" })).toMatchObject({
      code: expect.stringMatching(/not_found|zoom_rejected/),
    });
    expect(seen().at(-1)?.path).toBe("/v2/webinars/9007199254740993");
    expect(await refusal(await operationOf("get_webinar"), { webinar_id: 9007199254740992 })).toMatchObject({ code: "input_invalid" });
    const template = { user_id: HOST, name: "Tides" };
    expect(await refusal(await operationOf("create_webinar_template"), { ...template, webinar_id: "9007199254740993" })).toMatchObject({
      code: "input_invalid",
    });
    await run(await operationOf("create_webinar_template"), { ...template, webinar_id });
    expect(seen().at(-1)?.body).toMatchObject({ webinar_id: Number(webinar_id) });
  });
});
