import { HELD, HELD_UUID, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listReportPolls } from "./list-polls.ts";

it("counts who gave which answer in the polls, and lists who with `full`", async () => {
  const { run, seen } = emulated();
  const report = await run(listReportPolls, { webinar_id: HELD, full: true });
  expect(seen()).toMatchObject([{ path: `/v2/report/webinars/${HELD}/polls` }]);
  expect(report).toMatchObject({
    uuid: HELD_UUID,
    people: 2,
    results: [{ people: 2, answers: [{}, {}] }],
    questions: [{ name: "Mina Muster", email: "mina@example.com", question_details: [{ answer: "One to five" }] }, { name: "Nia Sample" }],
  });
  const short = await run(listReportPolls, { webinar_id: HELD });
  expect(Object.keys(short)).toEqual(["people", "results"]);
});

it("says when the webinar was not held", async () => {
  expect(await emulated().refusal(listReportPolls, { webinar_id: UPCOMING })).toMatchObject({ code: "not_found" });
});
