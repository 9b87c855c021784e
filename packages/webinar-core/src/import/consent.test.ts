import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ZoomWebinarError } from "@zoom-webinar/foundation";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AnyOperation } from "../operation/operation.ts";
import type { Preview } from "../operation/preview.ts";
import { importPanelists } from "../operations/panelists/import.ts";
import { approveRegistrants } from "../operations/registrants/approve.ts";
import { approveRegistrantsFrom } from "../operations/registrants/approve-from.ts";
import { cancelRegistrants } from "../operations/registrants/cancel.ts";
import { cancelRegistrantsFrom } from "../operations/registrants/cancel-from.ts";
import { denyRegistrants } from "../operations/registrants/deny.ts";
import { denyRegistrantsFrom } from "../operations/registrants/deny-from.ts";
import { importRegistrants } from "../operations/registrants/import.ts";
import { removeRegistrantsFrom } from "../operations/registrants/remove-from.ts";
import { previewOperation } from "../run.ts";
import type { Session } from "../session/session.ts";
import { type ImportWorld, importWorld, peopleCsv } from "../test/import-world.ts";

let world: ImportWorld;
let asking: Session;
beforeEach(async () => {
  world = await importWorld();
  asking = { ...world.process(), safety: "confirm" };
});
afterEach(() => world.remove());

const refused = (op: AnyOperation, input: object, confirmToken?: string): Promise<ZoomWebinarError> =>
  world.run(op, input as never, asking, confirmToken === undefined ? {} : { confirmToken }).then(
    () => Promise.reject(new Error("it ran")),
    (error: ZoomWebinarError) => error,
  );

describe("a yes to an import is for the rows that were shown", () => {
  it.each([
    ["another person of the same domain", peopleCsv(3).replace("p1@", "q1@")],
    ["another name", peopleCsv(3).replace("Person 1", "Somebody 1")],
    ["the same people in another order", peopleCsv(3).replace("p0@", "x@").replace("p1@", "p0@").replace("x@", "p1@")],
  ])("a file that changed meanwhile runs nothing and is shown again: %s", async (_what, changed) => {
    const file = await world.file("people.csv", peopleCsv(3));
    const input = { webinar_id: world.webinar_id, file };
    const { details } = await refused(importRegistrants, input);
    const before = world.writes();
    await writeFile(file, changed);
    const late = await refused(importRegistrants, input, String(details.confirm_token));
    expect(late).toMatchObject({ code: "confirmation_required", details: { changed_since: ["the webinar or person that it is about"] } });
    expect(world.writes()).toBe(before);
    await world.run(importRegistrants, input, asking, { confirmToken: String(late.details.confirm_token) });
    expect(world.writes()).toBeGreaterThan(before);
  });

  it("holds for an import that goes on, whatever lies in its file by now", async () => {
    const file = await world.file("people.csv", peopleCsv(3));
    world.emulator.controls.addFault({ kind: "status", status: 503, endpoint: "POST /webinars/{webinarId}/registrants", times: 50 });
    const { import_id } = await world.run(importRegistrants, { webinar_id: world.webinar_id, file, method: "single" });
    world.emulator.controls.clearFaults();
    const input = { webinar_id: world.webinar_id, import_id: import_id ?? "", resume: true };
    const { details } = await refused(importRegistrants, input);
    await writeFile(file, peopleCsv(3, "q"));
    await world.run(importRegistrants, input, asking, { confirmToken: String(details.confirm_token) });
    expect((await world.registered()).sort()).toEqual(["p0@example.com", "p1@example.com", "p2@example.com"]);
  });
});

describe("a file of which nobody is left to send", () => {
  it.each([
    ["denied", denyRegistrantsFrom],
    ["cancelled", cancelRegistrantsFrom],
    ["removed", removeRegistrantsFrom],
  ] as const)("is not asked about if nobody of it can be %s, and nothing is sent", async (_what, operation) => {
    const file = await world.file("strangers.csv", "email\nnobody@example.com\n");
    const before = world.writes();
    expect(await previewOperation(operation, { webinar_id: world.webinar_id, file }, asking)).toMatchObject({ idle: true });
    const { counts } = await world.run(operation, { webinar_id: world.webinar_id, file }, asking);
    expect(counts).toMatchObject({ done: 0, invalid: 1 });
    expect(world.writes()).toBe(before);
  });
});

