import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeWindows1252 } from "./encoding.ts";
import { findHeader, peopleRows } from "./find-header.ts";
import { openTable, tableOfRows } from "./open-table.ts";
import type { RawRow } from "./raw-row.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tables-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
const open = async (content: string | Uint8Array, ending = "csv") => {
  files += 1;
  const path = join(folder, `${files}.${ending}`);
  await writeFile(path, content);
  return openTable(path);
};
const rowsOf = async (rows: AsyncIterable<RawRow>): Promise<RawRow[]> => {
  const all: RawRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
};
const cellsOf = async (content: string | Uint8Array, ending?: string) =>
  (await rowsOf((await open(content, ending)).rows())).map(({ cells }) => cells);
const utf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(text, "utf16le");
  return isBig ? bytes.swap16() : bytes;
};

describe("a table", () => {
  it.each([
    ["commas", "Email,Name\na@example.com,Ann\n"],
    ["semicolons", "Email;Name\na@example.com;Ann\n"],
    ["tabs", "Email\tName\na@example.com\tAnn\n"],
    ["bars", "Email|Name\na@example.com|Ann\n"],
    ["a line that names the separator", "sep=;\r\nEmail;Name\r\na@example.com;Ann\r\n"],
    ["quotes around everything", '"Email","Name"\n"a@example.com","Ann"\n'],
    ["line ends of Windows", "Email,Name\r\na@example.com,Ann\r\n"],
    ["line ends of old Macs", "Email,Name\ra@example.com,Ann\r"],
    ["no line end at its end", "Email,Name\na@example.com,Ann"],
    ["empty lines", "\nEmail,Name\n\n,\na@example.com,Ann\n\n"],
  ])("is read with %s", async (_name, text) => {
    expect(await cellsOf(text)).toEqual([
      ["Email", "Name"],
      ["a@example.com", "Ann"],
    ]);
  });

  it("takes commas in quoted cells for text if semicolons separate, and the other way round", async () => {
    expect(await cellsOf('Email;Name\na@example.com;"Ann, B, C"\n')).toEqual([
      ["Email", "Name"],
      ["a@example.com", "Ann, B, C"],
    ]);
    expect(await cellsOf('Email,Name\na@example.com,"Ann; B; C"\n')).toEqual([
      ["Email", "Name"],
      ["a@example.com", "Ann; B; C"],
    ]);
  });

  it("names the physical line on which each row begins", async () => {
    const text = 'Email,Name\r\na@example.com,"two\r\nlines"\r\n\r\nb@example.com,"one\nmore"\nc@example.com,C\n';
    expect((await rowsOf((await open(text)).rows())).map(({ line }) => line)).toEqual([1, 2, 5, 7]);
  });

  it("reads UTF-8 and UTF-16, with a mark and without, and Windows-1252", async () => {
    const text = "Email,Name\na@example.com,Zoë – “ł”\n";
    const expected = [
      ["Email", "Name"],
      ["a@example.com", "Zoë – “ł”"],
    ];
    expect(await cellsOf(text)).toEqual(expected);
    expect(await cellsOf(`\ufeff${text}`)).toEqual(expected);
    for (const isBig of [false, true]) {
      expect(await cellsOf(utf16(`\ufeff${text}`, isBig))).toEqual(expected);
      expect(await cellsOf(utf16(text, isBig))).toEqual(expected);
    }
    const western = Buffer.concat([Buffer.from("Email,Name\na@example.com,Zo"), Buffer.from([0xeb, 0x80, 0x96, 0x92])]);
    expect(await cellsOf(western)).toEqual([
      ["Email", "Name"],
      ["a@example.com", "Zoë€–’"],
    ]);
  });

  it("reads the bytes 0x80 to 0x9f of Windows-1252 as the characters that they are, on every Node", () => {
    expect(decodeWindows1252(Uint8Array.from([0x80, 0x96, 0x92, 0x8a, 0x9f, 0xe4]))).toBe("€–’ŠŸä");
  });

  it("reads any cells back that were written as CSV", async () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => `x${text.replaceAll("\0", "")}`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(",", ";", "\t", "|"),
        async (rows, delimiter) => {
          const all = [["Email", "Name"], ...rows.map((row) => [...row])];
          const text = all.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter)).join("\n");
          expect(await cellsOf(`${text}\n`)).toEqual(all);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("reads JSON and JSONL, with the line of each object, and answers as Zoom takes them", async () => {
    const json =
      '[\n  {"email": "a@example.com", "first_name": "Ann", "n": [1, {"x": "}"}]},\n\n  {"email": "b@example.com",\n   "custom_questions": [{"title": "Why?", "value": "Because"}]}\n]\n';
    const table = await open(json, "json");
    expect(table.header).toEqual(["email", "first_name", "n", "Why?"]);
    expect((await rowsOf(table.rows())).map(({ line, cells }) => [line, cells[0], cells[3]])).toEqual([
      [2, "a@example.com", ""],
      [4, "b@example.com", "Because"],
    ]);
    const lines = await open('{"email":"a@example.com"}\n\n{"email":"b@example.com"}\n[1]\n', "jsonl");
    expect((await rowsOf(lines.rows())).map(({ line, fault }) => [line, fault])).toEqual([
      [1, null],
      [3, null],
      [4, "is not an object"],
    ]);
  });

  it("has the same digest for the same bytes, and another one for others", async () => {
    const [first, second, third] = [await open("Email\na@example.com\n"), await open("Email\na@example.com\n"), await open("Email\nb@example.com\n")];
    expect(second.digest).toBe(first.digest);
    expect(third.digest).not.toBe(first.digest);
  });

  it("is read in pieces: a cell across two of them, and a character", async () => {
    const filler = "Email,Name\n".padEnd(256 * 1024 - 1, "x").replaceAll("xx", "é");
    const text = `Email,Name\n${`a@example.com,${"é".repeat(90)}\n`.repeat(4_000)}`;
    const rows = await cellsOf(text);
    expect(rows).toHaveLength(4_001);
    expect(new Set(rows.slice(1).map(([, name]) => name))).toEqual(new Set(["é".repeat(90)]));
    expect(filler.length).toBeGreaterThan(0);
  });
});

