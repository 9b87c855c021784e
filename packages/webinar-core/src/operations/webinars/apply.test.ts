import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { type AuditEntry, hashedEmail } from "../../policy/audit.ts";
import { previewOperation, runOperation } from "../../run.ts";
import { removePanelist } from "../panelists/remove.ts";
import { applyWebinarFiles } from "./apply.ts";
import { createWebinar } from "./create.ts";

const TEXT = `host: ${HOST}
format: 1
topic: Launch
start_time: 2027-03-02T10:00
timezone: Europe/Berlin
recurrence: { type: 2, weekly_days: "3", end_times: 4 }
panelists: [{ name: Linus, email: linus@example.com }]
polls: [{ poll_title: Lunch, questions: [{ name: What?, type: single, answers: [Soup, Salad] }] }]
`;
const input = (text: string, more: { path?: string } = {}) => ({ files: [{ name: "launch.yaml", text, ...more }] });

describe("webinars.apply", () => {
  it("creates, then changes only what differs, then has nothing to do", async () => {
    const { run, seen, emulator } = emulated();
    const [made] = (await run(applyWebinarFiles, input(TEXT))).webinars;
    expect(made).toMatchObject({ created: true, applied: 3, not_possible: [] });
    seen();
    const moved = `${TEXT}exceptions:\n  - { date: 2027-03-09T10:00, start_time: 2027-03-10T10:00 }\n  - { date: 2027-03-16T10:00, deleted: true }\n`;
    const [changed] = (await run(applyWebinarFiles, input(moved))).webinars;
    expect(changed).toMatchObject({ webinar_id: made?.webinar_id, created: false, applied: 2 });
    expect(seen().flatMap(({ method }) => (method === "GET" ? [] : [method]))).toEqual(["PATCH", "DELETE"]);
    const [again] = (await run(applyWebinarFiles, input(moved))).webinars;
    expect(again).toMatchObject({ changes: [], applied: 0 });
    const [webinar] = (await emulator.state.webinars()).filter(({ id }) => String(id) === made?.webinar_id);
    expect(webinar?.occurrences.map(({ start_time, status }) => [start_time, status])).toEqual([
      ["2027-03-02T09:00:00Z", "available"],
      ["2027-03-10T09:00:00Z", "available"],
      ["2027-03-16T09:00:00Z", "deleted"],
      ["2027-03-23T09:00:00Z", "available"],
    ]);
  });

  it("invites a panelist again who was taken off a moment ago, and once if Zoom's list is late", async () => {
    const { run, clock } = emulated({ switches: { listLagMs: 30_000 } });
    const webinar_id = (await run(applyWebinarFiles, input(TEXT))).webinars[0]?.webinar_id ?? "";
    clock.advance(31_000);
    await run(removePanelist, { webinar_id, panelist_id: "linus@example.com" });
    clock.advance(1_000);
    expect(await run(applyWebinarFiles, input(TEXT))).toMatchObject({ webinars: [{ applied: 1 }] });
    clock.advance(1_000);
    expect(await run(applyWebinarFiles, input(TEXT))).toMatchObject({ webinars: [{ applied: 0 }] });
  });

  it("finds what it made again by its place in the file, although topic and start are others now", async () => {
    const { run } = emulated();
    const path = "/season/launch.yaml";
    const [made] = (await run(applyWebinarFiles, input(TEXT, { path }))).webinars;
    const other = TEXT.replace("Launch", "Party").replace("03-02T10:00", "03-02T11:30");
    expect((await run(applyWebinarFiles, input(other, { path }))).webinars).toMatchObject([{ webinar_id: made?.webinar_id, created: false }]);
  });

  it("asks nobody if there is nothing to do, not even a caller who may not delete", async () => {
    const zoom = emulated({ session: { safety: "confirm" } });
    const { confirm_token } = (await zoom.refusal(applyWebinarFiles, input(TEXT))).details as { confirm_token: string };
    const [made] = (await zoom.run(applyWebinarFiles, input(TEXT), { confirmToken: confirm_token })).webinars;
    zoom.seen();
    expect((await zoom.run(applyWebinarFiles, input(TEXT))).webinars).toMatchObject([{ webinar_id: made?.webinar_id, applied: 0 }]);
    expect(zoom.seen().every(({ method }) => method === "GET")).toBe(true);
    expect(await previewOperation(applyWebinarFiles, input(TEXT), zoom.session)).toMatchObject({
      summary: "Nothing to do.",
      idle: true,
      targets: [],
    });
    const writer = { ...zoom.session, mayDelete: false };
    expect((await runOperation(applyWebinarFiles, input(TEXT), writer)).webinars).toMatchObject([{ applied: 0 }]);
  });

  it("says whom a new time does not reach, as webinars.update does, and of which webinar", async () => {
    const zoom = emulated({ session: { safety: "confirm" } });
    const ids = ["Tides I", "Tides II"].map(async (topic, at) => {
      const { webinar } = await zoom.run(createWebinar, {
        user_id: HOST,
        topic,
        start_time: `2027-03-0${at + 1}T10:00`,
        timezone: "Europe/Berlin",
        registration: "automatic",
      });
      await zoom.session.zoom.call("POST /webinars/{webinarId}/registrants", {
        path: { webinarId: webinar.id ?? "" },
        body: { email: "mina@example.com", first_name: "Mina" },
      });
      return webinar.id ?? "";
    });
    const [one = "", two = ""] = await Promise.all(ids);
    const moved = (id: string, day: number) => `id: "${id}"\nstart_time: 2027-03-0${day}T15:00\ntimezone: Europe/Berlin\n`;
    const alone = await previewOperation(applyWebinarFiles, input(moved(one, 3)), zoom.session);
    expect(alone.consequences).toEqual([{ kind: "not told", text: "1 registered person is not told of the new time." }]);
    const both = await previewOperation(applyWebinarFiles, input(`${moved(one, 3)}---\n${moved(two, 4)}`), zoom.session);
    expect(both.consequences?.map(({ text }) => text)).toEqual([
      "launch.yaml, Tides I: 1 registered person is not told of the new time.",
      "launch.yaml, Tides II: 1 registered person is not told of the new time.",
    ]);
    expect(both.changes?.[1]).toMatch(/^launch\.yaml, Tides II: start_time: /);
  });

  it("is shown as one thing and asked about once: what is made, what is lost, who is written to", async () => {
    const zoom = emulated({ session: { safety: "confirm" } });
    const first = await zoom.refusal(applyWebinarFiles, input(TEXT));
    expect(first).toMatchObject({ code: "confirmation_required", details: { preview: { summary: "Create 1 webinar.", recipients: { count: 1 } } } });
    expect(first.message).toContain(
      `- new webinar launch.yaml: Launch, 2027-03-02 10:00 Europe/Berlin (09:00 UTC) and 3 dates more, 60 minutes, for ${HOST}`,
    );
    const { confirm_token } = first.details as { confirm_token: string };
    const { webinars } = await zoom.run(applyWebinarFiles, input(TEXT), { confirmToken: confirm_token });
    expect(webinars).toMatchObject([{ created: true, applied: 3 }]);

    const less = TEXT.replace("end_times: 4", "end_times: 2").replace(/polls: .*/, "polls: []");
    const second = await zoom.refusal(applyWebinarFiles, input(less));
    expect(second.message).toContain("Change 1 webinar. Removed: polls[Lunch], 2 dates of a series.");
    expect(second.message).toContain("This cannot be undone.");
    expect(second.message).toContain("Zoom writes to nobody.");
  });

  it("answers the file with its IDs on request, everything else to the letter", async () => {
    const { run } = emulated();
    const text = `# First\r\n${TEXT.replaceAll("\n", "\r\n")}---\r\n# Second\r\nhost: ${HOST} # who\r\ntopic: Other\r\nstart_time: 2027-04-01T10:00Z\r\n`;
    const { webinars, files } = await run(applyWebinarFiles, { ...input(text), write_ids: true });
    const [one, two] = webinars.map(({ webinar_id }) => webinar_id);
    expect(files?.[0]?.text).toBe(
      text
        .replace(`host: ${HOST}\r`, `id: "${one}"\r\nhost: ${HOST}\r`)
        .replace("host: ada@example.com # who", `id: "${two}"\r\nhost: ada@example.com # who`),
    );
    expect((await run(applyWebinarFiles, { files: (files ?? []).map(({ name, text }) => ({ name, text })) })).webinars).toMatchObject([
      { changes: [] },
      { changes: [] },
    ]);
  });

  it("says how far it came if a later step is refused, and goes on from there", async () => {
    const zoom = emulated();
    zoom.emulator.controls.addFault({
      kind: "status",
      endpoint: "POST /webinars/{webinarId}/polls",
      status: 400,
      body: '{"code":300,"message":"No."}',
    });
    const error = await zoom.refusal(applyWebinarFiles, input(TEXT));
    expect(error).toMatchObject({ code: "partial", details: { webinars: [{ file: "launch.yaml", created: true, applied: 1 }] } });
    const { webinars } = await zoom.run(applyWebinarFiles, input(TEXT));
    expect(webinars).toMatchObject([{ created: false, applied: 2 }]);
    expect((await zoom.emulator.mailLog()).filter(({ to }) => to === "linus@example.com")).toHaveLength(1);
  });

  it("notes each write in the audit, by the webinar that it is to", async () => {
    const lines: AuditEntry[] = [];
    const { run } = emulated({ session: { audit: (entry) => lines.push(entry) } });
    const [made] = (await run(applyWebinarFiles, input(TEXT))).webinars;
    const of = { operation: "webinars.apply", outcome: "done" };
    expect(lines).toMatchObject([
      { ...of, effect: "create", made: { id: [made?.webinar_id] } },
      { ...of, effect: "create", targets: { webinar_id: [made?.webinar_id] } },
      { ...of, effect: "create", targets: { webinar_id: [made?.webinar_id], panelists: [hashedEmail("linus@example.com")] } },
      { ...of, effect: "delete", targets: {} },
    ]);
  });
});
