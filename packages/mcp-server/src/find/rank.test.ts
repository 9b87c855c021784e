import { readFileSync } from "node:fs";
import { manifest } from "@zoom-webinar/webinar-core";
import { describe, expect, it } from "vitest";
import { PHRASES } from "./phrases.test-data.ts";
import { createFinder } from "./rank.ts";

const find = createFinder(manifest);

describe("find_operations ranks without a model", () => {
  it("has at least 100 phrases, each for tools that exist", () => {
    expect(PHRASES.length).toBeGreaterThanOrEqual(100);
    const known = new Set(manifest.map(({ tool }) => tool));
    expect(PHRASES.flatMap(([, ...right]) => right.filter((tool) => !known.has(tool)))).toEqual([]);
  });

  const missed = PHRASES.flatMap(([phrase, ...right]) => {
    const found = find(phrase, 3).map(({ tool }) => tool);
    return found.some((tool) => right.includes(tool)) ? [] : [{ phrase, wanted: right.join(" or "), found: found.join(", ") }];
  });

  it("has the right tool among the first three for at least 95 of 100 phrases", () => {
    expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(Math.floor(PHRASES.length * 0.05));
  });

  it("has every phrase that it misses in the note, and none besides", () => {
    const note = readFileSync(new URL("../../../../docs/decisions/0009-find-operations.md", import.meta.url), "utf8");
    const rows = [...note.matchAll(/^\| (.+?) +\| (.+?) +\| (.+?) +\|$/gm)].map(([, phrase, wanted, found]) => ({ phrase, wanted, found }));
    expect(rows.filter(({ phrase }) => !/^(phrase$|-)/.test(phrase ?? ""))).toEqual(missed);
  });

  it("finds exactly what is named, by tool and by id", () => {
    expect(find("get_webinar", 3).map(({ id }) => id)).toEqual(["webinars.get"]);
    expect(find(" webinars.get ", 3).map(({ tool }) => tool)).toEqual(["get_webinar"]);
  });

  it("finds nothing for what has no word in common with any operation, and stays quick on long questions", () => {
    expect(find("xyzzy", 3)).toEqual([]);
    const begun = performance.now();
    find("who signed up ".repeat(5_000), 3);
    expect(performance.now() - begun).toBeLessThan(100);
  });
});
