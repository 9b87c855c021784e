import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on this machine that answers a byte at a time, without end, until it is healed. */
export interface DrippingServer {
  /** Without trailing slash. */
  url: string;
  /** How many requests came. */
  requests(): number;
  /** Resolves once no connection is open any more. */
  released(): Promise<void>;
  /** From now on, requests are answered at once with this; null: a byte at a time again. */
  heal(body: object | null): void;
  close(): Promise<void>;
}

const DRIP_MS = 20;

/** Starts it on a free port. Every timer between two bytes is reset by the next one: only a total deadline ends a request to it. */
export const dripping = async (): Promise<DrippingServer> => {
  let answer: object | null = null;
  let count = 0;
  const drips = new Map<ServerResponse, NodeJS.Timeout>();
  const server = createServer((_request, response) => {
    count += 1;
    if (answer !== null) {
      response.writeHead(200, { "content-type": "application/json", connection: "close" }).end(JSON.stringify(answer));
      return;
    }
    response.writeHead(200, { "content-type": "application/json" });
    const drip = setInterval(() => response.write(" "), DRIP_MS);
    drips.set(response, drip);
    response.once("close", () => {
      clearInterval(drip);
      drips.delete(response);
      server.emit("released");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => count,
    released: async () => {
      while (drips.size > 0) await once(server, "released");
    },
    heal: (body) => {
      answer = body;
    },
    close: async () => {
      for (const drip of drips.values()) clearInterval(drip);
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};
