import { PassThrough } from "node:stream";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { createServerFactory } from "@zoom-webinar/mcp-server";
import { fakeAccount } from "@zoom-webinar/testing/fake-operations";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import { afterEach, describe, expect, it, vi } from "vitest";
import { drainingStdio } from "./draining-stdio.ts";

interface Message {
  id?: unknown;
  method?: string;
  result?: { isError?: boolean; structuredContent?: { error: { code: string; message: string } } };
  error?: { code: number };
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const close of closers.splice(0)) await close();
});

const TO_DELETE = { method: "tools/call", params: { name: "delete_thing", arguments: { id: "1" } } };

/** A server whose call with id 11 has asked the person, and what came out so far. */
const asking = async () => {
  const account = fakeAccount();
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const { transport, end, drained } = drainingStdio({ stdin, stdout, graceMs: 5_000 });
  const session = { ...fakeSession(), safety: "confirm" as const };
  const connection = serveStdio(createServerFactory({ session, catalog: account.catalog, version: "1.0.0" }), { transport });
  closers.push(() => connection.close());
  const messages: Message[] = [];
  stdout.setEncoding("utf8").on("data", (text: string) =>
    messages.push(
      ...text
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    ),
  );
  const send = (message: object) => void stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  const clientInfo = { name: "t", version: "1" };
  send({ id: 10, method: "initialize", params: { protocolVersion: "2025-06-18", capabilities: { elicitation: {} }, clientInfo } });
  send({ method: "notifications/initialized" });
  send({ id: 11, ...TO_DELETE });
  const questions = () => messages.flatMap(({ id, method }) => (method === "elicitation/create" ? [Number(id)] : []));
  await vi.waitFor(() => expect(questions()).toHaveLength(1), { timeout: 5_000 });
  const [question = -1] = questions();
  const answersTo = (wanted: unknown) => messages.filter(({ id, method }) => method === undefined && id === wanted);
  return { account, stdin, end, drained, send, messages, questions, question, answersTo };
};

type Asking = Awaited<ReturnType<typeof asking>>;

/** The call ended in words of ours, nothing went out under the id of our question, and nothing was done. */
const expectEnded = async ({ account, answersTo, question }: Asking): Promise<void> => {
  await vi.waitFor(() => expect(answersTo(11)).toHaveLength(1), { timeout: 5_000 });
  const [answer] = answersTo(11);
  expect(answer?.result).toMatchObject({ isError: true, structuredContent: { error: { code: "input_invalid" } } });
  expect(answer?.result?.structuredContent?.error.message).toContain("nothing was changed");
  expect(answersTo(question)).toEqual([]);
  expect(account.deleted).toEqual([]);
};

const AGREED = '{"action":"accept","content":{"confirm":true}}';

