import { PassThrough } from "node:stream";
import { createMcpHandler } from "@modelcontextprotocol/server";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import { postModern } from "@zoom-webinar/testing/connect";
import { fakeAccount } from "@zoom-webinar/testing/fake-operations";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import { afterEach, describe, expect, it } from "vitest";
import { createServerFactory } from "../server-factory.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const setUp = () => {
  const account = fakeAccount();
  const factory = createServerFactory({ session: { ...fakeSession(), safety: "confirm" as const }, catalog: account.catalog, version: "1.0.0" });
  return { account, factory };
};
const CALL = { name: "delete_thing", arguments: { id: "1" } };

/** Answers that no client should send; none of them is a yes, a no or a wish to be asked again. */
const MALFORMED: readonly unknown[] = [
  {},
  { action: "yes" },
  { action: true },
  { action: "accept", content: { confirm: "true" } },
  { action: "accept", content: { confirm: 1 } },
  { content: { confirm: true } },
  { roots: [] },
];

/** What a client says that declared elicitation and cannot do it. */
const REFUSAL = { code: -32601, message: "Method not found" };

interface Message {
  id?: unknown;
  method?: string;
  params?: unknown;
  result?: { isError?: boolean; structuredContent?: { error?: { code: string } } };
  error?: { code: number };
}

describe("an answer to our question that cannot be read", () => {
  it.each([...MALFORMED, null, "accept", []].map((answer) => [JSON.stringify(answer), answer] as const))(
    "ends the call at once: %s (2026)",
    async (_shown, answer) => {
      const { account, factory } = setUp();
      const handler = createMcpHandler(factory);
      open.push(handler);
      const { body: asked } = await postModern(handler, "tools/call", CALL);
      const [question = ""] = Object.keys(asked.result?.inputRequests ?? {});
      expect(question).not.toBe("");
      const { requestState } = asked.result ?? {};
      const reply = (inputResponses: unknown) => postModern(handler, "tools/call", { ...CALL, requestState, inputResponses });
      const { body } = await reply({ [question]: answer });
      expect(body.result?.inputRequests).toBeUndefined();
      if (body.error === undefined)
        expect(body.result).toMatchObject({
          isError: true,
          structuredContent: { error: { code: expect.stringMatching(/^(input_invalid|cancelled)$/) } },
        });
      // The question is spent: a yes that comes later counts for nothing.
      await reply({ [question]: { action: "accept", content: { confirm: true } } });
      expect(account.deleted).toEqual([]);
    },
  );

  it.each([...MALFORMED, REFUSAL].map((answer) => [JSON.stringify(answer), answer] as const))(
    "ends the call at once: %s (2025, stdio)",
    async (_shown, answer) => {
      const { account, factory } = setUp();
      const [stdin, stdout] = [new PassThrough(), new PassThrough()];
      open.push(serveStdio(factory, { transport: new StdioServerTransport(stdin, stdout) }));
      const messages: Message[] = [];
      const send = (message: object) => void stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
      stdout.setEncoding("utf8").on("data", (text: string) => {
        for (const line of text.split("\n").filter(Boolean)) {
          const message = JSON.parse(line) as Message;
          messages.push(message);
          if (message.method === "elicitation/create")
            send(answer === REFUSAL ? { id: message.id, error: REFUSAL } : { id: message.id, result: answer });
        }
      });
      const clientInfo = { name: "t", version: "1" };
      send({ id: 1, method: "initialize", params: { protocolVersion: "2025-11-25", capabilities: { elicitation: {} }, clientInfo } });
      send({ method: "notifications/initialized" });
      send({ id: 2, method: "tools/call", params: CALL });
      await expect.poll(() => messages.find(({ id, method }) => id === 2 && method === undefined), { timeout: 5_000 }).toBeDefined();
      const answered = messages.find(({ id, method }) => id === 2 && method === undefined);
      expect(answered?.result).toMatchObject({
        isError: true,
        structuredContent: { error: { code: expect.stringMatching(/^(input_invalid|cancelled)$/) } },
      });
      expect(JSON.stringify(answered)).not.toMatch(/Fulfilling|invalid_/);
      expect(messages.filter(({ method }) => method === "elicitation/create")).toHaveLength(1);
      expect(account.deleted).toEqual([]);
    },
  );
});
