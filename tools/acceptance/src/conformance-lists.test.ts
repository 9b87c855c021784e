import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const listed = (name: string): string[] => {
  const file = new URL(`../conformance/${name}.yml`, import.meta.url);
  return existsSync(file) ? [...readFileSync(file, "utf8").matchAll(/^ {2}- ([\w-]+)$/gm)].map(([, scenario]) => scenario ?? "") : [];
};

// Which of them pass is for `pnpm test:conformance` to say; that nobody adds one to make it pass, for this.
it("all 37 scenarios of 2026-07-28 are required of the HTTP shell, and of 2025-11-25 all that need no session", () => {
  expect(listed("fixtures-2026-07-28")).toEqual([]);
  const needsSession = ["tools-call-sampling", "tools-call-elicitation", "elicitation-sep1034-defaults", "elicitation-sep1330-enums"];
  const unscored = "json-schema-2020-12";
  expect([...needsSession, "server-sse-multiple-streams", unscored]).toEqual(expect.arrayContaining(listed("fixtures-2025-11-25")));
});

it("the lists of the shipped server only shrink", () => {
  expect(listed("shipped-2026-07-28").length).toBeLessThanOrEqual(39);
  expect(listed("shipped-2025-11-25").length).toBeLessThanOrEqual(24);
});
