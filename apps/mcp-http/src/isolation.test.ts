import { createMcpHandler } from "@modelcontextprotocol/server";
import { memoryStore } from "@zoom-webinar/foundation";
import { createServerFactory } from "@zoom-webinar/mcp-server";
import { callBody, modernHeaders } from "@zoom-webinar/testing/modern";
import type { Session } from "@zoom-webinar/webinar-core";
import { createSession } from "@zoom-webinar/webinar-core/doors";
import { createEmulator } from "@zoom-webinar/zoom-emulator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/**
 * About two milliseconds a call through the whole server: the suite takes a thousand, `pnpm test:load`, a stage of CI, twenty thousand
 * (`ISOLATION_CALLS`), FAULTS=long a million.
 */
const CALLS = Number(process.env.ISOLATION_CALLS ?? (process.env.FAULTS === "long" ? 1_000_000 : 1_000));
const TEAMS = 20;
const AT_ONCE = 40;
const markOf = (team: number) => `Mark-${String(team).padStart(2, "0")}-`;

let fetchAs: (team: number, request: { name: string; args: object; id: string | number; meta?: object }) => Promise<string>;
let webinarId = "";
const open: { close(): Promise<unknown> }[] = [];
beforeAll(async () => {
  const sessions = new Map<string, Session>();
  for (let team = 0; team < TEAMS; team += 1) {
    const app = { accountId: `a-${team}`, clientId: `c-${team}`, clientSecret: `secret-${team}` };
    const emulator = createEmulator({ seed: "same", rateLimits: false, strictAuth: true, apps: [app] });
    const session = createSession({ credentials: app, send: emulator.send, store: memoryStore(), safety: "confirm", pace: false });
    const { webinars } = await session.zoom.call("GET /users/{userId}/webinars", { path: { userId: "ada@example.com" }, query: {} });
    webinarId = String(webinars?.[0]?.id);
    await session.zoom.call("PATCH /webinars/{webinarId}", { path: { webinarId }, body: { topic: `${markOf(team)}topic` } });
    sessions.set(`team-${team}`, session);
    open.push(emulator, session);
  }
  const handler = createMcpHandler(createServerFactory({ session: sessions, version: "1.0.0" }));
  open.push(handler);
  fetchAs = async (team, { name, args, id, meta }) => {
    const request = new Request("http://127.0.0.1/mcp", {
      method: "POST",
      headers: modernHeaders("tools/call", name),
      body: callBody(name, args, { id, ...(meta ? { meta } : {}) }),
    });
    // The same principal in every team: what keeps them apart must be the team.
    const authInfo = {
      token: "",
      clientId: "token:bot",
      scopes: ["webinars:read", "webinars:write", "webinars:delete"],
      extra: { team: `team-${team}` },
    };
    return (await handler.fetch(request, { authInfo })).text();
  };
});
afterAll(() => Promise.all(open.map((each) => each.close())));

describe("isolation", () => {
  it(`${CALLS} calls of ${TEAMS} teams with the same ids at the same time: no crossed answer, whatever is tried`, async () => {
    let crossed = 0;
    let next = 0;
    const kinds = new Map<string, number>();
    const once = async (call: number) => {
      const team = (call * 7) % TEAMS;
      const other = (team + 1 + (call % (TEAMS - 1))) % TEAMS;
      const id = call % 3 === 0 ? String(call % 7) : call % 7; // in use by many at once, as number and as text
      const meta = { "io.modelcontextprotocol/profile": `team-${other}`, team: `team-${other}` };
      const asks = [
        { name: "get_webinar", args: { webinar_id: webinarId }, id, mark: markOf(team) },
        { name: "list_webinars", args: { user_id: "ada@example.com" }, id, meta, mark: markOf(team) },
        { name: "run_read_operation", args: { tool: "get_webinar", arguments: { webinar_id: webinarId } }, id, mark: markOf(team) },
        { name: "configure_zoom", args: { profile_name: `team-${other}` }, id, meta, mark: "not_allowed" },
        { name: "configure_zoom", args: {}, id, meta, mark: `"a-${team}"` },
      ] as const;
      const asked = asks[(call + Math.floor(call / TEAMS)) % asks.length] ?? asks[0];
      const answer = JSON.parse(await fetchAs(team, asked)) as { id: unknown };
      const text = JSON.stringify(answer);
      kinds.set(asked.name, (kinds.get(asked.name) ?? 0) + 1);
      const marks = new Set(text.match(/Mark-\d\d-|"a-\d+"/g) ?? []);
      const isOwn = [...marks].every((mark) => mark === markOf(team) || mark === `"a-${team}"`);
      if (answer.id !== id || !isOwn || !text.includes(asked.mark)) crossed += 1;
    };
    const worker = async () => {
      for (; next < CALLS; ) {
        next += 1;
        await once(next);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    expect(crossed).toBe(0);
    expect(kinds.size).toBe(4);
  }, 3_600_000);
});
