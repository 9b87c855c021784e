import { createServer, type ServerResponse } from "node:http";

/** A request that came in and was not answered yet. */
export interface Held {
  method: string;
  path: string;
  /** Resolves with the time (`performance.now()`) when whoever asked went away. */
  gone: Promise<number>;
  answer(status: number, body: object): void;
}

/** A Zoom on a port that gives tokens, and otherwise does what the test says. */
export interface HeldZoom {
  /** Variables that lead an app here, with credentials. */
  env: Record<string, string>;
  /** The next request to the API, that there is or that comes. */
  next(): Promise<Held>;
  /** Answers every request to the API from now on, instead of holding it. */
  always(status: number, body: object): void;
  /** Scopes of the tokens from now on; null: not said. */
  grant(scopes: readonly string[] | null): void;
  /** Requests so far: to the API, and for tokens. */
  counts(): { api: number; tokens: number };
  close(): void;
}

export const heldZoom = async (): Promise<HeldZoom> => {
  const held: Held[] = [];
  const waiting: ((request: Held) => void)[] = [];
  let fixed: { status: number; body: object } | null = null;
  let scope: string | null = null;
  let [api, tokens] = [0, 0];
  const reply = (response: ServerResponse, status: number, body: object) =>
    response.writeHead(status, { "content-type": "application/json", "x-zm-trackingid": "WEB_1" }).end(JSON.stringify(body));
  const server = createServer((message, response) => {
    message.resume();
    const path = new URL(message.url ?? "/", "http://127.0.0.1").pathname;
    if (path.startsWith("/oauth/")) {
      tokens += 1;
      return reply(response, 200, { access_token: `token-${tokens}`, token_type: "bearer", expires_in: 3600, ...(scope === null ? {} : { scope }) });
    }
    api += 1;
    if (fixed !== null) return reply(response, fixed.status, fixed.body);
    const gone = new Promise<number>((resolve) => response.once("close", () => resolve(performance.now())));
    const request = { method: message.method ?? "", path, gone, answer: (status: number, body: object) => reply(response, status, body) };
    const waiter = waiting.shift();
    if (waiter) waiter(request);
    else held.push(request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  return {
    env: {
      ZOOM_API_BASE_URL: `${url}/v2`,
      ZOOM_OAUTH_BASE_URL: url,
      ZOOM_ACCOUNT_ID: "acc",
      ZOOM_CLIENT_ID: "app",
      ZOOM_CLIENT_SECRET: "any-secret",
    },
    next: () => {
      const first = held.shift();
      return first ? Promise.resolve(first) : new Promise((resolve) => void waiting.push(resolve));
    },
    always: (status, body) => {
      fixed = { status, body };
    },
    grant: (scopes) => {
      scope = scopes?.join(" ") ?? null;
    },
    counts: () => ({ api, tokens }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
