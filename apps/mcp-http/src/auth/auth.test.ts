import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bearerGate, readTokens } from "./bearer.ts";
import { metadataUrlOf, oauthGate, protectedResourceMetadata } from "./oauth.ts";
import { createRateLimit } from "./rate-limit.ts";

const folder = mkdtempSync(join(tmpdir(), "zw-auth-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (text: string) => {
  const path = join(folder, "tokens");
  writeFileSync(path, text);
  return path;
};
const hash = (token: string) => createHash("sha256").update(token).digest("hex");

describe("--auth bearer", () => {
  const gate = () => bearerGate(readTokens(file(`# ours\nops ${hash("good-token")} webinars:delete\n\nviewer ${hash("other-token")}\n`)));

  it("lets in whom it knows: a broader scope counts as the narrower, and who has none may read", async () => {
    expect(await gate()("Bearer good-token")).toMatchObject({
      principal: "token:ops",
      scopes: ["webinars:read", "webinars:write", "webinars:delete"],
      team: null,
    });
    expect(await gate()("bearer other-token")).toMatchObject({ principal: "token:viewer", scopes: ["webinars:read"] });
  });

  it.each([undefined, "", "Bearer", "Bearer bad-token", "Basic good-token", `Bearer ${hash("good-token")}`, "good-token", "Bearer good-token x"])(
    "refuses %j with 401",
    async (header) => {
      expect(await gate()(header)).toMatchObject({ status: 401, challenge: expect.stringMatching(/^Bearer .*scope="webinars:read"/) });
    },
  );

  it.each([
    "",
    "ops",
    "ops nothex",
    `ops ${hash("a")} webinars:all`,
    `o/ps ${hash("a")}`,
    `ops ${hash("a")} webinars:read webinars:delete`,
    `ops ${hash("a")}\nbot ${hash("a").toUpperCase()} webinars:delete`,
  ])("refuses a file that holds %j, without showing hashes", (text) => {
    expect(() => readTokens(file(text))).toThrow(/^--tokens: /);
    expect(() => readTokens(file(text))).not.toThrow(/[\da-f]{64}/);
  });
});

describe("--auth oauth", () => {
  const issuer = "https://auth.example.com";
  const audience = "https://mcp.example.com/mcp";
  const metadataUrl = metadataUrlOf(audience);
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;
  let others: typeof keys;
  let gate: ReturnType<typeof oauthGate>;
  beforeAll(async () => {
    [keys, others] = await Promise.all([generateKeyPair("ES256"), generateKeyPair("ES256")]);
    const jwks = createLocalJWKSet({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: "1", alg: "ES256" }] });
    gate = oauthGate({ issuer, audience, jwks, metadataUrl });
  });
  interface Wrong {
    iss?: string;
    aud?: string | null;
    exp?: string | null;
    sub?: string | null;
    scope?: string;
    isForeign?: boolean;
    kid?: string;
  }
  const token = ({ iss = issuer, aud = audience, exp = "5m", sub = "ada", scope = "webinars:write", isForeign = false, kid = "1" }: Wrong = {}) => {
    const jwt = new SignJWT({ scope }).setProtectedHeader({ alg: "ES256", kid }).setIssuer(iss);
    if (aud !== null) jwt.setAudience(aud);
    if (exp !== null) jwt.setExpirationTime(exp);
    if (sub !== null) jwt.setSubject(sub);
    return jwt.sign((isForeign ? others : keys).privateKey);
  };

  it("metadata names resource and authorization server, and no offline_access", () => {
    expect(metadataUrl).toBe("https://mcp.example.com/.well-known/oauth-protected-resource/mcp");
    expect(protectedResourceMetadata({ issuer, audience })).toMatchObject({ resource: audience, authorization_servers: [issuer] });
    expect(JSON.stringify(protectedResourceMetadata({ issuer, audience }))).not.toContain("offline_access");
  });

  it("lets in a token of the issuer that is meant for us", async () => {
    expect(await gate(`Bearer ${await token()}`)).toMatchObject({ principal: `oauth:${issuer}:ada`, scopes: ["webinars:read", "webinars:write"] });
  });

  it.each([null, "", "  ", 7, true, {}, ["ada"]])("refuses a subject that names nobody: %j", async (sub) => {
    const jwt = new SignJWT({ scope: "webinars:write", sub } as never).setProtectedHeader({ alg: "ES256", kid: "1" });
    const signed = await jwt.setIssuer(issuer).setAudience(audience).setExpirationTime("5m").sign(keys.privateKey);
    expect(await gate(`Bearer ${signed}`)).toMatchObject({ status: 401 });
  });

  it.each<[string, Wrong]>([
    ["signature of another", { isForeign: true }],
    ["expired", { exp: "-5m" }],
    ["no expiry", { exp: null }],
    ["no subject", { sub: null }],
    ["issuer unknown", { iss: "https://evil.example" }],
    ["audience of another API", { aud: "https://other.example.com" }],
    ["no audience", { aud: null }],
    ["key unknown", { kid: "2" }],
  ])("refuses: %s", async (_what, wrong) => {
    expect(await gate(`Bearer ${await token(wrong)}`)).toMatchObject({
      status: 401,
      challenge: expect.stringContaining(`resource_metadata="${metadataUrl}"`),
    });
  });

  it.each([
    ["JWT", true],
    ["at+jwt", true],
    ["application/at+jwt", true],
    [undefined, true],
    ["logout+jwt", false],
    ["secevent+jwt", false],
    ["dpop+jwt", false],
  ])("takes a token that calls itself %s: %s", async (typ, isTaken) => {
    const jwt = new SignJWT({ scope: "webinars:read" }).setProtectedHeader({ alg: "ES256", kid: "1", ...(typ === undefined ? {} : { typ }) });
    const signed = await jwt.setIssuer(issuer).setAudience(audience).setSubject("ada").setExpirationTime("5m").sign(keys.privateKey);
    expect("principal" in (await gate(`Bearer ${signed}`))).toBe(isTaken);
  });

  it("refuses alg none and what is not a JWT", async () => {
    const none = new UnsecuredJWT({ scope: "webinars:delete" })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject("ada")
      .setExpirationTime("5m")
      .encode();
    for (const bad of [none, "abc", "a.b.c"]) expect(await gate(`Bearer ${bad}`)).toMatchObject({ status: 401 });
  });

  it("a valid token without a scope of ours is known, and may do nothing", async () => {
    expect(await gate(`Bearer ${await token({ scope: "openid" })}`)).toMatchObject({ scopes: [] });
  });
});

it("the rate limit counts each principal by itself and refills", () => {
  let now = 0;
  const limit = createRateLimit(60, () => now);
  for (let call = 0; call < 60; call += 1) expect(limit("a")).toBe(0);
  expect(limit("a")).toBe(1);
  expect(limit("b")).toBe(0);
  now = 1_000;
  expect(limit("a")).toBe(0);
  expect(limit("a")).toBe(1);
});