describe("an answer of the client's that is no message", () => {
  it.each([
    ["a result that is null", (id: number) => `{"jsonrpc":"2.0","id":${id},"result":null}`],
    ["a result that is a text", (id: number) => `{"jsonrpc":"2.0","id":"${id}","result":"accept"}`],
    ["an error that is a text", (id: number) => `{"jsonrpc":"2.0","id":${id},"error":"no"}`],
    ["a result and an error", (id: number) => `{"jsonrpc":"2.0","id":${id},"result":${AGREED},"error":{"code":1,"message":"no"}}`],
    ["neither result nor error", (id: number) => `{"jsonrpc":"2.0","id":${id}}`],
    ["no version", (id: number) => `{"id":${id},"result":${AGREED}}`],
    ["an id that is null", () => `{"jsonrpc":"2.0","id":null,"result":${AGREED}}`],
    ["no id", () => `{"jsonrpc":"2.0","result":${AGREED}}`],
    ["the bare answer", () => AGREED],
    ["a bare text", () => '"accept"'],
    ["a word", () => "yes"],
    ["an answer that is cut off", (id: number) => `{"jsonrpc":"2.0","id":${id},"result":{"action":"acc`],
    ["an answer that is cut off within its id", () => `{"jsonrpc":"2.0","id":`],
    [
      "an answer that is cut off, and a request on the same line",
      (id: number) => `{"jsonrpc":"2.0","id":${id},"res{"jsonrpc":"2.0","id":9,"method":"ping"}`,
    ],
    ["an answer with a comma too many", (id: number) => `{"result":${AGREED},"id":${id},"jsonrpc":"2.0",}`],
  ])("ends the call that waits for it at once, and is not answered under an id of ours: %s", async (_what, answer) => {
    const server = await asking();
    server.stdin.write(`${answer(server.question)}\n`);
    await expectEnded(server);
    server.send({ id: 12, method: "ping" });
    await vi.waitFor(() => expect(server.answersTo(12)).toHaveLength(1));
  });

  it.each([
    ["a request that is cut off", '{"jsonrpc":"2.0","method":"tools/call","id":'],
    ["an answer to another request", '{"jsonrpc":"2.0","id":77,"result":null}'],
    ["an answer to another request that is cut off", '{"jsonrpc":"2.0","id":77,"result":{"act'],
  ])("leaves the question alone, which a person still answers: %s", async (_what, line) => {
    const server = await asking();
    server.stdin.write(`${line}\n`);
    server.send({ id: server.question, result: JSON.parse(AGREED) });
    await vi.waitFor(() => expect(server.answersTo(11)).toHaveLength(1), { timeout: 5_000 });
    expect(server.account.deleted).toEqual(["1"]);
  });

  it("ends none of several questions if it names none of them", async () => {
    const server = await asking();
    server.send({ id: 12, ...TO_DELETE });
    await vi.waitFor(() => expect(server.questions()).toHaveLength(2), { timeout: 5_000 });
    server.stdin.write("yes\n");
    server.send({ id: 13, method: "ping" });
    await vi.waitFor(() => expect(server.answersTo(13)).toHaveLength(1));
    expect([...server.answersTo(11), ...server.answersTo(12)]).toEqual([]);
  });
});

describe("half a line in place of an answer", () => {
  const half = (id: number) => `{"jsonrpc":"2.0","id":${id},"result":{"action":"acc`;

  it("is no answer: the question waits as it does in silence, five minutes, and then its call ends", async () => {
    const server = await asking();
    vi.useFakeTimers();
    // The question's own time began before: asked anew, its five minutes are these.
    server.send({ id: 12, ...TO_DELETE });
    await vi.waitFor(() => expect(server.questions()).toHaveLength(2));
    server.stdin.write(half(server.questions()[1] ?? -1));
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    expect(server.answersTo(12)).toEqual([]);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(server.answersTo(12)).toMatchObject([{ result: { isError: true, structuredContent: { error: { code: "input_invalid" } } } }]);
    expect(server.account.deleted).toEqual([]);
  });

  it("counts once the rest of the line is there", async () => {
    const server = await asking();
    server.stdin.write(half(server.question));
    await new Promise(setImmediate);
    server.stdin.write('ept","content":{"confirm":true}}}\n');
    await vi.waitFor(() => expect(server.answersTo(11)).toHaveLength(1), { timeout: 5_000 });
    expect(server.account.deleted).toEqual(["1"]);
  });

  it("ends with the input: the call is answered, and nothing is waited for", async () => {
    const server = await asking();
    server.stdin.end(half(server.question));
    const startedMs = performance.now();
    await server.drained;
    expect(performance.now() - startedMs).toBeLessThan(2_000);
    await expectEnded(server);
  });
});

describe("a question that nobody can answer any more", () => {
  it.each([
    ["the input ends", ({ stdin }: Asking) => void stdin.end()],
    ["the server is stopped", ({ end }: Asking) => end()],
  ])("ends its call at once, with an answer: %s", async (_what, stop) => {
    const server = await asking();
    const startedMs = performance.now();
    stop(server);
    await server.drained;
    expect(performance.now() - startedMs).toBeLessThan(2_000);
    await expectEnded(server);
  });
});
