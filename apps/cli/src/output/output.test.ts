import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayWidth } from "./display-width.ts";
import { toJson } from "./json.ts";
import { keyValues } from "./key-values.ts";
import { safeLine, safeText, showValue } from "./safe-text.ts";
import { aligned, columnsOf, tabbed } from "./table.ts";

const ROWS = [
  { email: "mina@example.com", name: "Mina Muster", n: { deep: 1 }, status: null },
  { email: "li@example.com", name: "李小龙", n: { deep: 22 }, status: "approved" },
];

describe("tables", () => {
  it("aligns columns in a terminal, wide characters counted twice", async () => {
    const text = await aligned(["email", "name", "n.deep", "status"], ROWS, { width: 80, color: false });
    expect(text).toMatchInlineSnapshot(`
      "email             name         n.deep  status
      mina@example.com  Mina Muster  1       -
      li@example.com    李小龙       22      approved
      "
    `);
  });

  it("cuts the widest cells to the terminal's width, and says so with …", async () => {
    const rows = [{ id: "95312345678", topic: "A very long topic that goes on and on and on" }];
    const text = await aligned(["id", "topic"], rows, { width: 30, color: false });
    for (const line of text.trimEnd().split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(30);
    expect(text).toMatch(/95312345678 {2}A very.*…/);
  });

  it("colours nothing but the head, and only where asked", async () => {
    const ESC = String.fromCharCode(27);
    expect(await aligned(["id"], [{ id: 1 }], { width: 80, color: true })).toContain(`${ESC}[1mid`);
    expect(await aligned(["id"], [{ id: 1 }], { width: 80, color: false })).not.toContain(ESC);
  });

  it("separates by tabs elsewhere, nothing cut", () => {
    expect(tabbed(["email", "n.deep", "missing"], ROWS)).toBe("email\tn.deep\tmissing\nmina@example.com\t1\t\nli@example.com\t22\t\n");
  });

  it("takes the first plain fields where an operation names no columns", () => {
    expect(columnsOf(undefined, ROWS)).toEqual(["email", "name", "status"]);
    expect(columnsOf(["name"], ROWS)).toEqual(["name"]);
  });
});

describe("text from strangers", () => {
  const UNSAFE = /(?!\n)[\p{Cc}\p{Bidi_Control}]/u;
  const nasty = "A\u001b[31mred\u009b2J\u202etxt\nnext\tcell";
  it("T1 loses control and bidi characters, and line breaks in a cell", () => {
    expect(safeLine(nasty)).toBe("A[31mred2Jtxt next cell");
    expect(safeText(nasty)).toBe("A[31mred2Jtxt\nnext cell");
    expect(tabbed(["topic"], [{ topic: nasty }])).toBe("topic\nA[31mred2Jtxt next cell\n");
    expect(keyValues({ topic: nasty, list: [nasty] })).not.toMatch(UNSAFE);
  });
  it("T1 loses every character that nobody sees: zero-width, tags, fillers, variation selectors (property)", () => {
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
  it("T1 is escaped in JSON, and reads back the same", () => {
    expect(toJson({ topic: nasty })).not.toMatch(/\p{Cc}/u);
    expect(JSON.parse(toJson({ topic: nasty }))).toEqual({ topic: nasty });
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
