import { mkdir, open, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { HttpRequest } from "@zoom-webinar/auth";
import type { Switches } from "@zoom-webinar/zoom-emulator";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importRegistrants } from "../operations/registrants/import.ts";
import { type ImportWorld, importWorld, lifeOf, peopleCsv } from "../test/import-world.ts";
import { linesOf } from "./import-lines.ts";
import { toLine } from "./journal/line.ts";

let world: ImportWorld;
beforeEach(async () => {
  world = await importWorld();
});
afterEach(() => world.remove());

const run = (file: string, more: object = {}) => world.run(importRegistrants, { webinar_id: world.webinar_id, file, ...more });
const refusal = (file: string, more: object = {}) =>
  run(file, more).then(
    (done) => Promise.reject(new Error(`it ran: ${JSON.stringify(done.counts)}`)),
    (error: unknown) => error,
  );

it("the file of results has an apostrophe before cells that a spreadsheet would run, those of the input file as well, and once", async () => {
  const person = { email: "eve@example.com", first_name: "\u{ff1d}1+1", last_name: "@SUM(A1)" };
  const own = await run(await world.file("own.csv", `email,first_name,last_name,=A1\n${Object.values(person).join(",")},\n`));
  const text = await readFile(own.results_file ?? "", "utf8");
  expect(text).toMatch(/^email,first_name,last_name,'=A1,outcome,/);
  expect(text).toContain("\neve@example.com,'\u{ff1d}1+1,'@SUM(A1),,registered,");
  const again = await run(await world.file("again.csv", text));
  expect(await readFile(again.results_file ?? "", "utf8")).toContain("\neve@example.com,'\u{ff1d}1+1,'@SUM(A1),,already_registered,");
  const results = join(world.folder, "given.csv");
  await world.run(importRegistrants, { webinar_id: world.webinar_id, rows: [{ ...person, email: "ivy@example.com" }], results });
  expect(await readFile(results, "utf8")).toContain("\nivy@example.com,'\u{ff1d}1+1,'@SUM(A1),registered,");
});

it("a file of results is read as the file that it came from", async () => {
  const first = await run(await world.file("names.csv", 'email,first_name\nuwe@example.com,"=""007"""\n'));
  await run(await world.file("names-2.csv", (await readFile(first.results_file ?? "", "utf8")).replace("uwe@", "udo@")));
  const people = await world.emulator.state.registrants(world.webinar_id);
  const [uwe, udo] = ["uwe@example.com", "udo@example.com"].map((email) => people.find((one) => one.email === email));
  expect(uwe).toMatchObject({ first_name: "007" });
  expect(udo).toMatchObject({ first_name: "007" });
});

it("a quote in the middle of a cell that is not quoted is named with what to do about it", async () => {
  expect(await refusal(await world.file("bare.csv", 'email,first_name\na@example.com,=HYPERLINK("http://x")\n'))).toMatchObject({
    message: expect.stringContaining("has a quote in line 2 within a cell that is not quoted."),
    hint: expect.stringMatching(/^Put the whole cell in quotes and write each quote inside it twice/),
  });
});

describe("a file that cannot be imported is refused before anything is sent:", () => {
  const cases: readonly (readonly [string, () => Promise<string>, string])[] = [
    [
      "one of two gigabytes",
      async () => {
        const path = await world.file("huge.csv", "Email\n");
        await truncate(path, 2 * 1024 ** 3);
        return path;
      },
      "has 2048 MB",
    ],
    ["a workbook", () => world.file("people.xlsx", Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 0, 0])), "an Excel workbook"],
    ["bytes that are no text", () => world.file("people.csv", Uint8Array.from([69, 10, 0, 1, 2, 3, 0, 7])), "not text (line 2)"],
    [
      "a folder",
      async () => {
        await mkdir(join(world.folder, "folder"));
        return join(world.folder, "folder");
      },
      "is a folder",
    ],
    ["one that is not there", async () => join(world.folder, "none.csv"), "does not exist"],
    ["an empty one", () => world.file("empty.csv", ""), "is empty"],
    ["one with column names only", () => world.file("header.csv", "Email,First Name\n"), "holds column names but no rows"],
    ["one without column names", () => world.file("nameless.csv", "a@example.com,Ann\n"), "begins with a person"],
    [
      "two encodings in one",
      () => world.file("mixed.csv", Buffer.concat([Buffer.from("Email,First Name\na@example.com,Zoë\nb@example.com,Zo"), Buffer.from([0xeb, 10])])),
      "line 2 is UTF-8, line 3 is not",
    ],
    [
      "a quote that is never closed, in row 9,000",
      () => world.file("quote.csv", peopleCsv(12_000).replace("p8999@example.com,Person 8999", 'p8999@example.com,"Person 8999')),
      "opens a quote in line 9001",
    ],
    [
      "such a quote where other cells are quoted",
      () =>
        world.file(
          "quotes.csv",
          peopleCsv(50)
            .replaceAll(/(Person \d+)/g, '"$1"')
            .replace('"Person 20"', '"Person 20'),
        ),
      "line 22",
    ],
    ["JSON that ends too early", () => world.file("cut.json", '[{"email":"a@example.com"},\n{"email":'), "ends before its list is closed"],
    ["more than 100,000 rows", () => world.file("many.csv", peopleCsv(100_001)), "more than 100,000 rows"],
  ];
  it.each(cases)("%s", async (_name, make, words) => {
    const file = await make();
    const said = await refusal(file);
    expect(said).toMatchObject({ code: "input_invalid", hint: expect.stringMatching(/\w/) });
    expect(String(said)).toContain(words);
    expect(world.writes()).toBe(0);
  });
});

