import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./doors.ts";

const sources = ["packages", "apps"].flatMap((top) =>
  readdirSync(join(ROOT, top)).flatMap((name) =>
    (existsSync(join(ROOT, top, name, "src")) ? readdirSync(join(ROOT, top, name, "src"), { recursive: true }) : [])
      .map((file) => join(top, name, "src", String(file)))
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts")),
  ),
);

it("every module that writes CSV makes cells safe with the one function for it, and none with a rule of its own", () => {
  const writers = sources.filter((file) => /csv-stringify/.test(readFileSync(join(ROOT, file), "utf8")));
  expect(writers.length).toBeGreaterThan(3);
  for (const file of writers) {
    const text = readFileSync(join(ROOT, file), "utf8");
    expect(text, file).toMatch(/import \{[^}]*\bwithQuote\b[^}]*\} from "@zoom-webinar\/foundation"/);
    expect(text, file).toContain("quoted_match: LINE_BREAK");
    expect(text, file).not.toContain("escape_formulas");
  }
});
