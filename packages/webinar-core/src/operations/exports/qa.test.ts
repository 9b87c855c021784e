import { HELD } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { exportQa } from "./qa.ts";

it("gives a row for each question with its answer, and who asked", async () => {
  const { run, session } = emulated();
  const { rows } = await run(exportQa, { webinar_id: HELD, all: true });
  const { questions = [] } = await session.zoom.call("GET /report/webinars/{webinarId}/qa", { path: { webinarId: HELD } });
  expect(new Set(rows.map(({ question }) => question))).toEqual(
    new Set(questions.flatMap(({ question_details = [] }) => question_details.map(({ question }) => question))),
  );
  expect(rows).toContainEqual(expect.objectContaining({ email: "mina@example.com", status: "attended" }));
});

it("refuses a webinar that was not held", async () => {
  const { refusal } = emulated();
  expect(await refusal(exportQa, { webinar_id: "82834512568" })).toMatchObject({ code: "not_found" });
});
