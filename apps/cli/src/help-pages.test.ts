import { commandOf } from "@zoom-webinar/webinar-core/doors";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { describeField } from "./fields/describe.ts";
import { fieldsOf } from "./fields/fields.ts";
import { toJsonSchema } from "./fields/json-schema.ts";
import { groupsOf } from "./groups.ts";
import { OWN_COMMANDS } from "./own-commands.ts";
import { cliOf } from "./test/run-cli.ts";

/** What a terminal of 80 columns shows of some commands, one below the other. */
const pageOf = async (lines: readonly string[]): Promise<string> => {
  const cli = cliOf({ catalog: manifest });
  const shown: string[] = [];
  for (const line of lines) {
    const { code, stdout, stderr } = await cli(line, { columns: 80 });
    expect([line, code, stderr]).toEqual([line, 0, ""]);
    shown.push(`$ zoom-webinar ${line}\n${stdout}`);
  }
  return shown.join("\n");
};

describe("the help of", () => {
  it("the program and its flags is what was looked at", async () => {
    await expect(await pageOf(["--help", "help flags"])).toMatchFileSnapshot("./test/help/program.txt");
  });

  it.each(groupsOf(manifest).map((group) => [group.name, group] as const))(
    "%s and each of its verbs is what was looked at",
    async (name, { verbs }) => {
      const lines = [`${name} --help`, ...verbs.map((verb) => `${name} ${verb.name} --help`)];
      await expect(await pageOf(lines)).toMatchFileSnapshot(`./test/help/${name}.txt`);
    },
  );

  it.each(Object.keys(OWN_COMMANDS))("%s, a command of the terminal alone, is what was looked at", async (name) => {
    const own = await pageOf([`${name} --help`]);
    const verbs = /\n(?:Verbs|Commands):\n([\s\S]*?)(?:\n\n|$)/.exec(own)?.[1] ?? "";
    const names = [...verbs.matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, verb]) => `${name} ${verb} --help`);
    await expect(names.length === 0 ? own : `${own}\n${await pageOf(names)}`).toMatchFileSnapshot(`./test/help/own-${name}.txt`);
  });

  it.each(["completion --help", "config --help", "help flags", "auth --help", "doctor --help", "skills --help", "mcp --help"])(
    "%s has no line that is wider than a terminal of 80 columns",
    async (line) => {
      const { stdout } = await cliOf({ catalog: manifest })(line, { columns: 80 });
      for (const each of stdout.split("\n")) expect(each.length, each).toBeLessThanOrEqual(80);
    },
  );

  it.each(groupsOf(manifest).map((group) => [group.name, group] as const))(
    "%s has no range, default or remark in technical brackets",
    async (name, { verbs }) => {
      for (const verb of verbs) {
        const { stdout } = await cliOf({ catalog: manifest })(`${name} ${verb.name} --help-all`, { columns: 400 });
        const [, flags = ""] = /\nFlags:\n([\s\S]*?)\nExamples:/.exec(stdout) ?? [];
        expect(flags, `${name} ${verb.name}`).not.toMatch(
          /\[no-\]|\((?:required|default|one of|or )|\bdefault (?:\d|true|false)|(?<![\w.-])\d{1,3}-\d{1,3} (?!months)|\bunset:|unless given/,
        );
      }
    },
  );

  describe("every operation speaks of itself as it is typed here:", () => {
    const flagsOf = (page: string) => new Set([...page.matchAll(/^ {2}(?:-\w, )?(--[\w.-]+)/gm)].map(([, flag]) => flag));
    const pageOfVerb = async (id: string) => {
      const [, flags = ""] =
        /\n(?:Arguments|Flags):\n([\s\S]*?)\n(?:--help-all describes|A flag without a value|Examples:)/.exec(
          (await cliOf({ catalog: manifest })(`${commandOf(id)} --help-all`, { columns: 2_000 })).stdout,
        ) ?? [];
      return flags;
    };

    it.each(manifest.map(({ id }) => id))("%s names only flags that it has, and no field of the schema", async (id) => {
      const operation = await manifest.find((entry) => entry.id === id)?.load();
      const fields = operation === undefined ? [] : fieldsOf(toJsonSchema(operation.input), operation.cli ?? {});
      const page = await pageOfVerb(id);
      const known = new Set([
        ...flagsOf(page),
        ...flagsOf((await cliOf({ catalog: manifest })("help flags", { columns: 2_000 })).stdout),
        "--help-all",
      ]);
      for (const [flag] of page.matchAll(/--[a-z][\w.-]*[\w]/g)) expect(known, page).toContain(flag);
      // The parts of JSON keep their names, also the heads of columns and values, which are quoted or listed.
      const [own = ""] = page.split(/\nJSON of /);
      const said = own.replaceAll(/"[^"\n]*"|One of [^.\n]*|: \[\{.*\}\]/g, "");
      const names = fields.flatMap(({ path }) => path.slice(-1)).filter((name) => name.includes("_"));
      for (const name of names) expect(said).not.toMatch(new RegExp(`(?<![\\w.-])${name}(?![\\w-])`));
      for (const field of fields.filter(({ words }) => Object.keys(words).length > 0))
        expect(describeField(field).replace(/One of [^.]*/, ""), field.flag).not.toMatch(/(?<![\w.,-])-?\d+(?![\w-])/);
    });
  });

  it.each(manifest.map(({ id }) => id))("%s has every flag, at least by its name, also without --help-all", async (id) => {
    const [short = "", all = ""] = await Promise.all(
      ["--help", "--help-all"].map(async (flag) => (await cliOf({ catalog: manifest })(`${commandOf(id)} ${flag}`, { columns: 2_000 })).stdout),
    );
    for (const [, flag = ""] of all.matchAll(/^ {2}(--[a-z][\w-]*)(?: |$)/gm)) expect(short).toMatch(new RegExp(`(?<![\\w-])${flag}(?![\\w-])`));
  });

  it.each(["registrants import", "registrants approve-from", "panelists import"])(
    "%s describes the flags that its answers and the README name",
    async (line) => {
      const { stdout } = await cliOf({ catalog: manifest })(`${line} --help`, { columns: 200 });
      for (const flag of ["--map <values> ", "--results <text> ", "--retry-unknown "]) expect(stdout).toMatch(new RegExp(`^ {2}${flag} +\\w`, "m"));
    },
  );

  it("a command says once that there is more", async () => {
    const { stdout } = await cliOf({ catalog: manifest })("webinars update --help", { columns: 80 });
    expect(stdout.match(/rarely used/g)).toHaveLength(1);
  });
});
