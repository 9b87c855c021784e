import { expect, test } from "vitest";
import { toRateLimitError } from "./rate-limit.ts";

const NOW = Date.UTC(2027, 0, 15, 12);
const errorOf = (message: string, headers: Record<string, string> = {}) =>
  toRateLimitError({ status: 429, code: 429, message, scopes: [], fields: [] }, headers, NOW, { details: { endpoint: "GET /users" } });

test.each([
  ["You have reached the maximum per-second rate limit for this API.", {}, "second"],
  ["You have reached the maximum per second rate limit for this API.", {}, "second"],
  ["Too many concurrent requests.", {}, "second"],
  ["You have reached the maximum per-minute rate limit.", {}, "minute"],
  ["You have reached the maximum per minute rate limit.", {}, "minute"],
  ["You have reached the maximum daily rate limit for this API.", {}, "day"],
  ["You have exceeded the daily rate limit (3) of requests for the registrant (a@example.com).", {}, "registrant-day"],
  ["A maximum of 100 meetings can be created for this particular user today.", {}, "user-day"],
  ["", { "x-ratelimit-type": "QPS" }, "second"],
  ["", { "x-ratelimit-type": "Daily-limit" }, "day"],
  ["", {}, "unknown"],
])("%j with %j is a limit of kind %s", (message, headers, limit) => {
  expect(errorOf(message, headers).limit).toBe(limit);
});

test.each([
  ["per-second", "80", 80],
  ["per-minute", " 7 ", 7],
  ["per-second", "123456", 123_456],
  ["per-second", "1234567", undefined],
  ["per-second", "80 calls", undefined],
  ["per-second", "about 80", undefined],
  ["daily", "80", undefined],
])("of a %s limit the header %j tells %j", (words, header, told) => {
  const { details } = errorOf(`You have reached the maximum ${words} rate limit.`, { "x-ratelimit-limit": header });
  expect(details).toMatchObject({ endpoint: "GET /users" });
  expect(details.zoom_limit).toBe(told);
});

test("without a header about its limit it tells none", () => {
  expect("zoom_limit" in errorOf("per-second").details).toBe(false);
});

test("quotes Zoom's words if there are some", () => {
  expect(errorOf("").message).toBe("Zoom asks to wait.");
  expect(errorOf("per-second").message).toBe("Zoom asks to wait: per-second");
});

test("limits of a host and of a person start again at midnight in UTC, unless Zoom names another time", () => {
  expect(errorOf("for the registrant").details.retry_at).toBe("2027-01-16T00:00:00.000Z");
  expect(errorOf("particular user").details.retry_at).toBe("2027-01-16T00:00:00.000Z");
  expect(errorOf("particular user", { "retry-after": "60" }).details.retry_at).toBe("2027-01-15T12:01:00.000Z");
  expect(errorOf("daily").details.retry_at).toBeNull();
});
