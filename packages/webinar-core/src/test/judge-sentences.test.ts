import { expect, it } from "vitest";
import { type ExpectedSentence, judge } from "./judge-sentences.ts";

const row = (sentence: string, expected: ExpectedSentence["expect"]): ExpectedSentence => ({
  id: "x",
  category: "x",
  sentence,
  now: "2026-12-01T14:00:00Z",
  host_zone: "Europe/London",
  expect: expected,
});
const tides = (start_utc: string, more: Partial<ExpectedSentence["expect"]> = {}) =>
  ({ kind: "single", topic: "TIDES", timezone: "Europe/Paris", timezone_also: ["Europe/London"], start_utc, ...more }) as const;

it.each([
  [
    "is right in capitals or not, and with another of the zones that fit",
    "webinar about tides on 10 December at 3pm",
    tides("2026-12-10T15:00:00Z"),
    "right",
  ],
  [
    "is told if the preview says that the half of the day was assumed",
    "webinar about tides on 10 December at 3",
    tides("2026-12-10T03:00:00Z"),
    "told",
  ],
  [
    "is told if the preview says that the length was assumed",
    "webinar about tides on 10 December at 3pm",
    tides("2026-12-10T15:00:00Z", { duration: 45 }),
    "told",
  ],
  [
    "is told if the preview names the topic that was meant beside the one that was read",
    "our tides webinar on 10 December at 3pm",
    tides("2026-12-10T15:00:00Z", { topic: "our tides" }),
    "told",
  ],
  [
    "is wrong if the preview names another topic than the one that was meant",
    "our tides webinar on 10 December at 3pm",
    tides("2026-12-10T15:00:00Z", { topic: "the tides of ours" }),
    "wrong",
  ],
  [
    "is wrong if the hour differs and the preview does not say so",
    "webinar about tides on 10 December at 3pm",
    tides("2026-12-10T14:00:00Z"),
    "wrong",
  ],
  ["is wrong if it was to be refused", "webinar about tides on 10 December at 3pm", { kind: "refused", must_name: [[]] }, "wrong"],
  [
    "is right if the refusal says one of each list",
    "webinar about tides on next Friday at 3pm",
    { kind: "refused", must_name: [["4 dec", "dec 4"], ["11 DEC"]] },
    "right",
  ],
  [
    "is unnamed if the refusal leaves one out",
    "webinar about tides on next Friday at 3pm",
    { kind: "refused", must_name: [["4 dec"], ["18 dec"]] },
    "unnamed",
  ],
] as const)("a reading %s", async (_, sentence, expected, verdict) => {
  expect((await judge(row(sentence, expected as ExpectedSentence["expect"]))).verdict).toBe(verdict);
});
