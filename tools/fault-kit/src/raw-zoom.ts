import { createServer, type IncomingMessage } from "node:http";
import type { Emulator } from "@zoom-webinar/zoom-emulator";

/** What goes wrong with one answer; what was asked is done all the same, except when it is lost. */
export type AnswerFault =
  /** The connection ends after so many bytes behind the status line. */
  | { kind: "cut"; at: number }
  /** An informational answer comes before the real one. */
  | { kind: "interim"; status: 100 | 102 | 103 }
  /** The body is not the JSON that it was. */
  | { kind: "broken JSON" }
  /** The connection ends before the request reaches Zoom. */
  | { kind: "lost" };

/** An emulator on a port, whose answers to some requests are broken byte by byte. */
export interface RawZoom {
  url: string;
  /** Serves this emulator from now on. `isBroken` says which requests the plan is about: each takes the next entry, null for none. */
  serve(emulator: Emulator, isBroken: (request: { method: string; path: string }) => boolean, plan: readonly (AnswerFault | null)[]): void;
  /** For the requests that the plan is about: how many came, how many were done, and the bytes of the last answer behind its status line. */
  seen(): { requests: number; done: number; headBytes: number; bytes: number };
  /** Called when such a request was done, before its answer leaves. */
  onDone: () => void;
  close(): Promise<void>;
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
};

/** Opens the port. */
export const rawZoom = async (): Promise<RawZoom> => {
  let served: { emulator: Emulator; isBroken: Parameters<RawZoom["serve"]>[1]; plan: readonly (AnswerFault | null)[] } | null = null;
  let counts = { requests: 0, done: 0, headBytes: 0, bytes: 0 };
  const server = createServer((message, reply) => {
    const { socket } = reply;
    socket?.on("error", () => {});
    const answer = async () => {
      if (served === null) throw new Error("nothing is served yet");
      const { emulator, plan } = served;
      const body = await bodyOf(message);
      const path = message.url ?? "/";
      const method = METHODS.find((known) => known === message.method);
      if (method === undefined) throw new Error(`no such method: ${message.method}`);
      const isPlanned = served.isBroken({ method, path });
      const fault = isPlanned ? (plan[counts.requests] ?? null) : null;
      if (isPlanned) counts.requests += 1;
      if (fault?.kind === "lost") {
        socket?.destroy();
        return;
      }
      const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value ?? "")]));
      const { status, headers: given, text } = await emulator.send({ method, url: `http://${message.headers.host}${path}`, headers, body });
      const sent = fault?.kind === "broken JSON" ? text.slice(0, -1) : text;
      const lines = Object.entries({
        ...given,
        ...(status === 204 ? {} : { "content-length": String(Buffer.byteLength(sent)) }),
        connection: "close",
      });
      const statusLine = `HTTP/1.1 ${status} Answered\r\n`;
      const head = `${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
      const rest = Buffer.from(head + sent);
      if (isPlanned) {
        if (status < 300) counts.done += 1;
        counts = { ...counts, headBytes: Buffer.byteLength(head), bytes: rest.length };
        zoom.onDone();
      }
      const interim = fault?.kind === "interim" ? `HTTP/1.1 ${fault.status} Wait\r\n\r\n` : "";
      const passed = fault?.kind === "cut" ? rest.subarray(0, fault.at) : rest;
      socket?.end(Buffer.concat([Buffer.from(interim + statusLine), passed]));
    };
    answer().catch(() => socket?.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const zoom: RawZoom = {
    url: `http://127.0.0.1:${address.port}`,
    serve: (emulator, isBroken, plan) => {
      served = { emulator, isBroken, plan };
      counts = { requests: 0, done: 0, headBytes: 0, bytes: 0 };
    },
    seen: () => ({ ...counts }),
    onDone: () => {},
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return zoom;
};
