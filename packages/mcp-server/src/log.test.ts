import { rememberSecret } from "@zoom-webinar/foundation";
import { describe, expect, it } from "vitest";
import { createLog, describeException } from "./log.ts";

describe("log", () => {
  it.each([
    ["off", []],
    ["error", ["error"]],
    ["info", ["error", "info"]],
    ["debug", ["error", "info", "debug"]],
  ] as const)("at %s writes %j", (level, expected) => {
    const lines: string[] = [];
    const log = createLog(level, (line) => lines.push(line));
    for (const own of ["error", "info", "debug"] as const) log[own]("thing", { count: 1 });
    expect(lines.map((line) => JSON.parse(line).level)).toEqual(expected);
    for (const line of lines) expect(line).not.toContain("\n");
  });

  it("never writes a secret that this process holds, nor one by its shape", () => {
    rememberSecret("canary-secret-value");
    const lines: string[] = [];
    const log = createLog("debug", (line) => lines.push(line));
    const error = new Error("canary-secret-value refused", { cause: new Error("Bearer abcdefghijklmnop") });
    log.error("internal", describeException(error));
    log.info("link", { url: "https://zoom.us/s/1?zak=abc.def" });
    expect(lines.join("\n")).not.toMatch(/canary-secret-value|abcdefghijklmnop|abc\.def/);
    expect(lines[0]).toContain("refused");
  });

  it("cuts long texts and shows no stack", () => {
    const shown = JSON.stringify(describeException(new Error("x".repeat(5_000))));
    expect(shown.length).toBeLessThan(400);
    expect(shown).not.toContain("at ");
  });
});
