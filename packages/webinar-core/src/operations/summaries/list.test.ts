import { HELD } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listSummaries } from "./list.ts";

const month = { from: "2027-01-01T00:00:00Z", to: "2027-01-15T00:00:00Z" };

it("lists the summaries of a time, one page or all", async () => {
  const { run, seen } = emulated();
  const page = await run(listSummaries, { ...month, all: true });
  expect(seen()).toMatchObject([{ path: "/v2/meetings/meeting_summaries", query: { ...month, page_size: "300" } }]);
  expect(page).toMatchObject({ summaries: [{ meeting_id: HELD, meeting_topic: "Getting started in 45 minutes" }], complete: true });
  expect((await run(listSummaries, { from: "2027-01-14T00:00:00Z" })).summaries).toEqual([]);
});

it("refuses a page that is too long, before it asks", async () => {
  const { refusal, seen } = emulated();
  expect(await refusal(listSummaries, { page_size: 301 })).toMatchObject({ code: "input_invalid", faults: [{ field: "page_size" }] });
  expect(seen()).toEqual([]);
});
