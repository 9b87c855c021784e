import { describe, expect, it } from "vitest";
import { hashOf } from "../../people/person-key.ts";
import { journalHead, planOf } from "../../test/journal-head.ts";
import { type JournalEvent, type RowStanding, STANDINGS } from "./events.ts";
import { applyEvent, codeOf, countOf, doubtfulRows, emptyStanding, openRows, planNow } from "./standing.ts";

const after = (...events: readonly JournalEvent[]) => {
  const standing = emptyStanding(journalHead());
  for (const event of [{ t: "plan" as const, plan: planOf(4) }, ...events]) applyEvent(standing, event);
  return standing;
};
const standingsIn = ({ codes }: { codes: Uint8Array }): (RowStanding | undefined)[] => [...codes].map((code) => STANDINGS[code]);
const sent = (call: number, at: number, ...rows: readonly number[]): JournalEvent => ({
  t: "intent",
  call,
  at,
  fence: 1,
  rows,
  keys: rows.map((row) => `key ${row}`),
});
const done = codeOf("done");

describe("a journal that holds only its head", () => {
  it("knows of nothing that was planned or sent", () => {
    const head = journalHead();
    const standing = emptyStanding(head);
    applyEvent(standing, head);
    expect(standing).toMatchObject({ head, plan: null, isReady: false, isAbandoned: false, end: null, results: null, lagMs: null });
    expect([standing.lastCall, standing.fence, standing.codes.length, standing.doubts.size, standing.sentMs.size]).toEqual([0, 0, 0, 0, 0]);
  });
});

describe("a plan", () => {
  it("has every row open", () => {
    expect(standingsIn(after())).toEqual(["open", "open", "open", "open"]);
    expect(after().plan).toEqual(planOf(4));
  });

  it("is ready only once its journal holds the whole plan", () => {
    expect(after().isReady).toBe(false);
    expect(after({ t: "ready" }).isReady).toBe(true);
  });

  it("notes what is known of rows: a standing, Zoom's id, a message with its field and line", () => {
    const standing = after({
      t: "rows",
      rows: [
        [1, codeOf("already"), "kept id"],
        [2, codeOf("invalid"), null, "is no address", "email", 7],
        [3, codeOf("duplicate"), null, "stands above"],
      ],
    });
    expect(standingsIn(standing)).toEqual(["open", "already", "invalid", "duplicate"]);
    expect([...standing.ids]).toEqual([[1, "kept id"]]);
    expect([...standing.notes]).toEqual([
      [2, { message: "is no address", field: "email", line: 7 }],
      [3, { message: "stands above", field: null, line: null }],
    ]);
  });

  it("takes a message away with a later note that has none, and keeps the id", () => {
    const standing = after({ t: "rows", rows: [[0, codeOf("failed"), "id", "refused"]] }, { t: "rows", rows: [[0, done]] });
    expect([standing.notes.size, standing.ids.get(0)]).toEqual([0, "id"]);
  });
});

