import { Agent } from "node:http";
import { connect, type Socket } from "node:net";
import { createMcpHandler } from "@modelcontextprotocol/server";
import { systemClock } from "@zoom-webinar/foundation";
import { createServerFactory } from "@zoom-webinar/mcp-server";
import { fakeAccount } from "@zoom-webinar/testing/fake-operations";
import { callBody, modernHeaders, sendRaw } from "@zoom-webinar/testing/modern";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type HttpTimeouts, TIMEOUTS } from "./front.ts";
import { createGuard } from "./guards.ts";
import { type HttpServer, listenHttp } from "./http-server.ts";

/** The suite takes fewer connections and shorter limits; `pnpm test:load`, a stage of CI, and FAULTS=long the real ones. */
const IS_LONG = process.env.FAULTS === "long";
const LIMITS: HttpTimeouts = IS_LONG ? TIMEOUTS : { headers: 1_000, request: 1_400, check: 50, drain: 200 };
const DRIP_MS = IS_LONG ? 1_000 : 40;
const IDLE = IS_LONG ? 2_000 : 400;
const WAVE = 100;
const DRIPPING = IS_LONG ? 200 : 60;
// Other work may take the processor, too. Without the limits no connection would close by itself at all, and a call that waits for one would take as long.
const WITHIN_MS = IS_LONG ? 50_000 : 10_000;
const SLOWEST_CALL_MS = 5_000;

let server: HttpServer;
beforeAll(async () => {
  const session = { ...fakeSession(), clock: systemClock };
  const handler = createMcpHandler(createServerFactory({ session, catalog: fakeAccount().catalog, version: "1.0.0" }));
  const guardFor = (port: number) => createGuard({ host: "127.0.0.1", allowHosts: [], allowOrigins: [] }, port);
  server = await listenHttp({ handler, host: "127.0.0.1", port: 0, guardFor, onError: () => {}, timeouts: LIMITS });
});
afterAll(() => server.stop());

/** One connection of a test, with how long it lived and what went wrong with it. */
interface Line {
  socket: Socket;
  connected: Promise<void>;
  closed: Promise<{ afterMs: number; error: string | undefined; said: string }>;
}

const dial = (): Line => {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname).setEncoding("latin1");
  const startedMs = performance.now();
  let error: string | undefined;
  let said = "";
  socket.on("data", (part: string) => {
    said += part;
  });
  socket.on("error", (fault: NodeJS.ErrnoException) => {
    error = fault.code;
  });
  return {
    socket,
    connected: new Promise((resolve) => socket.once("connect", resolve)),
    closed: new Promise((resolve) => socket.once("close", () => resolve({ afterMs: performance.now() - startedMs, error, said }))),
  };
};

/** Sends a beginning, then a byte at a time, and never the end. */
const drip = (beginning: string): Line => {
  const line = dial();
  line.socket.write(beginning);
  const timer = setInterval(() => line.socket.write("x"), DRIP_MS);
  line.socket.once("close", () => clearInterval(timer));
  return line;
};

it(`${IDLE} idle and ${DRIPPING} dripping connections: each is closed in time, and no other call waits for them`, async () => {
  const { host } = new URL(server.url);
  let isOver = false;
  const times: number[] = [];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const calling = (async () => {
    while (!isOver) {
      const startedMs = performance.now();
      const headers = modernHeaders("tools/call", "get_thing");
      const { status } = await sendRaw(server.url, { headers, body: callBody("get_thing", { id: "1" }), agent });
      times.push(performance.now() - startedMs);
      expect(status).toBe(200);
    }
  })();
  const idle: Line[] = [];
  while (idle.length < IDLE) {
    // No more at once than the system queues for a process that is busy.
    const wave = Array.from({ length: WAVE }, dial);
    idle.push(...wave);
    await Promise.all(wave.map(({ connected }) => connected));
  }
  const start = `POST /mcp HTTP/1.1\r\nHost: ${host}\r\n`;
  const body = `${start}Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{`;
  const drips = Array.from({ length: DRIPPING }, (_, at) => drip(at % 2 === 0 ? `${start}X-Long: ` : body));

  const dripped = await Promise.all(drips.map(({ closed }) => closed));
  const idled = await Promise.all(idle.map(({ closed }) => closed));
  isOver = true;
  await calling;
  agent.destroy();

  expect(Math.max(...dripped.map(({ afterMs }) => afterMs))).toBeLessThan(WITHIN_MS);
  // A client that goes on writing after it was cut off may be told so by a reset; one that kept quiet is told in words.
  for (const { error } of dripped) expect([undefined, "ECONNRESET", "EPIPE"]).toContain(error);
  expect(idled.filter(({ error }) => error !== undefined)).toEqual([]);
  for (const { said } of idled) expect(said).toMatch(/^HTTP\/1\.1 408 /);
  expect(times.length).toBeGreaterThan(10);
  expect(Math.max(...times)).toBeLessThan(SLOWEST_CALL_MS);
}, 90_000);
