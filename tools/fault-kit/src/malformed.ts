/** Numbers from 0 to below 1, the same for the same seed: mulberry32, by Tommy Ettinger, public domain. */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const MODERN = {
  "io.modelcontextprotocol/protocolVersion": "2026-07-28",
  "io.modelcontextprotocol/clientCapabilities": { elicitation: { form: {} } },
};
const REQUESTS: readonly (readonly [string, object])[] = [
  ["server/discover", {}],
  ["initialize", { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "t", version: "1" } }],
  ["ping", {}],
  ["tools/list", { cursor: "2" }],
  ["tools/call", { name: "find_operations", arguments: { words: "who came", limit: 1 } }],
  ["tools/call", { name: "run_read_operation", arguments: { tool: "get_webinar", arguments: { webinar_id: "1" } } }],
  ["tools/call", { name: "delete_webinar", arguments: { webinar_id: "95312345678", confirm_token: "a.b" }, requestState: "a.b", inputResponses: {} }],
  ["tools/call", { name: "create_webinar", arguments: { user_id: "", topic: 7, start_time: "soon" } }],
  ["resources/read", { uri: "zoom://config" }],
  ["resources/templates/list", {}],
  ["prompts/get", { name: "plan_webinar", arguments: { topic: "x" } }],
  ["completion/complete", { ref: { type: "ref/prompt", name: "plan_webinar" }, argument: { name: "timezone", value: "eu" } }],
  ["subscriptions/listen", { notifications: { toolsListChanged: true } }],
  ["logging/setLevel", { level: "debug" }],
  ["notifications/cancelled", { requestId: 1 }],
  ["notifications/initialized", {}],
  ["notifications/progress", { progressToken: 1, progress: 1 }],
];

const deep = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 ? { a: value } : [value];
  return value;
};
const WRONG: readonly unknown[] = [
  null,
  true,
  0,
  -0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  "",
  " ",
  "\u0000",
  "\ud800",
  "\u2028",
  "💣".repeat(50),
  "x".repeat(3_000),
  "__proto__",
  "constructor",
  "../../etc/passwd",
  "\u0024{jndi:ldap://example.com}",
  [],
  [[]],
  [null],
  {},
  // As text: in an object literal these names mean something.
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1,"valueOf":2,"then":3}'),
  deep(60),
  Array.from({ length: 300 }, (_, index) => index),
];
const IDS: readonly unknown[] = [0, 1, -1, "", "0", "a", 1.5, 2 ** 60, null, true, [], {}, "x".repeat(500), undefined];

/** Messages that no client should send, the same ones for the same seed: wrong fields, wrong types, wrong bytes. A few come out well by chance. */
export interface Malformed {
  /** One message, as bytes without a line feed. */
  bytes(): Buffer;
  /** One message that is JSON at least. */
  json(): string;
  /** A batch of the 2025 revisions whose every message is sound on the outside: one that is not, and the whole batch is refused unread. */
  batch(size: number): string;
  /** A whole number from 0 to below the bound. */
  below(bound: number): number;
  oneOf<T>(values: readonly T[]): T;
}

export const malformed = (seed: number): Malformed => {
  const next = numbersFrom(seed);
  const below = (bound: number): number => Math.floor(next() * bound);
  const oneOf = <T>(values: readonly T[]): T => values[below(values.length)] as T;

  /** Changes, takes away or adds a field somewhere in the message. */
  const bend = (value: unknown, depth: number): unknown => {
    if (typeof value !== "object" || value === null || depth === 0 || next() < 0.15) return oneOf(WRONG);
    const entries = Object.entries(value);
    if (entries.length === 0) return { [JSON.stringify(oneOf(WRONG)).slice(0, 50)]: oneOf(WRONG) };
    const at = below(entries.length);
    const how = below(5);
    if (how === 0) entries.splice(at, 1);
    else if (how === 1) entries.push([oneOf(["id", "method", "params", "_meta", "name", "arguments", "__proto__", "x"]), oneOf(WRONG)]);
    else entries[at] = [entries[at]?.[0] ?? "x", bend(entries[at]?.[1], depth - 1)];
    return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
  };
  const request = (): Record<string, unknown> => {
    const [method, params] = oneOf(REQUESTS);
    const isModern = next() < 0.7;
    const id = next() < 0.7 ? below(1_000) : oneOf(IDS);
    return { jsonrpc: "2.0", id, method, params: isModern ? { ...params, _meta: MODERN } : params };
  };
  /** Sound on the outside, so that it gets as far as what the parameters are for. */
  const wrongInside = ({ params, ...rest }: Record<string, unknown>): Record<string, unknown> => {
    const bent = bend(params, 4);
    return { ...rest, params: typeof bent === "object" && bent !== null && !Array.isArray(bent) ? bent : { x: bent } };
  };
  const batch = (size: number): string => {
    const messages = Array.from({ length: size }, (_, id) => {
      const [method, params] = oneOf(REQUESTS.filter(([name]) => name !== "initialize"));
      const { _meta, ...inside } = wrongInside({ params }).params as Record<string, unknown>;
      return { jsonrpc: "2.0", id, method, params: inside };
    });
    return JSON.stringify(messages);
  };
  const message = (): unknown => {
    const kind = below(20);
    if (kind === 0) return oneOf(WRONG);
    if (kind === 1) return { jsonrpc: "2.0", id: oneOf(IDS), result: oneOf(WRONG) };
    if (kind === 2) return { jsonrpc: "2.0", id: oneOf(IDS), error: oneOf([...WRONG, { code: "x", message: 1 }]) };
    if (kind === 3) return Array.from({ length: below(5) }, () => bend(request(), 3));
    return kind < 8 ? bend(request(), 1 + below(4)) : wrongInside(request());
  };
  const json = (): string => JSON.stringify(message()) ?? "undefined";

  /** Text with its bytes damaged. */
  const damage = (text: string): Buffer => {
    const bytes = Buffer.from(text);
    const at = below(bytes.length || 1);
    switch (below(8)) {
      case 0:
        return bytes.subarray(0, at);
      case 1:
        bytes[at] = below(256);
        return bytes;
      case 2:
        return Buffer.concat([bytes.subarray(0, at), Buffer.from([0xc3, 0x28, 0xff, 0xfe, 0x00]), bytes.subarray(at)]);
      case 3:
        return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
      case 4:
        return Buffer.concat([bytes, bytes]);
      case 5:
        return Buffer.concat([bytes, Buffer.from("\r")]);
      case 6:
        return Buffer.from(Array.from({ length: below(200) }, () => below(256)));
      default:
        return Buffer.from(text.replace(/"/g, oneOf(["'", '\\"', "“", ""])));
    }
  };
  /** A line feed inside would make two messages of it. */
  const inOneLine = (bytes: Buffer): Buffer => {
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at)) bytes[at] = 32;
    return bytes;
  };
  return { json, batch, bytes: () => inOneLine(next() < 0.25 ? damage(json()) : Buffer.from(json())), below, oneOf };
};