describe("a row that cannot be imported is named, and stops no other:", () => {
  it.each([
    ["40,000 characters", `a@example.com,${"x".repeat(40_000)}`, "first_name", "is longer than 64 characters"],
    ["too many cells", "a@example.com,Ann,B,C", "row", "has 4 cells"],
    ["no first name", "a@example.com,", "first_name", "is empty"],
    ["an address that is too long", `${"a".repeat(120)}@example.com,Ann`, "email", "is longer than 128 characters"],
  ])("%s", async (_name, row, field, words) => {
    const file = await world.file("people.csv", `Email,First Name\n${row}\nb@example.com,Ben\n`);
    const done = await run(file);
    expect(done.invalid).toMatchObject([{ line: 2, field, message: expect.stringContaining(words) }]);
    expect(done.counts).toMatchObject({ registered: 1, invalid: 1 });
  });

  it("the same address in another case, but not one with another plus tag", async () => {
    const file = await world.file("people.csv", "Email,First Name\na@example.com,Ann\n A@Example.com ,Ann\na+x@example.com,Ann\n");
    expect((await run(file)).plan).toMatchObject({ new: 2, duplicates_in_file: 1 });
  });
});

describe("a file that changes", () => {
  it("while it is read is refused", async () => {
    const file = await world.file("people.csv", peopleCsv(5));
    // The list is read between the two walks through the file.
    const send = async (request: HttpRequest) => {
      if (request.method === "GET" && request.url.endsWith(world.webinar_id)) await writeFile(file, peopleCsv(6));
      return world.emulator.send(request);
    };
    const changing = world.process(undefined, { send });
    await expect(world.run(importRegistrants, { webinar_id: world.webinar_id, file }, changing)).rejects.toThrow("changed while it was read");
    expect(world.writes()).toBe(0);
  });

  it("before its import goes on is refused, with the names of the ways out", async () => {
    const file = await world.file("people.csv", peopleCsv(5));
    world.emulator.controls.addFault({ kind: "rate-limit", limit: "day", endpoint: "POST /webinars/{webinarId}/registrants" });
    await run(file);
    await writeFile(file, peopleCsv(6));
    const said = await refusal(file, { resume: true });
    expect(said).toMatchObject({ code: "input_invalid", hint: expect.stringMatching(/imports show.*--import-id.*imports abandon/s) });
  });
});

