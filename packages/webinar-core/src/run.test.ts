import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileStore, memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { defineOperation } from "./operation/define-operation.ts";
import { toRecipients } from "./operation/preview.ts";
import { runOperation } from "./run.ts";
import type { SessionOptions } from "./session/options.ts";
import { createSession } from "./session/session.ts";

const setUp = (options: SessionOptions = {}) => {
  const ran: unknown[] = [];
  const world = { people: ["grace@example.com"] };
  const remove = defineOperation({
    id: "things.remove",
    tool: "remove_thing",
    summary: "Remove a thing.",
    endpoints: [],
    scopes: { classic: [], granular: [] },
    effect: "delete",
    idempotent: true,
    emails: "registrants",
    input: z.strictObject({ thing_id: z.string().max(64), notify: z.boolean().optional() }),
    output: z.object({ removed: z.string() }),
    preview: async ({ thing_id }) => ({
      summary: `Remove ${thing_id}.`,
      targets: world.people.map((id) => ({ kind: "person", id })),
      recipients: { count: world.people.length, domains: [{ domain: "example.com", count: world.people.length }], why: "they are told" },
      reversible: false,
    }),
    run: async ({ thing_id }) => {
      ran.push(thing_id);
      return { removed: thing_id };
    },
    describe: ({ removed }) => `Removed ${removed}`,
  });
  const clock = virtualClock();
  const session = createSession({ send: async () => ({ status: 500, headers: {}, text: "" }), clock, store: memoryStore({ clock }), ...options });
  return { remove, ran, session, clock, world };
};
type Refused = { code: string; details: { confirm_token?: string; preview: { targets: unknown[] } }; hint: string; message: string };
const refused = (call: Promise<unknown>) =>
  call.then(
    () => Promise.reject(new Error("it ran")),
    (error: Refused) => error,
  );