describe("a plain list", () => {
  const known = { questions: [], fields: ["email", "registrant_id"] } as const;
  const named = { questions: [], fields: ["email", "first_name", "last_name", "name"] } as const;

  it.each([
    ["addresses", "a@example.com\nb@example.com\n", known],
    ["one address", "a@example.com", known],
    ["addresses with empty cells behind them", "a@example.com,,\nb@example.com,,\n", known],
    ["people with names, if names are needed", "Ann Example <a@example.com>\nBo <b@example.com>\n", named],
  ])("of %s needs no column names", async (_what, text, wanted) => {
    const mapped = await findHeader(await open(text, "txt"), [], wanted);
    expect(mapped).toMatchObject({ header: ["email"], columns: [{ kind: "field", field: "email" }], skip: 0 });
    expect((await rowsOf(peopleRows(mapped))).length).toBe(text.trim().split("\n").length);
  });

  it.each([
    ["addresses without the names that are needed", "a@example.com\nb@example.com\n", named],
    ["rows with more in them than an address", "a@example.com,Ann\nb@example.com,Bo\n", known],
    ["words before the first address", "our guests\na@example.com\n", known],
  ])("is not taken for one: %s", async (_what, text, wanted) => {
    await expect(findHeader(await open(text, "txt"), [], wanted)).rejects.toThrow(/begins with a person|no column for the e-mail address/);
  });
});

