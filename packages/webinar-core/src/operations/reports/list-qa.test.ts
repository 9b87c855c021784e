import { HELD, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listReportQa } from "./list-qa.ts";

it("lists who asked what, with state and answers, and no name of who asked without one", async () => {
  const { run, seen } = emulated();
  const report = await run(listReportQa, { webinar_id: HELD, full: true });
  expect(seen()).toMatchObject([{ path: `/v2/report/webinars/${HELD}/qa` }]);
  expect(report.questions).toMatchObject([
    {
      name: "Mina Muster",
      question_details: [{ question_status: "answered", answer_details: [{ content: "Yes, by tomorrow.", type: "host_answered_publicly" }] }],
    },
    { name: "Anonymous Attendee", question_details: [{ question_status: "open", answer_details: [] }] },
  ]);
  const { questions } = await run(listReportQa, { webinar_id: HELD });
  expect(questions?.[0]?.question_details).toEqual([
    { question: "Will there be a recording?", answer: "Yes, by tomorrow.", question_status: "answered" },
  ]);
});

it("says when the webinar was not held", async () => {
  expect(await emulated().refusal(listReportQa, { webinar_id: UPCOMING })).toMatchObject({ code: "not_found" });
});
