import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listPanelists } from "./list.ts";
import { removePanelist } from "./remove.ts";

it("takes one off by e-mail or by id", async () => {
  const { run, seen } = emulated();
  const input = { webinar_id: UPCOMING, panelist_id: "grace@example.com" };
  expect(await run(removePanelist, input)).toEqual({ done: "remove_panelist", ...input });
  expect(seen()).toMatchObject([{ method: "GET" }, { method: "DELETE", path: `/v2/webinars/${UPCOMING}/panelists/grace%40example.com` }]);
  expect((await run(listPanelists, { webinar_id: UPCOMING })).panelists).toEqual([]);
  const other = emulated();
  const [grace] = (await other.run(listPanelists, { webinar_id: UPCOMING })).panelists ?? [];
  await other.run(removePanelist, { webinar_id: UPCOMING, panelist_id: grace?.id as string });
  expect((await other.run(listPanelists, { webinar_id: UPCOMING })).panelists).toEqual([]);
});

it("names webinar and panelist before it acts", async () => {
  const { refusal, seen } = emulated({ session: { safety: "confirm" } });
  expect(await refusal(removePanelist, { webinar_id: UPCOMING, panelist_id: "grace@example.com" })).toMatchObject({
    code: "confirmation_required",
    details: { preview: { targets: [{ kind: "panelist", label: "Grace Example <grace@example.com>" }, { kind: "webinar" }], recipients: null } },
  });
  expect(seen().filter(({ method }) => method !== "GET")).toEqual([]);
});

it("says that somebody is no panelist, asked first or not, and sends nothing, though Zoom answers with success", async () => {
  const input = { webinar_id: UPCOMING, panelist_id: "grcae@example.com" };
  for (const safety of ["trusted", "confirm"] as const) {
    const { refusal, seen } = emulated({ session: { safety } });
    expect(await refusal(removePanelist, input)).toMatchObject({
      code: "not_found",
      message: `Webinar ${UPCOMING} has no panelist grcae@example.com.`,
      hint: expect.stringContaining("nothing was changed"),
    });
    expect(seen().filter(({ method }) => method !== "GET")).toEqual([]);
  }
});

it("takes one off for an app that may not read the panelists", async () => {
  const { run } = emulated({ scopes: ["webinar:delete:panelist:admin"] });
  expect(await run(removePanelist, { webinar_id: UPCOMING, panelist_id: "grace@example.com" })).toMatchObject({ done: "remove_panelist" });
});

it("reports that there is no such webinar", async () => {
  expect(await emulated().refusal(removePanelist, { webinar_id: "99999999999", panelist_id: "x" })).toMatchObject({ code: "not_found" });
});
