import { HELD, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listPastPolls } from "./list-polls.ts";

it("counts who gave which answer, and reads who with `full`", async () => {
  const { run, seen } = emulated();
  const { questions, id, results } = await run(listPastPolls, { webinar_id: HELD, full: true });
  expect(id).toBe(HELD);
  expect(questions).toMatchObject([
    { name: "Mina Muster", question_details: [{ answer: "One to five" }] },
    { name: "Nia Sample", question_details: [{ answer: "None yet" }] },
  ]);
  expect(results).toMatchObject([
    {
      people: 2,
      answers: [
        { answer: "One to five", count: 1 },
        { answer: "None yet", count: 1 },
      ],
    },
  ]);
  expect(seen()).toMatchObject([{ path: `/v2/past_webinars/${HELD}/polls` }]);
  expect(await run(listPastPolls, { webinar_id: HELD })).toEqual({ people: 2, results });
});

it("reports that a webinar was not held yet", async () => {
  expect(await emulated().refusal(listPastPolls, { webinar_id: UPCOMING })).toMatchObject({ code: "not_found" });
});
