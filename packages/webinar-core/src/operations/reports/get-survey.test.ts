import { HELD, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { getReportSurvey } from "./get-survey.ts";

it("counts what people answered in the survey, and reads who with `full`", async () => {
  const { run, seen } = emulated();
  const report = await run(getReportSurvey, { webinar_id: HELD, full: true });
  expect(seen()).toMatchObject([{ path: `/v2/report/webinars/${HELD}/survey` }]);
  expect(report).toMatchObject({
    webinar_id: HELD,
    survey_name: "Your opinion",
    survey_answers: [{ name: "Nia Sample", answer_details: [{ question: "Would you come again?", answer: "Yes" }] }],
  });
  expect(await run(getReportSurvey, { webinar_id: HELD })).toEqual({
    survey_name: "Your opinion",
    people: 1,
    results: [{ question: "Would you come again?", people: 1, answers: [{ answer: "Yes", count: 1 }] }],
  });
});

it("says when the webinar was not held", async () => {
  expect(await emulated().refusal(getReportSurvey, { webinar_id: UPCOMING })).toMatchObject({ code: "not_found" });
});
