import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DEFAULT_SWITCHES, SWITCH_VALUES } from "./switches.ts";

const rows = readFileSync(new URL("../../README.md", import.meta.url), "utf8")
  .split("\n## Switches\n")[1]
  ?.split("\n")
  .filter((line) => line.startsWith("| `"));

test("every switch is in the README with what is known of it; its default comes first, every other value after it", () => {
  expect(rows?.map((row) => /`(\w+)`/.exec(row)?.[1]).sort()).toEqual(Object.keys(SWITCH_VALUES).sort());
  for (const row of rows ?? []) {
    const [name, preset = "", others = "", known = ""] = row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    const values = SWITCH_VALUES[name?.replaceAll("`", "") as keyof typeof SWITCH_VALUES];
    expect(known, name).not.toBe("");
    expect(preset, name).toContain(`\`${DEFAULT_SWITCHES[name?.replaceAll("`", "") as keyof typeof SWITCH_VALUES]}\``);
    if (values === "milliseconds") continue;
    expect(preset, name).toContain(`\`${values[0]}\``);
    for (const value of values.slice(1)) expect(others, name).toContain(`\`${value}\``);
  }
});
