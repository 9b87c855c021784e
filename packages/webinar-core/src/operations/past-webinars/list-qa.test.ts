import { HELD, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listInstances } from "./list-instances.ts";
import { listPastQa } from "./list-qa.ts";

it("reads the questions and their answers, by ID or UUID", async () => {
  const { run, seen } = emulated();
  const byId = await run(listPastQa, { webinar_id: HELD });
  expect(byId.questions).toMatchObject([
    { name: "Mina Muster", question_details: [{ question: "Will there be a recording?", answer: "Yes, by tomorrow." }] },
    { name: "Anonymous Attendee", question_details: [{ question: "Does it work without an account?" }] },
  ]);
  const uuid = (await run(listInstances, { webinar_id: HELD })).webinars?.[0]?.uuid as string;
  seen();
  expect(await run(listPastQa, { webinar_id: uuid })).toEqual(byId);
  expect(seen()).toMatchObject([{ path: expect.stringMatching(/^\/v2\/past_webinars\/%252F.*\/qa$/) }]);
});

it("reports that a webinar was not held yet", async () => {
  expect(await emulated().refusal(listPastQa, { webinar_id: UPCOMING })).toMatchObject({ code: "not_found" });
});