describe("runOperation", () => {
  it("runs at once if the session is trusted", async () => {
    const { remove, session } = setUp({ safety: "trusted" });
    expect(await runOperation(remove, { thing_id: "1" }, session)).toEqual({ removed: "1" });
  });

  it("read-only refuses every write, with a good token too", async () => {
    const { remove, session, ran } = setUp({ safety: "read-only" });
    await expect(runOperation(remove, { thing_id: "1" }, session, { confirmToken: "x" })).rejects.toMatchObject({ code: "not_allowed" });
    expect(ran).toEqual([]);
  });

  it("asks with a preview, runs once with its token, never twice", async () => {
    const { remove, session, ran } = setUp({ safety: "confirm" });
    const first = await refused(runOperation(remove, { thing_id: "1" }, session));
    expect(first).toMatchObject({
      code: "confirmation_required",
      message: expect.stringMatching(/Remove 1.*\n- person grace@example.com\nZoom writes to 1 person/s),
    });
    const confirmToken = first.details.confirm_token as string;
    await runOperation(remove, { thing_id: "1" }, session, { confirmToken });
    const again = await refused(runOperation(remove, { thing_id: "1" }, session, { confirmToken }));
    expect(again.message).toContain("used before");
    expect(ran).toEqual(["1"]);
  });

  it.each([
    ["another input", { thing_id: "2" }, {}, "for another call"],
    ["another option", { thing_id: "1", notify: true }, {}, "for another call"],
    ["another principal", { thing_id: "1" }, { principal: "somebody else" }, "for another call"],
    ["another channel", { thing_id: "1" }, { confirmChannel: "person" as const }, "for another call"],
  ])("refuses a token for %s", async (_what, input, call, message) => {
    const { remove, session, ran } = setUp({ safety: "confirm" });
    const { details } = await refused(runOperation(remove, { thing_id: "1" }, session));
    expect((await refused(runOperation(remove, input, session, { ...call, confirmToken: details.confirm_token }))).message).toContain(message);
    expect(ran).toEqual([]);
  });

  it("refuses a token whose targets have changed, that is older than five minutes, that was tampered with", async () => {
    const { remove, session, ran, world, clock } = setUp({ safety: "confirm" });
    const token = async () => (await refused(runOperation(remove, { thing_id: "1" }, session))).details.confirm_token as string;
    const use = async (confirmToken: string) => (await refused(runOperation(remove, { thing_id: "1" }, session, { confirmToken }))).message;
    const before = await token();
    world.people.push("alan@example.com");
    expect(await use(before)).toContain("changed since");
    const old = await token();
    clock.advance(5 * 60_000);
    expect(await use(old)).toContain("expired");
    const [body, signature] = (await token()).split(".") as [string, string];
    const forged = body.replace(/~\w+$/, `~${(9_999_999_999_999).toString(36)}`);
    expect(forged).not.toBe(body);
    expect(await use(`${forged}.${signature}`)).toContain("not one of ours");
    for (const nonsense of ["", "x", "a.b.c", "..", "é.é"]) expect(await use(nonsense)).toContain("not one of ours");
    expect(ran).toEqual([]);
  });

  it("refuses a token once anything that its preview showed has changed, says what, and gives a new preview and token", async () => {
    const preview = { summary: "Remove.", targets: [{ kind: "thing", id: "1", label: "Tides" }], reversible: false };
    const recipients = toRecipients(["grace@example.com"], "they are told");
    const states: [string, object, SessionOptions, RegExp][] = [
      ["another name", { targets: [{ kind: "thing", id: "1", label: "Storms" }] }, {}, /the webinar or person that it is about/],
      ["another address of the same domain", { recipients: toRecipients(["alan@example.com"], "they are told") }, {}, /who is written to/],
      ["more people", { recipients: toRecipients(["a@example.com", "b@example.com"], "they are told") }, {}, /who is written to \(1 before, 2 now\)/],
      ["another loss", { consequences: [{ kind: "lost", text: "25 registrations are lost." }] }, {}, /what it does or takes away/],
      ["another account", {}, { credentials: { accountId: "b", clientId: "c", clientSecret: "d" } }, /the Zoom account/],
      ["another address of Zoom's", {}, { apiBaseUrl: "https://zoomgov.example.com/v2", allowBaseUrl: true }, /the Zoom account/],
    ];
    for (const [what, change, options, words] of states) {
      const store = memoryStore();
      const credentials = { accountId: "a", clientId: "c", clientSecret: "d" };
      const { remove, session, ran } = setUp({ safety: "confirm", store, credentials });
      const { session: other } = setUp({ safety: "confirm", store, credentials, ...options });
      const showing = (shown: object) => ({ ...remove, preview: async () => ({ ...preview, recipients, ...shown }) });
      const { details } = await refused(runOperation(showing({}), { thing_id: "1" }, session));
      const late = await refused(runOperation(showing(change), { thing_id: "1" }, other, { confirmToken: details.confirm_token }));
      expect(late.message, what).toMatch(words);
      expect(late.details, what).toMatchObject({ preview: expect.anything(), confirm_token: expect.any(String) });
      expect(JSON.stringify(late.details.preview), what).not.toContain("addresses");
      expect(ran, what).toEqual([]);
      await runOperation(showing(change), { thing_id: "1" }, other, { confirmToken: late.details.confirm_token });
    }
  });

  it("asks about a change that takes something away or makes Zoom write later, and wants the scope to delete for what is lost", async () => {
    const { remove, session, ran } = setUp({ safety: "confirm" });
    const change = (kind: "lost" | "mailed later") => ({
      ...remove,
      effect: "update" as const,
      emails: "nobody" as const,
      preview: async () => ({ summary: "Change it.", targets: [], consequences: [{ kind, text: "Something." }], recipients: null, reversible: true }),
    });
    for (const kind of ["lost", "mailed later"] as const) {
      expect(await refused(runOperation(change(kind), { thing_id: "1" }, session))).toMatchObject({ code: "confirmation_required" });
    }
    for (const safety of ["confirm", "trusted"] as const) {
      const writer = { ...session, safety, mayDelete: false };
      expect(await refused(runOperation(change("lost"), { thing_id: "1" }, writer))).toMatchObject({
        code: "not_allowed",
        details: { scope: "webinars:delete" },
      });
    }
    await runOperation(change("mailed later"), { thing_id: "1" }, { ...session, safety: "trusted", mayDelete: false });
    expect(ran).toEqual(["1"]);
  });

  it("with confirm-by person gives the caller no token at all", async () => {
    const { remove, session } = setUp({ safety: "confirm", confirmBy: "person" });
    const error = await refused(runOperation(remove, { thing_id: "1" }, session));
    expect(error.details).not.toHaveProperty("confirm_token");
    expect(error.hint).toContain("zoom-webinar things remove");
    const asked = await refused(runOperation(remove, { thing_id: "1" }, session, { confirmChannel: "person" }));
    await runOperation(remove, { thing_id: "1" }, session, { confirmChannel: "person", confirmToken: asked.details.confirm_token });
  });

  it.each([
    ["--emulator", "emulator", null],
    ["--profile team", 'profile "team"', "team"],
    ["", 'profile "; rm"', "; rm"],
    ["", "ZOOM_ACCESS_TOKEN", null],
  ])("sends the person to the same account, with %j for %s", async (flag, source, profile) => {
    const { remove, session } = setUp({ safety: "confirm", confirmBy: "person" });
    const account = { ...session.account, inForce: { ...session.account.inForce, source, profile } };
    const { hint } = await refused(runOperation(remove, { thing_id: "1" }, { ...session, account }));
    expect(hint).toBe(`A person has to agree: run it as "${["zoom-webinar things remove", flag].filter(Boolean).join(" ")}" in a terminal.`);
  });

  it("keeps a confirmation good over a restart, through a file store", async () => {
    const dir = await mkdtemp(join(tmpdir(), "zw-run-"));
    try {
      const make = () => setUp({ safety: "confirm", store: fileStore({ folder: join(dir, "state"), clock: virtualClock() }) });
      const before = make();
      const { details } = await refused(runOperation(before.remove, { thing_id: "1" }, before.session));
      const after = make();
      expect(await runOperation(after.remove, { thing_id: "1" }, after.session, { confirmToken: details.confirm_token })).toEqual({ removed: "1" });
      expect(
        (await refused(runOperation(before.remove, { thing_id: "1" }, before.session, { confirmToken: details.confirm_token }))).message,
      ).toContain("used before");
    } finally {
      await rm(dir, { recursive: true });
    }
  });

  it("does not ask if the preview finds nobody to write to and nothing is deleted", async () => {
    const { remove, session, world } = setUp({ safety: "confirm" });
    world.people = [];
    const mailing = { ...remove, effect: "update" as const, preview: async () => ({ summary: "", targets: [], recipients: null, reversible: true }) };
    expect(await runOperation(mailing, { thing_id: "1" }, session)).toEqual({ removed: "1" });
  });

  it("asks always if the operation says so, and not if the call's own risk is lower", async () => {
    const { remove, session, ran } = setUp({ safety: "confirm" });
    const preview = async () => ({ summary: "Read as …", targets: [], recipients: null, reversible: true });
    const careful = { ...remove, effect: "create" as const, emails: "nobody" as const, confirms: "always" as const, preview };
    const asked = await refused(runOperation(careful, { thing_id: "1" }, session));
    expect(asked).toMatchObject({ code: "confirmation_required", message: expect.stringContaining("Read as") });
    expect(await runOperation(careful, { thing_id: "1" }, session, { confirmToken: asked.details.confirm_token })).toEqual({ removed: "1" });
    const lowered = { ...careful, risk: () => ({ effect: "create" as const, emails: "nobody" as const }) };
    expect(await runOperation(lowered, { thing_id: "2" }, session)).toEqual({ removed: "2" });
    expect(ran).toEqual(["1", "2"]);
  });

  it("names unknown and wrong fields with what was meant", async () => {
    const { remove, session } = setUp();
    await expect(runOperation(remove, { thingid: "1" }, session)).rejects.toMatchObject({
      code: "input_invalid",
      faults: [
        { field: "thing_id", message: "is required" },
        { field: "thingid", message: "unknown field, did you mean thing_id?" },
      ],
    });
    await expect(runOperation(remove, "text", session)).rejects.toMatchObject({ code: "input_invalid" });
  });

  it("turns an unexpected exception into a fixed sentence with a correlation id", async () => {
    const told: unknown[] = [];
    const { remove, session } = setUp({ onInternalError: (error) => told.push(error) });
    const broken = { ...remove, run: async () => Promise.reject(new TypeError("canary in the text")) };
    const error = await refused(runOperation(broken, { thing_id: "1" }, session));
    expect(error).toMatchObject({ code: "internal", details: { correlation_id: expect.any(String) } });
    expect(error.hint).toMatch(/--log debug .*onInternalError/);
    expect(error.message).not.toContain("canary");
    expect(told).toHaveLength(1);
  });

  it("says cancelled when the caller stopped it", async () => {
    const { remove, session } = setUp();
    const stop = new AbortController();
    const slow = { ...remove, run: async () => Promise.reject(Object.assign(new Error("aborted"), { name: "AbortError" })) };
    stop.abort();
    await expect(runOperation(slow, { thing_id: "1" }, session, { signal: stop.signal })).rejects.toMatchObject({ code: "cancelled" });
  });

  it("answers auth_missing, naming the variables and --emulator, if there are no credentials", async () => {
    const { remove, session } = setUp();
    const reads = {
      ...remove,
      effect: "read" as const,
      run: async (_input: unknown, ctx: { zoom: { call(id: "GET /users", args: object): Promise<unknown> } }) => {
        await ctx.zoom.call("GET /users", {});
        return { removed: "" };
      },
    };
    await expect(runOperation(reads, { thing_id: "1" }, session)).rejects.toMatchObject({
      code: "auth_missing",
      hint: expect.stringMatching(/ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET.*--emulator/),
    });
  });
});
