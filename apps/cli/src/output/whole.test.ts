import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayWidth } from "./display-width.ts";
import type { FormatWriter } from "./formats/format.ts";
import { openText } from "./formats/text.ts";
import type { Row, Shape } from "./shape.ts";
import { tally } from "./tally.ts";
import { isPath, shortenedPath, wholeWidth } from "./whole.ts";

const PATH = "/home/ada/Documents/webinars of the year/season/guests.csv.results.csv";
const UUID = "0f21c071-ce71-49ce-bbf7-7d8ed3db28b1";
const LINK = "https://example.zoom.us/w/82834512568?tk=3rYy3f9lIO2KpUWwQlPQng.DQkAAAAT";
const EMAIL = "mina.muster@a-rather-long-department.example.com";
const COMMAND = "zoom-webinar registrants list 82834512568 --status pending";

const written = async (shape: Shape, width: number, use: (writer: FormatWriter) => Promise<void>): Promise<string> => {
  const text: string[] = [];
  const asked = { fields: null, isColored: false, isRaw: false, isFile: false, showsEach: false, leaveOut: () => {}, now: () => 0 };
  const viewing = { zone: "UTC", viewerZone: () => "UTC", words: {} };
  await use(openText({ shape, width, viewing, ...asked, write: async (more) => void text.push(more) }));
  return stripVTControlCharacters(text.join(""));
};

const screenOf = (shape: Shape, pages: readonly (readonly Row[])[], width: number): Promise<string> =>
  written({ list: "rows", ...shape }, width, async (writer) => {
    for (const rows of pages) await writer.rows(rows, {});
    await writer.end({});
  });

const row = {
  kind: "Journal of an import",
  path: PATH,
  job: UUID,
  join_url: LINK,
  email: EMAIL,
  next: COMMAND,
  note: `send it to ${EMAIL} soon`,
};

