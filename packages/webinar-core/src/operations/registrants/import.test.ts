import { readFile } from "node:fs/promises";
import { InputError } from "@zoom-webinar/foundation";
import { HOST } from "@zoom-webinar/testing/emulated";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anyFiles } from "../../files/file-access.ts";
import { addresses, type ImportWorld, importWorld, peopleCsv } from "../../test/import-world.ts";
import { importRegistrants } from "./import.ts";

let world: ImportWorld;
beforeEach(async () => {
  world = await importWorld();
});
afterEach(() => world.remove());

const QUESTIONS = "PATCH /webinars/{webinarId}/registrants/questions";
const ask = (body: object) => world.process().zoom.call(QUESTIONS, { path: { webinarId: world.webinar_id }, body });

describe("registrants.import", () => {
  it("registers everybody in a file once, and says what became of each row", async () => {
    const text = `Email;First Name;Company\nrosa@example.com;Rosa;"Ember; Ltd"\nROSA@example.com;Rosa;\nno address;Tove;\nida+tides@example.com;Ida;Inn\n`;
    const file = await world.file("people.csv", text);
    const done = await world.run(importRegistrants, { webinar_id: world.webinar_id, file });
    expect(done).toMatchObject({
      plan: { rows: 4, new: 2, already_registered: 0, denied: 0, duplicates_in_file: 1, invalid: 1, calls: 2, mails: 2, method: "single" },
      counts: { registered: 2, pending: 0, already_registered: 0, denied: 0, invalid: 1, failed: 0, unknown: 0 },
      invalid: [{ line: 4, field: "email", message: "is not an e-mail address", value: "no address" }],
      results_file: `${file}.results.csv`,
      complete: true,
    });
    expect(await world.registered()).toEqual(["rosa@example.com", "ida+tides@example.com"]);
    expect(world.writes()).toBe(done.plan.calls);
    const lines = (await readFile(`${file}.results.csv`, "utf8")).trimEnd().split("\n");
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe("Email;First Name;Company;outcome;registrant_id;message");
    expect(lines[1]).toMatch(/^rosa@example\.com;Rosa;"Ember; Ltd";registered;[\w-]{10,};$/);
    expect(lines[2]).toBe("ROSA@example.com;Rosa;;duplicate;;the same person is in an earlier row");
    expect(lines[3]).toBe("no address;Tove;;invalid;;email is not an e-mail address");
  });

  it("shows a faulty address, of a long one the beginning, to whoever gave the file, and keeps none of it", async () => {
    const file = await world.file("people.csv", `${peopleCsv(1)}ole@example,Ole\n${"x".repeat(90)}@example,Xo\n`);
    const done = await world.run(importRegistrants, { webinar_id: world.webinar_id, file });
    expect(done.invalid.map(({ value }) => value)).toEqual(["ole@example", "x".repeat(60)]);
    const kept = await world.run((await import("../imports/show.ts")).showOneImport, { import_id: done.import_id ?? "" });
    expect(JSON.stringify(kept)).toContain("is not an e-mail address");
    expect(JSON.stringify(kept)).not.toContain("ole@example");
  });

  it("only plans if it is asked to, and leaves nothing behind", async () => {
    const file = await world.file("people.csv", peopleCsv(3));
    const plan = await world.run(importRegistrants, { webinar_id: world.webinar_id, file, dry_run: true });
    expect(plan).toMatchObject({ import_id: null, plan: { new: 3, calls: 3 }, complete: false });
    expect(importRegistrants.endsAs?.(plan)).toBeNull();
    expect(world.writes()).toBe(0);
    expect((await world.run(importRegistrants, { webinar_id: world.webinar_id, file })).counts.registered).toBe(3);
  });

  it("shows the plan before it is agreed to", async () => {
    const file = await world.file("people.csv", `${peopleCsv(2)}nobody,X\n`);
    const session = world.process(undefined, { safety: "confirm" });
    const refusal = await world.run(importRegistrants, { webinar_id: world.webinar_id, file }, session).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: "confirmation_required",
      details: { preview: { recipients: { count: 2, domains: [{ domain: "example.com", count: 2 }] }, plan: { new: 2, invalid: 1, calls: 2 } } },
    });
    expect(String(refusal)).toContain('Line 4: "nobody" is not an e-mail address.');
    expect(String(refusal)).toContain("Zoom writes to 2 people");
    expect(world.writes()).toBe(0);
  });

  it("speaks of rows if there is no file, and says which of two rows of a person counts", async () => {
    const rows = [
      { email: "nora@example.com", first_name: "Nora", org: "Falk" },
      { email: "NORA@example.com", first_name: "N.", org: "Falk" },
      { email: "nobody", first_name: "No", org: "Falk" },
    ];
    const session = world.process(undefined, { safety: "confirm" });
    const text = String(await world.run(importRegistrants, { webinar_id: world.webinar_id, rows }, session).catch((error: unknown) => error));
    expect(text).toContain("1 of somebody in an earlier row, which counts");
    expect(text).toContain('Row 3: "nobody" is not an e-mail address.');
    expect(text).toContain("and the rows have org");
    expect(text).not.toMatch(/\bfile\b|Line \d/);
  });

  it("says before it is agreed to that Zoom may write to people who will wait, as nobody knows", async () => {
    const waiting = await importWorld({ registration: "manual" });
    const file = await waiting.file("people.csv", peopleCsv(2));
    const session = waiting.process(undefined, { safety: "confirm" });
    const refusal = await waiting.run(importRegistrants, { webinar_id: waiting.webinar_id, file }, session).catch((error: unknown) => error);
    expect(String(refusal)).toContain("Zoom may write to 2 people");
    await waiting.remove();
  });

  it("counts whoever is registered, waits or was denied as there already", async () => {
    const first = await world.file("a.csv", peopleCsv(2));
    await world.run(importRegistrants, { webinar_id: world.webinar_id, file: first });
    const [denied] = await world.emulator.state.registrants(world.webinar_id);
    await world.process().zoom.call("PUT /webinars/{webinarId}/registrants/status", {
      path: { webinarId: world.webinar_id },
      body: { action: "deny", registrants: [{ id: denied?.id ?? "" }] },
    });
    const second = await world.file("b.csv", peopleCsv(3));
    const done = await world.run(importRegistrants, { webinar_id: world.webinar_id, file: second });
    expect(done.counts).toMatchObject({ registered: 1, already_registered: 1, denied: 1 });
    expect(await world.registered()).toEqual(addresses(3));
  });

  it("takes batches for many people of whom only e-mail and names are given, and says why if it does not", async () => {
    const many = await world.file("many.csv", peopleCsv(65));
    const done = await world.run(importRegistrants, { webinar_id: world.webinar_id, file: many });
    expect(done.plan).toMatchObject({ method: "batch", calls: 3 });
    expect(world.writes()).toBe(3);
    const answers = await world.file(
      "answers.csv",
      `Email,First Name,City\n${addresses(40, "q")
        .map((email) => `${email},Rosa,Bonn`)
        .join("\n")}`,
    );
    const plan = await world.run(importRegistrants, { webinar_id: world.webinar_id, file: answers, dry_run: true });
    expect(plan.plan).toMatchObject({ method: "single", why: "a batch takes only e-mail and names, and the rows have City" });
    await expect(world.run(importRegistrants, { webinar_id: world.webinar_id, file: answers, method: "batch" })).rejects.toThrow(
      "batches cannot be used",
    );
  });

  it("checks answers against the webinar's own questions, by the titles of the columns", async () => {
    await ask({
      questions: [{ field_name: "city", required: true }],
      custom_questions: [
        { title: "Which session?", type: "single_radio", answers: ["Morning", "Evening"], required: true },
        { title: "Topics", type: "multiple", answers: ["Tides", "Moons"], required: false },
      ],
    });
    const text = `Email,First Name,Ort,which session,Topics\na1@example.com,A,Bonn,morning,"tides; Moons"\nb1@example.com,B,,Evening,\nc1@example.com,C,Bonn,Night,\n`;
    const file = await world.file("people.csv", text);
    const done = await world.run(importRegistrants, { webinar_id: world.webinar_id, file });
    expect(done.invalid).toEqual([
      { line: 3, field: "city", message: "has no answer, and the webinar's form requires one" },
      { line: 4, field: "Which session?", message: "is not one of the choices: Morning, Evening" },
    ]);
    const [registrant] = await world.emulator.state.registrants(world.webinar_id);
    expect(registrant?.custom_questions).toEqual([
      { title: "Which session?", value: "Morning" },
      { title: "Topics", value: "Tides; Moons" },
    ]);
  });

  it("takes rows that come with the call, and goes on by its handle", async () => {
    const rows = addresses(3).map((email) => ({ email, first_name: "Rosa" }));
    const done = await world.run(importRegistrants, { webinar_id: world.webinar_id, rows });
    expect(done).toMatchObject({ counts: { registered: 3 }, complete: true });
    const again = await world.run(importRegistrants, { webinar_id: world.webinar_id, import_id: done.import_id ?? "", resume: true });
    expect(again.counts).toEqual(done.counts);
  });

  it("stops at the account's daily limit, says when it may go on, and goes on then", async () => {
    const file = await world.file("people.csv", peopleCsv(5));
    world.emulator.controls.addFault({ kind: "rate-limit", limit: "day", endpoint: "POST /webinars/{webinarId}/registrants" });
    const stopped = await world.run(importRegistrants, { webinar_id: world.webinar_id, file });
    expect(stopped).toMatchObject({ complete: false, resume_at: "2027-01-16T00:00:00.000Z", stopped: { code: "rate_limited" } });
    expect(importRegistrants.endsAs?.(stopped)).toBe("rate_limited");
    await expect(world.run(importRegistrants, { webinar_id: world.webinar_id, file })).rejects.toMatchObject({
      hint: expect.stringContaining("--resume"),
    });
    const done = await world.run(importRegistrants, { webinar_id: world.webinar_id, file, resume: true });
    expect(done).toMatchObject({ complete: true, counts: { registered: 5 } });
    expect([...(await world.mails()).values()]).toEqual([1, 1, 1, 1, 1]);
  });

  it("lets one person's daily limit stop nobody else", async () => {
    const { zoom } = world.process();
    const path = { webinarId: world.webinar_id };
    for (let time = 0; time < 3; time += 1) {
      const body = { email: "p2@example.com", first_name: "Rosa" };
      const { registrant_id } = await zoom.call("POST /webinars/{webinarId}/registrants", { path, body });
      await zoom.call("DELETE /webinars/{webinarId}/registrants/{registrantId}", { path: { ...path, registrantId: registrant_id ?? "" } });
    }
    for (const method of ["single", "batch"] as const) {
      const file = await world.file(`${method}.csv`, `${peopleCsv(5, method)}p2@example.com,Rosa\n`);
      const done = await world.run(importRegistrants, { webinar_id: world.webinar_id, file, method });
      expect(done).toMatchObject({ complete: false, counts: { registered: 5, failed: 0 }, stopped: { code: "rate_limited" } });
      expect(done.resume_at).toBe("2027-01-16T00:00:00.000Z");
      await world.run((await import("../imports/abandon.ts")).abandonOneImport, { import_id: done.import_id ?? "" });
    }
  });

  it("leaves a row unknown whose call got no answer while the list is late, and tries again only those whom it does not show then", async () => {
    await world.remove();
    world = await importWorld({ switches: { listLagMs: 120_000, duplicateRegistrant: "remail" } });
    const file = await world.file("people.csv", peopleCsv(4));
    world.emulator.controls.addFault({ kind: "reset", endpoint: "POST /webinars/{webinarId}/registrants", applied: true });
    const done = await world.run(importRegistrants, { webinar_id: world.webinar_id, file });
    expect(done).toMatchObject({ complete: true, counts: { registered: 3, unknown: 1 } });
    expect(importRegistrants.endsAs?.(done)).toBe("partial");
    world.clock.advance(180_000);
    const again = await world.run(importRegistrants, { webinar_id: world.webinar_id, file, retry_unknown: true });
    expect(again).toMatchObject({ complete: true, counts: { registered: 4, unknown: 0 } });
    expect([...(await world.mails()).values()]).toEqual([1, 1, 1, 1]);
  });

  it("starts again if the same file was imported to its end, and writes a results file of its own", async () => {
    const file = await world.file("people.csv", peopleCsv(2));
    const first = await world.run(importRegistrants, { webinar_id: world.webinar_id, file });
    const second = await world.run(importRegistrants, { webinar_id: world.webinar_id, file });
    expect(second.import_id).not.toBe(first.import_id);
    expect(second).toMatchObject({
      counts: { registered: 0, already_registered: 2 },
      results_file: `${file}.results-2.csv`,
    });
    const taken = await world.file("taken.csv", "mine");
    await expect(world.run(importRegistrants, { webinar_id: world.webinar_id, file, results: taken })).rejects.toBeInstanceOf(InputError);
    expect(await readFile(taken, "utf8")).toBe("mine");
  });

  it("is stopped by its caller and goes on where it was", async () => {
    const file = await world.file("people.csv", peopleCsv(30));
    const stop = new AbortController();
    let told = 0;
    const call = {
      signal: stop.signal,
      onProgress: () => {
        told += 1;
        if (told === 2) stop.abort();
      },
    };
    const stopped = await world.run(importRegistrants, { webinar_id: world.webinar_id, file, method: "single" }, undefined, call);
    expect(stopped).toMatchObject({ complete: false, stopped: { code: "cancelled" } });
    expect(stopped.counts.registered).toBeLessThan(30);
    const done = await world.run(importRegistrants, { webinar_id: world.webinar_id, file, resume: true });
    expect(done).toMatchObject({ complete: true, counts: { registered: 30 } });
    expect([...(await world.mails()).values()].every((count) => count === 1)).toBe(true);
  });

  it("hands on what Zoom takes with a sign-up: dates, tracking source, language, and approval at once", async () => {
    const sent = (endpoint: string) => world.emulator.requests().filter((one) => one.endpoint === endpoint);
    const { id, occurrences = [] } = await world.process().zoom.call("POST /users/{userId}/webinars", {
      path: { userId: HOST },
      body: {
        topic: "Workshops",
        type: 9,
        start_time: "2027-03-01T10:00:00Z",
        timezone: "UTC",
        recurrence: { type: 2, repeat_interval: 1, weekly_days: "2", end_times: 3 },
        settings: { approval_type: 0, registration_type: 3 },
      },
    });
    const [, second, third] = occurrences.map(({ occurrence_id }) => occurrence_id ?? "");
    const file = await world.file("people.csv", peopleCsv(2));
    const asked = { webinar_id: String(id), file, occurrence_ids: [second ?? "", third ?? ""], source: "source-1", language: "de-DE" as const };
    const done = await world.run(importRegistrants, asked);
    expect(done).toMatchObject({ complete: true, counts: { registered: 2 }, plan: { method: "single", why: "the webinar is recurring" } });
    expect(sent("POST /webinars/{webinarId}/registrants").map(({ query, body }) => [query, body])).toEqual(
      [0, 1].map((at) => [
        { occurrence_ids: `${second},${third}` },
        expect.objectContaining({ email: `p${at}@example.com`, source_id: "source-1", language: "de-DE" }),
      ]),
    );
    await world.remove();
    world = await importWorld({ registration: "manual" });
    const others = await world.file("others.csv", peopleCsv(2));
    expect(await world.run(importRegistrants, { webinar_id: world.webinar_id, file: others, auto_approve: true })).toMatchObject({
      counts: { registered: 2, pending: 0 },
      plan: { method: "batch", why: "only batches approve at once" },
    });
    expect(sent("POST /webinars/{webinarId}/batch_registrants").map(({ body }) => body)).toMatchObject([
      { auto_approve: true },
      { auto_approve: true },
    ]);
  });

  it("gives join links in the results if they are asked for", async () => {
    const file = await world.file("people.csv", peopleCsv(2));
    const session = world.process(undefined, { files: anyFiles(world.folder) });
    const done = await world.run(importRegistrants, { webinar_id: world.webinar_id, file: "people.csv", include_join_links: true }, session);
    expect(done.results_file).toBe("people.csv.results.csv");
    expect(await readFile(`${file}.results.csv`, "utf8")).toMatch(/join_url\np0@example\.com.*tk=/);
  });
});
