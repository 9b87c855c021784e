import type { Send } from "@zoom-webinar/auth";
import { memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { NOW } from "@zoom-webinar/testing/emulated";
import { isIncompleteList } from "@zoom-webinar/zoom-client";
import { createEmulator, DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { describe, expect, it } from "vitest";
import { facadeOf } from "./connect.ts";
import { manifest } from "./generated/manifest.ts";
import { listRegistrants } from "./operations/registrants/list.ts";
import { runOperation, runPages } from "./run.ts";
import { createSession, type Session } from "./session/session.ts";

interface Row {
  id: string;
}
const INPUT = { webinar_id: UPCOMING, page_size: 2 };
const rowsOf = (letters: string): Row[] => [...letters].map((id) => ({ id }));

/** A list as Zoom answers it; null: Zoom refuses the token. */
type Answer = (asked: number, token: string | null) => { rows: readonly Row[]; next: string; total: number } | null;

/** A session whose list of registrants is the given one; all else is the emulator's. */
const listing = (answer: Answer) => {
  const clock = virtualClock(NOW, { autoAdvance: true });
  const emulator = createEmulator({ clock, rateLimits: false });
  let asked = 0;
  const send: Send = async (request) => {
    const url = new URL(request.url);
    if (!url.pathname.endsWith("/registrants")) return emulator.send(request);
    asked += 1;
    const page = answer(asked, url.searchParams.get("next_page_token"));
    if (page === null) return { status: 400, headers: {}, text: '{"code":300,"message":"The next page token is invalid or expired."}' };
    const reply = { registrants: page.rows, next_page_token: page.next, total_records: page.total };
    return { status: 200, headers: {}, text: JSON.stringify(reply) };
  };
  const session = createSession({ send, credentials: DEMO_CREDENTIALS, clock, store: memoryStore({ clock }), pace: false });
  return { session, asked: () => asked };
};

/** Pages of two by offset. */
const pageAt = (rows: readonly Row[], token: string | null) => {
  const from = Number(token ?? 0);
  return { rows: rows.slice(from, from + 2), next: from + 2 < rows.length ? String(from + 2) : "", total: rows.length };
};

interface Walked {
  ids: (string | null | undefined)[];
  complete: boolean;
}
const gather = async (pages: AsyncIterable<{ rows: readonly { id?: string | null | undefined }[]; complete: boolean }>): Promise<Walked> => {
  const walked: Walked = { ids: [], complete: false };
  try {
    for await (const { rows, complete } of pages) {
      walked.ids.push(...rows.map(({ id }) => id));
      walked.complete = complete;
    }
  } catch (error) {
    if (!isIncompleteList(error)) throw error;
    walked.complete = false;
  }
  return walked;
};

/** Every way to read a list to its end. */
const WALKERS: readonly [name: string, walk: (session: Session) => Promise<Walked>][] = [
  [
    "the library's pages()",
    (session) =>
      gather(
        (async function* () {
          for await (const { registrants, complete } of facadeOf(session, manifest).registrants.pages(INPUT)) yield { rows: registrants, complete };
        })(),
      ),
  ],
  [
    "a door's page by page",
    (session) =>
      gather(
        (async function* () {
          for await (const { page, complete } of runPages(listRegistrants, INPUT, session)) yield { rows: page.registrants, complete };
        })(),
      ),
  ],
  [
    "the client's pages()",
    async (session) => {
      let isEnded = false;
      const walked = await gather(
        (async function* () {
          const pages = session.zoom.pages("GET /webinars/{webinarId}/registrants", { path: { webinarId: UPCOMING }, query: { page_size: 2 } });
          for await (const { registrants = [] } of pages) yield { rows: registrants, complete: false };
          isEnded = true;
        })(),
      );
      return { ...walked, complete: isEnded };
    },
  ],
  [
    "all: true",
    async (session) => {
      const { registrants, complete } = await runOperation(listRegistrants, { ...INPUT, all: true }, session);
      return { ids: registrants.map(({ id }) => id), complete };
    },
  ],
];

describe.each(WALKERS)("%s", (_name, walk) => {
  it("goes on when a page token expires, at any page, and returns every row once", async () => {
    const rows = rowsOf("abcdefghij");
    for (let refused = 2; refused <= 5; refused += 1) {
      const { session } = listing((asked, token) => (asked === refused ? null : pageAt(rows, token)));
      expect(await walk(session)).toEqual({ ids: [..."abcdefghij"], complete: true });
    }
  });

  it("returns a row once that moves to a later page while the list is read", async () => {
    const rows = rowsOf("abcdef");
    const { session } = listing((asked, token) => {
      if (asked === 2) rows.unshift({ id: "new" });
      return pageAt(rows, token);
    });
    const { ids, complete } = await walk(session);
    expect([...ids].sort()).toEqual(["a", "b", "c", "d", "e", "f", "new"]);
    expect(complete).toBe(true);
  });

  it("ends when Zoom repeats a token, and says that the list is not complete", async () => {
    const { session, asked } = listing((count) => ({ rows: rowsOf(String(count)), next: count % 2 === 0 ? "T2" : "T1", total: 9 }));
    expect(await walk(session)).toEqual({ ids: ["1", "2", "3"], complete: false });
    expect(asked()).toBe(3);
  });

  it("ends when ever new tokens bring nothing new", async () => {
    const { session, asked } = listing((count) => ({ rows: rowsOf("ab"), next: `T${count}`, total: 2 }));
    expect(await walk(session)).toEqual({ ids: ["a", "b"], complete: false });
    expect(asked()).toBeLessThan(50);
  });

  it("says that the list is not complete when Zoom refuses its tokens again and again", async () => {
    const { session, asked } = listing((_count, token) => (token === "4" ? null : pageAt(rowsOf("abcdef"), token)));
    expect(await walk(session)).toEqual({ ids: [..."abcd"], complete: false });
    expect(asked()).toBeLessThan(12);
  });
});

describe("a list read page by page", () => {
  it("yields the first rows before the second page is asked for, and asks for no page that nobody wants", async () => {
    const { session, asked } = listing((_count, token) => pageAt(rowsOf("abcdef"), token));
    const pages = runPages(listRegistrants, INPUT, session);
    expect((await pages.next()).value).toMatchObject({ page: { registrants: [{ id: "a" }, { id: "b" }] }, next: "2", complete: false });
    expect(asked()).toBe(1);
    await pages.return();
    expect(asked()).toBe(1);
  });

  it("checks policy and input once, before anything is sent", async () => {
    const { session, asked } = listing((_count, token) => pageAt(rowsOf("ab"), token));
    await expect(runPages(listRegistrants, { ...INPUT, page_size: 0 }, session).next()).rejects.toMatchObject({ code: "input_invalid" });
    expect(asked()).toBe(0);
  });

  it("begins at the token that the caller brings, and leaves its renewal to them", async () => {
    const { session } = listing((_count, token) => (token === "old" ? null : pageAt(rowsOf("abcdef"), token)));
    const rest = await gather(
      (async function* () {
        for await (const { page, complete } of runPages(listRegistrants, { ...INPUT, next_page_token: "4" }, session))
          yield { rows: page.registrants, complete };
      })(),
    );
    expect(rest).toEqual({ ids: ["e", "f"], complete: true });
    await expect(runPages(listRegistrants, { ...INPUT, next_page_token: "old" }, session).next()).rejects.toMatchObject({ code: "zoom_rejected" });
  });
});
