import { connectLegacy, connectModern, type TestClient, YES } from "@zoom-webinar/testing/connect";
import type { Reveal } from "@zoom-webinar/webinar-core";
import { createSession } from "@zoom-webinar/webinar-core/doors";
import { createEmulator, DEMO_CREDENTIALS, type Emulator } from "@zoom-webinar/zoom-emulator";
import { afterEach, describe, expect, it } from "vitest";
import { createServerFactory } from "./server-factory.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const setUp = async (connect: typeof connectModern, reveal: Reveal = "personal"): Promise<TestClient & { emulator: Emulator }> => {
  const emulator = createEmulator({ rateLimits: false });
  const session = createSession({ credentials: { kind: "server-to-server", ...DEMO_CREDENTIALS }, send: emulator.send, safety: "confirm", reveal });
  const connected = await connect(createServerFactory({ session, version: "1.0.0", outputSchemas: true }), { answer: YES });
  await connected.client.listTools(); // from here on the client checks every answer against the tool's output schema
  open.push(connected, emulator);
  return { ...connected, emulator };
};

type Content = Record<string, unknown> & { webinar?: { id: string }; registrants?: { email: string; id: string }[] };

const HOST = "ada@example.com";
const GUEST = "new.guest@example.org";

describe.each([
  { era: "modern", connect: connectModern },
  { era: "legacy", connect: connectLegacy },
])("on the emulator, $era", ({ connect }) => {
  it("the tools of the main job answer what their schemas say, and never a host's link", async () => {
    const { client, asked, emulator } = await setUp(connect);
    const texts: string[] = [];
    const use = async (name: string, args: Record<string, unknown>): Promise<Content> => {
      const result = await client.callTool({ name, arguments: args });
      expect(result.isError, `${name}: ${JSON.stringify(result.content)}`).toBeFalsy();
      texts.push(JSON.stringify(result));
      return result.structuredContent as Content;
    };
    await use("get_users", {});
    const created = await use("create_webinar", {
      user_id: HOST,
      topic: "Spring launch",
      start_time: "2032-03-01T10:00",
      timezone: "Europe/Berlin",
      registration: "manual",
    });
    const webinar_id = created.webinar?.id ?? "";
    await use("list_webinars", { user_id: HOST });
    await use("get_webinar", { webinar_id });
    await use("add_webinar_registrant", { webinar_id, email: GUEST, first_name: "New", last_name: "Guest" });
    const pending = await use("list_webinar_registrants", { webinar_id, status: "pending" });
    expect(pending.registrants?.map(({ email }) => email)).toEqual([GUEST]);
    await use("approve_webinar_registrants", { webinar_id, registrants: [GUEST] });
    expect((await emulator.mailLog()).some(({ to }) => to === GUEST)).toBe(true);
    await use("delete_webinar", { webinar_id });
    expect(texts.join("\n")).not.toMatch(/zak=|start_url":|[?&]tk=/);
    expect(asked.length).toBeGreaterThanOrEqual(2);
    expect(asked.find((message) => message.includes("Approve"))).toContain("example.org (1)");
  });

  it("what Zoom refuses comes back with code, cause and remedy", async () => {
    const { client } = await setUp(connect);
    const gone = await client.callTool({ name: "get_webinar", arguments: { webinar_id: "99999999999" } });
    expect(gone).toMatchObject({ isError: true, structuredContent: { error: { code: "not_found", retryable: false } } });
  });
});
