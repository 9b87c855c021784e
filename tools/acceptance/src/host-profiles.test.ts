import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { virtualClock } from "@zoom-webinar/foundation";
import { createServerFactory } from "@zoom-webinar/mcp-server";
import { connectLegacy, connectLegacyHttp, connectModern, connectOld, YES } from "@zoom-webinar/testing/connect";
import { type CatalogEntry, createSession, manifest } from "@zoom-webinar/webinar-core/doors";
import { createEmulator, DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { afterEach, expect, it } from "vitest";
import { cases } from "./four-doors.cases.ts";

/** Kinds of hosts by what they declare and how they are connected; a person behind each says yes. Add one as it is met in the field. */
const HOSTS = {
  "2026-07-28, asks people": { connect: connectModern, answer: YES },
  "2026-07-28, cannot ask": { connect: connectModern, answer: null },
  "2025 over stdio, asks people": { connect: connectLegacy, answer: YES },
  "2025 over stdio, cannot ask": { connect: connectLegacy, answer: null },
  "2025 over stdio by the v1 SDK, cannot ask": { connect: connectOld, answer: null },
  "2025 over HTTP, asks people, but there is no way back to them": { connect: connectLegacyHttp, answer: YES },
} as const;

interface Shown {
  isError?: boolean;
  structuredContent?: { error?: { code: string; details?: { confirm_token?: string } } } & Record<string, unknown>;
}

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

/** A world, and a host of this kind on a server that asks before it deletes or lets Zoom write to people. */
const hostOn = async ({ connect, answer }: (typeof HOSTS)[keyof typeof HOSTS]) => {
  const clock = virtualClock(Date.UTC(2027, 0, 15, 12), { autoAdvance: true });
  const emulator = createEmulator({ clock, rateLimits: false });
  const stateFolder = mkdtempSync(join(tmpdir(), "zw-host-"));
  open.push({ close: async () => rmSync(stateFolder, { recursive: true, force: true }) });
  const session = createSession({
    credentials: { kind: "server-to-server", ...DEMO_CREDENTIALS },
    send: emulator.send,
    clock,
    safety: "confirm",
    pace: false,
    stateFolder,
  });
  const connected = await connect(createServerFactory({ session, surface: "full", version: "1.0.0" }), { answer });
  open.push(connected, emulator);
  /** Calls, and where it is refused for want of a confirmation once more with the token that came with the preview. */
  const write = async ({ tool }: CatalogEntry, input: Record<string, unknown>) => {
    const call = async (more: object) => (await connected.client.callTool({ name: tool, arguments: { ...input, ...more } })) as Shown;
    const before = connected.asked.length;
    const first = await call({});
    const token = first.structuredContent?.error?.details?.confirm_token;
    const last = token === undefined ? first : await call({ confirm_token: token });
    return { last, isDone: last.isError !== true, wasShown: token !== undefined || connected.asked.length > before };
  };
  return { emulator, write };
};

/** Cases that find nothing to do: nobody is asked about them. */
const IDLE: ReadonlySet<string> = new Set(["data.purge"]);

it.each(Object.entries(HOSTS))(
  "%s: every write finishes safely in at most two calls",
  async (_name, host) => {
    const { emulator, write } = await hostOn(host);
    const remembered: Record<string, string> = {};
    const unfinished: string[] = [];
    const unasked: string[] = [];
    let writes = 0;
    for (const { id, name, input, expected, remember, onAir } of cases) {
      const entry = manifest.find((candidate) => candidate.id === id);
      if (entry === undefined || !("ok" in expected)) continue;
      if (onAir) await emulator.controls.startWebinar(onAir);
      const filled = input(remembered);
      const { last, isDone, wasShown } = await write(entry, filled);
      if (onAir) await emulator.controls.endWebinar(onAir);
      if (isDone && remember) Object.assign(remembered, remember(last.structuredContent as never));
      const operation = await entry.load();
      const { effect } = operation.risk?.(filled) ?? operation;
      if (effect === "read") continue;
      writes += 1;
      if (!isDone) unfinished.push(`${id} ${name}: ${JSON.stringify(last.structuredContent)}`);
      if (effect === "delete" && !wasShown && !IDLE.has(id)) unasked.push(`${id} ${name}`);
    }
    expect(unfinished).toEqual([]);
    expect(unasked).toEqual([]);
    expect(writes).toBeGreaterThan(40);
  },
  60_000,
);
