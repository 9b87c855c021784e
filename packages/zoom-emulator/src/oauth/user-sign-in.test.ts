import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { createEmulator } from "../create.ts";
import type { Emulator } from "../emulator.ts";

const REDIRECT = "http://127.0.0.1:49152/callback";
const verifier = "v".repeat(43);
const challenge = createHash("sha256").update(verifier).digest("base64url");

const authorize = async (emulator: Emulator, more: Record<string, string> = {}) => {
  const query = new URLSearchParams({
    response_type: "code",
    client_id: "public-app",
    redirect_uri: REDIRECT,
    state: "xyz",
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...more,
  });
  return emulator.send({ method: "GET", url: `https://zoom.us/oauth/authorize?${query}`, headers: {} });
};
const token = async (emulator: Emulator, form: Record<string, string>) => {
  const body = new URLSearchParams({ client_id: "public-app", ...form }).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const { status, text } = await emulator.send({ method: "POST", url: "https://zoom.us/oauth/token", headers, body });
  return { status, body: JSON.parse(text) };
};
const codeOf = async (emulator: Emulator) => new URL((await authorize(emulator)).headers.location ?? "").searchParams.get("code") ?? "";
const signIn = async (emulator: Emulator) =>
  token(emulator, { grant_type: "authorization_code", code: await codeOf(emulator), redirect_uri: REDIRECT, code_verifier: verifier });

test("a person signs in with a proof of the challenge, and is `me` from then on", async () => {
  const emulator = createEmulator();
  const redirected = await authorize(emulator);
  expect(redirected).toMatchObject({
    status: 302,
    headers: { location: expect.stringMatching(/^http:\/\/127\.0\.0\.1:49152\/callback\?code=.+&state=xyz$/) },
  });
  const { status, body } = await signIn(emulator);
  expect(status).toBe(200);
  expect(body.scope).not.toContain(":admin");
  const me = await emulator.send({
    method: "GET",
    url: "https://api.zoom.us/v2/users/me",
    headers: { authorization: `Bearer ${body.access_token}` },
  });
  expect(JSON.parse(me.text)).toMatchObject({ email: "ada@example.com" });
});

test.each([
  ["a wrong proof", { code_verifier: "w".repeat(43) }],
  ["another address", { redirect_uri: "http://127.0.0.1:1/" }],
  ["another app", { client_id: "other" }],
  ["a made-up code", { code: "made.up" }],
])("refuses %s", async (_name, wrong) => {
  const emulator = createEmulator();
  const form = { grant_type: "authorization_code", code: await codeOf(emulator), redirect_uri: REDIRECT, code_verifier: verifier, ...wrong };
  expect(await token(emulator, form)).toMatchObject({ status: 400, body: { error: "invalid_request" } });
});

test("a code is good once", async () => {
  const emulator = createEmulator();
  const form = { grant_type: "authorization_code", code: await codeOf(emulator), redirect_uri: REDIRECT, code_verifier: verifier };
  expect((await token(emulator, form)).status).toBe(200);
  expect((await token(emulator, form)).status).toBe(400);
});

test.each([
  ["dead", [200, 400, 200]],
  ["tolerated", [200, 200, 200]],
] as const)("a used refresh token is %s", async (oldRefreshToken, statuses) => {
  const emulator = createEmulator({ switches: { oldRefreshToken } });
  const first = (await signIn(emulator)).body.refresh_token as string;
  const refresh = (refresh_token: string) => token(emulator, { grant_type: "refresh_token", refresh_token });
  const second = await refresh(first);
  const again = await refresh(first);
  const third = await refresh((again.status === 200 ? again : second).body.refresh_token);
  expect([second.status, again.status, third.status]).toEqual(statuses);
});

test("a revoked sign-in is over", async () => {
  const emulator = createEmulator();
  const { refresh_token } = (await signIn(emulator)).body;
  const body = new URLSearchParams({ client_id: "public-app", token: refresh_token }).toString();
  await emulator.send({ method: "POST", url: "https://zoom.us/oauth/revoke", headers: {}, body });
  expect(await token(emulator, { grant_type: "refresh_token", refresh_token })).toMatchObject({
    status: 400,
    body: { error: "invalid_grant", reason: "Invalid Token!" },
  });
});
