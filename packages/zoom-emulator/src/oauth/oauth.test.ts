import { expect, test } from "vitest";
import { createEmulator } from "../create.ts";
import { askToken, probe, refusalOf } from "../test/probe.ts";
import { DEMO_CREDENTIALS } from "./oauth.ts";

const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

test("gives out a token for an hour, with the scopes of an account-level app", async () => {
  const { status, body } = await askToken(createEmulator());
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: "bearer", expires_in: 3600, api_url: "https://api.zoom.us" });
  expect(body.scope.split(" ")).toContain("webinar:read:list_registrants:admin");
  expect(body.scope.split(" ").every((scope: string) => scope.endsWith(":admin"))).toBe(true);
  expect(body).not.toHaveProperty("refresh_token");
});

test("takes its parameters from the query too, and names its own origin on a port", async () => {
  const answer = await createEmulator().send({
    method: "POST",
    url: "http://127.0.0.1:4646/oauth/token?grant_type=account_credentials&account_id=anything",
    headers: { authorization: basic("any:thing") },
  });
  expect(JSON.parse(answer.text)).toMatchObject({ api_url: "http://127.0.0.1:4646" });
});

test.each([
  ["no client", { authorization: "" }, { reason: "Invalid client_id or client_secret", error: "invalid_client" }],
  ["half a client", { authorization: basic("id:") }, { reason: "Invalid client_id or client_secret", error: "invalid_client" }],
  ["another grant", { grant: "password" }, { reason: "unsupported grant type", error: "unsupported_grant_type" }],
  ["no account", { account: "" }, { reason: "Bad Request", error: "invalid_request" }],
])(
  "refuses %s in OAuth's own shape",
  async (_name, { authorization = basic("a:b"), grant = "account_credentials", account = "x" }: Record<string, string>, body) => {
    const url = `https://zoom.us/oauth/token?grant_type=${grant}&account_id=${account}`;
    const answer = await createEmulator().send({ method: "POST", url, headers: { authorization } });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([400, body]);
  },
);

test("strictAuth accepts only the apps that it was given", async () => {
  const strict = createEmulator({ strictAuth: true });
  expect((await askToken(strict)).status).toBe(200);
  expect((await askToken(strict, {}, { ...DEMO_CREDENTIALS, clientSecret: "guessed" })).body.error).toBe("invalid_client");
  expect((await askToken(strict, { account_id: "another" })).body.error).toBe("invalid_request");
  const mine = { accountId: "a", clientId: "b", clientSecret: "c:with:colons" };
  const own = createEmulator({ strictAuth: true, apps: [mine] });
  expect((await askToken(own, {}, mine)).status).toBe(200);
  expect((await askToken(own)).status).toBe(400);
});

test("a missing or unknown token is invalid, one older than an hour expired", async () => {
  const { emulator, clock, call } = await probe();
  const without = await emulator.send({ method: "GET", url: "https://api.zoom.us/v2/users", headers: {} });
  expect([without.status, JSON.parse(without.text)]).toEqual([401, { code: 124, message: "Invalid access token." }]);
  const unknown = await emulator.send({ method: "GET", url: "https://api.zoom.us/v2/users", headers: { authorization: "Bearer abc.def" } });
  expect(JSON.parse(unknown.text).message).toBe("Invalid access token.");
  clock.advance(3_599_999);
  expect((await call("GET", "/users")).status).toBe(200);
  clock.advance(1);
  expect(refusalOf(await call("GET", "/users"))).toBe("401/124 Access token is expired.");
});

test("several tokens are live together; a revoked one dies alone", async () => {
  const emulator = createEmulator();
  const [first, second] = [(await askToken(emulator)).body.access_token, (await askToken(emulator)).body.access_token];
  const ask = async (token: string) =>
    (await emulator.send({ method: "GET", url: "https://api.zoom.us/v2/users", headers: { authorization: `Bearer ${token}` } })).status;
  expect([await ask(first), await ask(second)]).toEqual([200, 200]);
  const revoked = await emulator.send({
    method: "POST",
    url: `https://zoom.us/oauth/revoke?token=${first}`,
    headers: { authorization: basic("a:b") },
  });
  expect(JSON.parse(revoked.text)).toEqual({ status: "success" });
  expect([await ask(first), await ask(second)]).toEqual([401, 200]);
});

test("a missing scope is a 400 that lists what would do", async () => {
  const { emulator, call } = await probe({ scopes: ["webinar:read:webinar:admin"] });
  expect(refusalOf(await call("GET", "/users"))).toBe(
    "400/4711 Invalid access token, does not contain scopes:[user:read:list_users:admin, user:read:list_users:master].",
  );
  await emulator.controls.setScopes(["user:read:list_users:admin"]);
  expect((await call("GET", "/users")).status).toBe(200);
  await emulator.controls.setScopes(null);
  expect((await call("GET", "/users/ada@example.com/webinars")).status).toBe(200);
});

test("an app with classic scopes hears of classic ones", async () => {
  const { call } = await probe({ scopes: ["webinar:read:admin"] });
  expect((await call("GET", "/users/ada@example.com/webinars")).status).toBe(200);
  expect(refusalOf(await call("GET", "/users"))).toBe("400/4711 Invalid access token, does not contain scopes:[user:read:admin, user:write:admin].");
});

test.each([104, 4700] as const)("the code for a missing scope is %i, by switch", async (scopeCode) => {
  const { call } = await probe({ scopes: ["webinar:read:webinar:admin"], switches: { scopeCode } });
  expect(refusalOf(await call("GET", "/users"))).toMatch(new RegExp(`^400/${scopeCode} Invalid access token, does not contain scopes:\\[`));
});
