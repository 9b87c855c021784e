import { expect, test } from "vitest";
import { nextUtcMidnight, readRetryAt } from "./retry-at.ts";

const NOW = Date.UTC(2027, 0, 15, 12);
const at = (headers: Record<string, string>) => readRetryAt(headers, NOW)?.toISOString() ?? null;
const seconds = (offset: number) => String(NOW / 1000 + offset);

test.each([
  ["nothing", {}, null],
  ["an empty header", { "retry-after": "  " }, null],
  ["seconds", { "retry-after": "30" }, "2027-01-15T12:00:30.000Z"],
  ["one second", { "retry-after": "1" }, "2027-01-15T12:00:01.000Z"],
  ["a part of a second", { "retry-after": "1.25" }, "2027-01-15T12:00:01.250Z"],
  ["seconds with spaces around them", { "retry-after": " 30 " }, "2027-01-15T12:00:30.000Z"],
  ["an HTTP date", { "retry-after": "Fri, 15 Jan 2027 13:00:00 GMT" }, "2027-01-15T13:00:00.000Z"],
  ["an ISO time", { "retry-after": "2027-01-16T00:00:00Z" }, "2027-01-16T00:00:00.000Z"],
  ["two days to the second", { "retry-after": String(2 * 86_400) }, "2027-01-17T12:00:00.000Z"],
  ["more than two days", { "retry-after": String(2 * 86_400 + 1) }, null],
  ["words", { "retry-after": "soon" }, null],
  ["words with a number", { "retry-after": "x30" }, null],
  ["a reset in seconds since the epoch", { "x-ratelimit-reset": seconds(60) }, "2027-01-15T12:01:00.000Z"],
  ["a reset with spaces around it", { "x-ratelimit-reset": ` ${seconds(60)} ` }, "2027-01-15T12:01:00.000Z"],
  ["a reset with something before it", { "x-ratelimit-reset": `x${seconds(60)}` }, null],
  ["a reset with something behind it", { "x-ratelimit-reset": `${seconds(60)}.5` }, null],
  ["a reset long ago", { "x-ratelimit-reset": "100000000" }, null],
  ["a time to come back that cannot be, and a reset", { "retry-after": "99999999", "x-ratelimit-reset": seconds(60) }, "2027-01-15T12:01:00.000Z"],
  ["both", { "retry-after": "30", "x-ratelimit-reset": seconds(60) }, "2027-01-15T12:00:30.000Z"],
])("reads %s", (_name, headers, expected) => {
  expect(at(headers)).toBe(expected);
});

test("the next midnight is that of UTC, also at midnight and at the end of a year", () => {
  expect(nextUtcMidnight(Date.UTC(2027, 11, 31, 23, 59)).toISOString()).toBe("2028-01-01T00:00:00.000Z");
  expect(nextUtcMidnight(Date.UTC(2027, 0, 1)).toISOString()).toBe("2027-01-02T00:00:00.000Z");
});
