import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listPanelists } from "./list.ts";

it("lists the panelists, their links only if the call asks", async () => {
  const { run, seen } = emulated();
  const plain = await run(listPanelists, { webinar_id: UPCOMING });
  expect(seen()).toMatchObject([{ method: "GET", path: `/v2/webinars/${UPCOMING}/panelists`, query: {} }]);
  expect(plain).toMatchObject({ panelists: [{ name: "Grace Example", email: "grace@example.com" }], redacted: ["panelists[].join_url"] });
  expect((await run(listPanelists, { webinar_id: UPCOMING, include_join_links: true })).panelists?.[0]?.join_url).toContain("tk=");
});

it("says when there is no such webinar", async () => {
  expect(await emulated().refusal(listPanelists, { webinar_id: "99999999999" })).toMatchObject({ code: "not_found" });
});
