import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listUpcomingEvents } from "./list-upcoming.ts";

const month = { from: "2027-01-15", to: "2027-02-14" };

it("lists what is planned within a month", async () => {
  const { run, seen } = emulated();
  const page = await run(listUpcomingEvents, { ...month, type: "webinar" });
  expect(seen()).toMatchObject([{ path: "/v2/report/upcoming_events", query: { ...month, type: "webinar", page_size: "30" } }]);
  expect(page).toMatchObject({ upcoming_events: [{ topic: "Product tour: what is new", start_time: "2027-01-22T15:00:00Z" }], complete: true });
  expect(listUpcomingEvents.describe(page, month)).toBe("1 planned webinar or meeting");
});

it("names the days that are missing, and reports that more than a month is refused", async () => {
  const { refusal } = emulated();
  expect(await refusal(listUpcomingEvents, { from: "2027-01-15" })).toMatchObject({ code: "input_invalid", faults: [{ field: "to" }] });
  expect(await refusal(listUpcomingEvents, { from: "2027-01-15", to: "2027-05-15" })).toMatchObject({
    code: "input_invalid",
    message: expect.stringMatching(/^to: .* is more than a month after from/),
  });
});
