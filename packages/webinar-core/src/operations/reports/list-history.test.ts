import { HELD, HELD_UUID } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listHistory } from "./list-history.ts";

const month = { from: "2026-12-20", to: "2027-01-15" };

it("lists what was held within a month, by what was used", async () => {
  const { run, seen } = emulated();
  const page = await run(listHistory, { ...month, meeting_type: "webinar", report_type: "poll", all: true });
  expect(seen()).toMatchObject([
    { path: "/v2/report/history_meetings", query: { ...month, meeting_type: "webinar", report_type: "poll", page_size: "300" } },
  ]);
  expect(page.history_meetings).toMatchObject([
    { topic: "The autumn release, live" },
    { meeting_id: HELD, meeting_uuid: HELD_UUID, type: "Webinar", participants: 4, duration: 47 },
  ]);
  expect(page.complete).toBe(true);
  expect((await run(listHistory, { ...month, search_key: "no such topic" })).history_meetings).toEqual([]);
});

it("names a kind that does not exist, and reports that a group is closed to the caller", async () => {
  const { refusal } = emulated();
  expect(await refusal(listHistory, { ...month, report_type: "polls" })).toMatchObject({
    code: "input_invalid",
    message: expect.stringContaining("did you mean poll?"),
  });
  expect(await refusal(listHistory, { ...month, group_id: "sales" })).toMatchObject({ code: "forbidden" });
});
