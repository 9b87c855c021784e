import { HELD, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listPastPolls } from "./list-polls.ts";

it("reads who answered what", async () => {
  const { run, seen } = emulated();
  const { questions, id } = await run(listPastPolls, { webinar_id: HELD });
  expect(id).toBe(HELD);
  expect(questions).toMatchObject([
    { name: "Mina Muster", question_details: [{ answer: "One to five" }] },
    { name: "Nia Sample", question_details: [{ answer: "None yet" }] },
  ]);
  expect(seen()).toMatchObject([{ path: `/v2/past_webinars/${HELD}/polls` }]);
});

it("reports that a webinar was not held yet", async () => {
  expect(await emulated().refusal(listPastPolls, { webinar_id: UPCOMING })).toMatchObject({ code: "not_found" });
});
