import { expect, it } from "vitest";
import * as z from "zod";
import { localStart, tidied } from "./tidied.ts";

const schema = z.object({
  timezone: z.string().nullish(),
  start_time: z.string().nullish(),
  local_start: localStart,
  said: z.string().nullable(),
  any: z.unknown(),
  rows: z.array(z.object({ start_time: z.string().nullish(), local_start: localStart, message: z.string().nullish() })).nullish(),
  people: z.array(z.object({ minutes: z.number().nullish() }).meta({ keepsEmpty: true })).nullish(),
});
const berlin = { timezone: "Europe/Berlin", start_time: "2027-03-28T00:30:00Z" };

it.each([
  ["keys without a value, if they may be absent", { said: null, start_time: null, rows: [{ message: null }] }, { said: null, rows: [{}] }],
  [
    "what may be anything, and rows in which a null says something",
    { any: null, people: [{ minutes: null }] },
    { any: null, people: [{ minutes: null }] },
  ],
  ["the wall time of a start, also across a change of clocks", berlin, { ...berlin, local_start: "2027-03-28T01:30" }],
  ["no wall time in a zone that nobody knows", { ...berlin, timezone: "Mars/Base" }, { ...berlin, timezone: "Mars/Base" }],
  ["a wall time that the answer says itself", { ...berlin, local_start: "2027-03-28T02:30" }, { ...berlin, local_start: "2027-03-28T02:30" }],
])("answers with or without: %s", (_what, output, answer) => {
  expect(tidied(schema, output)).toEqual(answer);
});

it("tells the wall time of dates in the zone of the webinar that they belong to, right behind the instant", () => {
  const rows = [{ start_time: "2027-03-28T08:00:00Z", message: "moved" }];
  const tidy = tidied(schema, { ...berlin, rows });
  expect(JSON.stringify(tidy)).toContain('"start_time":"2027-03-28T08:00:00Z","local_start":"2027-03-28T10:00","message":"moved"');
});

it("keeps keys without a value in a full answer", () => {
  expect(tidied(schema, { start_time: null }, { keepEmpty: true })).toEqual({ start_time: null });
});
