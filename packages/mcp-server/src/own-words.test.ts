import { createMcpHandler } from "@modelcontextprotocol/server";
import { memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { validInput } from "@zoom-webinar/testing/arbitrary-input";
import { postModern } from "@zoom-webinar/testing/connect";
import type { SessionOptions } from "@zoom-webinar/webinar-core";
import { createSession, manifest } from "@zoom-webinar/webinar-core/doors";
import { createEmulator, DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { createServerFactory } from "./server-factory.ts";

const clock = virtualClock(Date.UTC(2027, 0, 15, 12), { autoAdvance: true });
const emulator = createEmulator({ rateLimits: false, clock });
const serverOf = (options: Partial<SessionOptions>) =>
  createMcpHandler(
    createServerFactory({
      session: createSession({ store: memoryStore({ clock }), clock, ...options }),
      version: "1.0.0",
      surface: "full",
      outputSchemas: true,
    }),
  );
const credentials = { kind: "server-to-server", ...DEMO_CREDENTIALS } as const;
const servers = {
  "without credentials": serverOf({ safety: "trusted" }),
  "with the emulator": serverOf({ credentials, send: emulator.send, safety: "trusted" }),
  "asking first": serverOf({ credentials, send: emulator.send, safety: "confirm" }),
};
afterAll(() => Promise.all([...Object.values(servers).map((server) => server.close()), emulator.close()]));

const ask = async (server: keyof typeof servers, method: string, params: Record<string, unknown>) =>
  JSON.stringify((await postModern(servers[server], method, params, { capabilities: {} })).body);
const call = (server: keyof typeof servers, name: string, input: unknown) => ask(server, "tools/call", { name, arguments: input });

const IDS = manifest.map(({ id }) => id.replace(".", "\\.")).join("|");
/** What somebody knows who has the repository, and an assistant has not: library calls and pages. A skill's page is a resource that it can read. */
const REPOSITORY = new RegExp(
  `(?<![\\w.])(?:zoom\\.)?(?:${IDS})\\b|\\bzoom\\.\\w+\\(|\\bawait \\w|\\b(?![\\w/-]*SKILL\\.md)[\\w/-]+\\.md\\b|\\bREADME\\b|\\bCONTRIBUTING\\b`,
);
const namesOfTheRepository = (text: string) => new RegExp(REPOSITORY, "g").exec(text)?.[0] ?? null;

const WEBINAR = { webinar_id: "82834512568", webinar_uuid: "91974973765" };
const inputsOf = async (entry: (typeof manifest)[number]): Promise<unknown[]> => {
  const operation = await entry.load();
  const sampled: unknown[] = fc.sample(validInput(operation), { numRuns: 4, seed: 20_270_115 });
  const known = sampled.map((input) => ({
    ...(input as object),
    ...Object.fromEntries(Object.entries(WEBINAR).filter(([name]) => name in (input as object))),
  }));
  return [...known, { no_such_field: 1 }, {}];
};

describe.each(manifest.map((entry) => [entry.tool, entry] as const))("%s", (tool, entry) => {
  it("never names a library call or a page of the repository", async () => {
    for (const input of await inputsOf(entry))
      for (const server of ["without credentials", "with the emulator", "asking first"] as const)
        expect(namesOfTheRepository(await call(server, tool, input)), `${server}: ${JSON.stringify(input)}`).toBeNull();
  });

  it("our own words have no fence and no warning", async () => {
    for (const input of await inputsOf(entry)) {
      const answer = await call("without credentials", tool, input);
      expect(answer).not.toMatch(/<data-|untrusted_text":"/);
    }
  });
});

it("names no library call in a note that follows what was done", async () => {
  const host = { user_id: "ada@example.com" };
  const { result: made } = JSON.parse(await call("with the emulator", "create_webinar", { ...host, topic: "Tides" }));
  const saved = { ...host, webinar_id: made.structuredContent.webinar.id, name: "Tides" };
  const { result: template } = JSON.parse(await call("with the emulator", "create_webinar_template", saved));
  const input = { ...host, topic: "Tides", template_id: template.structuredContent.id };
  const { result } = JSON.parse(await call("with the emulator", "create_webinar", input));
  expect(result.structuredContent.notes).toContainEqual(expect.stringMatching(/template carries/));
  expect(namesOfTheRepository(JSON.stringify(result))).toBeNull();
});

it("lists and finds tools without a library call or a page of the repository", async () => {
  for (const method of ["tools/list", "resources/list", "resources/templates/list", "prompts/list"])
    expect(namesOfTheRepository(await ask("with the emulator", method, {})), method).toBeNull();
  for (const { tool } of manifest) expect(namesOfTheRepository(await call("with the emulator", "find_operations", { words: tool })), tool).toBeNull();
});

it("knows a library call and a page when it sees one", () => {
  for (const text of ["call zoom.webinars.list()", "webinars.list has the rest", "see docs/errors.md", "as the README says"])
    expect(namesOfTheRepository(text)).not.toBeNull();
  for (const text of ["list_webinars", "settings.on_demand", "zoom.us", "users list"]) expect(namesOfTheRepository(text)).toBeNull();
});
