import { readFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { createServerFactory, type RpcFault } from "@zoom-webinar/mcp-server";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { fakeAccount } from "@zoom-webinar/testing/fake-operations";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import { afterEach, describe, expect, it } from "vitest";
import { drainingStdio } from "./draining-stdio.ts";

interface Answer {
  id: unknown;
  result?: Record<string, unknown>;
  error?: { code: number; message: string };
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const initialize = (protocolVersion: string, id = 1) => ({
  jsonrpc: "2.0",
  id,
  method: "initialize",
  params: { protocolVersion, capabilities: {}, clientInfo: { name: "t", version: "1" } },
});
const ping = (id: number) => ({ jsonrpc: "2.0", id, method: "ping" });

/** A server in this process, on streams: what is written to it, and what it answers. */
const serve = () => {
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  const faults: RpcFault[] = [];
  const { catalog } = fakeAccount();
  const { transport, drained } = drainingStdio({ stdin, stdout, graceMs: 2_000, onFault: (fault) => faults.push(fault) });
  const connection = serveStdio(createServerFactory({ session: fakeSession(), catalog, version: "1.0.0" }), { transport });
  closers.push(() => connection.close());
  let text = "";
  stdout.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  return {
    faults,
    send: (bytes: string | Buffer) => void stdin.write(bytes),
    end: async (): Promise<(Answer | Answer[])[]> => {
      stdin.end();
      await drained;
      await turn();
      return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Answer | Answer[]]));
    },
    answers: () => text,
  };
};

/** What the table of the field says in words, as a check of what comes back. */
const RIGHT: Readonly<Record<string, (answers: readonly Answer[]) => void>> = {
  "a leading byte order mark is dropped: the normal answer": ([answer]) =>
    expect(answer).toMatchObject({ id: 1, result: { protocolVersion: "2025-11-25", serverInfo: { name: "zoom-webinar" } } }),
  "error -32700 with id null": ([answer]) => expect(answer).toMatchObject({ id: null, error: { code: -32700 } }),
  "as without params": ([answer]) => expect(answer?.result?.tools).toHaveLength(6),
  "error -32600 or -32602 with id 3": ([answer]) => {
    expect(answer?.id).toBe(3);
    expect([-32600, -32602]).toContain(answer?.error?.code);
  },
  "error -32600 with id null": ([answer]) => expect(answer).toMatchObject({ id: null, error: { code: -32600 } }),
  "error -32600": ([answer]) => expect(answer).toMatchObject({ error: { code: -32600 } }),
};

const TABLE = readFileSync(dataFile("raw-stdio.tsv"), "utf8");
const rows = TABLE.trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t") as [bytes: string, right: string]);

/** The table writes bytes as a programming language does; "…" stands for the rest of an ordinary message. */
const bytesOf = (written: string): Buffer => {
  const text = written.replace(/\{[^{}]*"method":"initialize",…\}/, JSON.stringify(initialize("2025-11-25")));
  return Buffer.from(text.replaceAll("\\n", "\n").replaceAll("\\xef\\xbb\\xbf", "\uFEFF"), "utf8");
};