describe("a call", () => {
  it("is in doubt from before it is sent until its answer", () => {
    const begun = after(sent(1, 1000, 0, 1));
    expect([...begun.doubts]).toEqual([[1, { rows: [0, 1], keys: ["key 0", "key 1"], sentMs: 1000, gaveUpMs: null }]]);
    const answered = after(sent(1, 1000, 0, 1), {
      t: "answer",
      call: 1,
      rows: [
        [0, done, "a"],
        [1, codeOf("pending"), "b"],
      ],
    });
    expect(answered.doubts.size).toBe(0);
    expect(standingsIn(answered)).toEqual(["done", "pending", "open", "open"]);
    expect([...answered.ids]).toEqual([
      [0, "a"],
      [1, "b"],
    ]);
  });

  it("remembers the first time that a row was sent, the last time of its address, and the highest number", () => {
    const standing = after(sent(2, 1000, 0), sent(1, 2000, 0, 3));
    expect([...standing.sentMs]).toEqual([
      [0, 1000],
      [3, 2000],
    ]);
    expect(standing.hashes.get("key 0")).toEqual({ at: 0, sentMs: 2000 });
    expect(standing.hashes.get("key 3")).toEqual({ at: 3, sentMs: 2000 });
    expect(standing.lastCall).toBe(2);
  });

  it("that was surely not done leaves its rows as if they had never been sent", () => {
    const standing = after(sent(1, 1000, 0, 1), { t: "unsent", call: 1 });
    expect([standing.doubts.size, standing.sentMs.size, standingsIn(standing)[0]]).toEqual([0, 0, "open"]);
  });

  it("that was surely not done takes nothing from an earlier call of the same row", () => {
    const standing = after(sent(1, 1000, 0), sent(2, 2000, 0, 1), { t: "unsent", call: 2 });
    expect([...standing.sentMs]).toEqual([[0, 1000]]);
    expect([...standing.doubts.keys()]).toEqual([1]);
  });

  it("that is not known changes nothing", () => {
    const standing = after(sent(1, 1000, 0), { t: "unsent", call: 9 }, { t: "doubt", call: 9, at: 5000 }, { t: "answer", call: 9, rows: [] });
    expect(standing.doubts.get(1)).toMatchObject({ rows: [0], gaveUpMs: null });
    expect(standing.sentMs.get(0)).toBe(1000);
  });
});

describe("rows in doubt", () => {
  it("are those of calls without an answer, each with the time when its call was given up", () => {
    const standing = after(sent(1, 1000, 0, 1), sent(2, 2000, 2), sent(3, 2500, 3), { t: "doubt", call: 1, at: 5000 }, { t: "unsent", call: 3 });
    expect([...doubtfulRows(standing, 9000)]).toEqual([
      [0, 5000],
      [1, 5000],
      [2, 9000],
    ]);
  });

  it("count from the latest of their calls", () => {
    const events = [sent(1, 1000, 0), sent(2, 2000, 0), { t: "doubt", call: 1, at: 7000 }, { t: "doubt", call: 2, at: 6000 }] as const;
    expect(doubtfulRows(after(...events), 0).get(0)).toBe(7000);
  });

  it("are settled once the list shows them, each by itself", () => {
    const standing = after(sent(1, 1000, 0, 1), sent(2, 2000, 2), { t: "found", rows: [[1, done, "b"]] });
    expect([...doubtfulRows(standing, 0).keys()]).toEqual([0, 2]);
    expect(standing.doubts.get(1)).toMatchObject({ rows: [0], keys: ["key 0"], sentMs: 1000 });
    expect([standingsIn(standing)[1], standing.ids.get(1), standing.sentMs.get(1)]).toEqual(["done", "b", 1000]);
  });

  it("are to be sent again once the list proves that they are absent, without earlier notes about them", () => {
    const standing = after(
      { t: "rows", rows: [[0, codeOf("unknown"), null, "no answer"]] },
      sent(1, 1000, 0),
      { t: "doubt", call: 1, at: 3000 },
      { t: "absent", rows: [0] },
    );
    expect([standingsIn(standing)[0], standing.doubts.size, standing.sentMs.size, standing.notes.size]).toEqual(["open", 0, 0, 0]);
  });
});

describe("what is known of an import beyond its rows", () => {
  it("the shortest lag of the list", () => {
    expect(after({ t: "lag", ms: 4000 }, { t: "lag", ms: 2500 }, { t: "lag", ms: 9000 }).lagMs).toBe(2500);
  });

  it("the process that took it over last, which also means that it is not at its end", () => {
    const end = { t: "end", at: 1, complete: false, stopped: null, resumeAt: null } as const;
    expect(after(end).end).toEqual(end);
    const standing = after({ t: "owner", fence: 5, at: 0 }, end, { t: "owner", fence: 3, at: 2 });
    expect([standing.fence, standing.end]).toEqual([5, null]);
  });

  it("its file of results, and that it was given up", () => {
    const standing = after({ t: "results", path: "people.csv.results.csv" }, { t: "abandoned", at: 1 });
    expect([standing.results, standing.isAbandoned]).toEqual(["people.csv.results.csv", true]);
    expect(after().isAbandoned).toBe(false);
  });

  it("how many rows have each standing", () => {
    const standing = after({
      t: "rows",
      rows: [
        [0, done],
        [2, done],
        [3, codeOf("failed")],
      ],
    });
    expect([countOf(standing, "done"), countOf(standing, "failed"), countOf(standing, "open"), countOf(standing, "denied")]).toEqual([2, 1, 1, 0]);
  });
});

