import { readFileSync } from "node:fs";
import { virtualClock } from "@zoom-webinar/foundation";
import { connectModern, YES } from "@zoom-webinar/testing/connect";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { createSession } from "@zoom-webinar/webinar-core/doors";
import { createEmulator, DEMO_CREDENTIALS, type Emulator } from "@zoom-webinar/zoom-emulator";
import { expect, it } from "vitest";
import { createServerFactory } from "../server-factory.ts";

/** A tool call as MCP clients in use send it, and what should happen. */
interface ClientCall {
  client: string;
  tool: string;
  arguments: Record<string, unknown>;
  right: string;
}

const calls: readonly ClientCall[] = readFileSync(dataFile("field/mcp-clients.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as ClientCall);

const UPCOMING = "82834512568";
const JUAN = "juan@example.com";

/** What Zoom is asked, or how the call is refused, by client. */
const RIGHT: Readonly<Record<string, { asks: readonly string[] } | { refuses: RegExp }>> = {
  "adds fields of its own to every call": { asks: ["GET /v2/users/ada@example.com/webinars"] },
  "sends a dummy to tools without input": { asks: [] },
  "sends numbers as text": { asks: ["GET /v2/users/ada@example.com/webinars type=scheduled&page_size=10"] },
  "sends booleans as text": { asks: ['"host_video":false'] },
  "sends lists and objects as JSON text": { asks: [`"email":"${JUAN}"`] },
  "sends null for what is left out": { asks: ["GET /v2/users/ada@example.com/webinars type=scheduled&page_size=30"] },
  "sends empty text for what is left out": { asks: [`GET /v2/webinars/${UPCOMING}/registrants status=approved`] },
  "sends the word null": { refuses: /password: is the word null/ },
  "sends ids as numbers": { asks: [`GET /v2/webinars/${UPCOMING}`] },
  "glues markup onto a text": { refuses: /topic: .*line break/i },
  "thinks that it is last year": { refuses: /past.*2027-01-15/is },
  "names a zone by abbreviation": { refuses: /timezone: .*PST.*America\/Los_Angeles/is },
};

/** Everything that Zoom was asked, one request a line. */
const askedOf = (emulator: Emulator): string =>
  emulator
    .requests()
    .filter(({ path }) => path.startsWith("/v2/"))
    .map(({ method, path, query, body }) => `${method} ${decodeURIComponent(path)} ${new URLSearchParams(query)} ${JSON.stringify(body)}`)
    .join("\n");

const open = async () => {
  const clock = virtualClock(undefined, { autoAdvance: "when-idle" }); // calls that keep to a pace wait
  const emulator = createEmulator({ clock, rateLimits: false });
  const token = { ...DEMO_CREDENTIALS, kind: "server-to-server" } as const;
  const session = createSession({ credentials: token, send: emulator.send, safety: "trusted", clock });
  const connected = await connectModern(createServerFactory({ session, version: "1.0.0" }), { answer: YES });
  return { emulator, ...connected };
};

it.each(calls.map((call) => [call.client, call] as const))("a client that %s is served rightly", async (client, call) => {
  const right = RIGHT[client];
  if (right === undefined) throw new Error(`no check for a client that ${client}`);
  const { client: mcp, emulator, close } = await open();
  if (client === "sends lists and objects as JSON text") {
    await mcp.callTool({ name: "add_webinar_registrant", arguments: { webinar_id: UPCOMING, email: JUAN, first_name: "Juan" } });
  }
  const result = await mcp.callTool({ name: call.tool, arguments: call.arguments });
  const text = JSON.stringify(result.content);
  const asked = askedOf(emulator);
  await close();
  if ("refuses" in right) {
    expect(result.isError, text).toBe(true);
    expect(text).toMatch(right.refuses);
    expect(asked).not.toContain("POST /v2/users");
    return;
  }
  expect(result.isError, text).toBeFalsy();
  for (const part of right.asks) expect(asked).toContain(part);
});

it.each([
  ["list_webinars", { user_id: "ada@example.com", page_size: "10 rows" }],
  ["list_webinars", { user_id: "ada@example.com", page_size: 9.5 }],
  ["get_webinar", { webinar_id: 2 ** 53 }],
  ["get_webinar", { webinar_id: 82834512568.5 }],
  ["list_webinars", { user_id: "ada@example.com", nonsense: 1 }],
])("%s refuses %j", async (name, args) => {
  const { client, close } = await open();
  expect((await client.callTool({ name, arguments: args })).isError).toBe(true);
  await close();
});
