import { HELD, UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated, HOST, OTHER_HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { exportAttendance } from "../operations/exports/attendance.ts";
import { exportPolls } from "../operations/exports/polls.ts";
import { exportQa } from "../operations/exports/qa.ts";
import { exportRegistrants } from "../operations/exports/registrants.ts";
import { exportSurvey } from "../operations/exports/survey.ts";

const FIRST_MONTHS = { from: "2027-01-01", to: "2027-03-31" };
const FORTNIGHT = { from: "2027-01-01", to: "2027-01-15" };
const HELD_KINDS = [
  ["answers to questions", exportQa],
  ["answers to polls", exportPolls],
  ["answers to surveys", exportSurvey],
  ["attendance", exportAttendance],
] as const;

describe("exports in pages", () => {
  it("give every registrant in every status once, whatever the page's size", async () => {
    const { run } = emulated();
    const { rows: all, complete } = await run(exportRegistrants, { webinar_id: UPCOMING, all: true });
    expect(complete).toBe(true);
    expect(new Set(all.map(({ row_id }) => row_id)).size).toBe(all.length);
    expect(new Set(all.map(({ status }) => status)).size).toBeGreaterThan(1);
    const rows: typeof all = [];
    for (let next_page_token: string | undefined; ; ) {
      const page = await run(exportRegistrants, { webinar_id: UPCOMING, page_size: 1, next_page_token });
      rows.push(...page.rows);
      if (page.next_page_token === null) break;
      next_page_token = page.next_page_token;
    }
    expect(rows).toEqual(all);
  });

  it("tell how many webinars they found, one as one", async () => {
    const { run } = emulated();
    const told = new Set<string>();
    const onProgress = ({ done, message }: { done: number; message?: string }) =>
      void (message?.endsWith(" found") && told.add(`${done} ${message}`));
    for (let day = 1; day <= 15; day += 1) {
      const date = `2027-01-${String(day).padStart(2, "0")}`;
      await run(exportAttendance, { from: date, to: date, all: true }, { onProgress });
    }
    expect([...told]).toEqual(expect.arrayContaining(["0 webinars found", "1 webinar found"]));
    expect([...told]).not.toContain("1 webinars found");
  });

  it.each(HELD_KINDS)("give %s of a webinar, a host and the account, joined to people", async (_kind, op) => {
    const { run } = emulated();
    const { rows } = await run(op, { webinar_id: HELD, all: true });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ registrant_id, email, name }) => registrant_id !== null && email !== null && name !== null)).toBe(true);
    const ofAccount = (await run(op, { ...FORTNIGHT, all: true })).rows;
    expect(ofAccount.filter(({ webinar_id }) => webinar_id === HELD)).toEqual(rows);
    const ofHosts = await Promise.all([OTHER_HOST, HOST].map(async (user_id) => (await run(op, { ...FORTNIGHT, user_id, all: true })).rows));
    expect(ofHosts.flat().length).toBe(ofAccount.length);
  });

  it("read the registrants of the whole account", async () => {
    const { run } = emulated();
    const { rows } = await run(exportRegistrants, { ...FIRST_MONTHS, all: true });
    expect(new Set(rows.map(({ webinar_id }) => webinar_id)).size).toBeGreaterThan(1);
  });

  it.each([...HELD_KINDS, ["registrants", exportRegistrants] as const])(
    "leave out %s of people who were not there for long enough",
    async (_kind, op) => {
      const { run } = emulated();
      const { rows: all } = await run(op, { webinar_id: HELD, all: true });
      const minutesOf = new Map(
        (await run(exportAttendance, { webinar_id: HELD, all: true })).rows.map(({ email, minutes }) => [email, minutes ?? 0]),
      );
      const { rows } = await run(op, { webinar_id: HELD, all: true, attended_from: 20 });
      const stayed = all.filter(({ email }) => (minutesOf.get(email) ?? 0) >= 20);
      expect(rows.map(({ row_id }) => row_id).sort()).toEqual(stayed.map(({ row_id }) => row_id).sort());
      expect(rows.length).toBeGreaterThan(0);
      expect((await run(op, { webinar_id: HELD, all: true, attended_from: 1_000 })).rows).toEqual([]);
    },
  );

  it("leave out who was not there for long enough", async () => {
    const { run } = emulated();
    const { rows } = await run(exportAttendance, { webinar_id: HELD, attended_from: 45, all: true });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ minutes }) => (minutes ?? 0) >= 45)).toBe(true);
    const registered = await run(exportRegistrants, { webinar_id: HELD, attended_from: 45, all: true });
    expect(registered.rows.map(({ email }) => email)).toEqual(["nia@example.com"]);
  });

  it.each([...HELD_KINDS, ["registrants", exportRegistrants] as const])(
    "give %s without names: the same pseudonym each time, and domains",
    async (_kind, op) => {
      const { run } = emulated();
      const named = await run(op, { webinar_id: HELD, all: true });
      const { rows, domains } = await run(op, { webinar_id: HELD, all: true, no_names: true });
      expect(rows.map(({ row_id }) => row_id)).toEqual(named.rows.map(({ row_id }) => row_id));
      const told = named.rows.flatMap(({ name, email, registrant_id }) => [name, email, registrant_id]).filter((word) => word !== null);
      for (const word of told) expect(JSON.stringify(rows)).not.toContain(word);
      expect(rows.some(({ person }) => /^person-[\w-]{22}$/.test(person ?? ""))).toBe(true);
      expect(domains?.find(({ domain }) => domain === "example.com")?.people).toBeGreaterThan(0);
      expect(await run(op, { webinar_id: HELD, all: true, no_names: true })).toEqual({ ...named, rows, domains });
    },
  );
});