describe("a webinar that changes halfway", () => {
  /** Imports forty people; at the tenth sign-up something happens to the webinar. */
  const halfway = async (change: () => Promise<unknown>, switches: Partial<Switches> = {}) => {
    await world.remove();
    let sent = 0;
    world = await importWorld({
      switches,
      wrap: (send) => async (request) => {
        if (request.method === "POST" && request.url.endsWith("/registrants")) sent += 1;
        if (sent === 10) {
          sent += 1;
          await change();
        }
        return send(request);
      },
    });
    return run(await world.file("people.csv", peopleCsv(40)), { method: "single" });
  };
  const path = () => ({ webinarId: world.webinar_id });

  it("and is deleted: the rest has failed, with the reason, and the results are written", async () => {
    const done = await halfway(() => world.process().zoom.call("DELETE /webinars/{webinarId}", { path: path() }));
    expect(done.complete).toBe(true);
    expect(done.counts.failed).toBeGreaterThan(0);
    expect(done.counts.failed + done.counts.registered).toBe(40);
    expect(await readFile(done.results_file ?? "", "utf8")).toMatch(/failed,,Zoom does not know it: Webinar does not exist/);
  });

  it("and is over", async () => {
    const done = await halfway(async () => {
      await world.emulator.controls.startWebinar(world.webinar_id);
      await world.emulator.controls.endWebinar(world.webinar_id);
    });
    expect(done).toMatchObject({ complete: true });
    expect(done.counts.failed + done.counts.registered).toBe(40);
    expect(await readFile(done.results_file ?? "", "utf8")).toContain("over");
  });

  it("and is full", async () => {
    const { zoom } = world.process();
    await zoom.call("PATCH /webinars/{webinarId}", {
      path: { webinarId: world.webinar_id },
      body: { settings: { registrants_restrict_number: 25 } },
    });
    const done = await run(await world.file("people.csv", peopleCsv(40)), { method: "single" });
    expect(done).toMatchObject({ complete: true, counts: { registered: 25, failed: 15 } });
  });

  it("and its host loses the add-on: it stops, to go on when there is one again", async () => {
    const done = await halfway(() => world.emulator.controls.setWebinarAddOn("ada@example.com", false));
    expect(done).toMatchObject({ complete: false, stopped: { code: "plan_missing" } });
    await world.emulator.controls.setWebinarAddOn("ada@example.com", true);
    const again = await run(join(world.folder, "people.csv"), { resume: true });
    expect(again).toMatchObject({ complete: true, counts: { registered: 40 } });
  });

  it("and somebody else registers one of the people meanwhile: nobody is registered twice", async () => {
    const body = { email: "p39@example.com", first_name: "Rosa" };
    const signUp = () => world.process().zoom.call("POST /webinars/{webinarId}/registrants", { path: path(), body });
    const done = await halfway(signUp, { duplicateRegistrant: "error" });
    expect(done).toMatchObject({ complete: true, counts: { registered: 39, already_registered: 1 } });
  });
});

describe("the disk", () => {
  it("that is full before anything is sent: nothing is sent", async () => {
    const file = await world.file("people.csv", peopleCsv(5));
    const full = { append: () => Promise.reject(Object.assign(new Error("no space"), { code: "ENOSPC" })) };
    await expect(world.run(importRegistrants, { webinar_id: world.webinar_id, file }, world.process(undefined, { disk: full }))).rejects.toThrow(
      "disk is full",
    );
    expect(world.writes()).toBe(0);
    expect((await run(file)).counts.registered).toBe(5);
  });

  it.each(["single", "batch"] as const)(
    "that fills up at any write of an import by %s calls: nobody is mailed twice, nobody is lost",
    async (method) => {
      for (let left = 1; left < 200; left += 3) {
        const here = await importWorld({ switches: { duplicateRegistrant: "remail" } });
        try {
          const file = await here.file("people.csv", peopleCsv(7));
          let writes = 0;
          const { realDisk } = await import("../files/disk.ts");
          const filling = {
            append: async (path: string) => {
              const one = await realDisk.append(path);
              return {
                ...one,
                write: async (text: string) => {
                  writes += 1;
                  if (writes < left) return one.write(text);
                  await one.write(text.slice(0, Math.floor(text.length / 2)));
                  throw Object.assign(new Error("no space"), { code: "ENOSPC" });
                },
              };
            },
          };
          const asked = { webinar_id: here.webinar_id, file, method, resume: true };
          const first = await here.run(importRegistrants, asked, here.process(undefined, { disk: filling })).catch(() => null);
          if (first?.complete === true) return;
          const done = await here.run(importRegistrants, asked);
          expect(done, `full at write ${left}`).toMatchObject({ complete: true, counts: { registered: 7, unknown: 0 } });
          expect(
            [...(await here.mails()).values()].every((count) => count === 1),
            `full at write ${left}`,
          ).toBe(true);
        } finally {
          await here.remove();
        }
      }
      expect.fail("it never came to its end");
    },
    60_000,
  );
});

