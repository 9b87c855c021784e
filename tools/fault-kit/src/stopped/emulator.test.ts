import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStoredEmulator } from "@zoom-webinar/zoom-emulator";
import { expect, test } from "vitest";
import { PAIRS, runPairs, startPair } from "./pair.ts";

test(`two processes that change the emulator's file lose nothing and do nothing twice, in each of ${PAIRS} pairs of which one stands still`, async () => {
  const folder = await mkdtemp(join(tmpdir(), "zw-stopped-"));
  const emulator = await openStoredEmulator({ folder, rateLimits: false, staleMs: 200, world: "empty" });
  const post = async (url: string, authorization: string, body: string) => {
    const { text } = await emulator.send({ method: "POST", url, headers: { authorization }, body });
    return JSON.parse(text) as { access_token?: string; id?: number };
  };
  const token = await post("https://zoom.us/oauth/token?grant_type=account_credentials&account_id=a", `Basic ${btoa("any:thing")}`, "");
  const settings = JSON.stringify({ topic: "Tides", settings: { approval_type: 0 } });
  const { id = 0 } = await post("https://api.zoom.us/v2/users/ada@example.com/webinars", `Bearer ${token.access_token}`, settings);
  const pair = await startPair("emulator", folder, String(id));
  try {
    await runPairs(pair, async (results, turn, where) => {
      const found = (await emulator.state.registrants(id)).map(({ email }) => email).filter((email) => email.startsWith(`p${turn}-`));
      expect([where, found.sort()]).toEqual([where, [...results].sort()]);
    });
  } finally {
    pair.end();
    await rm(folder, { recursive: true, force: true });
  }
}, 600_000);
