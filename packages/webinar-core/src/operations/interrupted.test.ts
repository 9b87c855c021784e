import type { Send } from "@zoom-webinar/auth";
import { HOST } from "@zoom-webinar/testing/emulated";
import { afterEach, describe, expect, it } from "vitest";
import type { AnyOperation } from "../operation/operation.ts";
import { addresses, type ImportWorld, importWorld } from "../test/import-world.ts";
import { operations } from "./index.ts";

const { registrants, panelists, webinars } = operations;

let world: ImportWorld;
afterEach(() => world.remove());

const isWrite = ({ method, url }: Parameters<Send>[0]) => method !== "GET" && !url.includes("/oauth/");

/** Runs an operation whose caller stops it as its n-th write is sent. */
const interruptedAt = async (
  nth: number,
  operation: AnyOperation,
  inputOf: (world: ImportWorld) => Promise<unknown>,
  registration: "automatic" | "manual" = "automatic",
) => {
  const stop = new AbortController();
  let writes = Number.NEGATIVE_INFINITY;
  const wrap =
    (send: Send): Send =>
    (request) => {
      if (isWrite(request)) writes += 1;
      if (writes === nth) stop.abort();
      return send(request);
    };
  world = await importWorld({ wrap, registration });
  const input = await inputOf(world);
  writes = 0;
  return world.run(operation, input, undefined, { signal: stop.signal }).then(
    (output) => ({ output }),
    (error: unknown) => error,
  );
};

const FILES = ["a", "b", "c"].map((name) => ({
  name: `${name}.yaml`,
  text: `host: ${HOST}\ntopic: ${name}\nstart_time: 2027-03-01T10:00\npanelists: [{ name: Linus, email: linus@example.com }]\n`,
}));

const added = async ({ run, webinar_id }: ImportWorld): Promise<string[]> => {
  for (const email of addresses(3)) await run(registrants.add, { webinar_id, email, first_name: "Ada" });
  return addresses(3);
};

const invited = Array.from({ length: 35 }, (_, at) => ({ name: `Person ${at}`, email: `person${at}@example.com` }));

