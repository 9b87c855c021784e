import { connect, createServer, type Socket } from "node:net";

/** What goes wrong with the bytes that pass from now on. Once it has happened, the proxy is clean again. */
export type Toxic =
  /** After `at` bytes of the request (0: before the first) both sides are cut; `reset` by RST, else by closing. */
  | { kind: "cut-request"; at: number; reset?: boolean }
  /** The same after `at` bytes of the answer. */
  | { kind: "cut-reply"; at: number; reset?: boolean }
  /** The answer ends after `at` bytes, while the way to the server stays open. */
  | { kind: "half-close"; at: number }
  /** The answer starts this much later. Stays until `clear`. */
  | { kind: "delay"; ms: number }
  /** The answer comes in pieces of so many bytes, so far apart. Stays until `clear`. */
  | { kind: "trickle"; bytes: number; everyMs: number };

/** A TCP proxy that breaks things on purpose. */
export interface FaultProxy {
  /** "http://127.0.0.1:PORT" */
  url: string;
  /** Breaks what passes from here on; the count of bytes starts at zero. */
  arm(toxic: Toxic): void;
  clear(): void;
  /** Whether what was armed has still to happen. */
  isArmed(): boolean;
  /** Bytes that passed since `arm` or `clear`. */
  passed(): { request: number; reply: number };
  /** Bytes of the heads of what passed since, with the empty line; 0 if none has passed whole. */
  heads(): { request: number; reply: number };
  close(): Promise<void>;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens a proxy to a port of this machine. */
export const faultProxy = async (port: number): Promise<FaultProxy> => {
  let toxic: Toxic | null = null;
  let counts = { request: 0, reply: 0 };
  let heads = { request: 0, reply: 0 };
  const sockets = new Set<Socket>();

  const count = (side: "request" | "reply", chunk: Buffer) => {
    const end = chunk.indexOf("\r\n\r\n");
    if (end >= 0 && heads[side] === 0) heads[side] = counts[side] + end + 4;
    counts[side] += chunk.length;
  };
  const cut = (pair: readonly Socket[], reset: boolean) => {
    toxic = null;
    for (const socket of pair) {
      if (reset) socket.resetAndDestroy();
      else socket.destroy();
    }
  };
  /** Passes what may still pass, then breaks: true if it did. */
  const breaks = (side: "request" | "reply", chunk: Buffer, to: Socket, pair: readonly Socket[]): boolean => {
    const cutting = side === "request" ? "cut-request" : "cut-reply";
    if (toxic === null || (toxic.kind !== cutting && !(toxic.kind === "half-close" && side === "reply"))) return false;
    const left = toxic.at - counts[side];
    if (chunk.length < left) return false;
    const { kind, reset = false } = { reset: false, ...toxic };
    counts[side] += left;
    toxic = null;
    // The last bytes must leave before the connection breaks, or the cut would come too early.
    const passed = chunk.subarray(0, left);
    const end = () => (kind === "half-close" ? to.end() : setImmediate(() => cut(pair, reset)));
    if (passed.length === 0) end();
    else to.write(passed, end);
    return true;
  };
  const server = createServer((client) => {
    const upstream = connect(port, "127.0.0.1");
    const pair = [client, upstream] as const;
    let isBroken = false;
    let replies = Promise.resolve();
    for (const socket of pair) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        for (const other of pair) other.destroy();
      });
    }
    client.on("data", (chunk) => {
      if (isBroken) return;
      isBroken = breaks("request", chunk, upstream, pair);
      if (isBroken) return;
      count("request", chunk);
      upstream.write(chunk);
    });
    const pass = async (chunk: Buffer) => {
      if (isBroken) return;
      if (toxic?.kind === "delay") await wait(toxic.ms);
      isBroken = breaks("reply", chunk, client, pair);
      if (isBroken) return;
      count("reply", chunk);
      if (toxic?.kind !== "trickle") {
        client.write(chunk);
        return;
      }
      const { bytes, everyMs } = toxic;
      for (let at = 0; at < chunk.length && !client.destroyed; at += bytes) {
        client.write(chunk.subarray(at, at + bytes));
        await wait(everyMs);
      }
    };
    upstream.on("data", (chunk) => {
      replies = replies.then(() => pass(chunk));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    arm: (next) => {
      toxic = next;
      counts = { request: 0, reply: 0 };
      heads = { request: 0, reply: 0 };
    },
    clear: () => {
      toxic = null;
      counts = { request: 0, reply: 0 };
      heads = { request: 0, reply: 0 };
    },
    isArmed: () => toxic !== null,
    heads: () => ({ ...heads }),
    passed: () => ({ ...counts }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};
