import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMcpHandler } from "@modelcontextprotocol/server";
import { fileStore, virtualClock } from "@zoom-webinar/foundation";
import { connectLegacy, connectLegacyHttp, connectModern, connectOld, postModern, type TestClient, YES } from "@zoom-webinar/testing/connect";
import { fakeAccount } from "@zoom-webinar/testing/fake-operations";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import { afterEach, describe, expect, it } from "vitest";
import { createServerFactory } from "../server-factory.ts";

const DELETE = { name: "delete_thing", arguments: { id: "1" } };
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const setUp = (options: Parameters<typeof fakeSession>[0] = {}, principal?: string) => {
  const account = fakeAccount();
  const session = fakeSession(options);
  const factory = createServerFactory({ session, catalog: account.catalog, version: "1.0.0", principal });
  const handler = createMcpHandler(factory);
  open.push(handler);
  return { account, session, factory, handler };
};

const keep = async (connecting: Promise<TestClient>): Promise<TestClient> => {
  const connected = await connecting;
  open.push(connected);
  return connected;
};

interface Shown {
  isError?: boolean;
  structuredContent?: { error?: { code: string; hint?: string; details?: { confirm_token?: string; preview?: { targets: unknown[] } } } };
}
const errorOf = (result: unknown) => (result as Shown).structuredContent?.error;
const tokenOf = (result: unknown) => errorOf(result)?.details?.confirm_token ?? "";

describe.each([
  { era: "modern", connect: connectModern },
  { era: "legacy", connect: connectLegacy },
  { era: "legacy, v1 client", connect: connectOld },
])("confirmation on $era", ({ connect }) => {
  it("asks with the preview and runs once on a ticked yes", async () => {
    const { account, factory } = setUp();
    const { client, asked } = await keep(connect(factory, { answer: YES }));
    const result = await client.callTool(DELETE);
    expect(asked).toEqual(['Delete the thing "Launch".\n- thing 1: Launch\nZoom writes to nobody.\nThis cannot be undone.']);
    expect(result.structuredContent).toEqual({ done: "delete_thing" });
    expect(account.deleted).toEqual(["1"]);
  });

  it("takes a bare elicitation capability for forms", async () => {
    const { account, factory } = setUp();
    const { client } = await keep(connect(factory, { answer: YES, elicitation: {} }));
    await client.callTool(DELETE);
    expect(account.deleted).toEqual(["1"]);
  });

  it.each([
    ["declined", { action: "decline" as const }],
    ["cancelled", { action: "cancel" as const }],
    ["unticked", { action: "accept" as const, content: { confirm: false } }],
    ["accepted without content", { action: "accept" as const }],
    ["ticked with the word true", { action: "accept" as const, content: { confirm: "true" } }],
  ])("does nothing and asks once when the form is %s", async (_what, answer) => {
    const { account, factory } = setUp();
    const { client, asked } = await keep(connect(factory, { answer }));
    const result = await client.callTool(DELETE);
    expect(result.isError).toBe(true);
    expect(errorOf(result)?.code).toBe("cancelled");
    expect(JSON.stringify(result.content)).toContain(
      answer.action === "cancel" ? "The question was closed without an answer; nothing was changed." : "The person declined; nothing was changed.",
    );
    expect(asked).toHaveLength(1);
    expect(account.deleted).toEqual([]);
  });

  it.each([
    ["no elicitation", { answer: null }],
    ["only url elicitation", { answer: YES, elicitation: { url: {} } }],
  ])("gives preview and one-time token to a client with %s", async (_what, options) => {
    const { account, factory } = setUp();
    const { client, asked } = await keep(connect(factory, options));
    const refused = await client.callTool(DELETE);
    expect(refused.isError).toBe(true);
    expect(errorOf(refused)).toMatchObject({
      code: "confirmation_required",
      details: { preview: { targets: [{ kind: "thing", id: "1", label: "Launch" }] } },
    });
    expect(account.deleted).toEqual([]);
    const confirm_token = tokenOf(refused);
    expect(JSON.stringify(refused.content)).toContain(confirm_token);

    const widened = await client.callTool({ name: "delete_thing", arguments: { id: "2", confirm_token } });
    expect(errorOf(widened)?.code).toBe("confirmation_required");
    const changed = await client.callTool({ name: "delete_thing", arguments: { id: "1", quietly: true, confirm_token } });
    expect(errorOf(changed)?.code).toBe("confirmation_required");
    const otherTool = await client.callTool({ name: "mail_people", arguments: { people: ["a@example.com"], confirm_token } });
    expect(errorOf(otherTool)?.code).toBe("confirmation_required");
    expect(account.deleted).toEqual([]);

    const done = await client.callTool({ name: "delete_thing", arguments: { id: "1", confirm_token } });
    expect(done.structuredContent).toEqual({ done: "delete_thing" });
    const again = await client.callTool({ name: "delete_thing", arguments: { id: "1", confirm_token } });
    expect(errorOf(again)?.code).toBe("confirmation_required");
    expect(account.deleted).toEqual(["1"]);
    expect(account.mailed).toEqual([]);
    expect(asked).toEqual([]);
  });

  it("with --confirm-by person no token of the caller's runs anything, and the refusal names the command", async () => {
    const { account, factory } = setUp({ confirmBy: "person" });
    const { client } = await keep(connect(factory));
    const refused = await client.callTool(DELETE);
    expect(errorOf(refused)).toMatchObject({ code: "confirmation_required", hint: expect.stringContaining("zoom-webinar things delete") });
    expect(tokenOf(refused)).toBe("");
    const made = await client.callTool({ name: "delete_thing", arguments: { id: "1", confirm_token: "made.up" } });
    expect(errorOf(made)?.code).toBe("confirmation_required");
    expect(account.deleted).toEqual([]);
  });

  it("with --confirm-by person a person is asked even if the caller sends a token", async () => {
    const { account, factory } = setUp({ confirmBy: "person" });
    const { client, asked } = await keep(connect(factory, { answer: YES }));
    await client.callTool({ name: "delete_thing", arguments: { id: "1", confirm_token: "made.up" } });
    expect(asked).toHaveLength(1);
    expect(account.deleted).toEqual(["1"]);
  });

  it("asks nothing for a read, nor in trusted", async () => {
    const { account, factory } = setUp({ safety: "trusted" });
    const { client, asked } = await keep(connect(factory, { answer: YES }));
    await client.callTool({ name: "get_thing", arguments: { id: "1" } });
    await client.callTool({ name: "delete_thing", arguments: { id: "1", confirm_token: "left over" } });
    expect(asked).toEqual([]);
    expect(account.deleted).toEqual(["1"]);
  });

  it("a token of the wrong type is the caller's fault", async () => {
    const { factory } = setUp();
    const { client } = await keep(connect(factory));
    const result = await client.callTool({ name: "delete_thing", arguments: { id: "1", confirm_token: 5 } });
    expect(errorOf(result)?.code).toBe("input_invalid");
  });
});

