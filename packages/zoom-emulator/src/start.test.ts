import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** Everything that a file loads at once, and what that loads: not what is imported when it is needed. */
const loadedBy = (file: string, found = new Set<string>()): Set<string> => {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, clause = "", target = ""] of readFileSync(file, "utf8").matchAll(/^(?:import|export) ([^;]*?)from "([^"]+)"/gm)) {
    const isOnlyTypes =
      clause.startsWith("type ") ||
      (/^\{[^}]*\} $/.test(clause) &&
        clause
          .slice(1, -2)
          .split(",")
          .every((name) => /^\s*(type .*)?$/s.test(name)));
    if (isOnlyTypes) continue;
    if (target.startsWith(".")) loadedBy(join(dirname(file), target), found);
    else found.add(target);
  }
  return found;
};

test("starting loads neither luxon nor the schema compiler nor the document, and no handler", () => {
  const source = dirname(fileURLToPath(import.meta.url));
  const loaded = [...loadedBy(join(source, "index.ts"))];
  const packages = loaded.filter((name) => !name.startsWith(source) && !name.startsWith("node:"));
  expect(packages.sort()).toEqual(["@zoom-webinar/foundation", "@zoom-webinar/zoom-client/endpoints"]);
  const folders = new Set(loaded.filter((name) => name.startsWith(source)).map((name) => dirname(name).slice(source.length + 1)));
  for (const lazy of ["validate", "webinars", "registrants", "reports", "time"]) expect([...folders]).not.toContain(lazy);
});
