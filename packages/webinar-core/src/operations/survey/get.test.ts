import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { getSurvey } from "./get.ts";
import { setSurvey } from "./set.ts";

it("reads the survey of a webinar", async () => {
  const { run, seen } = emulated();
  await run(setSurvey, { webinar_id: UPCOMING, third_party_survey: "https://example.com/survey", show_in_the_browser: false });
  seen();
  expect(await run(getSurvey, { webinar_id: UPCOMING })).toMatchObject({
    third_party_survey: "https://example.com/survey",
    show_in_the_browser: false,
  });
  expect(seen()).toMatchObject([{ method: "GET", path: `/v2/webinars/${UPCOMING}/survey` }]);
});

it("says when there is no such webinar", async () => {
  expect(await emulated().refusal(getSurvey, { webinar_id: "99999999999" })).toMatchObject({ code: "not_found" });
});
