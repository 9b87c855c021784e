import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "./doors.ts";

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

const DECISIONS = join(ROOT, "docs/decisions");
const pages = readdirSync(DECISIONS).filter((name) => /^\d{4}-.*\.md$/.test(name));
const decided = pages.map((name) => readFileSync(join(DECISIONS, name), "utf8")).join("\n");

/** Every package.json of ours, as a path from the root. */
const manifests = [
  "package.json",
  ...["packages", "apps", "tools"].flatMap((top) =>
    readdirSync(join(ROOT, top), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${top}/${entry.name}/package.json`),
  ),
];

/** Packages of others. The types of one are named with it. */
const packagesIn = ({ dependencies, devDependencies, optionalDependencies, peerDependencies }: Manifest): string[] =>
  Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies, ...peerDependencies }).filter(
    (name) => !name.startsWith("@zoom-webinar/") && !name.startsWith("@types/"),
  );

/** The name as a whole: "jose" is not named by "jose-tools" nor by "@x/jose". */
const isNamed = (name: string, text: string): boolean => new RegExp(`(?<![\\w@/.-])${name.replaceAll(".", "\\.")}(?![\\w/-])`).test(text);

const unnamedIn = (manifest: Manifest, text = decided): string[] => packagesIn(manifest).filter((name) => !isNamed(name, text));

describe("the packages that we rely on", () => {
  it.each(manifests)("%s asks for no package without a reason in a decision", (file) => {
    expect(unnamedIn(JSON.parse(readFileSync(join(ROOT, file), "utf8")) as Manifest)).toEqual([]);
  });

  it("are found to be without a reason if no page names them, or only a longer name", () => {
    const text = "We take jose and @xterm/headless; not left-pad-plus, @other/left-pad.";
    const dependencies = { jose: "1", "left-pad": "1", "@zoom-webinar/auth": "1" };
    expect(unnamedIn({ dependencies, devDependencies: { "@xterm/headless": "1", "@types/left-pad": "1", headless: "1" } }, text)).toEqual([
      "left-pad",
      "headless",
    ]);
  });
});

it("every decision is in the list of decisions", () => {
  const list = readFileSync(join(DECISIONS, "README.md"), "utf8");
  expect(pages.filter((name) => !list.includes(`(${name})`))).toEqual([]);
});
