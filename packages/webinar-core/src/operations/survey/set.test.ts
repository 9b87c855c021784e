import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { getSurvey } from "./get.ts";
import { setSurvey } from "./set.ts";

it("writes a survey of Zoom's own, sending what was given and nothing else", async () => {
  const { run, seen } = emulated();
  const custom_survey = {
    title: "How was it?",
    questions: [{ name: "Marks?", type: "rating_scale" as const, rating_min_value: 0, rating_max_value: 10 }],
  };
  expect(await run(setSurvey, { webinar_id: UPCOMING, custom_survey })).toEqual({ done: "set_webinar_survey", webinar_id: UPCOMING });
  const [request] = seen();
  expect(request).toMatchObject({ method: "PATCH", path: `/v2/webinars/${UPCOMING}/survey` });
  expect(request?.body).toEqual({ custom_survey });
  expect(await run(getSurvey, { webinar_id: UPCOMING })).toMatchObject({ custom_survey });
});

it("refuses to set nothing, asked first or not, before anything is sent", async () => {
  for (const safety of ["trusted", "confirm"] as const) {
    const { refusal, seen } = emulated({ session: { safety } });
    expect(await refusal(setSurvey, { webinar_id: UPCOMING })).toMatchObject({
      code: "input_invalid",
      message: "Nothing to change was given.",
      hint: expect.stringContaining("third_party_survey"),
    });
    expect(seen()).toEqual([]);
  }
});

it("names an unknown kind of question, and reports that there is no such webinar", async () => {
  const { refusal } = emulated();
  const asked = { questions: [{ name: "?", type: "ratingscale" }] };
  expect(await refusal(setSurvey, { webinar_id: UPCOMING, custom_survey: asked })).toMatchObject({
    code: "input_invalid",
    message: expect.stringContaining("did you mean rating_scale?"),
  });
  expect(await refusal(setSurvey, { webinar_id: "99999999999", show_in_the_browser: true })).toMatchObject({ code: "not_found" });
});
