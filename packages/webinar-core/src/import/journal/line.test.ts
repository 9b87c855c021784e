import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLines, toLine } from "./line.ts";

const EVENTS = [{ t: "head", topic: "Gezeiten – 潮汐" }, { t: "note", text: "two\nlines\u2028three" }, { t: "end" }];
const LINES = EVENTS.map(toLine);
const bytesOf = (...lines: readonly string[]) => Buffer.from(lines.join(""));
const lengthOf = (...lines: readonly string[]) => Buffer.byteLength(lines.join(""));

describe("the lines of a journal", () => {
  it("come back as they were written", () => {
    expect(readLines(bytesOf(...LINES))).toEqual({ events: EVENTS, goodBytes: lengthOf(...LINES), damagedLine: null });
  });

  it("come back whatever they hold", () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: "binary" }), fc.integer(), fc.constant(null)))), (events) => {
        const read = readLines(bytesOf(...events.map(toLine)));
        expect(read.events).toEqual(JSON.parse(JSON.stringify(events)));
        expect(read.damagedLine).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it("are none in an empty file", () => {
    expect(readLines(Buffer.alloc(0))).toEqual({ events: [], goodBytes: 0, damagedLine: null });
  });

  it("say how long they are and carry their checksum, as other programs count both", () => {
    // crc32 of {"t":"end"} by zlib
    expect(toLine({ t: "end" })).toBe('11 e1b44e35 {"t":"end"}\n');
    expect(toLine({ t: "é" })).toMatch(/^10 [0-9a-f]{8} /);
  });
});

describe("a journal that was cut off", () => {
  it("keeps its whole lines, wherever the last one was cut", () => {
    const [first = "", second = "", last = ""] = LINES;
    const whole = lengthOf(first, second);
    const bytes = bytesOf(first, second, last);
    for (let length = whole; length < bytes.length; length += 1)
      expect(readLines(bytes.subarray(0, length))).toEqual({ events: EVENTS.slice(0, 2), goodBytes: whole, damagedLine: null });
  });

  it("may end with a line of rubbish, and with several: nothing good follows", () => {
    const [first = ""] = LINES;
    for (const rubbish of ["\n", "rubbish\n", "rubbish\nmore\n", "rubbish\nmore"])
      expect(readLines(bytesOf(first, rubbish))).toEqual({ events: EVENTS.slice(0, 1), goodBytes: lengthOf(first), damagedLine: null });
  });
});

describe("a journal that is damaged in the middle", () => {
  const [first = "", second = "", last = ""] = LINES;

  it.each([
    ["an empty line", "\n"],
    ["words", "rubbish\n"],
    ["another letter", second.replace("two", "tow")],
    ["another length", second.replace(/^\d+/, "999")],
    ["no length", second.replace(/^\d+ /, "")],
    ["another checksum", second.replace(/ [0-9a-f]{8} /, " 00000000 ")],
    ["something before it", `x${second}`],
    ["the checksum of what is no JSON", "1 15d54739 {\n"],
  ])("says which line, if it holds %s", (_name, line) => {
    const { events, goodBytes, damagedLine } = readLines(bytesOf(first, line, last));
    expect({ events, goodBytes, damagedLine }).toEqual({ events: EVENTS.slice(0, 1), goodBytes: lengthOf(first), damagedLine: 2 });
  });

  it("says that it is the first line", () => {
    expect(readLines(bytesOf("rubbish\n", first)).damagedLine).toBe(1);
  });

  it("notices any byte that changed, at every place", () => {
    const bytes = bytesOf(first, second, last);
    for (let at = lengthOf(first); at < lengthOf(first, second) - 1; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(readLines(changed).damagedLine, `byte ${at}`).toBe(2);
    }
  });
});
