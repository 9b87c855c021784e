import { HELD, NOWHERE } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listFeedback } from "./list-feedback.ts";

it("lists thumbs and comments", async () => {
  const { run, seen } = emulated();
  const page = await run(listFeedback, { webinar_id: HELD, type: "past" });
  expect(seen()).toMatchObject([{ path: `/v2/metrics/webinars/${HELD}/participants/satisfaction`, query: { type: "past", page_size: "30" } }]);
  expect(page).toMatchObject({ participants: [{ email: "nia@example.com", quality: "GOOD", comment: "Clear and short." }], complete: true });
  expect(listFeedback.describe(page, { webinar_id: HELD })).toBe("1 answer");
});

it("says when Zoom knows no such webinar", async () => {
  expect(await emulated().refusal(listFeedback, { webinar_id: NOWHERE, type: "past" })).toMatchObject({ code: "not_found" });
});
