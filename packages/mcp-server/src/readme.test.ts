import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const at = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

it("the program of the README imports nothing that the page does not say to install, in the version that we use", () => {
  const readme = at("README.md");
  const { dependencies, devDependencies } = JSON.parse(at("package.json")) as Record<"dependencies" | "devDependencies", Record<string, string>>;
  const versions = { ...devDependencies, ...dependencies };
  const installed = /`npm install ([^`]+)`/.exec(readme)?.[1]?.split(" ") ?? [];
  const foreign = [...readme.matchAll(/ from "([^"]+)"/g)].flatMap(([, name = ""]) => (name.startsWith("@zoom-webinar/") ? [] : [name]));
  expect(foreign.length).toBeGreaterThan(0);
  expect([...installed].sort()).toEqual(foreign.map((name) => `${name}@${versions[name]}`).sort());
});