describe("exports refuse", () => {
  it.each([
    ["nothing that says which webinars", {}, "from"],
    ["a start without an end", { from: "2027-01-01" }, "to"],
    ["a webinar and a host", { webinar_id: HELD, user_id: HOST }, "user_id"],
    ["what came more than six months ago", { from: "2026-06-01", to: "2026-08-01" }, "from"],
    ["reports of a webinar of more than a year ago", { webinar_id: HELD, from: "2025-12-01", to: "2026-12-01" }, "from"],
    ["an end before its start", { webinar_id: HELD, from: "2027-01-10", to: "2027-01-01" }, "to"],
    ["a cursor without a file", { webinar_id: HELD, cursor: "weekly" }, "cursor"],
    ["a file that is neither CSV nor JSONL", { webinar_id: HELD, file: "rows.xlsx" }, "file"],
    ["a page of a file", { webinar_id: HELD, file: "rows.csv", all: true }, "all"],
    ["a token that is none", { webinar_id: HELD, next_page_token: "x" }, "next_page_token"],
  ])("%s", async (_what, input, field) => {
    const { refusal } = emulated();
    expect(await refusal(exportQa, input)).toMatchObject({ code: "input_invalid", faults: [{ field }], hint: expect.stringMatching(/./) });
  });

  it("a token of another export", async () => {
    const { run, refusal } = emulated();
    const { next_page_token } = await run(exportAttendance, { webinar_id: HELD, page_size: 1 });
    expect(await refusal(exportAttendance, { webinar_id: HELD, page_size: 1, next_page_token, no_names: true })).toMatchObject({
      faults: [{ field: "next_page_token" }],
    });
  });

  it("a host who left, and says how what they held can be had", async () => {
    const { emulator, refusal } = emulated();
    await emulator.controls.removeUser(OTHER_HOST);
    expect(await refusal(exportAttendance, { ...FORTNIGHT, user_id: OTHER_HOST })).toMatchObject({
      code: "not_found",
      hint: expect.stringContaining("webinar_id"),
    });
  });
});
