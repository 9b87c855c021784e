import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { decodeText, readText } from "./read-text.ts";

const folder = mkdtempSync(join(tmpdir(), "zoom-webinar-text-"));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (bytes: Uint8Array) => decodeText(bytes, "--input", "plan.json");
const utf16 = (text: string, mark: boolean) => Buffer.from(`${mark ? "\ufeff" : ""}${text}`, "utf16le");

it("reads UTF-8 with and without a byte order mark", () => {
  expect(read(Buffer.from('{"topic": "Gezeiten für alle"}'))).toBe('{"topic": "Gezeiten für alle"}');
  expect(read(Buffer.from("\ufeffA=1"))).toBe("A=1");
  expect(read(Buffer.from(""))).toBe("");
});

it.each([
  ["little-endian with a mark", utf16("A=1", true)],
  ["big-endian with a mark", utf16("A=1", true).swap16()],
  ["little-endian without a mark", utf16('{"topic": "Tides"}', false)],
  ["big-endian without a mark", utf16('{"topic": "Tides"}', false).swap16()],
])("names UTF-16, %s, and the way out", (_what, bytes) => {
  expect(() => read(bytes)).toThrow(/--input: plan\.json is UTF-16 text, and UTF-8 is expected/);
});

it("names what is not text", () => {
  expect(() => read(Uint8Array.from([0x41, 0xe9, 0x41]))).toThrow(/is not UTF-8 text/);
});

it("names a file that cannot be read, and the field that names it", () => {
  const path = join(folder, "plan.json");
  expect(() => readText(path, "--input")).toThrow(`--input: cannot read ${path}`);
  writeFileSync(path, "\ufeff{}");
  expect(readText(path, "--input")).toBe("{}");
});
