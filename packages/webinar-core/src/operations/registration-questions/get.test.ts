import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { getRegistrationQuestions } from "./get.ts";

it("reads the form", async () => {
  const { run, seen } = emulated();
  expect(await run(getRegistrationQuestions, { webinar_id: UPCOMING })).toMatchObject({
    questions: [{ field_name: "org", required: false }],
    custom_questions: [{ title: "What do you hope to learn?", type: "short" }],
  });
  expect(seen()).toMatchObject([{ method: "GET", path: `/v2/webinars/${UPCOMING}/registrants/questions` }]);
});

it("says so if there is no such webinar", async () => {
  expect(await emulated().refusal(getRegistrationQuestions, { webinar_id: "99999999999" })).toMatchObject({ code: "not_found" });
});
