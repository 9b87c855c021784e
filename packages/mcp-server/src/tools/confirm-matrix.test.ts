import { PassThrough } from "node:stream";
import { Client, type ElicitResult } from "@modelcontextprotocol/client";
import { createMcpHandler, type McpServerFactory } from "@modelcontextprotocol/server";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import { type Store, virtualClock } from "@zoom-webinar/foundation";
import { validInput } from "@zoom-webinar/testing/arbitrary-input";
import { connectLegacy, connectLegacyHttp, connectModern, postModern, type TestClient, YES } from "@zoom-webinar/testing/connect";
import { fakeAccount } from "@zoom-webinar/testing/fake-operations";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import { type AnyOperation, type Catalog, createSession, defineOperation, manifest, toEntry } from "@zoom-webinar/webinar-core/doors";
import { createEmulator, DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { createServerFactory } from "../server-factory.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const each of open.splice(0)) await each.close();
});

/** One operation of every effect; each records that it ran. */
const account = () => {
  const ran: string[] = [];
  const make = (effect: AnyOperation["effect"], emails: AnyOperation["emails"]) =>
    defineOperation({
      endpoints: [],
      scopes: { classic: [], granular: [] },
      idempotent: false,
      effect,
      emails,
      id: `things.${effect}${emails === "nobody" ? "" : "Mailing"}`,
      tool: `${effect}_thing${emails === "nobody" ? "" : "_mailing"}`,
      summary: `To ${effect} a thing.`,
      input: z.strictObject({ id: z.string().max(10) }),
      output: z.object({ done: z.string() }),
      async run({ id }) {
        ran.push(id);
        return { done: id };
      },
      describe: () => "Done",
    });
  const operations: readonly AnyOperation[] = [
    make("read", "nobody"),
    make("create", "nobody"),
    make("update", "nobody"),
    make("delete", "nobody"),
    make("create", "registrants"),
    make("update", "panelists"),
    make("delete", "registrants"),
  ];
  const catalog: Catalog = operations.map((operation) => ({ ...toEntry(operation), load: async () => operation }));
  return { catalog, ran };
};

const MODES = {
  "read-only": { safety: "read-only" },
  confirm: { safety: "confirm" },
  "confirm by person": { safety: "confirm", confirmBy: "person" },
  trusted: { safety: "trusted" },
} as const;
type Mode = keyof typeof MODES;

const never = new Promise<ElicitResult>(() => {});
const CLIENTS = {
  elicits: YES,
  declines: { action: "decline" },
  cancels: { action: "cancel" },
  cannot: null,
  "never returns": () => never as unknown as ElicitResult,
} as const;
type Behaviour = keyof typeof CLIENTS;

/** 2026-07-28 over the SDK's stdio, in this process. */
const connectStdio = async (factory: McpServerFactory, { answer = null }: { answer?: unknown } = {}): Promise<TestClient> => {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = serveStdio(factory, { transport: new StdioServerTransport(toServer, toClient) });
  const asked: string[] = [];
  const client = new Client(
    { name: "test", version: "1.0.0" },
    { capabilities: answer === null ? {} : { elicitation: { form: {} } }, versionNegotiation: { mode: "auto" } },
  );
  if (answer !== null)
    client.setRequestHandler("elicitation/create", ({ params }) => {
      asked.push(params.message);
      return (typeof answer === "function" ? answer() : answer) as ElicitResult;
    });
  let buffer = "";
  const transport: Parameters<typeof client.connect>[0] = {
    start: async () => {
      toClient.setEncoding("utf8").on("data", (part: string) => {
        buffer += part;
        const lines = buffer.split("\n");
        buffer = lines.pop() ?? "";
        for (const line of lines) transport.onmessage?.(JSON.parse(line));
      });
    },
    send: async (message) => void toServer.write(`${JSON.stringify(message)}\n`),
    close: async () => void toServer.end(),
  };
  await client.connect(transport);
  return { client, asked, close: () => client.close().then(() => server.close()) };
};

