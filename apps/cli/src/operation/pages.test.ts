import { virtualClock } from "@zoom-webinar/foundation";
import { manifest } from "@zoom-webinar/webinar-core/doors";
import { expect, it } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";

const EXPIRED = { status: 400, headers: {}, text: '{"code":300,"message":"The next page token is invalid or expired."}' };
const LIST = "registrants list 95312345678 --all --page-size 1 --json";

/** The command line over a list of registrants that is given page by page; null: Zoom refuses the token. */
const listing = (answer: (asked: number, token: string | null) => { ids: readonly string[]; next: string } | null) => {
  const zoom = demoZoom();
  const asked: (string | null)[] = [];
  const emulator: typeof zoom = {
    ...zoom,
    send: async (request) => {
      const url = new URL(request.url);
      if (!url.pathname.endsWith("/registrants")) return zoom.send(request);
      asked.push(url.searchParams.get("next_page_token"));
      const page = answer(asked.length, url.searchParams.get("next_page_token"));
      if (page === null) return EXPIRED;
      return { status: 200, headers: {}, text: JSON.stringify({ registrants: page.ids.map((id) => ({ id })), next_page_token: page.next }) };
    },
  };
  return { cli: cliOf({ catalog: manifest, emulator }), emulator, asked };
};
const idsIn = (stdout: string): string[] => JSON.parse(stdout).registrants.map(({ id }: { id: string }) => id);
const ALPHABET = [..."abcdef"];
const pageAt = (token: string | null) => {
  const from = Number(token ?? 0);
  return { ids: ALPHABET.slice(from, from + 2), next: from + 2 < ALPHABET.length ? String(from + 2) : "" };
};

it("--all goes on when a page token expires, and shows every row once", async () => {
  const { cli } = listing((asked, token) => (asked === 3 ? null : pageAt(token)));
  const { code, stdout, stderr } = await cli(LIST);
  expect({ code, stderr, ids: idsIn(stdout) }).toEqual({ code: 0, stderr: "", ids: ALPHABET });
  expect(JSON.parse(stdout)).toMatchObject({ complete: true, next_page_token: null });
});

it("--all shows a row once that moves to a later page", async () => {
  const pages = [
    { ids: ["a", "b"], next: "1" },
    { ids: ["b", "c"], next: "" },
  ];
  const { cli } = listing((asked) => pages[asked - 1] ?? null);
  expect(idsIn((await cli(LIST)).stdout)).toEqual(["a", "b", "c"]);
});

it.each([
  ["Zoom repeats a page token", (asked: number) => ({ ids: [`r${asked}`], next: "again" }), 2, "same page token"],
  ["ever new tokens bring nothing new", (asked: number) => ({ ids: ["r1"], next: `T${asked}` }), 32, "without a new row"],
])("--all ends when %s: a whole document that says it is not complete, and an error", async (_what, answer, requests, words) => {
  const { cli, asked } = listing(answer);
  const { code, stdout, stderr } = await cli(`${LIST} --max-pages 1000`);
  expect(JSON.parse(stdout)).toMatchObject({ complete: false });
  expect(JSON.parse(stderr).error).toMatchObject({ code: "unexpected_response", message: expect.stringContaining(words) });
  expect(code).not.toBe(0);
  expect(asked).toHaveLength(requests);
});

it("--all writes the first rows before it asks for the second page", async () => {
  const written: string[] = [];
  const before: string[] = [];
  const { cli } = listing((_asked, token) => {
    before.push(written.join(""));
    return pageAt(token);
  });
  await cli(LIST, { onStdout: (text) => void written.push(text) });
  expect(before).toHaveLength(3);
  expect(before[1]).toContain('"id":"b"');
  expect(before[2]).toContain('"id":"d"');
});

it.each([
  ["five minutes", "", 300_000],
  ["as many minutes as the user says", " --max-minutes 12", 720_000],
])("--all ends after %s on a list without end, however many pages were asked for", async (_what, more, boundMs) => {
  const clock = virtualClock(Date.now(), { autoAdvance: true });
  const { emulator } = listing((asked) => ({ ids: [`r${asked}`], next: `T${asked}` }));
  const slow: typeof emulator = {
    ...emulator,
    send: async (request) => {
      clock.advance(10_000);
      return emulator.send(request);
    },
  };
  const { code, stdout, stderr } = await cliOf({ catalog: manifest, emulator: slow, clock })(`${LIST} --max-pages 1000000${more}`);
  expect(code).not.toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ complete: false });
  expect(JSON.parse(stderr).error.message).toContain(`within ${boundMs / 1000} seconds`);
});

it("Ctrl-C stops --all, keeps what came before, and says how to go on", async () => {
  const interrupt = new AbortController();
  const { cli } = listing((asked, token) => {
    if (asked === 2) interrupt.abort();
    return pageAt(token);
  });
  const { code, stdout, stderr } = await cli(LIST.replace(" --json", ""), { signal: interrupt.signal });
  expect(code).toBe(130);
  expect(stdout).toMatch(/a\n.*b\n/s);
  expect(stderr).toBe("cancelled: Stopped after 2 rows in 1 page.\nhint: Go on with --all --next-page-token 2 (valid for 15 minutes).\n");
});