describe("confirmation on 2025 stateless HTTP", () => {
  it("counts as a client that cannot be asked, whatever it declared", async () => {
    const { account, factory } = setUp();
    const { client, asked } = await keep(connectLegacyHttp(factory, { answer: YES }));
    const refused = await client.callTool(DELETE);
    expect(errorOf(refused)?.code).toBe("confirmation_required");
    await client.callTool({ name: "delete_thing", arguments: { id: "1", confirm_token: tokenOf(refused) } });
    expect(asked).toEqual([]);
    expect(account.deleted).toEqual(["1"]);
  });
});

describe("state that comes back by hand", () => {
  const answered = { inputResponses: { confirm: YES } };

  it("runs with the state of this very call, once", async () => {
    const { account, handler } = setUp();
    const asked = await postModern(handler, "tools/call", DELETE);
    expect(asked.body.result).toMatchObject({ resultType: "input_required", inputRequests: { confirm: { method: "elicitation/create" } } });
    const requestState = asked.body.result?.requestState;
    const done = await postModern(handler, "tools/call", { ...DELETE, ...answered, requestState });
    expect(done.body.result?.structuredContent).toEqual({ done: "delete_thing" });
    const replayed = await postModern(handler, "tools/call", { ...DELETE, ...answered, requestState });
    expect(replayed.body.result).toMatchObject({ isError: true, structuredContent: { error: { code: "confirmation_required" } } });
    expect(account.deleted).toEqual(["1"]);
    expect(JSON.stringify(replayed.body)).not.toContain('"confirm_token":');
  });

  it("refuses a widened call, and what changed since, as a result and without asking again", async () => {
    const { account, handler } = setUp();
    const { requestState } = (await postModern(handler, "tools/call", DELETE)).body.result ?? {};
    const widened = await postModern(handler, "tools/call", { name: "delete_thing", arguments: { id: "2" }, ...answered, requestState });
    expect(widened.body.result).toMatchObject({ isError: true, structuredContent: { error: { code: "confirmation_required" } } });
    expect(account.deleted).toEqual([]);
  });

  it.each([
    ["tampered", (state: string) => `${state.slice(0, -2)}AA`],
    ["cut", (state: string) => state.slice(0, 20)],
    ["foreign", () => "bm90IG91cnM.c2lnbmVk"],
    ["empty", () => ""],
  ])("answers -32602 to %s state", async (_what, change) => {
    const { account, handler } = setUp();
    const { requestState = "" } = (await postModern(handler, "tools/call", DELETE)).body.result ?? {};
    const { body } = await postModern(handler, "tools/call", { ...DELETE, ...answered, requestState: change(requestState) });
    expect(body.error?.code).toBe(-32602);
    expect(account.deleted).toEqual([]);
  });

  it("answers -32602 to expired state", async () => {
    const clock = virtualClock();
    const { account, handler } = setUp({ clock });
    const { requestState } = (await postModern(handler, "tools/call", DELETE)).body.result ?? {};
    clock.advance(5 * 60_000 + 1);
    const { body } = await postModern(handler, "tools/call", { ...DELETE, ...answered, requestState });
    expect(body.error?.code).toBe(-32602);
    expect(account.deleted).toEqual([]);
  });

  it("refuses another principal's state and token", async () => {
    const account = fakeAccount();
    const session = fakeSession();
    const handlerOf = (principal: string) =>
      createMcpHandler(createServerFactory({ session, catalog: account.catalog, version: "1.0.0", principal }));
    const [ada, eve] = [handlerOf("ada"), handlerOf("eve")];
    open.push(ada, eve);
    const { requestState } = (await postModern(ada, "tools/call", DELETE)).body.result ?? {};
    const stolen = await postModern(eve, "tools/call", { ...DELETE, ...answered, requestState });
    expect(stolen.body.result).toMatchObject({ isError: true });
    const refused = await postModern(ada, "tools/call", DELETE, { capabilities: {} });
    const confirm_token = tokenOf(refused.body.result);
    const stolenToken = await postModern(eve, "tools/call", { name: "delete_thing", arguments: { id: "1", confirm_token } }, { capabilities: {} });
    expect(errorOf(stolenToken.body.result)?.code).toBe("confirmation_required");
    expect(account.deleted).toEqual([]);
  });

  it("runs nothing for an answer without state, nor for the state of a question sent as confirm_token", async () => {
    const { account, handler } = setUp();
    const unasked = await postModern(handler, "tools/call", { ...DELETE, ...answered });
    expect(unasked.body.result?.resultType).toBe("input_required");
    const confirm_token = unasked.body.result?.requestState;
    const asToken = await postModern(handler, "tools/call", { name: "delete_thing", arguments: { id: "1", confirm_token } });
    expect(errorOf(asToken.body.result)?.code).toBe("confirmation_required");
    expect(account.deleted).toEqual([]);
  });

  it("runs nothing for a token of the caller's sent as state", async () => {
    const { account, handler } = setUp();
    const refused = await postModern(handler, "tools/call", DELETE, { capabilities: {} });
    const { body } = await postModern(handler, "tools/call", { ...DELETE, ...answered, requestState: tokenOf(refused.body.result) });
    expect(errorOf(body.result)?.code).toBe("confirmation_required");
    expect(account.deleted).toEqual([]);
  });

  it("takes state and answer for nothing if the request declares no forms", async () => {
    const { account, handler } = setUp();
    const { requestState } = (await postModern(handler, "tools/call", DELETE)).body.result ?? {};
    const { body } = await postModern(handler, "tools/call", { ...DELETE, ...answered, requestState }, { capabilities: {} });
    expect(errorOf(body.result)?.code).toBe("confirmation_required");
    expect(account.deleted).toEqual([]);
  });

  it("asks again if the answer is missing, and accepts extra keys", async () => {
    const { account, handler } = setUp();
    const { requestState } = (await postModern(handler, "tools/call", DELETE)).body.result ?? {};
    const again = await postModern(handler, "tools/call", { ...DELETE, requestState });
    expect(again.body.result?.resultType).toBe("input_required");
    const inputResponses = { confirm: YES, other: { action: "decline" } };
    await postModern(handler, "tools/call", { ...DELETE, inputResponses, requestState: again.body.result?.requestState });
    expect(account.deleted).toEqual(["1"]);
  });
});

describe("confirmations across processes", () => {
  it("survive a restart between preview and call, and work once for both", async () => {
    const folder = mkdtempSync(join(tmpdir(), "zw-confirm-"));
    try {
      const account = fakeAccount();
      const server = () => {
        const handler = createMcpHandler(
          createServerFactory({ session: fakeSession({ store: fileStore({ folder }) }), catalog: account.catalog, version: "1.0.0" }),
        );
        open.push(handler);
        return handler;
      };
      const refused = await postModern(server(), "tools/call", DELETE, { capabilities: {} });
      const repeat = { name: "delete_thing", arguments: { id: "1", confirm_token: tokenOf(refused.body.result) } };
      const both = await Promise.all([postModern(server(), "tools/call", repeat), postModern(server(), "tools/call", repeat)]);
      expect(both.filter(({ body }) => body.result?.isError !== true)).toHaveLength(1);
      const { requestState } = (await postModern(server(), "tools/call", DELETE)).body.result ?? {};
      await postModern(server(), "tools/call", { ...DELETE, inputResponses: { confirm: YES }, requestState });
      expect(account.deleted).toEqual(["1", "1"]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
