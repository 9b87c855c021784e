import { HELD } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { exportPolls } from "./polls.ts";

it("gives a row for each answer to a poll, and who gave it", async () => {
  const { run, session } = emulated();
  const { rows } = await run(exportPolls, { webinar_id: HELD, all: true });
  const { questions = [] } = await session.zoom.call("GET /report/webinars/{webinarId}/polls", { path: { webinarId: HELD } });
  expect(rows.map(({ question, answer }) => [question, answer])).toEqual(
    questions.flatMap(({ question_details = [] }) => question_details.map(({ question, answer }) => [question, answer])),
  );
  expect(rows).toContainEqual(expect.objectContaining({ email: "nia@example.com", minutes: 45 }));
});

it("refuses a webinar that was not held", async () => {
  const { refusal } = emulated();
  expect(await refusal(exportPolls, { webinar_id: "82834512568" })).toMatchObject({ code: "not_found" });
});
