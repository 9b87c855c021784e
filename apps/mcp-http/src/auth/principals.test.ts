import { chmodSync, linkSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Caller, Gate, Identity } from "./gate.ts";
import { readPrincipals, teamGate } from "./principals.ts";

const folder = mkdtempSync(join(tmpdir(), "zw-principals-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const file = (content: unknown, mode = 0o600) => {
  files += 1;
  const path = join(folder, `${files}.json`);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content), { mode });
  chmodSync(path, mode);
  return path;
};
const team = (name: string, ...callers: object[]) => ({ name, profile: name, callers });
const BOT = { token: "bot" };

describe("the file of --principals", () => {
  it("is read", async () => {
    const teams = [team("a", BOT, { token: "other" }), team("b", { token: "third" })];
    expect(await readPrincipals(file({ teams }), "bearer")).toEqual(teams);
  });

  it("is what docs/http.md shows", async () => {
    const page = readFileSync(new URL("../../../../docs/http.md", import.meta.url), "utf8");
    const [, example = ""] = /<!-- test: principals -->\n```json\n(.*?)```/s.exec(page) ?? [];
    expect((await readPrincipals(file(example), "oauth")).map(({ name }) => name)).toEqual(["events", "training"]);
  });

  it.each<[string, unknown, string]>([
    ["no JSON", "{", "is not JSON"],
    ["no team", { teams: [] }, "teams"],
    ["a field that there is not", { teams: [{ ...team("a", BOT), secret: "x" }] }, "secret"],
    ["a caller known by nothing", { teams: [team("a", {})] }, "teams.0.callers.0"],
    ["a caller known by two things", { teams: [team("a", { token: "a", subject: "b" })] }, "teams.0.callers.0"],
    ["a name that is none", { teams: [{ ...team("a", BOT), name: "../b" }] }, "lower-case"],
    ["a team twice", { teams: [team("a", BOT), { ...team("a", { token: "b" }), profile: "b" }] }, "the team a appears twice"],
    ["a profile of two teams", { teams: [team("a", BOT), { ...team("b", { token: "b" }), profile: "a" }] }, "the profile a appears twice"],
    ["a caller of two teams", { teams: [team("a", BOT), team("b", BOT)] }, 'the caller {"token":"bot"} appears twice'],
    ["a caller that cannot be known so", { teams: [team("a", { subject: "ada" })] }, "matches nobody: with --auth bearer"],
  ])("is refused: %s", async (_what, content, message) => {
    await expect(readPrincipals(file(content), "bearer")).rejects.toMatchObject({
      code: "input_invalid",
      message: expect.stringMatching(/^--principals: /),
      hint: expect.stringContaining("docs/http.md"),
    });
    await expect(readPrincipals(file(content), "bearer")).rejects.toThrow(message);
  });

  it.skipIf(process.platform === "win32")("is refused if others may read it, or if it is a link (Windows has no such files)", async () => {
    const teams = { teams: [team("a", BOT)] };
    for (const mode of [0o644, 0o640, 0o602]) await expect(readPrincipals(file(teams, mode), "bearer")).rejects.toThrow("may be read by others");
    await expect(readPrincipals(file(teams, 0o644), "bearer")).rejects.toMatchObject({
      hint: expect.stringMatching(/^chmod 600 \S+\. It holds no secret, but who belongs to which team\.$/),
    });
    const path = file(teams);
    symlinkSync(path, join(folder, "soft"));
    await expect(readPrincipals(join(folder, "soft"), "bearer")).rejects.toThrow("not a plain file");
    linkSync(path, join(folder, "hard"));
    await expect(readPrincipals(path, "bearer")).rejects.toThrow("second name");
    await expect(readPrincipals(join(folder, "absent"), "bearer")).rejects.toThrow("cannot read");
  });
});

describe("callers and their teams", () => {
  const gateOf = async (identity: Identity, ...teams: ReturnType<typeof team>[]) => {
    const caller: Caller = { principal: "who", scopes: ["webinars:read"], identity, team: null };
    const known: Gate = async () => caller;
    return teamGate(known, await readPrincipals(file({ teams }), "token" in identity ? "bearer" : "oauth"))("Bearer x");
  };

  it.each<[string, Identity, object]>([
    ["token", { token: "bot" }, BOT],
    ["subject", { claims: { sub: "ada" } }, { subject: "ada" }],
    ["client_id", { claims: { sub: "x", client_id: "app" } }, { client_id: "app" }],
    ["azp", { claims: { sub: "x", azp: "app" } }, { client_id: "app" }],
    ["claim", { claims: { sub: "x", tenant: "t" } }, { claim: "tenant", value: "t" }],
    ["one of a claim", { claims: { sub: "x", groups: ["y", "t"] } }, { claim: "groups", value: "t" }],
  ])("are known by %s", async (_what, identity, known) => {
    expect(await gateOf(identity, team("a", known))).toMatchObject({ team: "a", principal: "team:a/who", scopes: ["webinars:read"] });
  });

  it.each<[string, Identity, object]>([
    ["another token", { token: "bot2" }, BOT],
    ["another subject", { claims: { sub: "ada2", client_id: "ada" } }, { subject: "ada" }],
    ["azp beside another client_id", { claims: { sub: "x", client_id: "b", azp: "app" } }, { client_id: "app" }],
    ["a claim inherited by every object", { claims: { sub: "x" } }, { claim: "constructor", value: "Object" }],
    ["part of a claim", { claims: { sub: "x", groups: "t,u" } }, { claim: "groups", value: "t" }],
    ["a claim that is no text", { claims: { sub: "x", tenant: 7 } }, { claim: "tenant", value: "7" }],
  ])("are refused with 403 and no challenge: %s", async (_what, identity, known) => {
    expect(await gateOf(identity, team("a", known))).toEqual({
      status: 403,
      challenge: null,
      message: expect.stringContaining("belongs to no team"),
    });
  });

  it("are refused if they belong to two teams", async () => {
    const both = await gateOf({ claims: { sub: "ada", tenant: "t" } }, team("a", { subject: "ada" }), team("b", { claim: "tenant", value: "t" }));
    expect(both).toMatchObject({ status: 403, message: expect.stringContaining("several teams") });
  });
});
