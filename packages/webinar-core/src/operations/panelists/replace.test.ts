import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { listPanelists } from "./list.ts";
import { replacePanelist } from "./replace.ts";

const grace = { webinar_id: UPCOMING, panelist_id: "grace@example.com" };
const writes = (zoom: ReturnType<typeof emulated>) => zoom.seen().filter(({ method }) => method !== "GET");

describe("panelists.replace", () => {
  it("changes a name by removing and inviting again, and gives the new link if the call asks", async () => {
    const zoom = emulated();
    const before = await zoom.run(listPanelists, { webinar_id: UPCOMING, include_join_links: true });
    zoom.seen();
    const { removed, added } = await zoom.run(replacePanelist, { ...grace, name: "Grace E. Example", include_join_links: true });
    expect(writes(zoom).map(({ method }) => method)).toEqual(["DELETE", "POST"]);
    expect(removed).toMatchObject({ id: before.panelists?.[0]?.id, name: "Grace Example" });
    expect(added).toMatchObject({ email: "grace@example.com", name: "Grace E. Example" });
    expect(added.id).not.toBe(removed.id);
    expect(added.join_url).not.toBe(before.panelists?.[0]?.join_url);
    expect((await zoom.emulator.mailLog()).map(({ to }) => to)).toEqual(["grace@example.com"]);
  });

  it("invites the new address before it removes the old one", async () => {
    const zoom = emulated();
    await zoom.run(replacePanelist, { ...grace, email: "g.example@example.com" });
    expect(writes(zoom).map(({ method }) => method)).toEqual(["POST", "DELETE"]);
    expect((await zoom.run(listPanelists, { webinar_id: UPCOMING })).panelists).toMatchObject([
      { name: "Grace Example", email: "g.example@example.com" },
    ]);
  });

  it("asks first, naming who is removed and who is written to", async () => {
    const { refusal, seen } = emulated({ session: { safety: "confirm" } });
    expect(await refusal(replacePanelist, { ...grace, name: "G" })).toMatchObject({
      code: "confirmation_required",
      details: { preview: { targets: [{ label: "Grace Example <grace@example.com>" }], recipients: { count: 1 } } },
    });
    expect(seen().every(({ method }) => method === "GET")).toBe(true);
  });

  it("says how far it came if only half was done", async () => {
    const zoom = emulated();
    const body = JSON.stringify({ code: 3000, message: "Full." });
    zoom.emulator.controls.addFault({ kind: "status", status: 400, body, endpoint: "POST /webinars/{webinarId}/panelists", times: 1 });
    expect(await zoom.refusal(replacePanelist, { ...grace, name: "G" })).toMatchObject({
      code: "partial",
      message: expect.stringContaining("was removed, but not invited again"),
    });
    expect((await zoom.run(listPanelists, { webinar_id: UPCOMING })).panelists).toEqual([]);
  });

  it("names who is not a panelist, and refuses a change of nothing", async () => {
    const { refusal } = emulated();
    expect(await refusal(replacePanelist, { webinar_id: UPCOMING, panelist_id: "who@example.com", name: "W" })).toMatchObject({ code: "not_found" });
    expect(await refusal(replacePanelist, grace)).toMatchObject({ code: "input_invalid" });
  });
});
