import { createMcpHandler } from "@modelcontextprotocol/server";
import { connectLegacy, connectModern, type TestClient, YES } from "@zoom-webinar/testing/connect";
import { fakeAccount } from "@zoom-webinar/testing/fake-operations";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import type { Catalog } from "@zoom-webinar/webinar-core/doors";
import { afterEach, describe, expect, it } from "vitest";
import { createServerFactory } from "../server-factory.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

/** The fake account behind a surface that lists nothing of it: all is reached through the runners. */
const setUp = (options: Parameters<typeof fakeSession>[0] = {}, change: (catalog: Catalog) => Catalog = (same) => same) => {
  const account = fakeAccount();
  const factory = createServerFactory({ session: fakeSession(options), catalog: change(account.catalog), surface: "standard", version: "1.0.0" });
  open.push(createMcpHandler(factory));
  return { account, factory };
};
const keep = async (connecting: Promise<TestClient>) => {
  const connected = await connecting;
  open.push(connected);
  return connected;
};
const READ = "run_read_operation";
const WRITE = "run_write_operation";
const run = (name: string, tool: string, args: unknown = {}, more: object = {}) => ({ name, arguments: { tool, arguments: args, ...more } });
interface Shown {
  structuredContent?: { error?: { code: string; hint?: string; details?: { confirm_token?: string; input_schema?: object } } };
}
const errorOf = (result: unknown) => (result as Shown).structuredContent?.error;

describe.each([
  { era: "modern", connect: connectModern },
  { era: "legacy", connect: connectLegacy },
])("runners on $era", ({ connect }) => {
  it("run what is not listed, by tool name and by id", async () => {
    const { client } = await keep(connect(setUp().factory));
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(["find_operations", READ, WRITE]);
    for (const name of ["get_thing", "things.get"])
      expect((await client.callTool(run(READ, name, { id: "1" }))).structuredContent).toEqual({ id: "1", name: "Launch" });
    expect((await client.callTool(run(READ, "get_thing", '{"id":"1"}'))).structuredContent).toEqual({ id: "1", name: "Launch" });
  });

  it("answer wrong arguments with the schema", async () => {
    const { client } = await keep(connect(setUp().factory));
    const result = await client.callTool(run(READ, "get_thing", { idd: "1" }));
    expect(result.isError).toBe(true);
    expect(errorOf(result)).toMatchObject({ code: "input_invalid", details: { input_schema: { type: "object", required: ["id"] } } });
    expect(errorOf(await client.callTool(run(READ, "get_thing", ["1"])))).toMatchObject({ code: "input_invalid" });
    expect(errorOf(await client.callTool({ name: READ, arguments: { tool: "get_thing", id: "1" } }))?.hint).toContain("arguments");
  });

  it("name the nearest operation, and the other runner", async () => {
    const { account, factory } = setUp();
    const { client } = await keep(connect(factory));
    expect(errorOf(await client.callTool(run(READ, "get_thinh")))).toMatchObject({ code: "not_found", hint: expect.stringContaining("get_thing") });
    expect(errorOf(await client.callTool(run(READ, "delete_thing", { id: "1" })))?.hint).toContain(WRITE);
    expect(errorOf(await client.callTool(run(WRITE, "get_thing", { id: "1" })))?.hint).toContain(READ);
    expect(errorOf(await client.callTool({ name: READ, arguments: {} }))).toMatchObject({ code: "input_invalid" });
    expect(account.deleted).toEqual([]);
  });

  it("a tool that is not listed names its runner", async () => {
    const { client } = await keep(connect(setUp().factory));
    await expect(client.callTool({ name: "get_thing", arguments: { id: "1" } })).rejects.toMatchObject({
      code: -32602,
      message: expect.stringContaining(READ),
    });
  });

  it("ask a person with the preview of the operation", async () => {
    const { account, factory } = setUp();
    const { client, asked } = await keep(connect(factory, { answer: YES }));
    expect((await client.callTool(run(WRITE, "delete_thing", { id: "1" }))).structuredContent).toEqual({ done: "delete_thing" });
    expect(asked).toEqual([expect.stringContaining('Delete the thing "Launch".')]);
    expect(account.deleted).toEqual(["1"]);
  });

  it.each(["beside", "among"])("take the token of the preview %s the arguments, once", async (where) => {
    const { account, factory } = setUp();
    const { client } = await keep(connect(factory));
    const refused = errorOf(await client.callTool(run(WRITE, "delete_thing", { id: "1" })));
    expect(refused?.code).toBe("confirmation_required");
    const confirm_token = refused?.details?.confirm_token;
    const call =
      where === "beside" ? run(WRITE, "delete_thing", { id: "1" }, { confirm_token }) : run(WRITE, "delete_thing", { id: "1", confirm_token });
    const widened = run(WRITE, "delete_thing", { id: "2" }, { confirm_token });
    expect(errorOf(await client.callTool(widened))?.code).toBe("confirmation_required");
    await client.callTool(call);
    await client.callTool(call);
    expect(account.deleted).toEqual(["1"]);
  });

  it("read-only has no runner that writes, and the other refuses", async () => {
    const { account, factory } = setUp({ safety: "read-only" });
    const { client } = await keep(connect(factory));
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(["find_operations", READ]);
    expect(errorOf(await client.callTool(run(READ, "delete_thing", { id: "1" })))?.code).toBe("not_allowed");
    await expect(client.callTool(run(WRITE, "delete_thing", { id: "1" }))).rejects.toMatchObject({ code: -32602 });
    expect(account.deleted).toEqual([]);
  });

  it("do not find or run what the operator does not reveal", async () => {
    const { factory } = setUp({}, (catalog) =>
      catalog.map((entry) => ({ ...entry, reveals: "host", load: async () => ({ ...(await entry.load()), reveals: "host" }) })),
    );
    const { client } = await keep(connect(factory));
    const found = await client.callTool({ name: "find_operations", arguments: { words: "get_thing" } });
    expect(found.structuredContent).toEqual({ operations: [] });
    expect(errorOf(await client.callTool(run(READ, "get_thing", { id: "1" })))?.code).toBe("not_allowed");
    expect(errorOf(await client.callTool({ name: "get_thing", arguments: { id: "1" } }))?.code).toBe("not_allowed");
  });
});

it("find_operations shows enough to choose by, and the whole input of what is named", async () => {
  const { client } = await keep(connectModern(setUp().factory));
  const found = await client.callTool({ name: "find_operations", arguments: { words: "delete a thing", limit: "1" } });
  const known = { tool: "delete_thing", summary: "Delete one thing.", safety: expect.stringContaining("preview first"), call: WRITE };
  const input_schema = expect.objectContaining({ type: "object", required: ["id"] });
  expect(found.structuredContent).toEqual({ operations: [{ ...known, input_schema }] });
  const named = await client.callTool({ name: "find_operations", arguments: { words: "delete_thing" } });
  expect(named.structuredContent).toEqual({
    operations: [{ ...known, input_schema }],
  });
  const nothing = await client.callTool({ name: "find_operations", arguments: { words: "xyzzy" } });
  expect(nothing.content[0]).toMatchObject({ text: expect.stringContaining("other words") });
  expect(errorOf(await client.callTool({ name: "find_operations", arguments: {} }))?.code).toBe("input_invalid");
});
