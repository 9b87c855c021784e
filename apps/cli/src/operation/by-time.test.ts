import { createSession, manifest, runOperation, runPages } from "@zoom-webinar/webinar-core/doors";
import { DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { describe, expect, it } from "vitest";
import { cliOf, clockOfCommands, demoZoom } from "../test/run-cli.ts";

const TOPICS = {
  "in two weeks": "2026-12-04T09:00:00Z",
  "last month": "2026-10-20T09:00:00Z",
  "no time": null,
  tomorrow: "2026-11-21T09:00:00Z",
  "last year": "2025-11-20T09:00:00Z",
  "running now": "2026-11-20T11:30:00Z",
  "next week": "2026-11-27T09:00:00Z",
} as const;
const GIVEN = Object.keys(TOPICS);
const IN_ORDER = ["running now", "tomorrow", "next week", "in two weeks", "no time", "last month", "last year"];

/** Zoom with these webinars in pages of so many, in an order that is not that of time. */
const zoomWith = (size: number) => {
  const zoom = demoZoom();
  const rows = Object.entries(TOPICS).map(([topic, start_time], at) => ({
    id: 95_312_345_600 + at,
    topic,
    type: start_time === null ? 6 : 5,
    duration: 60,
    timezone: "UTC",
    ...(start_time === null ? {} : { start_time }),
  }));
  const emulator: typeof zoom = {
    ...zoom,
    send: async (request) => {
      const url = new URL(request.url);
      if (!url.pathname.endsWith("/webinars")) return zoom.send(request);
      const from = Number(url.searchParams.get("next_page_token") ?? 0);
      const next_page_token = from + size < rows.length ? String(from + size) : "";
      return {
        status: 200,
        headers: {},
        text: JSON.stringify({ webinars: rows.slice(from, from + size), next_page_token, total_records: rows.length }),
      };
    },
  };
  return emulator;
};
const listing = (size: number) => cliOf({ catalog: manifest, emulator: zoomWith(size) });
const topicsOf = (stdout: string): string[] => [...stdout.matchAll(new RegExp(GIVEN.join("|"), "g"))].map(([topic]) => topic);
const LIST = "webinars list --host ada@example.com";

describe("a list of webinars", () => {
  it.each(["", "--csv", "--tsv", "--json", "--jsonl"])("is in order of time, what is over last: %s", async (format) => {
    const { stdout, stderr } = await listing(10)(`${LIST} ${format}`);
    expect(topicsOf(stdout)).toEqual(IN_ORDER);
    expect(stderr).not.toContain("There is more");
  });

  it.each(["", "--csv", "--json", "--jsonl"])("is in order of time over all pages that are read: %s", async (format) => {
    const { stdout } = await listing(2)(`${LIST} --all ${format}`);
    expect(topicsOf(stdout)).toEqual(IN_ORDER);
  });

  it("puts one page in order, and says that there are more; the token leads on as before", async () => {
    const cli = listing(4);
    const { stdout, stderr } = await cli(LIST);
    expect(topicsOf(stdout)).toEqual(["tomorrow", "in two weeks", "no time", "last month"]);
    expect(stderr).toContain("Only what this page holds is in order of time. There is more: add --all, or --next-page-token 4");
    const next = await cli(`${LIST} --next-page-token 4`);
    expect(topicsOf(next.stdout)).toEqual(["running now", "next week", "last year"]);
  });

  it("shows in order what it has if it stops before the end", async () => {
    const { stdout, stderr } = await listing(2)(`${LIST} --all --max-pages 2`);
    expect(topicsOf(stdout)).toEqual(["tomorrow", "in two weeks", "no time", "last month"]);
    expect(stderr).toContain("Not complete: stopped after 4 rows in 2 pages. Go on with --next-page-token 4");
  });

  it("is in plain order of time between two dates", async () => {
    const { stdout } = await listing(10)(`${LIST} --from 2026-10-01 --to 2026-11-30`);
    expect(topicsOf(stdout)).toEqual(["last month", "running now", "tomorrow", "next week"]);
  });

  it("is in the same order at every other door, each page for itself", async () => {
    const session = createSession({ credentials: DEMO_CREDENTIALS, send: zoomWith(4).send, clock: clockOfCommands() });
    const operation = await manifest.find(({ id }) => id === "webinars.list")?.load();
    if (operation === undefined) throw new Error("no such operation");
    const host = { user_id: "ada@example.com" };
    const topicsIn = (answer: unknown) => (answer as { webinars: { topic: string }[] }).webinars.map(({ topic }) => topic);
    expect(topicsIn(await runOperation(operation, { ...host, all: true }, session))).toEqual(IN_ORDER);
    const pages: string[][] = [];
    for await (const { page } of runPages(operation, host, session)) pages.push(topicsIn(page));
    expect(pages).toEqual([
      ["tomorrow", "in two weeks", "no time", "last month"],
      ["running now", "next week", "last year"],
    ]);
    await session.close();
  });

  it("says so in its help", async () => {
    const { stdout } = await listing(10)("webinars list --help");
    expect(stdout).toContain("In order of time: what is to come, soonest first");
  });
});