describe("work in several steps that is interrupted after the first", () => {
  it.each([
    [2, "0 of 3 webinars are done; a.yaml is done in part."],
    [3, "1 of 3 webinars is done; b.yaml may be."],
    [4, "1 of 3 webinars is done; b.yaml is done in part."],
    [6, "2 of 3 webinars are done; c.yaml is done in part."],
  ])("says so of files that are applied: at write %i, %s", async (nth, said) => {
    const error = await interruptedAt(nth, webinars.apply, async () => ({ files: FILES }));
    expect(error).toMatchObject({
      code: "cancelled",
      message: `Interrupted. ${said}`,
      hint: "Apply the same files again: it finds what is done, and continues from there.",
      details: { webinars: [{ file: "a.yaml" }, { file: "b.yaml" }, { file: "c.yaml" }] },
    });
    const soon = await world.run(webinars.apply, { files: FILES }).catch((failure: Error) => failure);
    expect(soon instanceof Error ? soon.message : "").not.toMatch(/-\d/);
    // By then Zoom's lists show whether the write that was stopped was done.
    world.clock.advance(180_000);
    await world.run(webinars.apply, { files: FILES });
    const again = await world.run(webinars.apply, { files: FILES });
    expect(again.webinars.map(({ applied }) => applied)).toEqual([0, 0, 0]);
    expect((await world.emulator.state.webinars()).filter(({ topic }) => ["a", "b", "c"].includes(topic))).toHaveLength(3);
  });

  const CASES: readonly (readonly [string, AnyOperation, number, (world: ImportWorld) => Promise<unknown>, RegExp])[] = [
    [
      "copies",
      webinars.clone,
      2,
      async ({ webinar_id }) => ({ webinar_id, dates: "start_time\n2027-06-01T10:00\n2027-06-02T10:00\n" }),
      /^Interrupted\. 1 of 2 copies were made\.$/,
    ],
    [
      "erasures",
      registrants.delete,
      2,
      async (open) => ({ webinar_id: open.webinar_id, registrant_ids: await added(open) }),
      /^Interrupted\. 1 of 3 registrants was erased; 1 may have been; 1 was not tried\.$/,
    ],
    [
      "invitations",
      panelists.add,
      2,
      async ({ webinar_id }) => ({ webinar_id, panelists: invited }),
      /^Interrupted\. 30 of 35 panelists were added; 5 may have been\.$/,
    ],
    [
      "a panelist's replacement",
      panelists.replace,
      2,
      async ({ run, webinar_id }) => {
        await run(panelists.add, { webinar_id, panelists: invited.slice(0, 1) });
        return { webinar_id, panelist_id: "person0@example.com", email: "new@example.com", name: "New" };
      },
      /^Interrupted\. new@example\.com was invited, but person0@example\.com is still a panelist\.$/,
    ],
    [
      "a webinar from a sentence",
      webinars.createFromSentence,
      2,
      async () => ({ prompt: `webinar "Tides" on 2027-06-01 at 10:00, hosted by ${HOST}, panelist linus@example.com` }),
      /^Interrupted\. Webinar \d+ was created; 0 of 1 panelist was added; 1 may have been\.$/,
    ],
  ];
  it.each(CASES)("says so of %s, with the way on", async (_what, operation, nth, inputOf, said) => {
    expect(await interruptedAt(nth, operation, inputOf)).toMatchObject({
      code: "cancelled",
      message: expect.stringMatching(said),
      hint: expect.stringMatching(/\.$/),
    });
  });

  it.each(["approve", "cancel"] as const)("counts apart what a decision to %s did, and the same call goes on", async (action) => {
    const people = Array.from({ length: 65 }, (_none, at) => `person${at}@example.com`);
    const input = async ({ webinar_id, run }: ImportWorld) => {
      for (const email of people) await run(registrants.add, { webinar_id, email, first_name: "Ada" });
      return { webinar_id, registrants: people };
    };
    const error = await interruptedAt(2, registrants[action], input, action === "approve" ? "manual" : "automatic");
    const done = { approve: "approved", cancel: "cancelled" }[action];
    expect(error).toMatchObject({
      code: "cancelled",
      message: `Interrupted. 30 of 65 registrants were ${done}; 30 may have been; 5 were not tried.`,
      hint: "In a minute, run the same command again: whoever is done is left out.",
    });
    const { items } = (error as { details: { items: { outcome: string; message: string | null }[] } }).details;
    expect(items.map(({ outcome }) => outcome)).toEqual([
      ...Array<string>(30).fill("done"),
      ...Array<string>(30).fill("unknown"),
      ...Array<string>(5).fill("not_tried"),
    ]);
    expect(items.at(-1)?.message).toBe("not tried");
    world.clock.advance(180_000);
    const again = await world.run(registrants[action], { webinar_id: world.webinar_id, registrants: people });
    expect(again.results.filter(({ outcome }) => outcome === "skipped").length).toBeGreaterThanOrEqual(30);
  });

  it.each(["their addresses", "their IDs"])("erases the others if the same call, with %s, comes again", async (by) => {
    let named: string[] = [];
    await interruptedAt(2, registrants.delete, async (open) => {
      named = await added(open);
      if (by === "their IDs") {
        const { registrants: listed } = await open.run(registrants.list, { webinar_id: open.webinar_id });
        named = listed.map(({ id }) => id ?? "");
      }
      return { webinar_id: open.webinar_id, registrant_ids: named };
    });
    world.clock.advance(180_000);
    const { results } = await world.run(registrants.delete, { webinar_id: world.webinar_id, registrant_ids: named });
    expect(results.map(({ outcome }) => outcome)).not.toContain("failed");
    const { registrants: left } = await world.run(registrants.list, { webinar_id: world.webinar_id });
    expect(left).toEqual([]);
  });
});
