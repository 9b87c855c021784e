import { existsSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../doors.ts";
import { PAGES, readPage } from "./pages.ts";

const CODE = /```.*?```|`[^`\n]*`/gs;
const withoutCode = (text: string) => text.replace(CODE, (code) => code.replace(/[^\n]/g, " "));

/** Anchors as GitHub makes them from headings: lower case, punctuation gone, spaces to hyphens. */
const anchorsOf = (page: string): Set<string> =>
  new Set(
    [
      ...readPage(page)
        .replace(/```.*?```/gs, "")
        .matchAll(/^#{1,6} +(.+)$/gm),
    ].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );

interface Link {
  target: string;
  path: string;
  anchor: string;
}

/** Links to our own files; addresses of the web are not asked for. */
const linksOf = (page: string, text = readPage(page)): Link[] =>
  [...withoutCode(text).matchAll(/!?\[[^\]]*\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = "", anchor = ""] = target.split("#");
      return { target, path: path === "" ? page : normalize(join(dirname(page), path)), anchor };
    });

const faultOf = ({ target, path, anchor }: Link): string | null => {
  if (!existsSync(join(ROOT, path))) return `${target}: there is no ${path}`;
  if (anchor !== "" && path.endsWith(".md") && !anchorsOf(path).has(anchor)) return `${target}: ${path} has no heading for it`;
  return null;
};

const MORE = ["CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"];

describe("links between pages", () => {
  it.each([...PAGES, ...MORE])("%s leads to files and headings that are there", (page) => {
    expect(linksOf(page).map(faultOf).filter(Boolean)).toEqual([]);
  });

  it("every page of docs/ is reached from the README", () => {
    const reached = new Set<string>();
    const queue = ["README.md"];
    for (let page = queue.pop(); page !== undefined; page = queue.pop()) {
      if (reached.has(page)) continue;
      reached.add(page);
      if (!page.endsWith(".md")) continue;
      for (const { path } of linksOf(page)) if (existsSync(join(ROOT, path)) && statSync(join(ROOT, path)).isFile()) queue.push(path);
    }
    expect(PAGES.filter((page) => page.startsWith("docs/") && !reached.has(page))).toEqual([]);
  });

  it("finds a link to no file and to no heading", () => {
    const planted = "[a](docs/no-such-page.md) [b](docs/sign-in.md#no-such-heading) [c](docs/sign-in.md#commands) `[d](docs/code.md)`";
    expect(linksOf("README.md", planted).map(faultOf)).toEqual([
      "docs/no-such-page.md: there is no docs/no-such-page.md",
      "docs/sign-in.md#no-such-heading: docs/sign-in.md has no heading for it",
      null,
    ]);
  });
});
