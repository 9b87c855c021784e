import { createMcpHandler } from "@modelcontextprotocol/server";
import { virtualClock } from "@zoom-webinar/foundation";
import { postModern } from "@zoom-webinar/testing/connect";
import { createSession } from "@zoom-webinar/webinar-core/doors";
import { createEmulator, DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { expect, it } from "vitest";
import { createServerFactory } from "./server-factory.ts";

/** Bytes of `content` of the same twelve calls before answers were short by default. */
const BEFORE = 18_938;

it("answers the twelve calls of an everyday walk in at most half the bytes that it took before answers were short", async () => {
  const clock = virtualClock(Date.UTC(2027, 0, 15, 12), { autoAdvance: true });
  const emulator = createEmulator({ rateLimits: false, clock });
  const session = createSession({ credentials: { kind: "server-to-server", ...DEMO_CREDENTIALS }, send: emulator.send, clock, safety: "confirm" });
  const handler = createMcpHandler(createServerFactory({ session, version: "1.0.0" }));
  const sizes: Record<string, number> = {};
  type Structured = { webinar?: { id: string }; webinars?: { id: string; topic: string }[]; registrants?: { id: string; email: string }[] };
  const use = async (step: string, name: string, input: Record<string, unknown>) => {
    const { body } = await postModern(handler, "tools/call", { name, arguments: input }, { capabilities: {} });
    const content = body.result?.content ?? [];
    sizes[step] = content.reduce((sum, { text = "" }) => sum + Buffer.byteLength(text), 0);
    return (body.result?.structuredContent ?? {}) as Structured & { error?: { details: { confirm_token: string } } };
  };
  const tokenOf = ({ error }: { error?: { details: { confirm_token: string } } }) => error?.details.confirm_token ?? "";

  const day = { timezone: "Europe/Berlin", start_time: "2027-03-01T10:00" };
  const host = { user_id: "ada@example.com" };
  const { webinar } = await use("create", "create_webinar", { ...host, ...day, topic: "Spring launch", registration: "manual" });
  const webinar_id = webinar?.id ?? "";
  await use("get", "get_webinar", { webinar_id });
  const { webinars = [] } = await use("list", "list_webinars", host);
  const series = { ...host, ...day, topic: "Office hours", recurrence_type: 2, weekly_days: "2", end_times: 6 };
  await use("series", "create_recurring_webinar", series);
  const of = webinars[0]?.id ?? "";
  const { registrants = [] } = await use("registrants", "list_webinar_registrants", { webinar_id: of, status: "pending" });
  const approval = { webinar_id: of, registrants: registrants.map(({ email }) => email) };
  const approvalToken = tokenOf(await use("approve, preview", "approve_webinar_registrants", approval));
  await use("approve", "approve_webinar_registrants", { ...approval, confirm_token: approvalToken });
  await use("participants", "list_webinar_participants", { webinar_id: "91974973765" });
  await use("users", "get_users", {});
  await use("find", "find_operations", { words: "who asked questions" });
  const deletionToken = tokenOf(await use("delete, preview", "delete_webinar", { webinar_id }));
  await use("delete", "delete_webinar", { webinar_id, confirm_token: deletionToken });
  await handler.close();
  await emulator.close();

  const sum = Object.values(sizes).reduce((all, size) => all + size, 0);
  expect(Object.keys(sizes)).toHaveLength(12);
  expect(sum * 2).toBeLessThanOrEqual(BEFORE);
  expect({ ...sizes, sum }).toMatchInlineSnapshot(`
    {
      "approve": 244,
      "approve, preview": 887,
      "create": 810,
      "delete": 259,
      "delete, preview": 824,
      "find": 708,
      "get": 1087,
      "list": 721,
      "participants": 1072,
      "registrants": 500,
      "series": 1316,
      "sum": 9077,
      "users": 649,
    }
  `);
});
