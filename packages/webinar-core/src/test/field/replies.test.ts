import { readdirSync, readFileSync } from "node:fs";
import { isZoomWebinarError, memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { NOW } from "@zoom-webinar/testing/emulated";
import { expect, test } from "vitest";
import type { AnyOperation } from "../../operation/operation.ts";
import { operations } from "../../operations/index.ts";
import { runOperation } from "../../run.ts";
import { createSession } from "../../session/session.ts";

/** A reply as Zoom's own servers or other clients' test data hold it. `also` answers what the operation reads besides. */
interface FieldReply {
  name: string;
  op: string;
  input: Readonly<Record<string, unknown>>;
  method: string;
  path: string;
  status: number;
  /** "ok", or "error:" and the codes that are right. */
  expect: string;
  body?: unknown;
  raw?: string;
  also?: readonly { method: string; path: string; status?: number; body: unknown }[];
  /** Fields that the output may leave out: Zoom does not document them, or the operation withholds them. */
  may_lose?: readonly string[];
}

const FOLDER = dataFile("field/replies/");
const replies: readonly FieldReply[] = readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as FieldReply);
const byId = new Map<string, AnyOperation>(
  Object.values(operations).flatMap((verbs) => Object.values(verbs).map((op): [string, AnyOperation] => [op.id, op])),
);

const matches = (asked: { method: string; url: string }, { method, path }: { method: string; path: string }) =>
  new RegExp(`^${method} /v2${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(`${asked.method} ${new URL(asked.url).pathname}`);

const run = (op: AnyOperation, reply: FieldReply): Promise<unknown> => {
  const clock = virtualClock(NOW, { autoAdvance: true });
  const answers = [
    { ...reply, text: reply.raw ?? JSON.stringify(reply.body) },
    ...(reply.also ?? []).map((more) => ({ status: 200, ...more, text: JSON.stringify(more.body) })),
  ];
  const send = async (request: { method: string; url: string }) => {
    const answer = answers.find((candidate) => matches(request, candidate));
    if (answer === undefined) throw new Error(`${reply.name} has no answer to ${request.method} ${request.url}`);
    return { status: answer.status, headers: {}, text: answer.text };
  };
  const credentials = { kind: "access-token", accessToken: "field" } as const;
  const input = op.short === undefined ? reply.input : { ...reply.input, full: true };
  return runOperation(op, input, createSession({ send, credentials, clock, store: memoryStore({ clock }), reveal: "host" }));
};

const isInstant = (text: string) => /^\s*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text);
/** Times compare as instants (without a zone they mean UTC), everything else as text. */
const plain = (value: unknown): string => {
  const text = String(value).trim();
  if (!isInstant(text)) return text;
  return new Date(/Z$|[+-]\d{2}:?\d{2}$/.test(text) ? text : `${text.replace(" ", "T")}Z`).toISOString();
};
const textsOf = (value: unknown, but: ReadonlySet<string> = new Set()): string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => (but.has(key) ? [] : textsOf(inner, but)))
    : value === null || value === undefined || String(value).trim() === ""
      ? []
      : [plain(value)];

/** Counts of pages say nothing of the account. */
const PAGING = ["page_count", "page_number", "page_size"];
/** What the whole answer of an operation does not say again. */
const LOSES: Readonly<Record<string, readonly string[]>> = { "registrants.add": ["id"] };
const losses = ({ op, may_lose = [] }: FieldReply): ReadonlySet<string> => new Set([...PAGING, ...may_lose, ...(LOSES[op] ?? [])]);

const rowsOf = (value: unknown, but: ReadonlySet<string> = new Set()): number =>
  Math.max(0, ...Object.entries(value as object).map(([key, inner]) => (Array.isArray(inner) && !but.has(key) ? inner.length : 0)));

test.each(replies.map((reply): [string, FieldReply] => [reply.name, reply]))("reads the reply %s", async (_name, reply) => {
  const op = byId.get(reply.op);
  if (op === undefined) throw new Error(`${reply.op} is no operation`);
  if (reply.expect !== "ok") {
    const error = await run(op, reply).catch((thrown: unknown) => thrown);
    expect(reply.expect.replace("error:", "").split("|")).toContain(isZoomWebinarError(error) ? error.code : error);
    return;
  }
  const output = await run(op, reply);
  expect(op.output.safeParse(output).error?.issues ?? []).toEqual([]);
  const kept = textsOf(output).join("\n");
  for (const text of textsOf(reply.body, losses(reply))) expect(kept).toContain(text);
  expect(rowsOf(output)).toBeGreaterThanOrEqual(rowsOf(reply.body, losses(reply)));
  // Every time in the output is an instant, whatever the reply wrote, but for the wall times that we put beside them.
  for (const text of JSON.stringify(output, (name, value) => (name === "local_start" ? undefined : value)).match(
    /"\s*\d{4}-\d{2}-\d{2}[T ][^"]*"/g,
  ) ?? [])
    expect(text).toMatch(/^"\S+Z"$/);
});
