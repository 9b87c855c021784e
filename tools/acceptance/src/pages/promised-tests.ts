/** A test that docs/promises.md names: its file, and the titles of its groups and its own, outermost first. */
export interface PromisedTest {
  file: string;
  titles: readonly string[];
}

/** A line of the page: the path of a file, and titles in quotes. */
const LINE = /^- `([^`]+)`: (.+)$/gm;
/** The first argument of a call, if it is a text: the title of a group or a test. */
const TITLE = /\(\s*(["`])((?:\\.|(?!\1)[^\\])*)\1/g;

export const promisedTests = (page: string): PromisedTest[] =>
  [...page.matchAll(LINE)].flatMap(([, file = "", titles = ""]) =>
    [...titles.matchAll(/"([^"]+)"/g)].map(([, path = ""]) => ({ file, titles: path.split(" > ") })),
  );

/** On the page "…" stands for what a title fills in. */
const matches = (title: string, onPage: string): boolean => {
  const parts = onPage.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`, "s").test(title);
};

/** True if a source has all titles whole, each group before what is in it. */
export const hasTest = (source: string, titles: readonly string[]): boolean => {
  const written = [...source.matchAll(TITLE)].map(([, , title = ""]) => title);
  let from = 0;
  for (const title of titles) {
    // Titles of rows in a table are not written out.
    if (title === "…") continue;
    const at = written.findIndex((one, index) => index >= from && matches(one, title));
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
};

/** The tests of a page that its sources do not have. `read` returns null for a file that does not exist. */
export const missingTests = (page: string, read: (file: string) => string | null): PromisedTest[] =>
  promisedTests(page).filter(({ file, titles }) => !hasTest(read(file) ?? "", titles));
