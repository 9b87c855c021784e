import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, ClientCredentialsProvider, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { startAuthorizationServer } from "@zoom-webinar/testing/authorization-server";
import { callBody, modernHeaders, sendRaw } from "@zoom-webinar/testing/modern";
import { reverseProxy } from "@zoom-webinar/testing/reverse-proxy";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openHttpForTest } from "../test/open.ts";

const home = mkdtempSync(join(tmpdir(), "zw-oauth-"));
let auth: Awaited<ReturnType<typeof startAuthorizationServer>>;
let gateway: Awaited<ReturnType<typeof reverseProxy>>;
let server: Awaited<ReturnType<typeof openHttpForTest>>;
let resource = "";
beforeAll(async () => {
  auth = await startAuthorizationServer(["agent", "stranger"]);
  gateway = await reverseProxy("kept");
  resource = `${gateway.url}/mcp`;
  const principals = join(home, "principals.json");
  writeFileSync(principals, JSON.stringify({ teams: [{ name: "events", profile: "events", callers: [{ client_id: "agent" }] }] }), { mode: 0o600 });
  const oauth = ["--auth", "oauth", "--issuer", auth.issuer, "--jwks", `${auth.issuer}/jwks`, "--public-url", resource];
  server = await openHttpForTest([...oauth, "--principals", principals, "--emulator"], { ZOOM_WEBINAR_HOME: home });
  gateway.forwardTo(server.url);
});
afterAll(async () => {
  await server.close();
  await Promise.all([gateway.close(), auth.close()]);
  rmSync(home, { recursive: true, force: true });
});

const signIn = async (clientId: string) => {
  const asked: string[] = [];
  const provider = new ClientCredentialsProvider({ clientId, clientSecret: auth.secretOf(clientId), expectedIssuer: auth.issuer });
  const transport = new StreamableHTTPClientTransport(new URL(resource), {
    authProvider: provider,
    fetch: (url, init) => {
      asked.push(`${init?.method ?? "GET"} ${new URL(url).pathname}`);
      return fetch(url, init);
    },
  });
  const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode: "auto" } });
  await client.connect(transport);
  return { client, provider, asked };
};

it("a client finds the authorization server by itself, gets a token to read, and steps up when it needs more", async () => {
  const { client, provider, asked } = await signIn("agent");
  expect(asked).toContain("GET /.well-known/oauth-protected-resource/mcp");
  expect(asked.filter((each) => each === "POST /token")).toHaveLength(1);
  const claims = () => decodeJwt(provider.tokens()?.access_token ?? "");
  expect(claims()).toMatchObject({ iss: auth.issuer, aud: resource, scope: "webinars:read" });

  const { structuredContent } = await client.callTool({ name: "list_webinars", arguments: { user_id: "ada@example.com" } });
  const [{ id: webinar_id }] = (structuredContent as { webinars: [{ id: string }] }).webinars;
  const deleting = await client.callTool({ name: "run_write_operation", arguments: { tool: "delete_webinar", arguments: { webinar_id } } });
  expect(JSON.stringify(deleting.structuredContent)).toContain("confirmation_required");
  expect(claims().scope).toBe("webinars:read webinars:write webinars:delete");
  expect(asked.filter((each) => each === "POST /token")).toHaveLength(2);
  await client.close();
});

it("a client of no team gets a token, and is refused all the same", async () => {
  await expect(signIn("stranger")).rejects.toThrow(/403|belongs to no team/);
});

/** A token of the real server, with what is asked for in the form. */
const tokenFor = async (form: Record<string, string>): Promise<string> => {
  const authorization = `Basic ${Buffer.from(`agent:${auth.secretOf("agent")}`).toString("base64")}`;
  const body = new URLSearchParams({ grant_type: "client_credentials", scope: "webinars:read", ...form });
  const response = await fetch(`${auth.issuer}/token`, { method: "POST", headers: { authorization }, body });
  return ((await response.json()) as { access_token: string }).access_token;
};
const callWith = (authorization: string | null, path = "/mcp") =>
  sendRaw(gateway.url, {
    path,
    headers: { ...modernHeaders("tools/call", "get_users"), ...(authorization === null ? {} : { authorization }) },
    body: callBody("get_users", {}),
  });

it("a token of the same server for another resource, for none, or in the query string is refused", async () => {
  const good = await tokenFor({ resource });
  expect((await callWith(`Bearer ${good}`)).status).toBe(200);
  const foreign = await tokenFor({ resource: "https://other.example.com/mcp" });
  const neighbour = await tokenFor({ resource: `${gateway.url}/other` });
  const opaque = await tokenFor({});
  for (const token of [foreign, neighbour, opaque, `${good}x`, good.split(".").slice(0, 2).join(".")])
    expect((await callWith(`Bearer ${token}`)).status).toBe(401);
  for (const query of ["access_token", "token", "authorization"]) expect((await callWith(null, `/mcp?${query}=${good}`)).status).toBe(401);
});
