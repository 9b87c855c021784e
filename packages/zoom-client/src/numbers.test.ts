import { expect, it } from "vitest";
import { createClient } from "./client.ts";
import { undiciSend } from "./undici-send.ts";

const tokens = { get: () => Promise.reject(new Error("unused")), renew: () => Promise.reject(new Error("unused")) };
const NAMES = ["connectTimeoutMs", "headersTimeoutMs", "bodyTimeoutMs", "maxResponseBytes"] as const;

it.each([0, -1, Number.NaN, "5", null, 5n])("a limit of %o is refused by its name", (value) => {
  const wanted = (field: string) => expect.objectContaining({ code: "input_invalid", faults: [expect.objectContaining({ field })] });
  for (const name of NAMES) expect(() => undiciSend({ [name]: value })).toThrow(wanted(name));
  expect(() => createClient({ tokens, deadlineMs: value as number })).toThrow(wanted("deadlineMs"));
});

it.each(["gold", "constructor", null])("a plan of %o is refused, with those that there are", (plan) => {
  expect(() => createClient({ tokens, pace: { plan: plan as "pro" } })).toThrow(/^pace\.plan: expected one of free, pro, business/);
});
