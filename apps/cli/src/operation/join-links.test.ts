import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { expect, it } from "vitest";
import * as z from "zod";
import { cliOf, demoZoom } from "../test/run-cli.ts";
import { shapeOf } from "./answer.ts";

const ASKED = { include_join_links: true };
const setUp = () => cliOf({ catalog: manifest, emulator: demoZoom() });

it("every command that takes --include-join-links has them on the screen", async () => {
  const operations = await Promise.all(manifest.map(({ load }) => load()));
  const asking = operations.filter(({ input }) => "include_join_links" in (z.toJSONSchema(input, { io: "input" }).properties ?? {}));
  expect(asking.length).toBeGreaterThan(5);
  for (const operation of asking) {
    const { list, columns, card } = shapeOf(operation, ASKED, new Set(Object.keys(ASKED)));
    const isShown = list === undefined ? card === undefined || card.includes("join_url") : columns?.includes("join_url");
    // An import has a file of results for them, and says so.
    const lines = operation.cli?.lines?.(IMPORT, { ...ASKED, file: "people.csv" }) ?? [];
    expect(isShown === true || lines.join("\n").includes("join links"), operation.id).toBe(true);
    if (lines.length > 0) expect(lines.join("\n"), operation.id).toContain("with the join links that Zoom gave: people.csv.results.csv");
  }
});

const IMPORT = {
  ...{ import_id: "00000000-0000-4000-8000-000000000000", webinar_id: "82834512568", results_file: "people.csv.results.csv" },
  ...{ plan: { rows: 1, duplicates_in_file: 0, columns: [] }, counts: { registered: 1 }, invalid: [], complete: true, stopped: null },
};

it("a link stands below its row if the terminal is narrow, whole, and in a column of its own elsewhere", async () => {
  const screen = await setUp()("registrants list 82834512568 --include-join-links --no-color", { columns: 110 });
  expect(screen.stdout).toMatch(/\nmina@example\.com .*\n {2}join_url {2}https:\/\/zoom\.example\.com\/w\/82834512568\?tk=\S+\notto@example\.com /);
  const piped = await setUp()("panelists list 82834512568 --include-join-links");
  expect(piped.stdout).toMatch(/^name\temail\tid\tjoin_url\nGrace Example\tgrace@example\.com\t\S+\thttps:/);
  expect((await setUp()("panelists list 82834512568")).stdout).toMatch(/^name\temail\tid\n/);
});

it("links of new panelists are shown, too, and columns that somebody names are those", async () => {
  const words = ["panelists", "add", "82834512568", "Po Example <po@example.com>", "--yes", "--include-join-links"];
  expect((await setUp()(words)).stdout).toMatch(/^email\tname\toutcome\tmessage\tjoin_url\npo@example\.com\t.*\thttps:/);
  expect((await setUp()([...words, "--fields", "email"])).stdout).toBe("email\npo@example.com\n");
});
