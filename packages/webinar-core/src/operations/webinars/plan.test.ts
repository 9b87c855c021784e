import { emulated, HOST, OTHER_HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { describeRecipients } from "../../operation/preview.ts";
import { previewOperation } from "../../run.ts";
import { applyWebinarFiles } from "./apply.ts";
import { createWebinar } from "./create.ts";
import { diffWebinars } from "./diff.ts";
import { getWebinar } from "./get.ts";
import { planWebinarFiles } from "./plan.ts";
import { updateWebinar } from "./update.ts";

const TEXT = `host: ${HOST}\nformat: 1\ntopic: Launch\nstart_time: 2027-03-01T10:00\ntimezone: Europe/Berlin\nagenda: Hello\nsettings:\n  on_demand: true\n`;
const files = (text: string, name = "launch.yaml") => [{ name, text }];

describe("webinars.plan", () => {
  it("shows each field of a webinar that would be created, and sends nothing but reads", async () => {
    const { run, seen } = emulated();
    const { webinars, notes } = await run(planWebinarFiles, { files: files(TEXT) });
    expect(webinars).toMatchObject([
      { topic: "Launch", file: "launch.yaml", host: HOST, webinar_id: null, created: true, applied: 0, not_possible: [] },
    ]);
    expect(webinars[0]?.changes).toContainEqual({ at: "settings.on_demand", from: null, to: true });
    expect(webinars[0]?.changes).toContainEqual({ at: "duration", from: null, to: 60 });
    expect(notes.join()).toContain("passcode");
    expect(seen().every(({ method }) => method === "GET")).toBe(true);
  });

  it("shows one change per field, one per item of a list; a key that is not named stays, null resets", async () => {
    const { run } = emulated();
    const people = "panelists:\n  - { name: Linus, email: linus@example.com }\n  - { name: Rosa, email: rosa@example.com }\n";
    const made = await run(applyWebinarFiles, { files: files(TEXT + people) });
    const webinar_id = made.webinars[0]?.webinar_id ?? "";
    await run(updateWebinar, { webinar_id, practice_session: true, duration: 90 });
    const changed = `id: "${webinar_id}"\ntopic: Launch party\nagenda: null\nsettings:\n  on_demand: null\npanelists:\n  - { name: Linus, email: LINUS@example.com }\n  - { name: Mina, email: mina@example.com }\n`;
    const { webinars } = await run(planWebinarFiles, { files: files(changed) });
    expect(webinars[0]?.changes).toEqual([
      { at: "topic", from: "Launch", to: "Launch party" },
      { at: "agenda", from: "Hello", to: "" },
      { at: "panelists[mina@example.com]", from: null, to: { name: "Mina", email: "mina@example.com" } },
      { at: "panelists[rosa@example.com]", from: { name: "Rosa", email: "rosa@example.com" }, to: null },
      { at: "settings.on_demand", from: true, to: false },
    ]);
  });

  it("says whom Zoom writes to once it is applied, in words and in figures, as apply's question does", async () => {
    const { run, session } = emulated();
    const invited = files(`${TEXT}panelists:\n  - { name: Linus, email: linus@example.com }\n`);
    const { recipients } = await previewOperation(applyWebinarFiles, { files: invited }, session);
    const planned = await run(planWebinarFiles, { files: invited });
    expect(planned.recipients).toEqual(recipients);
    expect(planned.recipients).toMatchObject({ count: 1, domains: [{ domain: "example.com", count: 1 }] });
    expect(planWebinarFiles.describe(planned, { files: invited })).toBe(
      `1 to create, 0 to change, 0 as in the files. ${describeRecipients(recipients)}`,
    );
    const alone = await run(planWebinarFiles, { files: files(TEXT) });
    expect(alone.recipients).toBeNull();
    expect(planWebinarFiles.describe(alone, { files: files(TEXT) })).toContain("Zoom writes to nobody.");
  });

  it("has the words that a file takes in place of codes, as the preview of apply and the comparison of two webinars have", async () => {
    const { run, session } = emulated();
    const series = (rule: string, more: string) =>
      files(`${TEXT.replace("  on_demand: true\n", "")}  registration_type: ${more}\nrecurrence: ${rule}\nregistration: manual\n`);
    const { webinars } = await run(planWebinarFiles, { files: series('{ type: 2, weekly_days: "3,5", end_times: 4 }', "2") });
    const planned = webinars[0]?.changes.map(({ at, to }) => [at, to]) ?? [];
    expect(planned).toEqual(
      expect.arrayContaining([
        ["recurrence.type", "weekly"],
        ["recurrence.weekly_days", "Tuesday,Thursday"],
        ["settings.registration_type", "separately for each date"],
      ]),
    );
    const asWords = `{ type: weekly, weekly_days: "Tuesday,Thursday", end_times: 4 }`;
    const made = await run(applyWebinarFiles, { files: series(asWords, "separately for each date") });
    const made_id = made.webinars[0]?.webinar_id ?? "";
    const [{ text = "" } = {}] = series('{ type: 2, weekly_days: "2", end_times: 4 }', "1");
    const other = await run(createWebinar, {
      user_id: HOST,
      topic: "Launch",
      start_time: "2027-03-01T10:00",
      timezone: "Europe/Berlin",
      registration: "manual",
    });
    const { changes = [] } = await previewOperation(applyWebinarFiles, { files: files(`id: "${made_id}"\n${text}`) }, session);
    expect(changes).toContain(`settings.registration_type: "separately for each date" becomes "once for all dates"`);
    expect(changes).toContain(`recurrence.weekly_days: "Tuesday,Thursday" becomes "Monday"`);
    const compared = await run(diffWebinars, { webinar_id: String(other.webinar.id), other_id: made_id });
    expect(compared.changes).toContainEqual({ at: "recurrence.type", from: null, to: "weekly" });
  });

  it("takes a document whose host is another for a new webinar, and says so", async () => {
    const { run } = emulated();
    const made = await run(applyWebinarFiles, { files: files(TEXT) });
    const id = made.webinars[0]?.webinar_id ?? "";
    const { webinars, notes } = await run(planWebinarFiles, { files: files(`id: "${id}"\n${TEXT}`), user_id: OTHER_HOST });
    expect(webinars).toMatchObject([{ host: OTHER_HOST, webinar_id: null, created: true }]);
    expect(notes.join()).toContain(`Webinar ${id} belongs to ${HOST}, and Zoom cannot move it`);
  });

  it("takes a default host only for files that name neither a host nor a webinar", async () => {
    const { run, refusal } = emulated();
    const hostless = TEXT.replace(/^host: .*\n/, "");
    const made = await run(applyWebinarFiles, { files: files(TEXT), default_user_id: OTHER_HOST });
    const id = made.webinars[0]?.webinar_id ?? "";
    const { webinars, notes } = await run(planWebinarFiles, { files: files(`id: "${id}"\n${hostless}`), default_user_id: OTHER_HOST });
    expect([webinars.map(({ created, host }) => [created, host]), notes]).toEqual([[[false, HOST]], []]);
    expect((await run(planWebinarFiles, { files: files(TEXT), default_user_id: "nobody@example.com" })).webinars).toMatchObject([{ webinar_id: id }]);
    const other = await run(applyWebinarFiles, { files: files(hostless), default_user_id: OTHER_HOST });
    expect((await run(getWebinar, { webinar_id: other.webinars[0]?.webinar_id ?? "" })).host_email).toBe(OTHER_HOST);
    const mine = await run(planWebinarFiles, { files: files(hostless), default_user_id: OTHER_HOST, user_id: HOST });
    expect(mine.webinars).toMatchObject([{ webinar_id: id }]);
    expect(await refusal(planWebinarFiles, { files: files(hostless), default_user_id: "nobody@example.com" })).toMatchObject({
      faults: [{ field: "default_user_id", message: "there is no user nobody@example.com in this account, and launch.yaml:1 names no other host" }],
    });
  });

  it("runs in a read-only session, where apply does not", async () => {
    const { run, refusal } = emulated({ session: { safety: "read-only" } });
    expect((await run(planWebinarFiles, { files: files(TEXT) })).webinars).toHaveLength(1);
    expect(await refusal(applyWebinarFiles, { files: files(TEXT) })).toMatchObject({ code: "not_allowed" });
  });

  it("names a live stream without its key, and plans nothing for it", async () => {
    const { run } = emulated();
    const stream = "live_stream: { stream_url: rtmp://example.com/live, page_url: https://example.com/watch }\n";
    await run(applyWebinarFiles, { files: files(TEXT + stream) });
    const { webinars } = await run(planWebinarFiles, { files: files(TEXT + stream) });
    expect(webinars).toMatchObject([{ created: false, changes: [], not_possible: [{ at: "live_stream", why: expect.stringContaining("key") }] }]);
  });
});