describe("a header", () => {
  const wanted = { questions: ["Which session?"], fields: ["email", "first_name", "last_name", "name", "org", "registrant_id"] as const };
  const fieldsOf = async (header: string, map: string[] = []) => {
    const { columns } = await findHeader(await open(`${header}\n${header.replaceAll(/[^,;]+/g, "x")}\n`), map, wanted);
    return columns.map((column) => (column.kind === "field" ? column.field : column.kind === "question" ? `? ${column.title}` : null));
  };

  it.each([
    ["English", "Email Address,First Name,Last Name,Company"],
    ["shouting English", "E-MAIL*,FIRST_NAME,LastName,ORGANIZATION"],
    ["German", "E-Mail-Adresse,Vorname,Nachname,Firma"],
    ["French", "Adresse e-mail,Prénom,Nom,Société"],
    ["Spanish", "Correo electrónico,Nombre,Apellidos,Empresa"],
    ["Portuguese", "Endereço de e-mail,Primeiro nome,Sobrenome,Empresa"],
    ["Italian", "Indirizzo email,Nome,Cognome,Azienda"],
    ["Dutch", "E-mailadres,Voornaam,Achternaam,Bedrijf"],
    ["Polish", "Adres e-mail,Imię,Nazwisko,Organizacja"],
    ["Swedish", "E-postadress,Förnamn,Efternamn,Företag"],
    ["Turkish", "E-posta adresi,Adı,Soyadı,Şirket"],
    ["Russian", "Электронная почта,Имя,Фамилия,Компания"],
    ["Japanese", "メールアドレス,名,姓,会社名"],
    ["Chinese", "电子邮件,名字,姓氏,公司"],
    ["Korean", "이메일,이름,성,회사"],
  ])("is understood in %s", async (_language, header) => {
    expect(await fieldsOf(header)).toEqual(["email", "first_name", "last_name", "org"]);
  });

  it("answers a question by its title, and leaves out what nobody knows", async () => {
    expect(await fieldsOf("Email,Name,which session,Shoe size")).toEqual(["email", "name", "? Which session?", null]);
  });

  it("is given by COLUMN=field, which counts before any guess", async () => {
    expect(await fieldsOf("Kontakt,Email,Wer", ["Kontakt=email", "Email=-", "Wer=name"])).toEqual(["email", null, "name"]);
    await expect(fieldsOf("Kontakt,Wer", ["Kontakte=mail"])).rejects.toThrow('there is no column "Kontakte"');
    await expect(fieldsOf("Kontakt,Wer", ["Kontakt=emial"])).rejects.toMatchObject({ hint: 'Did you mean "email"?' });
    await expect(fieldsOf("Email,Mail,Name")).rejects.toThrow('"Email" and "Mail" both look like email');
  });

  it("is found below a summary, as in Zoom's own registration report", async () => {
    const text = "Registration Report\n,\nTopic,Webinar ID\nTides,95312345678\n,\nFirst Name,Last Name,Email\nAnn,B,a@example.com\n";
    const mapped = await findHeader(await open(text), [], wanted);
    expect((await rowsOf(peopleRows(mapped))).map(({ line, cells }) => [line, cells[2]])).toEqual([[7, "a@example.com"]]);
  });

  it.each([
    ["a person instead of names", "a@example.com,Ann\nb@example.com,Ben\n", "begins with a person"],
    ["names that nobody knows", "Kontakt,Wer\nx,y\n", "no column for the e-mail address"],
    ["names and no rows", "Email,Name\n", "no rows"],
  ])("that holds %s is refused", async (_name, text, words) => {
    await expect(open(text).then((table) => findHeader(table, [], wanted))).rejects.toThrow(words);
  });

  it.each(["yaml", "yml"])("is no file of webinars, which is named as such (.%s)", async (ending) => {
    for (const text of ["topic: Tides\nhost: ada@example.com\n", "topic: Tides\nstart_time: 2032-05-03T10:00\n"])
      await expect(open(text, ending)).rejects.toMatchObject({
        message: expect.stringMatching(/\.ya?ml is YAML, not a table of people\.$/),
        hint: "Name a CSV, TSV, JSON or JSONL file; webinars.plan and webinars.apply read files of webinars.",
      });
  });

  it("of rows that came with the call is their own names", async () => {
    const mapped = await findHeader(await tableOfRows([{ Email: "a@example.com" }, { "First Name": "Ben" }]), [], wanted);
    expect(mapped.columns).toMatchObject([{ field: "email" }, { field: "first_name" }]);
  });
});
