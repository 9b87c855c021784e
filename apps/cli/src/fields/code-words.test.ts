import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";
import { fieldsOf } from "./fields.ts";
import { toJsonSchema } from "./json-schema.ts";

const run = (...words: string[]) => cliOf({ catalog: manifest, emulator: demoZoom() })(words);

const fileWith = async (name: string, text: string): Promise<string> => {
  const path = join(await mkdtemp(join(tmpdir(), "zw-words-")), name);
  await writeFile(path, text);
  return path;
};

/** Flags of all operations whose values are codes that have words. */
const coded = (
  await Promise.all(
    manifest.map(async (entry) => {
      const operation = await entry.load();
      return fieldsOf(toJsonSchema(operation.input), operation.cli ?? {})
        .filter(({ kind, choices, words }) =>
          choices.length > 0 ? choices.every((choice) => String(choice) in words) : kind === "text" && "1" in words,
        )
        .map((field) => ({ field, command: entry.id.split(".").map((part) => part.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)) }));
    }),
  )
).flat();

describe("a field of codes", () => {
  it("is one of several", () => {
    expect(coded.map(({ field }) => field.flag)).toEqual(expect.arrayContaining(["--weekly-days", "--recurrence.type", "--poll-type"]));
  });

  it.each(coded.map(({ field, command }) => [`${command.join(" ")} ${field.flag}`, field, command] as const))(
    "is refused in words, with the one that was meant: %s",
    async (_, { flag, words }, command) => {
      const [word = ""] = Object.values(words);
      const wrong = `${word.slice(0, -1)}${word.endsWith("x") ? "y" : "x"}`;
      const { code, stderr } = await run(...command, `${flag}=${wrong}`);
      expect([code, stderr]).toEqual([
        2,
        expect.stringContaining(`expected one of ${Object.values(words).join(", ")}, got "${wrong}"; did you mean `),
      ]);
    },
  );
});

const SERIES = [
  "webinars",
  "create-recurring",
  "--host",
  "ada@example.com",
  "--topic",
  "Drills",
  "--start-time",
  "2032-03-02T10:00",
  "--end-times",
  "3",
];

describe("a day of the week", () => {
  it("that is mistyped is answered as short as it was typed", async () => {
    const { stderr } = await run(...SERIES, "--recurrence-type", "weekly", "--weekly-days", "Mon,Tus");
    expect(stderr).toMatch(/^error: --weekly-days: expected one of Sunday, .*, Saturday, got "Tus"; did you mean Tue\?\n/);
  });

  it.each(["Tue,Thu", "3,5", "tuesday, THU"])("is shown by its name before anything is done: %s", async (days) => {
    const { stdout } = await run(...SERIES, "--recurrence-type", "weekly", "--weekly-days", days, "--dry-run");
    expect(stdout).toMatch(/--recurrence-type +weekly\n--weekly-days +Tuesday,Thursday\n/);
  });
});

describe("a file", () => {
  it.each([
    '{type: weekly, weekly_days: "Tue,Thu", end_times: 4}',
    "{type: Weekly, weekly_days: [tue, Thursday], end_times: 4}",
    '{type: 2, weekly_days: "3,5", end_times: 4}',
  ])("of input, and of webinars, takes the words that flags take: %s", async (recurrence) => {
    const input = await fileWith("in.yaml", `recurrence: ${recurrence}\n`);
    const create = ["webinars", "create", "--host", "ada@example.com", "--topic", "Drills", "--start-time", "2032-03-02T10:00", "--dry-run"];
    expect((await run(...create, "--input", input)).stdout).toMatch(/type +weekly\n +weekly_days +Tuesday,Thursday\n/);
    const file = await fileWith(
      "drills.yaml",
      `host: ada@example.com\ntopic: Drills\nstart_time: 2032-03-02T10:00\nsettings: {approval_type: manual}\nrecurrence: ${recurrence}\n`,
    );
    const planned = JSON.parse((await run("webinars", "plan", file, "--json")).stdout).webinars[0].changes as { at: string; to: unknown }[];
    const to = Object.fromEntries(planned.map((change) => [change.at, change.to]));
    expect(to).toMatchObject({ "recurrence.type": "weekly", "recurrence.weekly_days": "Tuesday,Thursday", registration: "manual" });
  });

  it.each([
    ["{type: weeky, end_times: 4}", 'recurrence.type: expected one of daily, weekly, monthly, got "weeky"; did you mean weekly?'],
    ["{type: 7, end_times: 4}", 'recurrence.type: expected one of daily, weekly, monthly, got "7"'],
    ["{type: 2, weekly_days: [Tus], end_times: 4}", 'got "Tus"; did you mean Tue?'],
    ["{type: monthly, monthly_week: frist, monthly_week_day: Mon, end_times: 4}", 'got "frist"; did you mean first?'],
  ])("of webinars is refused in these words, at its place: %s", async (recurrence, fault) => {
    const file = await fileWith("drills.yaml", `topic: Drills\nstart_time: 2032-03-02T10:00\nrecurrence: ${recurrence}\n`);
    expect(await run("webinars", "plan", file)).toMatchObject({ code: 2, stderr: expect.stringMatching(/drills\.yaml:3:\d+: /) });
    expect((await run("webinars", "plan", file)).stderr).toContain(fault);
  });
});