describe("what is still to be sent", () => {
  it("is every open row that is not in doubt", () => {
    expect(openRows(after())).toEqual([0, 1, 2, 3]);
    const standing = after(sent(1, 1000, 1), { t: "rows", rows: [[3, done]] });
    expect(openRows(standing)).toEqual([0, 2]);
    expect(openRows(after(sent(1, 1000, 0), { t: "absent", rows: [0] }))).toEqual([0, 1, 2, 3]);
  });

  it.each<[string, boolean, JournalEvent[]]>([
    ["nothing ended", false, []],
    ["the run ended with nothing left", true, []],
    ["the run stopped before its end", false, []],
    ["a later run sends somebody", false, [sent(1, 5, 0)]],
    ["rows are open again, because they are absent from Zoom's list", false, [{ t: "absent", rows: [0] }]],
    ["no row is absent", true, [{ t: "absent", rows: [] }]],
    ["a later run took it over and had nothing to do", true, [{ t: "owner", fence: 2, at: 9 }]],
  ])("%s: it is whole, %s", (what, isWhole, later) => {
    const end = { t: "end", at: 1, complete: what !== "the run stopped before its end", stopped: null, resumeAt: null } as const;
    expect(after(...(what === "nothing ended" ? [] : [end, ...later])).isWhole).toBe(isWhole);
  });
});

describe("a plan that was not sure of some rows", () => {
  const unknown = codeOf("unknown");
  const unsureOf = (unsure: number, ...events: readonly JournalEvent[]) => {
    const standing = after(...events);
    standing.plan = { ...planOf(4), unsure };
    return planNow(standing);
  };

  it("stays as it is while they are unknown and this import has not sent them", () => {
    const rows: JournalEvent = {
      t: "rows",
      rows: [
        [1, unknown],
        [2, unknown],
      ],
    };
    expect(unsureOf(2, rows)).toEqual({ ...planOf(4), unsure: 2 });
    expect(unsureOf(1, rows)).toEqual({ ...planOf(4), unsure: 1 });
    expect(unsureOf(3, rows)).toEqual({ ...planOf(4), unsure: 2 });
    expect(unsureOf(2, rows, sent(1, 1000, 2))).toEqual({ ...planOf(4), unsure: 1 });
  });

  it("is sure as soon as all of them are settled or sent", () => {
    expect(unsureOf(2)).toEqual(planOf(4));
    expect("unsure" in (unsureOf(1, { t: "rows", rows: [[1, unknown]] }, sent(1, 1000, 1)) ?? {})).toBe(false);
  });

  it("or never was unsure, or is not there", () => {
    expect(planNow(after())).toEqual(planOf(4));
    expect(planNow(emptyStanding(journalHead()))).toBe(null);
  });
});

it("the codes of standings stay what they are, since journals on disk hold them", () => {
  const codes = { open: 0, done: 1, pending: 2, already: 3, denied: 4, invalid: 5, duplicate: 6, failed: 7, unknown: 8 };
  expect(Object.fromEntries(STANDINGS.map((standing) => [standing, codeOf(standing)]))).toEqual(codes);
});

it("an address is known by a part of its hash, from which nobody reads it", () => {
  // printf juan@example.com | openssl dgst -sha256 -binary | base64
  expect(hashOf("juan@example.com")).toBe("gbVioP4q7MiDHi18");
  expect(hashOf("juan@example.com")).not.toBe(hashOf("kim@example.com"));
});