describe("the preview of a decision about a file says who loses their registration", () => {
  const waiting = async () => {
    await world.remove();
    const manual = await importWorld({ registration: "manual" });
    const file = await manual.file("people.csv", peopleCsv(3));
    await manual.run(importRegistrants, { webinar_id: manual.webinar_id, file });
    await manual.run(approveRegistrantsFrom, { webinar_id: manual.webinar_id, rows: [{ email: "p0@example.com" }] });
    world = manual;
    asking = { ...manual.process(), safety: "confirm" };
    return { webinar_id: manual.webinar_id, file };
  };

  const ONE_LOSES = "1 person loses their registration, and with it their join link.";
  const TWO_WAIT = "2 people wait for approval and have no join link yet; they are taken off the list.";
  it.each<[string, AnyOperation, string[]]>([
    ["approving: nobody", approveRegistrantsFrom, []],
    ["denying: who was approved", denyRegistrantsFrom, [ONE_LOSES]],
    ["cancelling: everybody", cancelRegistrantsFrom, [ONE_LOSES, TWO_WAIT]],
    ["removing: everybody", removeRegistrantsFrom, [ONE_LOSES, TWO_WAIT]],
  ])("%s", async (_what, op, texts) => {
    const { details } = await refused(op, await waiting());
    expect((details.preview as Preview).consequences).toEqual(texts.map((text) => ({ kind: "lost", text })));
  });
});

describe("the preview of each kind of file", () => {
  it.each<[AnyOperation, string, string]>([
    [importRegistrants, "to be registered", "registered already"],
    [importPanelists, "to be invited", "invited already"],
    [approveRegistrantsFrom, "to be approved", "approved already"],
    [denyRegistrantsFrom, "to be denied", "denied already"],
    [cancelRegistrantsFrom, "to be cancelled", "cancelled already"],
    [removeRegistrantsFrom, "to be removed", "removed already"],
  ])("says what becomes of people: $id", async (op, planned, already) => {
    const file = await world.file("people.csv", peopleCsv(2));
    await world.run(importRegistrants, { webinar_id: world.webinar_id, file });
    await world.run(importPanelists, { webinar_id: world.webinar_id, rows: [{ email: "p0@example.com", first_name: "P" }] });
    const input = { webinar_id: world.webinar_id, file: await world.file("more.csv", peopleCsv(3)) };
    const { notes = [] } = await previewOperation(op, input, world.process());
    const [rows = ""] = notes.filter((note) => note.startsWith("3 rows: "));
    expect(rows).toMatch(new RegExp(`^3 rows: \\d ${planned}\\b`));
    expect(rows).not.toMatch(/\bnew\b|there already/);
    if (rows.includes("already")) expect(rows).toContain(already);
  });
});

it("to cancel from a file is taken back by approving, as it says", async () => {
  const input = { webinar_id: world.webinar_id, rows: [{ email: "p0@example.com", first_name: "P" }] };
  await world.run(importRegistrants, input);
  await world.run(cancelRegistrantsFrom, { webinar_id: world.webinar_id, rows: [{ email: "p0@example.com" }] });
  await world.run(approveRegistrants, { webinar_id: world.webinar_id, registrants: ["p0@example.com"] });
  expect(await world.emulator.state.registrants(world.webinar_id)).toMatchObject([{ email: "p0@example.com", status: "approved" }]);
});

it("is not asked for if what became of each row has no place: a folder that is not there is refused in the preview and in a dry run", async () => {
  const input = { webinar_id: world.webinar_id, file: await world.file("people.csv", peopleCsv(2)), results: join(world.folder, "nowhere", "r.csv") };
  const fault = { code: "input_invalid", faults: [{ field: "results" }] };
  await expect(previewOperation(importRegistrants, input, asking)).rejects.toMatchObject(fault);
  expect(await refused(importRegistrants, input)).toMatchObject(fault);
  expect(await refused(importRegistrants, { ...input, dry_run: true })).toMatchObject(fault);
});

describe.each([
  ["approve", approveRegistrantsFrom, approveRegistrants],
  ["deny", denyRegistrantsFrom, denyRegistrants],
  ["cancel", cancelRegistrantsFrom, cancelRegistrants],
] as const)("whether it can be undone to %s people", (action, fromFile, byName) => {
  const previewOf = (op: AnyOperation, input: object) => previewOperation(op, { webinar_id: world.webinar_id, ...input }, asking);
  const undoOf = async (op: AnyOperation, input: object) => (await previewOf(op, input)).undo;
  const saidOf = async (op: AnyOperation, input: object) => {
    const { reversible, undo, consequences } = await previewOf(op, input);
    return { reversible, undo, consequences };
  };
  it("is said alike of a file and of names: of those who wait that nobody waits again, of others the usual", async () => {
    await world.remove();
    world = await importWorld({ registration: "manual" });
    asking = { ...world.process(), safety: "confirm" };
    await world.run(importRegistrants, { webinar_id: world.webinar_id, rows: [{ email: "p0@example.com", first_name: "P" }] });
    const rows = [{ email: "p0@example.com" }];
    const registrants = ["p0@example.com"];
    expect(await undoOf(fromFile, { rows })).toMatch(/takes this back, but nobody waits for approval again/);
    expect(await saidOf(fromFile, { rows })).toEqual(await saidOf(byName, { registrants }));
    await world.run(action === "approve" ? denyRegistrants : approveRegistrants, { webinar_id: world.webinar_id, registrants });
    expect(await undoOf(fromFile, { rows })).toBeUndefined();
    expect(await saidOf(fromFile, { rows })).toEqual({ ...(await saidOf(byName, { registrants })), reversible: true, undo: undefined });
  });
});
