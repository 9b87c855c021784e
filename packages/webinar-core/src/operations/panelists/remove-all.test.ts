import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listPanelists } from "./list.ts";
import { removeAllPanelists } from "./remove-all.ts";

it("names everybody before it acts, then takes them off in one call", async () => {
  const { run, refusal, seen } = emulated({ session: { safety: "confirm" } });
  const asked = await refusal(removeAllPanelists, { webinar_id: UPCOMING });
  expect(asked).toMatchObject({
    code: "confirmation_required",
    details: {
      preview: {
        targets: [{ kind: "panelist", label: "Grace Example <grace@example.com>" }, { kind: "webinar" }],
        recipients: null,
        reversible: false,
      },
    },
  });
  seen();
  await run(removeAllPanelists, { webinar_id: UPCOMING }, { confirmToken: asked.details.confirm_token as string });
  expect(seen().at(-1)).toMatchObject({ method: "DELETE", path: `/v2/webinars/${UPCOMING}/panelists` });
  expect((await run(listPanelists, { webinar_id: UPCOMING })).panelists).toEqual([]);
});

it("says when there is no such webinar", async () => {
  expect(await emulated().refusal(removeAllPanelists, { webinar_id: "99999999999" })).toMatchObject({ code: "not_found" });
});