describe("what people copy", () => {
  it.each([
    ["name", EMAIL, EMAIL],
    ["note", `Ada <${EMAIL}>, and others`, EMAIL],
    ["results_file", "people.csv", "people.csv"],
    ["what", PATH, PATH],
    ["what", "C:\\Users\\ada\\people.csv", "C:\\Users\\ada\\people.csv"],
    ["job", `import ${UUID}, done`, UUID],
    ["topic", "webinar 82834512568 again", "82834512568"],
    ["next", COMMAND, COMMAND],
    ["host_id", "oKSsKr1alHAvQrEB2hfZ4w==", "oKSsKr1alHAvQrEB2hfZ4w=="],
  ])("is found in a column %s: %s", (head, text, whole) => expect(wholeWidth(head, text)).toBe(displayWidth(whole)));

  it.each([
    ["topic", "Product tour: what is new and/or old"],
    ["status", "approved"],
    ["email", ""],
  ])("is not seen in a column %s: %s", (head, text) => expect(wholeWidth(head, text)).toBe(0));

  it.each([40, 60, 80])("stands whole in a table of %i columns, in its row or below it", async (width) => {
    for (const [name, value] of Object.entries(row).filter(([each]) => each !== "kind" && each !== "path")) {
      const shape = { columns: ["kind", name, "count"], wraps: false };
      expect(await screenOf(shape, [[{ kind: row.kind, [name]: value, count: 12 }]], width), name).toContain(name === "note" ? EMAIL : value);
    }
  });

  it("stands whole if a later page has a longer one than the first", async () => {
    const text = await screenOf(
      { columns: ["email", "status"] },
      [[{ email: "a@example.com", status: "new" }], [{ email: EMAIL, status: "old" }]],
      40,
    );
    expect(text).toBe(`email          status\na@example.com  new\n↓              old\n  email  ${EMAIL}\n`);
  });

  it("stands whole beside texts that are wrapped", async () => {
    const text = await screenOf(
      { columns: ["note", "what"], wraps: true },
      [[{ note: row.note, what: "a text that goes on for quite a while" }]],
      80,
    );
    expect(text).toContain(EMAIL);
    for (const line of text.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  it("is left out, not cut, if it is an opaque id that no column needs", async () => {
    const text = await screenOf({ columns: ["name", "status", "id"] }, [[{ name: "Mina Muster", status: "approved", id: UUID }]], 40);
    expect(text).toContain("Mina Muster");
    expect(text).not.toMatch(/0f21|…/);
  });

  it("stands whole among counted answers, which are wrapped", () => {
    const rows = [{ q: "Where from?", a: `I saw it at ${LINK} and told all of my friends about it at once` }];
    const text = tally(rows, { list: "", question: "q", answer: "a", show: "counts" }, 80);
    expect(text).toContain(LINK);
    expect(text.replaceAll(/\s+/g, " ")).toMatch(/I saw it at 1 █+ https.* and told all of my friends about it at once/);
  });

  it("is never cut, whatever stands beside it and however narrow the terminal (property)", async () => {
    const copied = fc.constantFrom(EMAIL, LINK, UUID, COMMAND);
    const other = fc.constantFrom("x", "A long topic that goes on and on", "approved", "82834512568", "Sat 2026-12-05 16:00");
    await fc.assert(
      fc.asyncProperty(
        copied,
        fc.array(other, { minLength: 0, maxLength: 6 }),
        fc.integer({ min: 20, max: 120 }),
        fc.boolean(),
        async (value, others, width, wraps) => {
          const columns = [...others.map((_, at) => `c${at}`), "it"];
          const one = { ...Object.fromEntries(others.map((each, at) => [`c${at}`, each])), it: value };
          expect(await screenOf({ columns, wraps }, [[one]], width)).toContain(value);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a path", () => {
  const tableOf = (width: number, path = PATH) =>
    screenOf({ columns: ["topic", "file", "created", "applied"] }, [[{ topic: "Launch in spring", file: path, created: true, applied: 12 }]], width);

  it("is whole if there is room", async () => {
    expect(await tableOf(120)).toContain(PATH);
  });

  it.each([100, 80, 60])("is shortened in its middle in %i columns, and nothing else is cut", async (width) => {
    const text = await tableOf(width);
    expect(text).toMatch(/^topic +file +created +applied\nLaunch in spring {2}\/home\/ada\/[^…\n]*…[^…\n]*results\.csv {2}yes +12\n$/);
    for (const line of text.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  it("keeps its last name if there is room for that and for where it begins", () => {
    expect(shortenedPath("/home/ada/season of the year/2032-03-01-launch.yaml", 40)).toBe("/home/ada/season…/2032-03-01-launch.yaml");
    expect(shortenedPath("C:\\Users\\ada\\season of the year\\launch.yaml", 30)).toBe("C:\\Users\\ada\\seas…\\launch.yaml");
    expect(shortenedPath("season/2032-03-01-the-topic-of-this-one-goes-on-and-on.yaml", 30)).toBe("season/2032-03-…on-and-on.yaml");
  });

  it("stands whole below its row if it would have to be shorter than that", async () => {
    const text = await tableOf(44);
    expect(text).toBe(`topic             created  applied\nLaunch in spring  yes      12\n  file  ${PATH}\n`);
  });

  it("is shortened to the room of the first page if it comes later", async () => {
    const page = (file: string) => [{ topic: "Launch", file: `/home/${file}.yaml` }];
    const text = await screenOf({ columns: ["topic", "file"] }, [page("a-name-of-some-length"), page("x".repeat(80))], 60);
    expect(text.split("\n").slice(1)).toEqual([
      "Launch  /home/a-name-of-some-length.yaml",
      expect.stringMatching(/^Launch {2}\/home\/x+…x+\.yaml$/),
      "",
    ]);
  });

  it("is no link, and no text with a slash in it", () => {
    expect([isPath("join_url", LINK), isPath("file", LINK), isPath("topic", "new and/or old"), isPath("file", "two words")]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([isPath("file", "launch.yaml"), isPath("what", PATH), isPath("what", "~/x")]).toEqual([true, true, true]);
  });

  it("never makes a table wider than the terminal, nor cuts another column, however long it is (property)", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 60, max: 120 }), fc.integer({ min: 1, max: 90 }), async (width, length) => {
        const text = await tableOf(width, `/${"p".repeat(length)}`);
        expect(text).toMatch(/^topic.*created {2}applied\nLaunch in spring .*yes {6}12\n/);
        for (const line of text.split("\n").slice(0, 2)) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe("a card", () => {
  it("wraps its texts at words beside their names, and no address", async () => {
    const text = await written({}, 40, (writer) => writer.one({ agenda: "An hour about everything that is new, and for questions", file: PATH }));
    expect(text).toBe(`agenda  An hour about everything that is\n        new, and for questions\nfile    ${PATH}\n`);
  });
});
