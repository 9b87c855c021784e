import { HELD } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { exportSurvey } from "./survey.ts";

it("gives a row for each answer to the survey", async () => {
  const { run, session } = emulated();
  const { rows } = await run(exportSurvey, { webinar_id: HELD, all: true });
  const { survey_answers = [], survey_name } = await session.zoom.call("GET /report/webinars/{webinarId}/survey", { path: { webinarId: HELD } });
  expect(rows.map(({ question, answer }) => [question, answer])).toEqual(
    survey_answers.flatMap(({ answer_details = [] }) => answer_details.map(({ question, answer }) => [question, answer])),
  );
  expect(rows[0]).toMatchObject({ survey_name });
});

it("refuses a webinar that was not held", async () => {
  const { refusal } = emulated();
  expect(await refusal(exportSurvey, { webinar_id: "82834512568" })).toMatchObject({ code: "not_found" });
});
