import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { callBody, modernHeaders, sendRaw } from "@zoom-webinar/testing/modern";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ServedTeams, serveTeams } from "./test/teams.ts";

let served: ServedTeams;
const clients: Client[] = [];
beforeAll(async () => {
  served = await serveTeams(["events", "sales"]);
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await served.close();
});

const connect = async (name: string) => {
  const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode: "auto" } });
  const requestInit = { headers: { authorization: `Bearer token-${name}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL(served.server.url), { requestInit }));
  clients.push(client);
  return client;
};
interface Answer {
  webinars: { id: string; topic: string }[];
  webinar: { id: string; topic: string };
  account_id: string;
  error: { code: string; details: { confirm_token: string } };
}
const use = async (client: Client, name: string, args: Record<string, unknown> = {}) => {
  const { structuredContent, isError } = await client.callTool({ name, arguments: args });
  return { ...(structuredContent as unknown as Answer), isError: isError ?? false };
};
const HOST = { user_id: "ada@example.com" };

it("each team works on its own account, under ids that both have", async () => {
  const [events, sales] = await Promise.all([connect("events"), connect("sales")]);
  const [{ id = "" } = {}] = (await use(events, "list_webinars", HOST)).webinars;
  expect((await use(sales, "list_webinars", HOST)).webinars.map((webinar) => webinar.id)).toContain(id);
  await use(events, "update_webinar", { webinar_id: id, topic: "Ours: events" });
  await use(sales, "update_webinar", { webinar_id: id, topic: "Ours: sales" });
  for (const [client, topic] of [
    [events, "Ours: events"],
    [sales, "Ours: sales"],
  ] as const) {
    expect(JSON.stringify(await use(client, "get_webinar", { webinar_id: id }))).toContain(topic);
    const { contents } = await client.readResource({ uri: `zoom://webinars/${id}` });
    expect(JSON.stringify(contents)).toContain(topic);
    const ref = { type: "ref/resource", uri: "zoom://webinars/{webinar_id}" } as const;
    const typed = (value: string) => client.complete({ ref, argument: { name: "webinar_id", value } });
    expect((await typed("ours")).completion.values).toEqual([id]);
    expect((await typed(topic === "Ours: sales" ? "ours: events" : "ours: sales")).completion.values).toEqual([]);
  }
});

it("each team has a token of its own, in a folder of its own; a caller's token never reaches Zoom", async () => {
  for (const { name, emulator } of served.accounts) {
    await use(await connect(name), "list_webinars", HOST);
    const folder = join(served.home, "state", "owners", name);
    const held = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
      .join("\n");
    expect(held).toContain(`client-${name}`);
    expect(held).not.toContain(name === "events" ? "client-sales" : "client-events");
    expect(emulator.requests().filter(({ path }) => path === "/oauth/token")).toHaveLength(1);
    expect(JSON.stringify(emulator.requests())).not.toContain("token-events");
  }
  expect(readdirSync(join(served.home, "state"))).toEqual(["owners"]);
});

it("a confirmation of one team is void for the other", async () => {
  const [events, sales] = await Promise.all([connect("events"), connect("sales")]);
  const [{ id: webinar_id = "" } = {}] = (await use(events, "list_webinars", HOST)).webinars;
  const { confirm_token } = (await use(events, "delete_webinar", { webinar_id })).error.details;
  const foreign = await use(sales, "delete_webinar", { webinar_id, confirm_token });
  expect([foreign.isError, foreign.error.code]).toEqual([true, "confirmation_required"]);
  expect((await use(sales, "get_webinar", { webinar_id })).isError).toBe(false);
  expect((await use(events, "delete_webinar", { webinar_id, confirm_token })).isError).toBe(false);
});

it("a caller of no team is refused with 403, and told why", async () => {
  const headers = { ...modernHeaders("tools/call", "get_users"), authorization: "Bearer token-stranger" };
  const { status, text, headers: answered } = await sendRaw(served.server.url, { headers, body: callBody("get_users", {}) });
  expect([status, answered["www-authenticate"]]).toEqual([403, undefined]);
  expect(JSON.parse(text).error.message).toContain("belongs to no team of this server");
});

it("no caller reaches another team's profile: not by configure_zoom, not by _meta, not by a header", async () => {
  const events = await connect("events");
  const profile_name = "sales";
  const { confirm_token } = (await use(events, "configure_zoom", { profile_name })).error.details;
  expect((await use(events, "configure_zoom", { profile_name, confirm_token })).error.code).toBe("not_allowed");
  expect((await use(events, "configure_zoom")).account_id).toBe("account-events");
  const guesses = ["team", "profile", "principal", "io.modelcontextprotocol/profile", "x-zoom-profile", "zoom_profile"];
  const meta = Object.fromEntries(guesses.map((guess) => [guess, "sales"]));
  const extra = Object.fromEntries(["x-zoom-profile", "x-team", "x-forwarded-user", "x-principal"].map((name) => [name, "sales"]));
  const headers = { ...modernHeaders("tools/call", "configure_zoom"), ...extra, authorization: "Bearer token-events" };
  const path = "/mcp?profile=sales&team=sales";
  const { status, text } = await sendRaw(served.server.url, { path, headers, body: callBody("configure_zoom", {}, { meta }) });
  expect(status).toBe(200);
  expect(text).toContain("account-events");
  expect(text).not.toContain("sales");
});
