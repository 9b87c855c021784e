import { expect, it } from "vitest";
import { clashRemarks } from "./clash-remarks.ts";

const event = (webinar_id: string, host: string, from: string, to: string, status = "planned") => ({
  ...{ webinar_id, host, topic: webinar_id, status },
  ...{ start_time: `2027-04-13T${from}:00Z`, end_time: `2027-04-13T${to}:00Z` },
});

it("names each pair of overlapping dates once, with the time that they share; touching ends, the past and cancelled dates are no overlap", () => {
  const events = [
    event("a", "ada@example.com", "09:00", "10:00", "over"),
    event("b", "ada@example.com", "09:00", "10:00"),
    event("c", "ada@example.com", "09:30", "11:00"),
    event("d", "grace@example.com", "10:00", "10:30"),
    event("e", "ada@example.com", "10:00", "10:30", "cancelled"),
  ];
  expect(clashRemarks({ events })).toEqual([
    'Clash: "b" of ada@example.com (b) and "c" of ada@example.com (c), 2027-04-13T09:30:00Z to 2027-04-13T10:00:00Z.',
    'At the same time: "c" of ada@example.com (c) and "d" of grace@example.com (d), 2027-04-13T10:00:00Z to 2027-04-13T10:30:00Z.',
  ]);
});

it("stops after twenty, and says how many more there are", () => {
  const events = Array.from({ length: 8 }, (_, at) => event(`${at}`, "ada@example.com", "09:00", "10:00"));
  const lines = clashRemarks({ events });
  expect([lines.length, lines.at(-1)]).toEqual([21, "And 8 more."]);
});