const TRANSPORTS = {
  "stdio, 2026": { connect: connectStdio, canAsk: true },
  "stdio, 2025": { connect: connectLegacy, canAsk: true },
  "HTTP, 2026": { connect: connectModern, canAsk: true },
  "HTTP, 2025": { connect: connectLegacyHttp, canAsk: false },
} as const;

type Outcome = "runs" | "is not there" | "asks, runs" | "asks, refuses" | "asks, waits" | "token, then runs" | "refuses, names the command";

/** What decision 5 says, written down once more and not computed by the code that it judges. */
const expected = (mode: Mode, tool: string, client: Behaviour, canAsk: boolean): Outcome => {
  if (mode === "read-only") return tool === "read_thing" ? "runs" : "is not there";
  if (mode === "trusted" || !/delete|mailing/.test(tool)) return "runs";
  if (!canAsk || client === "cannot") return mode === "confirm" ? "token, then runs" : "refuses, names the command";
  return client === "elicits" ? "asks, runs" : client === "never returns" ? "asks, waits" : "asks, refuses";
};

interface Shown {
  isError?: boolean;
  structuredContent?: { done?: string; error?: { code: string; hint?: string; details?: { confirm_token?: string } } };
}

/** Calls once, then once more with the token where there is one; says what happened. */
const outcomeOf = async ({ client, asked }: TestClient, ran: string[], tool: string, isWaiting: boolean): Promise<Outcome | string> => {
  const call = (args: object) =>
    client.callTool({ name: tool, arguments: { id: "1", ...args } }).then(
      (result) => result as Shown,
      (error: { code?: number }) => ({ thrown: error.code }),
    );
  const first = call({});
  if (isWaiting) {
    // Somebody who never answers: the call is still open when everybody else's is long done.
    await expect.poll(() => asked.length, { interval: 2 }).toBe(1);
    void first;
    return ran.length === 0 ? "asks, waits" : "ran unasked";
  }
  const result = await first;
  if ("thrown" in result) return result.thrown === -32602 && ran.length === 0 ? "is not there" : `threw ${result.thrown}`;
  const { error } = result.structuredContent ?? {};
  if (error === undefined) return ran.length === 1 ? (asked.length === 0 ? "runs" : "asks, runs") : `ran ${ran.length} times`;
  if (ran.length > 0 || result.isError !== true) return `ran, and answered ${error.code}`;
  if (error.code === "cancelled") return asked.length === 1 ? "asks, refuses" : `asked ${asked.length} times`;
  if (error.code !== "confirmation_required" || asked.length > 0) return error.code;
  const confirm_token = error.details?.confirm_token;
  if (confirm_token === undefined) return error.hint?.includes("zoom-webinar things") ? "refuses, names the command" : "refuses";
  const second = await call({ confirm_token });
  return !("thrown" in second) && second.structuredContent?.done === "1" && ran.length === 1 ? "token, then runs" : "token, then nothing";
};

const names = <T extends object>(table: T) => Object.keys(table) as (keyof T)[];

describe("confirmation matrix", () => {
  it.each(names(TRANSPORTS).flatMap((transport) => names(MODES).map((mode) => [transport, mode] as const)))("%s, %s", async (transport, mode) => {
    const { connect, canAsk } = TRANSPORTS[transport];
    for (const behaviour of names(CLIENTS)) {
      const { catalog, ran } = account();
      const factory = createServerFactory({ session: fakeSession(MODES[mode]), catalog, version: "1.0.0" });
      const answer = CLIENTS[behaviour] as Parameters<typeof connectModern>[1] extends { answer?: infer A } | undefined ? A : never;
      const connected = await connect(factory, answer === undefined ? {} : { answer });
      open.push(connected);
      const tools = catalog.map(({ tool }) => tool);
      const seen: Record<string, string> = {};
      for (const tool of tools) {
        ran.length = 0;
        connected.asked.length = 0;
        seen[tool] = await outcomeOf(connected, ran, tool, expected(mode, tool, behaviour, canAsk) === "asks, waits");
      }
      const wanted = Object.fromEntries(tools.map((tool) => [tool, expected(mode, tool, behaviour, canAsk)]));
      expect(seen, `a client that ${behaviour}`).toEqual(wanted);
    }
  });
});