describe("a journal", () => {
  const begun = async () => {
    const file = await world.file("people.csv", peopleCsv(5));
    world.emulator.controls.addFault({ kind: "rate-limit", limit: "day", endpoint: "POST /webinars/{webinarId}/registrants" });
    const { import_id } = await run(file);
    return { file, import_id: import_id ?? "", journal: join(world.folder, "state", "imports", import_id ?? "", "journal.jsonl") };
  };

  it("of a newer version is refused", async () => {
    const { import_id, journal } = await begun();
    const [head = "", ...rest] = (await readFile(journal, "utf8")).split("\n");
    const newer = toLine({ ...JSON.parse(head.slice(head.indexOf("{"))), v: 99 });
    await writeFile(journal, newer + rest.join("\n"));
    await expect(world.run(importRegistrants, { webinar_id: world.webinar_id, import_id, resume: true })).rejects.toThrow("newer version");
  });

  it("of another webinar is refused", async () => {
    const { import_id } = await begun();
    await expect(world.run(importRegistrants, { webinar_id: "99999999999", import_id, resume: true })).rejects.toThrow("another kind or webinar");
  });

  it("that is damaged in the middle is refused; a last line that was cut off is not", async () => {
    const { file, import_id, journal } = await begun();
    const text = await readFile(journal, "utf8");
    await writeFile(journal, `${text}17 abcdef01 {"t":"intent"`);
    expect((await run(file, { resume: true })).counts.registered).toBe(5);
    const whole = await readFile(journal);
    whole.write("X", Math.floor(whole.length / 2));
    await writeFile(journal, whole);
    await expect(world.run(importRegistrants, { webinar_id: world.webinar_id, import_id, resume: true })).rejects.toThrow("damaged");
  });

  it("is written by one run at a time: if two resume at once, one or both finish, and nobody is mailed twice", async () => {
    const { file } = await begun();
    const both = await Promise.allSettled([run(file, { resume: true }), run(file, { resume: true })]);
    expect(both.some(({ status }) => status === "fulfilled")).toBe(true);
    expect([...(await world.mails()).values()]).toEqual([1, 1, 1, 1, 1]);
  });

  it("is nobody's business but its caller's", async () => {
    const { import_id } = await begun();
    await expect(
      world.run(importRegistrants, { webinar_id: world.webinar_id, import_id, resume: true }, undefined, { principal: "somebody else" }),
    ).rejects.toThrow("There is no import");
  });
});

it("a process that lives on after its disk is gone sends nothing more", async () => {
  const file = await world.file("people.csv", peopleCsv(5));
  const life = lifeOf(14);
  await world.run(importRegistrants, { webinar_id: world.webinar_id, file }, world.process(life)).catch(() => {});
  const sent = world.writes();
  expect(life.isDead).toBe(true);
  const handle = await open(file);
  await handle.close();
  expect(world.writes()).toBe(sent);
});

it.each([
  ["on one line", ", ", [2, 3], "row 2: ", "row 3: "],
  ["a line each", ",\n", [2, 3], "line 2: ", "line 3: "],
])("rows of a JSON list, %s, are told apart, each with its own value", async (_what, between, lines, ...said) => {
  const rows = ['{"email":"j1@example.com","first_name":"J"}', '{"email":"j2@example.com"}', '{"email":"bad","first_name":"J"}'];
  const done = await run(await world.file("p1.json", `[${rows.join(between)}]`));
  expect(done.invalid.map(({ line, field, value }) => ({ line, field, value }))).toEqual([
    { line: lines[0], field: "first_name", value: undefined },
    { line: lines[1], field: "email", value: "bad" },
  ]);
  const shown = linesOf("registrants.import")(done, {}).filter((line) => typeof line === "string");
  for (const start of said) expect(shown.some((line) => line.includes(start))).toBe(true);
});
