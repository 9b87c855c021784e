import { emulated, HOST, OTHER_HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { applyWebinarFiles } from "../webinars/apply.ts";
import { exportWebinarFile } from "../webinars/export.ts";
import { planWebinarFiles } from "../webinars/plan.ts";
import { updateWebinar } from "../webinars/update.ts";

const one = (topic: string, day: string, host = HOST) =>
  `host: ${host}\nformat: 1\ntopic: ${topic}\nstart_time: 2027-${day}T10:00\ntimezone: Europe/Berlin\n`;
const file = (name: string, ...documents: string[]) => ({ name, text: documents.join("---\n"), path: `/season/${name}` });
const ids = ({ webinars }: { webinars: { webinar_id: string | null }[] }) => webinars.map(({ webinar_id }) => webinar_id);

describe("a season of files", () => {
  it("is exported, planned without a difference, and shows drift at the field that drifted", async () => {
    const { run } = emulated({ world: "empty" });
    const files = [file("a.yaml", one("A", "03-01"), one("B", "04-01")), file("b.yaml", one("C", "05-01", OTHER_HOST))];
    const made = await run(applyWebinarFiles, { files });
    const season = await run(exportWebinarFile, { user_id: HOST, from: "2027-01-01", to: "2027-12-31" });
    const exported = season.files.map(({ name, text }) => ({ name, text }));
    expect(exported).toHaveLength(2);
    expect((await run(planWebinarFiles, { files: exported })).webinars.every(({ created, changes }) => !created && changes.length === 0)).toBe(true);
    await run(updateWebinar, { webinar_id: ids(made)[1] ?? "", duration: 75, host_video: true });
    const drift = (await run(planWebinarFiles, { files: exported })).webinars.flatMap(({ changes }) => changes);
    expect(drift).toEqual([
      { at: "duration", from: 75, to: 60 },
      { at: "host_video", from: true, to: false },
    ]);
  });

  it("keeps each webinar where documents change places, and makes only what is new", async () => {
    const { run, emulator } = emulated({ world: "empty" });
    const [a, b] = ids(await run(applyWebinarFiles, { files: [file("a.yaml", one("A", "03-01"), one("B", "04-01"))] }));
    const moved = await run(applyWebinarFiles, { files: [file("a.yaml", one("New", "02-01"), one("B", "04-01"), one("A", "03-01"))] });
    expect(moved.webinars).toMatchObject([{ created: true }, { webinar_id: b, created: false }, { webinar_id: a, created: false }]);
    expect(await emulator.state.webinars()).toHaveLength(3);
  });

  it("never deletes a webinar because it is missing from the files", async () => {
    const { run, emulator } = emulated({ world: "empty" });
    await run(applyWebinarFiles, { files: [file("a.yaml", one("A", "03-01"), one("B", "04-01"))] });
    await run(applyWebinarFiles, { files: [file("a.yaml", one("A", "03-01"))] });
    expect((await emulator.state.webinars()).map(({ topic }) => topic).sort()).toEqual(["A", "B"]);
  });

  it("takes up webinars that were made elsewhere, by host, topic and start", async () => {
    const { run, session } = emulated({ world: "empty" });
    const [id] = ids(await run(applyWebinarFiles, { files: [file("a.yaml", one("A", "03-01"))] }));
    // Another machine: its notes know nothing of it.
    const { memoryStore } = await import("@zoom-webinar/foundation");
    const { runOperation } = await import("../../run.ts");
    const elsewhere = { ...session, store: memoryStore() };
    const again = await runOperation(applyWebinarFiles, { files: [{ name: "other.yaml", text: `${one("A", "03-01")}duration: 30\n` }] }, elsewhere);
    expect(again.webinars).toMatchObject([{ webinar_id: id, created: false, changes: [{ at: "duration", from: 60, to: 30 }], applied: 1 }]);
  });

  it("never makes a webinar a second time that another file names by its ID, whatever has changed since", async () => {
    const zoom = emulated({ world: "empty" });
    const launch = file("launch.yaml", one("Launch", "03-01"));
    const id = ids(await zoom.run(applyWebinarFiles, { files: [launch] }))[0] ?? "";
    const { files } = await zoom.run(exportWebinarFile, { webinar_id: id });
    const exported = { name: "exported.yaml", text: files[0]?.text ?? "", path: "/season/exported.yaml" };
    const later = { ...exported, text: exported.text.replace("2027-03-01", "2027-03-08") };
    const party = file("launch.yaml", one("Party", "03-02"));
    const refused = async (...both: (typeof launch)[]) => (await zoom.refusal(planWebinarFiles, { files: both })).message;
    const twice = `launch.yaml:3:1: this is webinar ${id}, which exported.yaml:2 describes, too; take one of the two out`;
    const another = "(another topic or start_time makes another webinar)";
    expect(await refused(launch, exported)).toBe(`${twice} ${another}`);
    expect(await refused(exported, launch)).toBe(`${twice} ${another}`);
    expect(await refused(later, launch)).toBe(`${twice} ${another}`);
    expect(await refused(exported, party)).toBe(`${twice} (a file of another name makes another webinar)`);
    const { memoryStore } = await import("@zoom-webinar/foundation");
    const { runOperation } = await import("../../run.ts");
    const elsewhere = runOperation(planWebinarFiles, { files: [exported, launch] }, { ...zoom.session, store: memoryStore() });
    await expect(elsewhere).rejects.toThrow(`${twice} ${another}`);
    expect(await zoom.emulator.state.webinars()).toHaveLength(1);

    const renamed = { ...party, name: "party.yaml", path: "/season/party.yaml" };
    expect((await zoom.run(planWebinarFiles, { files: [exported, renamed] })).webinars).toMatchObject([{ webinar_id: id }, { created: true }]);
  });

  it("makes a webinar of a document that was put before a named one of its file", async () => {
    const { run } = emulated({ world: "empty" });
    const season = file("a.yaml", one("A", "03-01"));
    const [id] = ids(await run(applyWebinarFiles, { files: [season] }));
    const longer = file("a.yaml", one("New", "02-01"), `id: "${id}"\n${one("A", "03-01")}`);
    expect((await run(planWebinarFiles, { files: [longer] })).webinars).toMatchObject([{ created: true }, { webinar_id: id, created: false }]);
  });

  it("changes a rhythm, then the dates of the new one, and says what cannot be undone", async () => {
    const { run, emulator } = emulated({ world: "empty" });
    const series = (more: string) => file("a.yaml", `${one("Drills", "03-02")}${more}`);
    await run(applyWebinarFiles, { files: [series('recurrence: { type: 2, weekly_days: "3", end_times: 4 }\n')] });
    const next = series(
      'recurrence: { type: 2, repeat_interval: 2, weekly_days: "3", end_times: 3 }\nexceptions:\n  - { date: 2027-03-16T10:00, duration: 90 }\n  - { date: 2027-03-30T10:00, deleted: true }\n',
    );
    const { webinars } = await run(applyWebinarFiles, { files: [next] });
    expect(webinars[0]?.changes.map(({ at }) => at)).toEqual([
      "recurrence.repeat_interval",
      "recurrence.end_times",
      "exceptions[2027-03-16T10:00]",
      "exceptions[2027-03-30T10:00]",
    ]);
    const [webinar] = await emulator.state.webinars();
    expect(webinar?.occurrences.map(({ start_time, duration, status }) => [start_time.slice(0, 10), duration, status])).toEqual([
      ["2027-03-02", 60, "available"],
      ["2027-03-16", 90, "available"],
      ["2027-03-30", 60, "deleted"],
    ]);
    const back = { ...next, text: next.text.replace(/exceptions:[\s\S]*/, "exceptions: null\n") };
    expect((await run(applyWebinarFiles, { files: [back] })).webinars).toMatchObject([
      { applied: 1, not_possible: [{ at: "exceptions[2027-03-30T10:00]", why: expect.stringContaining("cannot bring a deleted date back") }] },
    ]);
    expect((await run(planWebinarFiles, { files: [back] })).webinars).toMatchObject([{ changes: [] }]);
  });
});