describe("a confirmation that is not this one, in state and as token", () => {
  const DELETE = { name: "delete_thing", arguments: { id: "1" } };
  const setUp = () => {
    const clock = virtualClock();
    const { catalog, deleted } = fakeAccount();
    const session = fakeSession({ clock });
    const handlerOf = (principal: string, own = session) => {
      const handler = createMcpHandler(createServerFactory({ session: own, catalog, version: "1.0.0", principal }));
      open.push(handler);
      return handler;
    };
    return { clock, deleted, ours: handlerOf("ada"), theirs: handlerOf("eve"), elsewhere: handlerOf("ada", fakeSession({ clock })) };
  };
  type World = ReturnType<typeof setUp>;
  const flip = (text: string, at: number) => `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;

  const ATTACKS: Readonly<Record<string, (world: World, made: string) => { made: string; call?: object; on?: World["ours"] }>> = {
    expired: ({ clock }, made) => {
      clock.advance(5 * 60_000);
      return { made };
    },
    "tampered in its claims": (_world, made) => ({ made: flip(made, 10) }),
    "tampered in its signature": (_world, made) => ({ made: flip(made, made.length - 5) }),
    "from another server": ({ elsewhere }, made) => ({ made, on: elsewhere }),
    "somebody else's": ({ theirs }, made) => ({ made, on: theirs }),
    "widened to another target": (_world, made) => ({ made, call: { name: "delete_thing", arguments: { id: "2" } } }),
    "widened by an option": (_world, made) => ({ made, call: { name: "delete_thing", arguments: { id: "1", quietly: true } } }),
    "of another tool": (_world, made) => ({ made, call: { name: "mail_people", arguments: { people: ["a@example.com"] } } }),
  };

  describe.each(["state", "token"] as const)("%s", (carrier) => {
    const canAsk = { capabilities: carrier === "state" ? { elicitation: { form: {} } } : {} };
    const makeOne = async ({ ours }: World) => {
      const { body } = await postModern(ours, "tools/call", DELETE, canAsk);
      const shown = body.result as Shown & { requestState?: string };
      return (carrier === "state" ? shown.requestState : shown.structuredContent?.error?.details?.confirm_token) ?? "";
    };
    const use = ({ on, call, made }: { on: World["ours"]; call: { name: string; arguments: object }; made: string }) =>
      carrier === "state"
        ? postModern(on, "tools/call", { ...call, inputResponses: { confirm: YES }, requestState: made }, canAsk)
        : postModern(on, "tools/call", { ...call, arguments: { ...call.arguments, confirm_token: made } }, canAsk);

    it.each(names(ATTACKS))("%s runs nothing, and the good one still runs once", async (attack) => {
      const world = setUp();
      const good = await makeOne(world);
      const { made, call = DELETE, on = world.ours } = ATTACKS[attack]?.(world, good) ?? { made: "" };
      const { body } = await use({ on, call: call as typeof DELETE, made });
      expect(world.deleted).toEqual([]);
      expect(body.error?.code ?? (body.result as Shown).structuredContent?.error?.code).toBe(
        carrier === "state" && /expired|tampered|from another/.test(attack) ? -32602 : "confirmation_required",
      );
      if (attack === "expired") return;
      await use({ on: world.ours, call: DELETE, made: good });
      const replayed = await use({ on: world.ours, call: DELETE, made: good });
      expect((replayed.body.result as Shown).structuredContent?.error?.code).toBe("confirmation_required");
      expect(world.deleted).toEqual(["1"]);
    });

    it("sent twenty times at once runs once", async () => {
      const world = setUp();
      const made = await makeOne(world);
      await Promise.all(Array.from({ length: 20 }, () => use({ on: world.ours, call: DELETE, made })));
      expect(world.deleted).toEqual(["1"]);
    });
  });

  it.each([{ action: "decline" as const }, { action: "cancel" as const }, { action: "accept" as const, content: { confirm: false } }])(
    "no yes counts any more for a question that was answered with %j",
    async (no) => {
      const { ours, deleted } = setUp();
      const { requestState } = (await postModern(ours, "tools/call", DELETE)).body.result ?? {};
      const declined = await postModern(ours, "tools/call", { ...DELETE, inputResponses: { confirm: no }, requestState });
      expect((declined.body.result as Shown).structuredContent?.error?.code).toBe("cancelled");
      const late = await postModern(ours, "tools/call", { ...DELETE, inputResponses: { confirm: YES }, requestState });
      expect((late.body.result as Shown).structuredContent?.error?.code).toBe("confirmation_required");
      expect(deleted).toEqual([]);
    },
  );
});

describe("a client that never returns", () => {
  it("leaves nothing in the store but the signing key, however often it is asked", async () => {
    const written = new Set<string>();
    const session = fakeSession();
    const watch = (store: Store): Store => ({
      ...store,
      set: (key, ...rest) => store.set(key, ...rest).finally(() => written.add(key)),
      compareAndSet: (key, ...rest) => store.compareAndSet(key, ...rest).finally(() => written.add(key)),
    });
    const { catalog, deleted } = fakeAccount();
    const watched = fakeSession({ store: watch(session.store) });
    const handler = createMcpHandler(createServerFactory({ session: watched, catalog, version: "1.0.0" }));
    open.push(handler);
    for (const capabilities of [{ elicitation: { form: {} } }, {}])
      for (let turn = 0; turn < 20; turn += 1)
        await postModern(handler, "tools/call", { name: "delete_thing", arguments: { id: "1" } }, { capabilities });
    expect([...written]).toEqual(["confirmation:key"]);
    expect(deleted).toEqual([]);
  });

  it("is given up after five minutes if its call was held open, and nothing has run", async () => {
    // Transports take turns by setImmediate: only waiting is in our hands.
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    const { catalog, deleted } = fakeAccount();
    const factory = createServerFactory({ session: fakeSession(), catalog, version: "1.0.0" });
    const connected = await connectLegacy(factory, { answer: CLIENTS["never returns"] });
    open.push(connected);
    const call = connected.client.callTool({ name: "delete_thing", arguments: { id: "1" } }, { timeout: 3_600_000 }).then(
      (result) => result.isError,
      () => "thrown",
    );
    await vi.waitFor(() => expect(connected.asked).toHaveLength(1));
    let outcome: unknown;
    void call.then((ended) => {
      outcome = ended;
    });
    // Step by step: a limit that is set a moment later than we look passes all the same.
    for (let step = 0; step < 60 && outcome === undefined; step += 1) await vi.advanceTimersByTimeAsync(10_000);
    expect([true, "thrown"]).toContain(outcome);
    expect(connected.asked).toHaveLength(1);
    expect(deleted).toEqual([]);
  });
});

it("read-only sends only GET, whatever operation is called with whatever it takes", async () => {
  const emulator = createEmulator({ rateLimits: false });
  const session = createSession({
    credentials: { kind: "server-to-server", ...DEMO_CREDENTIALS },
    send: emulator.send,
    safety: "read-only",
    reveal: "host",
  });
  open.push(emulator);
  const { client, close } = await connectModern(createServerFactory({ session, version: "1.0.0", surface: "full" }));
  open.push({ close });
  for (const entry of manifest) {
    const operation = await entry.load();
    for (const input of fc.sample(validInput(operation), { numRuns: 2, seed: 20_270_115 })) {
      const called = client.callTool({ name: entry.tool, arguments: input });
      await (entry.effect === "read" ? called : expect(called, entry.tool).rejects.toMatchObject({ code: -32602 }));
    }
  }
  const sent = emulator.requests().filter(({ path }) => path.startsWith("/v2/"));
  expect(sent.length).toBeGreaterThan(50);
  expect(new Set(sent.map(({ method }) => method))).toEqual(new Set(["GET"]));
});
