import { HELD, HELD_UUID, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listReportPolls } from "./list-polls.ts";

it("lists who answered what in the polls", async () => {
  const { run, seen } = emulated();
  const report = await run(listReportPolls, { webinar_id: HELD });
  expect(seen()).toMatchObject([{ path: `/v2/report/webinars/${HELD}/polls` }]);
  expect(report).toMatchObject({
    uuid: HELD_UUID,
    questions: [{ name: "Mina Muster", email: "mina@example.com", question_details: [{ answer: "One to five" }] }, { name: "Nia Sample" }],
  });
});

it("says when the webinar was not held", async () => {
  expect(await emulated().refusal(listReportPolls, { webinar_id: UPCOMING })).toMatchObject({ code: "not_found" });
});
