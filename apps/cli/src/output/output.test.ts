import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allColumns, answerRows, columnsFor, shownColumns } from "./columns.ts";
import { displayWidth } from "./display-width.ts";
import type { FormatContext } from "./formats/format.ts";
import { openText } from "./formats/text.ts";
import { toJson } from "./json.ts";
import { keyValues } from "./key-values.ts";
import { layOut } from "./layout.ts";
import { safeLine, safeText, showValue } from "./safe-text.ts";
import type { Row } from "./shape.ts";
import { aligned, tabbed } from "./table.ts";
import { tally } from "./tally.ts";

const ROWS = [
  { email: "mina@example.com", name: "Mina Muster", n: { deep: 1 }, status: null },
  { email: "li@example.com", name: "李小龙", n: { deep: 22 }, status: "approved" },
];

const cellsOf = (names: readonly string[], rows: readonly Row[]) => ({
  heads: names,
  rows: rows.map((row) => columnsFor(names).map(({ read }) => showValue(read(row)))),
});
const tableOf = (names: readonly string[], rows: readonly Row[], width: number, color = false): Promise<string> => {
  const cells = cellsOf(names, rows);
  return aligned(cells, layOut(cells, width), { color, hasHeads: true, wraps: false, width });
};

describe("tables", () => {
  it("align columns in a terminal, wide characters counted twice", async () => {
    expect(await tableOf(["email", "name", "n.deep", "status"], ROWS, 80)).toMatchInlineSnapshot(`
      "email             name         n.deep  status
      mina@example.com  Mina Muster  1       -
      li@example.com    李小龙       22      approved
      "
    `);
  });

  it("cut the widest cells to the terminal's width, and say so with …", async () => {
    const rows = [{ id: "95312345678", topic: "A very long topic that goes on and on and on" }];
    const text = await tableOf(["id", "topic"], rows, 30);
    for (const line of text.trimEnd().split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(30);
    expect(text).toMatch(/95312345678 {2}A very.*…/);
  });

  it("let opaque ids go first, facts next, and keep names, addresses and numbers that people type on", async () => {
    const rows = [
      { id: "95312345678", email: "a.quite.long.address@example.com", name: "Somebody Long", status: "approved", uuid: "oKSsKr1alHAvQrEB2hfZ4w==" },
    ];
    const names = ["id", "email", "name", "status", "uuid"];
    expect(layOut(cellsOf(names, rows), 120).columns).toEqual([0, 1, 2, 3, 4]);
    expect(layOut(cellsOf(names, rows), 80).columns).toEqual([0, 1, 2, 3]);
    const narrow = await tableOf(names, rows, 62);
    expect(narrow).toContain("a.quite.long.address@example.com");
    expect(narrow).toContain("Somebody Long");
    expect(narrow).not.toContain("approved");
  });

  it("wrap words before a column goes, and give them the room of one that went", () => {
    const rows = [
      { kind: "Key and list of forgotten people", personal: "hashed", job: "an export that is done", stays: "until it is done. ".repeat(9) },
    ];
    const cells = cellsOf(["kind", "personal", "job", "stays"], rows);
    const layout = (width: number, wraps: boolean) => layOut(cells, width, { importance: [0, 1, 3, 2], wraps });
    for (const width of [78, 80, 90, 110, 130]) {
      const { columns, widths } = layout(width, true);
      expect(columns, `${width}`).toContain(3);
      expect(widths[columns.indexOf(3)]).toBeGreaterThanOrEqual(24);
      const used = widths.reduce((sum, each) => sum + each, 0) + 2 * (columns.length - 1);
      expect(used, "all room is used").toBe(width);
    }
    expect(layout(110, true).columns).toEqual([0, 1, 2, 3]);
    expect(layout(72, true).columns).toEqual([0, 1, 3]);
    expect(layout(110, false).columns, "cut words say less than no words").not.toContain(3);
  });

  it("have a column for each question of a webinar's own, if the rows hold the answers", () => {
    const rows = [
      { email: "a@example.com", custom_questions: [{ title: "Company", value: "Fjord" }] },
      { email: "b@example.com", custom_questions: [] },
    ];
    const columns = shownColumns({ columns: ["email"] }, rows);
    expect(columns.map(({ name }) => name)).toEqual(["email", "Company"]);
    expect(rows.map((row) => columns.map(({ read }) => showValue(read(row))))).toEqual([
      ["a@example.com", "Fjord"],
      ["b@example.com", ""],
    ]);
  });

  it("never cut a time or a number: other facts go first, then the rows become lines", async () => {
    const rows = [{ id: "95312345678", topic: "Product tour: what is new", start_time: "Sat 2026-12-05 16:00", type: "recurring" }];
    for (let width = 10; width <= 90; width++) {
      const text = await tableOf(["id", "topic", "start_time", "type"], rows, width);
      expect(text, `${width}`).toContain("95312345678");
      expect(text, `${width}`).toContain("Sat 2026-12-05 16:00");
    }
  });

  it("keep what matters if an operation says what does: times go before figures, figures before names, and no figure is cut", () => {
    const names = ["status", "name", "email", "minutes", "joins", "first_join", "last_leave"];
    const row = {
      status: "attended",
      name: "Mina Muster",
      email: "mina.muster@department.example.com",
      minutes: 45,
      joins: 2,
      first_join: "Sat 2026-12-05 16:00",
      last_leave: "Sat 2026-12-05 16:45",
    };
    const order = ["status", "name", "minutes", "email", "joins"].map((name) => names.indexOf(name));
    const shownAt = (width: number) => {
      const { columns, below } = layOut(cellsOf(names, [row]), width, { importance: order });
      return [...columns.map((at) => names[at]), ...below.map((at) => `(${names[at]})`)];
    };
    expect(Object.fromEntries([160, 120, 80, 60, 50, 40, 24].map((width) => [width, shownAt(width).join(" ")]))).toEqual({
      160: "status name email minutes joins first_join last_leave",
      120: "status name email minutes joins first_join last_leave",
      80: "status name email minutes joins",
      60: "status name minutes joins last_leave (email)",
      50: "status name minutes joins (email)",
      40: "status name minutes joins (email)",
      24: "status name (email)",
    });
    for (let width = 10; width <= 160; width++) {
      const { columns, widths, isTable } = layOut(cellsOf(names, [row]), width, { importance: order });
      expect(columns, `${width}`).toContain(0);
      columns.forEach((at, place) => {
        const name = names[at] ?? "";
        if (isTable && name !== "name" && name !== "email" && columns.length > 1)
          expect(widths[place], `${width} ${name}`).toBeGreaterThanOrEqual(name.length);
      });
    }
  });

  it("become lines below each other if no table fits", async () => {
    const rows = [{ id: "95312345678", topic: "Launch", host_email: "ada@example.com" }];
    expect(await tableOf(["id", "topic", "host_email"], rows, 10)).toBe("id: 95312345678\ntopic: Launch\nhost_email: ada@example.com\n");
  });

  it("colour nothing but the head, and only if asked", async () => {
    const ESC = String.fromCharCode(27);
    expect(await tableOf(["id"], [{ id: 1 }], 80, true)).toContain(`${ESC}[1mid`);
    expect(await tableOf(["id"], [{ id: 1 }], 80)).not.toContain(ESC);
  });

  it("take the first plain fields if an operation names no columns", () => {
    expect(shownColumns({}, ROWS).map(({ name }) => name)).toEqual(["email", "name", "status"]);
    expect(shownColumns({ columns: ["name"] }, ROWS).map(({ name }) => name)).toEqual(["name"]);
  });
});

describe("a field that is called UTC", () => {
  const context = (written: string[], fields: readonly string[] | null): FormatContext => ({
    shape: { list: "dates" },
    fields,
    width: 100,
    isColored: false,
    isRaw: false,
    isFile: false,
    showsEach: false,
    viewing: { zone: undefined, viewerZone: () => "Asia/Tokyo", words: {} },
    leaveOut: () => {},
    now: () => Date.parse("2032-03-01T12:00:00Z"),
    write: async (text) => void written.push(text),
  });
  const held = { timezone: "Europe/Berlin", utc: "2032-03-01T13:30:00Z", local: "2032-03-01T14:30:00", end_utc: "2032-03-01T14:00:00Z" };

  it.each([
    ["rows", null],
    ["rows", ["utc", "local", "end_utc"]],
    ["card", null],
    ["inside", null],
  ] as const)("holds UTC as %s, with fields %j, whatever the zone of the webinar and of the viewer", async (where, fields) => {
    const written: string[] = [];
    const writer = openText(context(written, fields));
    if (where === "rows") await writer.rows([held], {});
    else await writer.one(where === "card" ? held : { starts: held, dates: [held] });
    const screen = written.join("");
    expect(screen).toContain("Mon 2032-03-01 13:30");
    expect(screen).toContain("Mon 2032-03-01 14:30");
    expect(screen).not.toMatch(/utc[^\n]*\(Berlin\)|13:30 Europe|15:00|22:30|utc +Mon 2032-03-01 14:30/);
  });
});

describe("columns of a spreadsheet", () => {
  it("hold every field: shown ones first, objects one level down, titled values by their title", () => {
    const rows = [
      { id: "1", email: "a@example.com", place: { city: "Bonn" }, custom: [{ title: "Company", value: "Fjord & Co" }] },
      { id: "2", custom: [] },
    ];
    const columns = allColumns({ columns: ["email"] }, rows);
    expect(columns.map(({ name }) => name)).toEqual(["email", "id", "place.city", "Company"]);
    expect(columns.find(({ name }) => name === "Company")?.read(rows[0] ?? {})).toBe("Fjord & Co");
  });
});

describe("answers of people", () => {
  const at = { list: "said", question: "q", answer: "a", show: "counts" } as const;
  const people = [
    { name: "Ada", said: [{ q: "Lunch?", a: "Soup" }] },
    { name: "Bo", said: [{ q: "Lunch?", a: "Soup;Salad" }] },
    { name: "Cy", said: [{ q: "Lunch?", a: "" }] },
  ];

  it("are counted by question, most frequent first, with a bar", () => {
    expect(tally(answerRows(people, at), at, 80)).toBe(
      `Lunch?\n  Soup            2  ${"█".repeat(20)}\n  Salad           1  ${"█".repeat(10)}\n  (no answer)     1  ${"█".repeat(10)}\n`,
    );
  });

  it("stay within a narrow terminal", () => {
    for (const line of tally(answerRows(people, at), at, 24).trimEnd().split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(24);
  });
});

describe("text from strangers", () => {
  const UNSAFE = /(?!\n)[\p{Cc}\p{Bidi_Control}]/u;
  const nasty = "A\u001b[31mred\u009b2J\u202etxt\nnext\tcell";
  it("loses control and bidi characters, and line breaks in a cell", () => {
    expect(safeLine(nasty)).toBe("A[31mred2Jtxt next cell");
    expect(safeText(nasty)).toBe("A[31mred2Jtxt\nnext cell");
    expect(tabbed([[showValue(nasty)]])).toBe("A[31mred2Jtxt next cell\n");
    expect(keyValues({ topic: nasty, list: [nasty] })).not.toMatch(UNSAFE);
  });
  it("loses every character that nobody sees: zero-width, tags, fillers, variation selectors (property)", () => {
    const invisible = fc.constantFrom(
      ..."\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a\u2066\u2069\u061c\u180e\ufe0f\u3164\u2800",
      "\u{e0041}",
      "\u{e007f}",
      "\u{e0100}",
    );
    const word = fc.array(fc.oneof(invisible, fc.constantFrom(..."Aé字 -")), { minLength: 1 }).map((parts) => parts.join(""));
    const SEEN = /^[Aé字 -]*$/;
    fc.assert(
      fc.property(word, (text) => {
        expect(safeLine(text)).toMatch(SEEN);
        expect(showValue({ name: text })).toMatch(/^\{"name":"[Aé字 -]*"\}$/);
        expect(JSON.parse(toJson({ name: text }))).toEqual({ name: text });
      }),
      { numRuns: 200, seed: 12 },
    );
  });
  it("is escaped in JSON, and reads back the same", () => {
    const worse = `${nasty}\u200b\u2066\ufeff\u{e0041}`;
    expect(toJson({ topic: worse })).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(JSON.parse(toJson({ topic: worse }))).toEqual({ topic: worse });
  });
});

describe("keyValues", () => {
  it("aligns plain fields, indents objects, marks items, leaves out what is empty", () => {
    const value = {
      id: "1",
      topic: "T",
      empty: null,
      none: [],
      blank: "",
      off: false,
      tags: ["a", "b"],
      settings: { on: true, deep: { n: 0 } },
      parts: [{ a: 1, bb: 2 }, { a: 3 }],
    };
    expect(keyValues(value)).toMatchInlineSnapshot(`
      "id     1
      topic  T
      off    false
      tags   a, b
      settings
        on  true
        deep
          n  0
      parts
        - a   1
          bb  2
        - a  3
      "
    `);
  });

  it("shows nested values on one line in a cell", () => {
    expect(showValue([{ a: 1 }])).toBe('[{"a":1}]');
    expect(showValue(null)).toBe("");
  });
});
