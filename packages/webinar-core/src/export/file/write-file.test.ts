import { readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { HOST } from "@zoom-webinar/testing/emulated";
import { seeded } from "@zoom-webinar/testing/lossy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Disk, realDisk } from "../../files/disk.ts";
import { readLines, toLine } from "../../import/journal/line.ts";
import { exportRegistrants } from "../../operations/exports/registrants.ts";
import { addRegistrant } from "../../operations/registrants/add.ts";
import { createWebinar } from "../../operations/webinars/create.ts";
import { updateWebinar } from "../../operations/webinars/update.ts";
import { type ImportWorld, importWorld, type Life, lifeOf } from "../../test/import-world.ts";
import type { CursorEvent } from "../cursor/events.ts";
import type { ExportRow } from "../row.ts";
import { digestOf } from "../rows.ts";

let world: ImportWorld;
const at = (name: string) => join(world.folder, name);
const exportTo = (name: string, more: Record<string, unknown> = {}, session = world.process()) =>
  world.run(exportRegistrants, { webinar_id: world.webinar_id, file: at(name), ...more }, session);
const rowsOf = async (name: string): Promise<Record<string, unknown>[]> =>
  (await readFile(at(name), "utf8"))
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const addPeople = async (names: readonly string[]) => {
  for (const name of names)
    await world.run(addRegistrant, { webinar_id: world.webinar_id, email: `${name}@example.com`, first_name: name, last_name: "Specimen" });
};
const setUp = async (options: Parameters<typeof importWorld>[0] = {}) => {
  world = await importWorld(options);
};
afterEach(() => world.remove());

describe("an export to a file", () => {
  beforeEach(async () => {
    await setUp();
    await addPeople(["ann", "bob", "=cmd"]);
  });

  it("holds the rows that the pages give, as JSONL and as CSV that no spreadsheet runs", async () => {
    const { rows } = await world.run(exportRegistrants, { webinar_id: world.webinar_id, all: true });
    expect(await exportTo("people.jsonl")).toMatchObject({ written: 3, complete: true, file: at("people.jsonl") });
    expect(await rowsOf("people.jsonl")).toEqual(rows);
    await exportTo("people.csv");
    const csv = await readFile(at("people.csv"), "utf8");
    expect(csv.split("\r\n")).toHaveLength(5);
    expect(csv).toContain(",'=cmd Specimen,");
    expect((await stat(at("people.csv"))).mode & 0o777).toBe(0o600);
  });

  it("says in which columns a spreadsheet would run something, and leaves it as it is with raw", async () => {
    const safe = await exportTo("safe.csv");
    // An ID may begin with a hyphen as well.
    expect(safe.notes).toEqual([expect.stringMatching(/begins with an apostrophe \(in .*name, email.*\); raw: true \(--raw\)/)]);
    expect(await exportTo("raw.csv", { raw: true })).toMatchObject({ written: 3, notes: [] });
    const { rows } = await world.run(exportRegistrants, { webinar_id: world.webinar_id, all: true });
    const [, ...lines] = (await readFile(at("raw.csv"), "utf8")).split("\r\n").filter(Boolean);
    expect(lines.map((line) => line.split(",")[0])).toEqual(rows.map(({ row_id }) => row_id));
    expect(lines.some((line) => line.includes(",=cmd Specimen,"))).toBe(true);
  });

  it("that was cut off goes on as it began: with raw, or without", async () => {
    for (const [name, raw] of [
      ["one.csv", true],
      ["two.csv", undefined],
    ] as const) {
      await exportTo(name, { raw }, world.process(lifeOf(8))).catch(() => {});
      const other = await exportTo(name, { raw: raw === undefined ? true : undefined }).then(
        () => Promise.reject(new Error("it ran")),
        (error: { faults: { field: string }[]; hint: string }) => error,
      );
      expect(other).toMatchObject({
        faults: [{ field: "raw" }],
        hint: expect.stringMatching(raw ? /^Give raw: true \(--raw\) to go on/ : /^Leave raw/),
      });
      expect(await exportTo(name, { raw })).toMatchObject({ complete: true, written: 3 });
    }
  });

  it("tells how many rows there are so far, one as one", async () => {
    const told: string[] = [];
    const onProgress = ({ done, message }: { done: number; message?: string }) => told.push(`${done} ${message}`);
    await world.run(exportRegistrants, { webinar_id: world.webinar_id, file: at("people.jsonl") }, world.process(), { onProgress });
    expect(told).toContain("3 rows");
    await setUp();
    await addPeople(["ann"]);
    await world.run(exportRegistrants, { webinar_id: world.webinar_id, file: at("people.jsonl") }, world.process(), { onProgress });
    expect(told).toContain("1 row");
  });

  it("leaves nothing behind but the file", async () => {
    await exportTo("people.jsonl");
    expect((await readdir(world.folder)).sort()).toEqual(["people.jsonl", "state"]);
    const [record = "", ...others] = await readdir(at("state/exports"));
    expect(others).toEqual([]);
    const [first] = await rowsOf("people.jsonl");
    expect(await readFile(at(`state/exports/${record}`), "utf8")).not.toContain(first?.row_id);
  });

  it("holds only what is new, changed and gone with a cursor", async () => {
    await exportTo("1.jsonl", { cursor: "crm" });
    expect(await exportTo("2.jsonl", { cursor: "crm" })).toMatchObject({ written: 0 });
    await addPeople(["cleo"]);
    const [first] = await rowsOf("1.jsonl");
    const registrantId = String(first?.registrant_id);
    await world
      .process()
      .zoom.call("DELETE /webinars/{webinarId}/registrants/{registrantId}", { path: { webinarId: world.webinar_id, registrantId } });
    const told: number[] = [];
    const input = { webinar_id: world.webinar_id, file: at("3.jsonl"), cursor: "crm" };
    const third = await world.run(exportRegistrants, input, undefined, {
      onProgress: ({ done, message }) => void (!message?.endsWith(" found") && told.push(done)),
    });
    expect(third).toMatchObject({ written: 2, changes: { new: 1, changed: 0, gone: 1 } });
    // Somebody who is gone is a row of the file, and nobody who is registered.
    expect(told.at(-1)).toBe(2);
    expect(exportRegistrants.describe(third, input)).toBe(`2 rows (1 new, 1 gone) in ${at("3.jsonl")}`);
    expect(await rowsOf("3.jsonl")).toMatchObject([
      { change: "new", email: "cleo@example.com" },
      { change: "gone", row_id: first?.row_id, email: null },
    ]);
    expect(await exportTo("4.jsonl", { cursor: "crm" })).toMatchObject({ written: 0 });
  });
});

describe("an export that is refused, or fails before there is a row", () => {
  const INPUT = { cursor: "crm" };
  let onList = () => {};
  beforeEach(async () => {
    onList = () => {};
    await setUp({
      wrap: (send) => (request) => {
        if (request.method === "GET" && request.url.includes("/registrants")) onList();
        return send(request);
      },
    });
    await addPeople(["ann"]);
  });

  const LIST = "GET /webinars/{webinarId}/registrants";
  it.each<[string, () => Promise<unknown>]>([
    ["a window that is missing", () => exportTo("1.jsonl", { ...INPUT, webinar_id: undefined, user_id: HOST })],
    [
      "a host who is not there",
      () => exportTo("1.jsonl", { ...INPUT, webinar_id: undefined, user_id: "nobody@example.com", from: "2027-01-01", to: "2027-01-31" }),
    ],
    ["a webinar that is not there", () => exportTo("1.jsonl", { ...INPUT, webinar_id: "99999999999" })],
    [
      "a file that is there",
      async () => {
        await writeFile(at("1.jsonl"), "mine");
        await exportTo("1.jsonl", { ...INPUT, status: ["denied"] }).finally(() => rm(at("1.jsonl")));
      },
    ],
    [
      "a limit of Zoom's",
      async () => {
        world.emulator.controls.addFault({ kind: "rate-limit", limit: "day", endpoint: LIST });
        expect(await exportTo("1.jsonl", { ...INPUT, status: ["denied"] })).toMatchObject({ complete: false, stopped: { code: "rate_limited" } });
        world.emulator.controls.clearFaults();
      },
    ],
    [
      "a stop",
      () => {
        const stop = new AbortController();
        onList = () => stop.abort();
        const input = { ...INPUT, webinar_id: world.webinar_id, file: at("1.jsonl"), status: ["denied" as const] };
        return world.run(exportRegistrants, input, undefined, { signal: stop.signal });
      },
    ],
  ])("leaves the name of its cursor to others, and no file: %s", async (_why, attempt) => {
    await attempt().catch((error: unknown) => expect(error).toMatchObject({ code: expect.stringMatching(/^(input_invalid|not_found|cancelled)$/) }));
    expect(await readdir(at("state/exports")).catch(() => [])).toEqual([]);
    expect(await readdir(world.folder)).toEqual(["state"]);
    expect(await exportTo("2.jsonl", INPUT)).toMatchObject({ written: 1, complete: true });
  });

  it("keeps a cursor that has exported something", async () => {
    await exportTo("1.jsonl", INPUT);
    await expect(exportTo("1.jsonl", INPUT)).rejects.toMatchObject({ faults: [{ field: "file" }] });
    expect(await exportTo("2.jsonl", INPUT)).toMatchObject({ written: 0, complete: true });
  });
});

describe("an export that somebody stops", () => {
  it("says how to go on with it and where its rows are until then, and the same call does so", async () => {
    await setUp();
    await addPeople(["ann", "bob", "cleo"]);
    const stop = new AbortController();
    const input = { webinar_id: world.webinar_id, file: at("people.jsonl"), page_size: 1 };
    const onProgress = ({ done }: { done: number }) => {
      if (done === 2) stop.abort();
    };
    const stopped = await world.run(exportRegistrants, input, undefined, { signal: stop.signal, onProgress }).catch((error: unknown) => error);
    const [part = ""] = (await readdir(world.folder)).filter((name) => name.endsWith(".part"));
    expect(part).toMatch(/^people\.jsonl\..*\.part$/);
    expect(stopped).toMatchObject({
      code: "cancelled",
      message: "Stopped before it was done: 2 rows so far.",
      hint: expect.stringMatching(`^The same call goes on where it stopped, .*--restart.* ${part.replaceAll(".", "\\.")}`),
    });
    expect(await world.run(exportRegistrants, input)).toMatchObject({ written: 3, complete: true });
    expect((await readdir(world.folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});

describe("an export that a process is cut off in", () => {
  it("equals one that was not, row for row, at every step", async () => {
    await setUp();
    await addPeople(["ann", "bob", "cleo"]);
    await exportTo("whole.jsonl");
    const whole = await readFile(at("whole.jsonl"), "utf8");
    let deaths = 0;
    for (let steps = 1; ; steps += 1) {
      const name = `cut-${steps}.jsonl`;
      const died = await exportTo(name, {}, world.process(lifeOf(steps))).then(
        () => false,
        () => true,
      );
      if (!died) break;
      deaths += 1;
      expect(await exportTo(name), `cut off at step ${steps}`).toMatchObject({ complete: true });
      expect(await readFile(at(name), "utf8"), `cut off at step ${steps}`).toBe(whole);
    }
    expect(deaths).toBeGreaterThan(20);
  });

  /** Goes on with an export until it is done; returns how often it was cut off. */
  const cutUntilDone = async (name: string, random: () => number, onCut: (cuts: number) => Promise<void> = async () => {}): Promise<number> => {
    for (let cuts = 0; ; ) {
      const life: Life = lifeOf(2 + Math.floor(random() * 12));
      const isDone = await exportTo(name, { page_size: 7 }, world.process(life)).then(
        ({ complete }) => complete,
        () => false,
      );
      if (isDone) return cuts;
      cuts += 1;
      await onCut(cuts);
    }
  };

  it("equals one that was not, row for row, whatever the moments of fifty cuts", async () => {
    await setUp();
    await addPeople(Array.from({ length: 40 }, (_, n) => `p${n}`));
    await exportTo("whole.jsonl", { page_size: 7 });
    const whole = await readFile(at("whole.jsonl"), "utf8");
    expect(whole.trimEnd().split("\n")).toHaveLength(40);
    const random = seeded(18);
    let cuts = 0;
    for (let round = 0; cuts < 50; round += 1) {
      cuts += await cutUntilDone(`cut-${round}.jsonl`, random);
      expect(await readFile(at(`cut-${round}.jsonl`), "utf8"), `round ${round}`).toBe(whole);
    }
    expect(cuts).toBeGreaterThanOrEqual(50);
  });

  it("gives no row twice and leaves nobody out if the list grows between the cuts", async () => {
    await setUp();
    await addPeople(Array.from({ length: 40 }, (_, n) => `p${n}`));
    const cuts = await cutUntilDone("cut.jsonl", seeded(18), async (cut) => (cut === 2 ? addPeople(["late"]) : undefined));
    expect(cuts).toBeGreaterThan(2);
    const emails = (await rowsOf("cut.jsonl")).map(({ email }) => email);
    expect(new Set(emails).size).toBe(emails.length);
    expect([...emails].sort()).toEqual((await world.registered()).sort());
  });
});

describe("a webinar that is deleted while it is exported", () => {
  const deleting = async (when: (path: string) => boolean) => {
    const held: { other: string } = { other: "" };
    await setUp({
      wrap: (send) => async (request) => {
        const isNow = held.other !== "" && request.method === "GET" && when(request.url);
        if (isNow) {
          const { other } = held;
          held.other = "";
          await send({ ...request, method: "DELETE", url: request.url.replace(/\/v2\/.*/, `/v2/webinars/${other}`) });
        }
        return send(request);
      },
    });
    await addPeople(["ann"]);
    return held;
  };

  it("fails if it is the only one, and leaves no complete file", async () => {
    const held = await deleting((url) => url.includes("/registrants"));
    held.other = world.webinar_id;
    await expect(exportTo("gone.jsonl")).rejects.toMatchObject({ code: "not_found" });
    expect(await readdir(world.folder)).not.toContain("gone.jsonl");
  });

  it("is named in the notes if there are others, and the others are whole", async () => {
    const held = await deleting((url) => url.includes("/registrants"));
    const start = { user_id: HOST, topic: "Second", start_time: "2027-03-16T15:00:00Z", registration: "automatic" } as const;
    const second = String((await world.run(createWebinar, start)).webinar.id);
    await world.run(addRegistrant, { webinar_id: second, email: "zoe@example.com", first_name: "Zoe" });
    held.other = second;
    const done = await world.run(exportRegistrants, { from: "2027-03-01", to: "2027-03-31", user_id: HOST, file: at("all.jsonl") });
    expect(done.notes.join()).toContain(`Webinar ${second} is left out`);
    const rows = await rowsOf("all.jsonl");
    expect(rows.filter(({ webinar_id }) => webinar_id === second)).toEqual([]);
    expect(rows.map(({ email }) => email)).toContain("ann@example.com");
  });
});

describe("incremental exports", () => {
  it("give exactly what changed between them", async () => {
    await setUp();
    const random = seeded(7);
    const known = new Map<string, string>();
    const denied = new Set<string>();
    let next = 0;
    let changes = 0;
    for (let round = 0; round < 12; round += 1) {
      const names = Array.from({ length: Math.floor(random() * 4) }, () => `r${next++}`);
      await addPeople(names);
      const gone = [...known].filter(() => random() < 0.2);
      for (const [registrantId] of gone)
        await world
          .process()
          .zoom.call("DELETE /webinars/{webinarId}/registrants/{registrantId}", { path: { webinarId: world.webinar_id, registrantId } });
      const decided = [...known].filter(([id]) => !gone.some(([other]) => other === id) && random() < 0.3);
      for (const [id] of decided) {
        const action = denied.has(id) ? "approve" : "deny";
        if (action === "deny") denied.add(id);
        else denied.delete(id);
        await world.process().zoom.call("PUT /webinars/{webinarId}/registrants/status", {
          path: { webinarId: world.webinar_id },
          body: { action, registrants: [{ id }] },
        });
      }
      await exportTo(`${round}.jsonl`, { cursor: "c" });
      const rows = await rowsOf(`${round}.jsonl`);
      const fresh = rows.filter(({ change }) => change === "new");
      expect(fresh.map(({ email }) => email).sort()).toEqual(names.map((name) => `${name}@example.com`).sort());
      expect(
        rows
          .filter(({ change }) => change === "gone")
          .map(({ row_id }) => row_id)
          .sort(),
      ).toEqual(gone.map(([, row_id]) => row_id).sort());
      const changed = rows.filter(({ change }) => change === "changed");
      expect(changed.map(({ registrant_id, row_id, status }) => [registrant_id, row_id, status]).sort()).toEqual(
        decided.map(([id, row_id]) => [id, row_id, denied.has(id) ? "denied" : "approved"]).sort(),
      );
      changes += changed.length;
      expect(rows.length).toBe(fresh.length + gone.length + changed.length);
      for (const [id] of gone) known.delete(id);
      for (const { registrant_id, row_id } of fresh) known.set(String(registrant_id), String(row_id));
    }
    expect(next).toBeGreaterThan(5);
    expect(changes).toBeGreaterThan(5);
  });
});

describe("a cursor", () => {
  const cursorFile = async () => at(`state/exports/${(await readdir(at("state/exports"))).find((name) => name.endsWith(".jsonl"))}`);
  const refusal = (name: string, more: Record<string, unknown>, session = world.process()) =>
    exportTo(name, { cursor: "c", ...more }, session).then(
      () => Promise.reject(new Error("it ran")),
      (error: { code: string; faults: { field: string; message: string }[]; hint: string }) => error,
    );
  beforeEach(async () => {
    await setUp();
    await addPeople(["ann", "bob"]);
  });

  it.each([
    ["of another webinar", { webinar_id: "99999999999" }, /another webinar/],
    ["of an export with names", { no_names: true }, /another no_names/],
    ["of an export of everybody", { attended_from: 5 }, /another attended_from/],
  ])("%s is refused, and stays good", async (_what, more, message) => {
    await exportTo("1.jsonl", { cursor: "c" });
    expect(await refusal("2.jsonl", more)).toMatchObject({
      code: "input_invalid",
      faults: [{ field: "cursor", message: expect.stringMatching(message) }],
    });
    expect(await exportTo("2.jsonl", { cursor: "c" })).toMatchObject({ written: 0 });
  });

  it("of a version that gave the registrants of one webinar no topic knows every row, and tells those that change with it", async () => {
    await exportTo("1.jsonl", { cursor: "c" });
    const rows = (await rowsOf("1.jsonl")) as ExportRow[];
    expect(rows.map(({ topic }) => topic)).toEqual([expect.any(String), expect.any(String)]);
    const before = new Map(rows.map((row) => [row.row_id, digestOf({ ...row, topic: null })]));
    const path = await cursorFile();
    const events = readLines<CursorEvent>(await readFile(path)).events.map((event) =>
      event.t === "rows" ? { ...event, rows: event.rows.map(([id]) => [id, before.get(id)]) } : event,
    );
    await writeFile(path, events.map(toLine).join(""));
    expect(await exportTo("2.jsonl", { cursor: "c" })).toMatchObject({ written: 0 });
    const registrants = [{ id: String(rows[0]?.registrant_id) }];
    await world
      .process()
      .zoom.call("PUT /webinars/{webinarId}/registrants/status", { path: { webinarId: world.webinar_id }, body: { action: "deny", registrants } });
    await exportTo("3.jsonl", { cursor: "c" });
    expect(await rowsOf("3.jsonl")).toEqual([{ ...rows[0], change: "changed", status: "denied" }]);
    expect(await exportTo("4.jsonl", { cursor: "c" })).toMatchObject({ written: 0 });
  });

  it("knows a row as changed if its webinar has another topic", async () => {
    await exportTo("1.jsonl", { cursor: "c" });
    await world.run(updateWebinar, { webinar_id: world.webinar_id, topic: "Another topic" });
    expect(await exportTo("2.jsonl", { cursor: "c" })).toMatchObject({ written: 2 });
    expect((await rowsOf("2.jsonl")).map(({ change, topic }) => [change, topic])).toEqual(Array(2).fill(["changed", "Another topic"]));
  });

  it("of another account or of a newer version is refused", async () => {
    await exportTo("1.jsonl", { cursor: "c" });
    const path = await cursorFile();
    const [head, ...rest] = readLines<Record<string, unknown>>(await readFile(path)).events;
    for (const [change, message] of [
      [{ account: "other" }, /another account/],
      [{ v: 99 }, /newer version/],
    ] as const) {
      await writeFile(path, [{ ...head, ...change }, ...rest].map(toLine).join(""));
      expect(await refusal("2.jsonl", {})).toMatchObject({ faults: [{ field: "cursor", message: expect.stringMatching(message) }] });
    }
  });

  it("that is cut at any byte loses nothing: it goes on, or says how to start again", async () => {
    await exportTo("1.jsonl", { cursor: "c" });
    const path = await cursorFile();
    const bytes = await readFile(path);
    const whole = (await rowsOf("1.jsonl")).map(({ row_id }) => row_id);
    for (let size = 0; size < bytes.length; size += 7) {
      await writeFile(path, bytes);
      await truncate(path, size);
      const name = `cut-${size}.jsonl`;
      const error = await exportTo(name, { cursor: "c" }).then(
        () => null,
        (cause: { code: string; hint: string }) => cause,
      );
      if (error !== null) {
        expect(error).toMatchObject({ code: "input_invalid", hint: expect.stringMatching(/--restart|to go on/) });
        await exportTo(name, { cursor: "c", restart: true });
      }
      const again = new Set((await rowsOf(name)).map(({ row_id }) => row_id));
      // Either the earlier file counts, or all of it comes once more.
      if (again.size > 0) for (const id of whole) expect(again).toContain(id);
    }
  });

  it("that is damaged is refused, and restart starts again", async () => {
    await exportTo("1.jsonl", { cursor: "c" });
    const path = await cursorFile();
    const bytes = await readFile(path);
    bytes[20] = 0x21;
    await writeFile(path, bytes);
    expect(await refusal("2.jsonl", {})).toMatchObject({ faults: [{ field: "cursor", message: expect.stringContaining("damaged") }] });
    expect(await exportTo("2.jsonl", { cursor: "c", restart: true })).toMatchObject({ written: 2 });
  });

  it("is for one export at a time: the second waits, and gives what the first left", async () => {
    const [one, other] = await Promise.all([exportTo("1.jsonl", { cursor: "c" }), exportTo("2.jsonl", { cursor: "c" })]);
    expect([one.written, other.written].sort()).toEqual([0, 2]);
  });

  it("whose unfinished file was taken away says so, and restart exports what it held", async () => {
    const life = lifeOf(12);
    await exportTo("1.jsonl", { cursor: "c" }, world.process(life)).catch(() => {});
    for (const name of await readdir(world.folder)) if (name.endsWith(".part")) await rm(at(name));
    const error = await exportTo("1.jsonl", { cursor: "c" }).catch((cause: unknown) => cause);
    if ("written" in (error as object)) expect(error).toMatchObject({ written: 2 });
    else {
      expect(error).toMatchObject({ faults: [{ field: "cursor", message: expect.stringContaining("cut or gone") }] });
      expect(await exportTo("1.jsonl", { cursor: "c", restart: true })).toMatchObject({ written: 2 });
    }
  });

  it("undoes what was cut off by restart, and keeps what earlier files gave", async () => {
    const lives = Array.from({ length: 9 }, (_, more) => more + 3);
    for (const steps of lives) await exportTo(`base-${steps}.jsonl`, { cursor: `c${steps}` });
    await addPeople(["cleo", "dan"]);
    for (const steps of lives) {
      const cursor = `c${steps}`;
      await exportTo(`cut-${steps}.jsonl`, { cursor }, world.process(lifeOf(steps))).catch(() => {});
      const { written } = await exportTo(`again-${steps}.jsonl`, { cursor, restart: true });
      // What was cut off before it began leaves nothing to undo: then all comes again.
      expect([2, 4], `cut off at step ${steps}`).toContain(written);
      expect((await readdir(world.folder)).filter((file) => file.endsWith(".part"))).toEqual([]);
    }
  });

  it("never writes over a file that is there", async () => {
    await writeFile(at("1.jsonl"), "mine");
    expect(await refusal("1.jsonl", {})).toMatchObject({ faults: [{ field: "file", message: expect.stringContaining("exists already") }] });
    expect(await readFile(at("1.jsonl"), "utf8")).toBe("mine");
  });
});

describe("an export that the disk stops", () => {
  it("says that the disk is full, and goes on when there is room", async () => {
    await setUp();
    await addPeople(["ann", "bob"]);
    let room = 5;
    const full = () => Object.assign(new Error("no room"), { code: "ENOSPC", syscall: "write" });
    const disk: Disk = {
      append: async (path) => {
        const file = await realDisk.append(path);
        return {
          ...file,
          write: async (text) => {
            room -= 1;
            if (room < 0) {
              await file.write(text.slice(0, 3));
              throw full();
            }
            await file.write(text);
          },
        };
      },
    };
    const session = world.process(lifeOf(Number.POSITIVE_INFINITY), { disk });
    for (room = 0; room < 5; room += 1) {
      const before = room;
      const error = await exportTo("1.jsonl", {}, session).catch((cause: unknown) => cause);
      if ("complete" in (error as object)) break;
      expect(error).toMatchObject({ code: "zoom_unavailable", message: expect.stringContaining("the disk is full") });
      room = before;
    }
    room = 100;
    await exportTo("1.jsonl", {}, session).catch(() => {});
    expect(await rowsOf("1.jsonl")).toHaveLength(2);
  });
});

describe("an export that Zoom stops", () => {
  it("says when it may go on, and goes on there", async () => {
    await setUp();
    await addPeople(["ann", "bob"]);
    world.emulator.controls.addFault({ kind: "rate-limit", limit: "day", endpoint: "GET /webinars/{webinarId}/registrants" });
    const stopped = await exportTo("1.jsonl");
    expect(stopped).toMatchObject({ complete: false, stopped: { code: "rate_limited" }, resume_at: "2027-01-16T00:00:00.000Z" });
    expect(exportRegistrants.endsAs?.(stopped)).toBe("partial");
    expect(await exportTo("1.jsonl")).toMatchObject({ complete: true, written: 2, stopped: null });
  });
});

describe("an export whose page token has expired", () => {
  const refusing = async (isRefused: (asked: number) => boolean) => {
    let asked = 0;
    await setUp({
      wrap: (send) => async (request) => {
        if (!request.url.includes("next_page_token=")) return send(request);
        asked += 1;
        if (!isRefused(asked)) return send(request);
        return { status: 400, headers: {}, text: '{"code":300,"message":"The next page token is invalid or expired."}' };
      },
    });
    await addPeople(Array.from({ length: 9 }, (_, n) => `p${n}`));
  };

  it.each([1, 2, 3])("reads the list again from its start, and has each row once (at page token %i)", async (nth) => {
    await refusing((asked) => asked === nth);
    expect(await exportTo("1.jsonl", { page_size: 2 })).toMatchObject({ complete: true, written: 9 });
    const emails = (await rowsOf("1.jsonl")).map(({ email }) => email);
    expect([...emails].sort()).toEqual((await world.registered()).sort());
  });

  it("ends with an error if tokens are always refused, and goes on with the same call later", async () => {
    let isOver = false;
    await refusing(() => !isOver);
    await expect(exportTo("1.jsonl", { page_size: 2 })).rejects.toMatchObject({ code: "zoom_rejected" });
    isOver = true;
    expect(await exportTo("1.jsonl", { page_size: 2 })).toMatchObject({ complete: true, written: 9 });
  });
});
