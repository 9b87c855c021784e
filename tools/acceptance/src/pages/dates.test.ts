import { manifest } from "@zoom-webinar/webinar-core/doors";
import { describe, expect, it } from "vitest";
import { PAGES, readPage } from "./pages.ts";

const DAY_MS = 86_400_000;
const AHEAD_DAYS = 60;

/** Dates of facts, not of examples: the revisions of MCP that the servers speak. */
const FACTS = new Set(["2025-06-18", "2025-11-25", "2026-07-28"]);

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const NUMERIC = /\b20\d\d-\d\d-\d\d/g;
const WORDS = new RegExp(`\\b(?:(\\d{1,2}) (${MONTHS.join("|")})|(${MONTHS.join("|")}) (\\d{1,2}),?) (20\\d\\d)\\b`, "g");

const datesIn = (text: string): string[] => {
  const words = [...text.matchAll(WORDS)].map(([, day, month, monthFirst, dayAfter, year]) => {
    const number = MONTHS.indexOf(month ?? monthFirst ?? "") + 1;
    return `${year}-${String(number).padStart(2, "0")}-${(day ?? dayAfter ?? "").padStart(2, "0")}`;
  });
  // The day of a measurement is a fact, too.
  const examples = text.replaceAll(/\bMeasured on 20\d\d-\d\d-\d\d/g, "");
  return [...(examples.match(NUMERIC) ?? []), ...words].filter((date) => !FACTS.has(date));
};

const soonIn = (text: string, nowMs: number) => datesIn(text).filter((date) => Date.parse(date) < nowMs + AHEAD_DAYS * DAY_MS);

describe(`example dates lie at least ${AHEAD_DAYS} days ahead; if this fails, move them all by some years`, () => {
  it.each(PAGES)("%s", (page) => {
    expect(soonIn(readPage(page), Date.now())).toEqual([]);
  });

  it.each(manifest.map((entry) => [entry.id, JSON.stringify(entry)] as const))("help of %s", (_id, text) => {
    expect(soonIn(text, Date.now())).toEqual([]);
  });

  it("sees dates in figures and in words", () => {
    const text = "2027-03-01T10:00, on 2 March 2027, May 3, 2027; MCP 2026-07-28";
    expect(datesIn(text)).toEqual(["2027-03-01", "2027-03-02", "2027-05-03"]);
    expect(soonIn(text, Date.UTC(2027, 0, 1))).toEqual(["2027-03-01"]);
  });
});
