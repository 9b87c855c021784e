import { HELD, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { getReportSurvey } from "./get-survey.ts";

it("reads what people answered in the survey", async () => {
  const { run, seen } = emulated();
  const report = await run(getReportSurvey, { webinar_id: HELD });
  expect(seen()).toMatchObject([{ path: `/v2/report/webinars/${HELD}/survey` }]);
  expect(report).toMatchObject({
    webinar_id: HELD,
    survey_name: "Your opinion",
    survey_answers: [{ name: "Nia Sample", answer_details: [{ question: "Would you come again?", answer: "Yes" }] }],
  });
});

it("says when the webinar was not held", async () => {
  expect(await emulated().refusal(getReportSurvey, { webinar_id: UPCOMING })).toMatchObject({ code: "not_found" });
});
