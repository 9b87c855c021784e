import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { createWebinar } from "../webinars/create.ts";
import { addPanelists } from "./add.ts";
import { listPanelists } from "./list.ts";

const webinar_id = UPCOMING;
const ADD = "POST /webinars/{webinarId}/panelists";
const crowd = (count: number) => Array.from({ length: count }, (_, at) => `speaker${at}@example.org`);

describe("panelists.add", () => {
  it("invites people by name and e-mail or by e-mail alone, each once, and passes over who is on already", async () => {
    const { run, seen, emulator } = emulated();
    const { results, zoom_mails } = await run(addPanelists, {
      webinar_id,
      panelists: [{ name: "Linus Example", email: "linus@example.com" }],
      panelist_emails: ["rosa@example.com", "GRACE@example.com", "Rosa@example.com", "Linus@example.com"],
    });
    expect(results).toMatchObject([
      { email: "linus@example.com", name: "Linus Example", outcome: "done" },
      { email: "rosa@example.com", name: "rosa", outcome: "done" },
      { email: "GRACE@example.com", outcome: "skipped", message: "is a panelist already", id: expect.any(String) },
    ]);
    expect(JSON.stringify(results)).not.toContain("tk=");
    expect(zoom_mails).toBe(true);
    const writes = seen().filter(({ method }) => method === "POST");
    expect(writes.map(({ body }) => body)).toEqual([
      {
        panelists: [
          { name: "Linus Example", email: "linus@example.com" },
          { email: "rosa@example.com", name: "rosa" },
        ],
      },
    ]);
    expect((await emulator.mailLog()).map(({ to }) => to)).toEqual(["linus@example.com", "rosa@example.com"]);
  });

  it("sends 30 at a time, and reads links from the list if the call asks", async () => {
    const { run, seen } = emulated();
    const { results } = await run(addPanelists, { webinar_id, panelist_emails: crowd(65), include_join_links: true });
    const writes = seen().filter(({ method }) => method === "POST");
    expect(writes.map(({ body }) => (body as { panelists: unknown[] }).panelists.length)).toEqual([30, 30, 5]);
    expect(results).toHaveLength(65);
    for (const { outcome, id, join_url } of results) expect([outcome, typeof id, join_url?.includes("tk=")]).toEqual(["done", "string", true]);
  });

  it("previews exactly whom Zoom writes to, and does not ask if the webinar's invitations are off", async () => {
    const { run, refusal, emulator } = emulated({ session: { safety: "confirm" } });
    const input = { webinar_id, panelist_emails: ["rosa@example.com", "grace@example.com"] };
    const { details } = await refusal(addPanelists, input);
    expect(details).toMatchObject({
      preview: { summary: expect.stringContaining("Product tour"), targets: [{ id: "rosa@example.com" }], recipients: { count: 1 } },
    });
    expect(await emulator.mailLog()).toEqual([]);
    await run(addPanelists, input, { confirmToken: details.confirm_token as string });
    expect((await emulator.mailLog()).map(({ to }) => to)).toEqual(["rosa@example.com"]);
    const quiet = { panelists_invitation_email_notification: false };
    const { webinar } = await run(createWebinar, { user_id: HOST, topic: "Quiet", start_time: "2027-03-15T15:00:00Z", settings: quiet });
    const added = await run(addPanelists, { webinar_id: webinar.id as string, panelist_emails: ["tove@example.com"] });
    expect(added).toMatchObject({ zoom_mails: false });
    expect(await emulator.mailLog()).toHaveLength(1);
  });

  it("tells exactly who was added if Zoom refuses one slice", async () => {
    const { refusal, emulator } = emulated();
    emulator.controls.addFault({ kind: "status", status: 400, body: JSON.stringify({ code: 3000, message: "Full." }), endpoint: ADD, times: 1 });
    const error = await refusal(addPanelists, { webinar_id, panelist_emails: crowd(31) });
    expect(error).toMatchObject({ code: "partial", message: "1 of 31 panelists was added; 30 failed." });
    const items = error.details.items as { outcome: string }[];
    expect(items.map(({ outcome }) => outcome)).toEqual([...Array<string>(30).fill("failed"), "done"]);
  });

  it("looks at the list if Zoom gave no answer, and adds nobody twice", async () => {
    const applied = emulated();
    applied.emulator.controls.addFault({ kind: "reset", endpoint: ADD, times: 1, applied: true });
    expect(await applied.run(addPanelists, { webinar_id, panelist_emails: ["rosa@example.com"] })).toMatchObject({ results: [{ outcome: "done" }] });
    const lost = emulated();
    lost.emulator.controls.addFault({ kind: "reset", endpoint: ADD, times: 1, applied: false });
    expect(await lost.run(addPanelists, { webinar_id, panelist_emails: ["rosa@example.com"] })).toMatchObject({ results: [{ outcome: "done" }] });
    // The first one was lost on the way.
    expect(lost.seen().filter(({ method }) => method === "POST")).toMatchObject([{ fault: "reset" }, { fault: null }]);
    lost.emulator.controls.addFault({ kind: "reset", endpoint: ADD, times: 2, applied: false });
    expect(await lost.refusal(addPanelists, { webinar_id, panelist_emails: ["tove@example.com"] })).toMatchObject({ code: "ambiguous" });
  });

  it("works for an app that may only write, saying what it does not know", async () => {
    const { run } = emulated({ scopes: ["webinar:write:panelist:admin"] });
    expect(await run(addPanelists, { webinar_id, panelist_emails: ["rosa@example.com"], include_join_links: true })).toEqual({
      webinar_id,
      results: [{ email: "rosa@example.com", name: "rosa", outcome: "done" }],
      zoom_mails: null,
    });
  });

  it("refuses nobody, and what is not an address, before asking Zoom; reports that there is no such webinar", async () => {
    const { run, refusal, seen } = emulated();
    expect(await refusal(addPanelists, { webinar_id })).toMatchObject({ code: "input_invalid", faults: [{ field: "panelists" }] });
    expect(await refusal(addPanelists, { webinar_id, panelist_emails: ["rosa"] })).toMatchObject({ code: "input_invalid" });
    expect(seen()).toEqual([]);
    expect(await refusal(addPanelists, { webinar_id: "99999999999", panelist_emails: ["rosa@example.com"] })).toMatchObject({ code: "not_found" });
    expect((await run(listPanelists, { webinar_id })).panelists).toHaveLength(1);
  });
});