describe("raw bytes on stdio", () => {
  it.each(rows)("%s gets its right answer: %s", async (written, right) => {
    const server = serve();
    server.send(bytesOf(written));
    const answers = (await server.end()).flat();
    expect(answers).toHaveLength(1);
    RIGHT[right]?.(answers);
    expect(Object.keys(RIGHT)).toContain(right);
    // With a line in the log for each error.
    expect(server.faults.map(({ error }) => error.code)).toEqual(answers.flatMap(({ error }) => (error ? [error.code] : [])));
  });

  /** Neighbours of the table: what is sent behind a good initialize, and the id and code of what is answered; null for no answer. */
  const NEIGHBOURS: readonly (readonly [what: string, line: string, answer: { id: unknown; code: number } | null])[] = [
    ["a version that is no 2.0", '{"jsonrpc":"1.0","id":5,"method":"ping"}', { id: 5, code: -32600 }],
    ["an id that is null", '{"jsonrpc":"2.0","id":null,"method":"ping"}', { id: null, code: -32600 }],
    ["an id that is a fraction", '{"jsonrpc":"2.0","id":1.5,"method":"ping"}', { id: null, code: -32600 }],
    ["an id that is an object", '{"jsonrpc":"2.0","id":{},"method":"ping"}', { id: null, code: -32600 }],
    ["no method", '{"jsonrpc":"2.0","id":6}', { id: 6, code: -32600 }],
    ["a method that is a number", '{"jsonrpc":"2.0","id":7,"method":1}', { id: 7, code: -32600 }],
    ["a method that nobody knows", '{"jsonrpc":"2.0","id":8,"method":"tools/lsit"}', { id: 8, code: -32601 }],
    ["params that are text", '{"jsonrpc":"2.0","id":9,"method":"tools/list","params":"all"}', { id: 9, code: -32602 }],
    ["a call without a name", '{"jsonrpc":"2.0","id":10,"method":"tools/call","params":{}}', { id: 10, code: -32602 }],
    [
      "arguments that are a list",
      '{"jsonrpc":"2.0","id":11,"method":"tools/call","params":{"name":"get_users","arguments":[]}}',
      { id: 11, code: -32602 },
    ],
    ["an empty batch", "[]", { id: null, code: -32600 }],
    ["a bare text", '"ping"', { id: null, code: -32600 }],
    ["a bare null", "null", { id: null, code: -32600 }],
    ["a comma too many", '{"jsonrpc":"2.0","id":12,"method":"ping",}', { id: null, code: -32700 }],
    ["single quotes", "{'jsonrpc':'2.0','id':13,'method':'ping'}", { id: null, code: -32700 }],
    ["two messages on a line", '{"jsonrpc":"2.0","id":14,"method":"ping"}{"jsonrpc":"2.0","id":15,"method":"ping"}', { id: null, code: -32700 }],
    ["a header of another protocol", "Content-Length: 52", { id: null, code: -32700 }],
    ["a notification that nobody knows", '{"jsonrpc":"2.0","method":"notifications/nothing"}', null],
    ["an answer that nobody asked for", '{"jsonrpc":"2.0","id":99,"result":{}}', null],
  ];
  it.each(NEIGHBOURS)("%s gets its right answer, and the next message is served", async (_what, line, right) => {
    const server = serve();
    server.send(`${JSON.stringify(initialize("2025-11-25"))}\n${line}\n${JSON.stringify(ping(100))}\n`);
    const answers = (await server.end()).flat() as Answer[];
    expect(answers.filter(({ id }) => id === 1 || id === 100)).toHaveLength(2);
    const others = answers.filter(({ id }) => id !== 1 && id !== 100).map(({ id, error }) => ({ id, code: error?.code }));
    expect(others).toEqual(right === null ? [] : [right]);
  });

  it("reads the last message also if the client closes its end without a line feed", async () => {
    const server = serve();
    server.send(JSON.stringify(initialize("2025-11-25")));
    expect(await server.end()).toMatchObject([{ id: 1, result: {} }]);
  });

  it("reads every message of an input that is longer than any buffer, the last one without a line feed", async () => {
    const server = serve();
    const filler = { params: { _meta: { filler: "x".repeat(2_000) } } };
    server.send(`${JSON.stringify(initialize("2025-11-25"))}\n`);
    server.send(Array.from({ length: 200 }, (_, id) => JSON.stringify({ ...ping(id + 2), ...filler })).join("\n"));
    expect((await server.end()).map((answer) => (answer as Answer).id)).toEqual(Array.from({ length: 201 }, (_, id) => id + 1));
    expect(server.faults).toEqual([]);
  });

  it("reads messages that come in pieces of one byte, with blank lines and carriage returns between them", async () => {
    const server = serve();
    for (const byte of Buffer.from(`\r\n\uFEFF${JSON.stringify(initialize("2025-11-25"))}\r\n \n${JSON.stringify(ping(2))}\n`))
      server.send(Buffer.from([byte]));
    expect((await server.end()).map((answer) => (answer as Answer).id)).toEqual([1, 2]);
    expect(server.faults).toEqual([]);
  });
});

describe("batches on stdio", () => {
  const batchUnder = async (revision: string, batch: unknown) => {
    const server = serve();
    server.send(`${JSON.stringify(initialize(revision))}\n`);
    await expect.poll(server.answers).toContain('"id":1');
    server.send(`${JSON.stringify(batch)}\n`);
    return (await server.end()).slice(1);
  };

  it("are answered together under revision 2025-03-26, each bad entry with its error", async () => {
    const list = { jsonrpc: "2.0", id: 3, method: "tools/list" };
    const [answers, ...more] = await batchUnder("2025-03-26", [ping(2), list, { id: 4 }, { jsonrpc: "2.0", method: "notifications/initialized" }]);
    expect(more).toEqual([]);
    expect((answers as Answer[]).map(({ id }) => id).sort()).toEqual([2, 3, 4]);
    expect((answers as Answer[]).find(({ id }) => id === 4)?.error?.code).toBe(-32600);
  });

  it.each(["2024-11-05", "2025-06-18", "2025-11-25"])("are refused as one under revision %s", async (revision) => {
    expect(await batchUnder(revision, [ping(2), ping(3)])).toMatchObject([{ id: null, error: { code: -32600 } }]);
  });
});

it("names the params that do not fit their method, for each method, in words of ours", async () => {
  const server = serve();
  server.send(`${JSON.stringify(initialize("2025-11-25"))}\n`);
  const bad = [
    ["completion/complete", {}],
    ["prompts/get", { name: 5 }],
    ["resources/read", {}],
    ["logging/setLevel", { level: "loud" }],
    ["tools/list", { cursor: 5 }],
    ["tools/call", { arguments: {} }],
  ];
  bad.forEach(([method, params], at) => void server.send(`${JSON.stringify({ jsonrpc: "2.0", id: 100 + at, method, params })}\n`));
  const answers = (await server.end()).flat().filter(({ id }) => Number(id) >= 100);
  expect(answers).toHaveLength(bad.length);
  for (const { error } of answers) {
    expect(error?.code).toBe(-32602);
    expect(error?.message).toMatch(/^Invalid params of [\w/]+: ".+" (is|are) missing or not of the right kind\.$/);
  }
});
