import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { deleteSurvey } from "./delete.ts";
import { getSurvey } from "./get.ts";
import { setSurvey } from "./set.ts";

it("asks first, then takes the survey off", async () => {
  const { run, refusal, seen } = emulated({ session: { safety: "confirm" } });
  await run(setSurvey, { webinar_id: UPCOMING, third_party_survey: "https://example.com/survey" });
  seen();
  const asked = await refusal(deleteSurvey, { webinar_id: UPCOMING });
  expect(asked).toMatchObject({ code: "confirmation_required", details: { preview: { targets: [{ kind: "webinar", id: UPCOMING }] } } });
  await run(deleteSurvey, { webinar_id: UPCOMING }, { confirmToken: asked.details.confirm_token as string });
  expect(seen().filter(({ method }) => method !== "GET")).toMatchObject([{ method: "DELETE", path: `/v2/webinars/${UPCOMING}/survey` }]);
  expect((await run(getSurvey, { webinar_id: UPCOMING })).third_party_survey ?? "").toBe("");
});

it("says when there is no such webinar", async () => {
  expect(await emulated().refusal(deleteSurvey, { webinar_id: "99999999999" })).toMatchObject({ code: "not_found" });
});
