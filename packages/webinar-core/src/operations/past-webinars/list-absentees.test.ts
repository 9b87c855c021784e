import { HELD } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listAbsentees } from "./list-absentees.ts";
import { listInstances } from "./list-instances.ts";

it("names who registered and never came, by ID or UUID, links only if the call asks", async () => {
  const { run, seen } = emulated();
  const byId = await run(listAbsentees, { webinar_id: HELD });
  expect(byId).toMatchObject({ absentees: [{ email: "ravi@example.com", name: "Ravi Fictional" }], complete: true });
  expect(JSON.stringify(byId)).not.toContain("tk=");
  const uuid = (await run(listInstances, { webinar_id: HELD })).webinars?.[0]?.uuid as string;
  seen();
  expect((await run(listAbsentees, { webinar_uuid: uuid, all: true, include_join_links: true })).absentees).toMatchObject([
    { email: "ravi@example.com" },
  ]);
  expect(seen()).toMatchObject([{ path: expect.stringContaining("%252F"), query: { page_size: "300" } }]);
});

it("passes the date of a recurring webinar on, and what Zoom says of one it does not know", async () => {
  const { refusal, seen } = emulated();
  expect((await refusal(listAbsentees, { webinar_id: HELD, occurrence_id: "1648194360000" })).code).toBe("zoom_rejected");
  expect(seen()).toMatchObject([{ query: { occurrence_id: "1648194360000" } }]);
});

it("says when there is no such webinar", async () => {
  expect(await emulated().refusal(listAbsentees, { webinar_uuid: "99999999999" })).toMatchObject({ code: "not_found" });
});
