import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { expect, it } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";

const WEBINAR = "82834512568";
const A_POLL = "QalIoKWLTJehBJ8e1xRrbQ";

it.each([
  [["registrants", "import", "our guests.csv", WEBINAR], "our guests.csv", "<webinar-id> comes first, then <file>."],
  [["panelists", "import", "a.xlsx", "828 3451 2568"], "a.xlsx", "<webinar-id> comes first, then <file>."],
  [["registrants", "approve-from", "a.csv", WEBINAR], "a.csv", "<webinar-id> comes first, then <file>."],
  [["registrants", "approve", "juan@example.com", WEBINAR], "juan@example.com", "<webinar-id> comes first, then <registrants>."],
  [["polls", "get", A_POLL, WEBINAR], A_POLL, "<webinar-id> comes first, then <poll-id>."],
])("%j says that two words are swapped, and looks nothing up", async (words, first, order) => {
  const emulator = demoZoom();
  const { code, stderr } = await cliOf({ catalog: manifest, emulator })([...words, "--no-color"], { columns: 200 });
  expect([code, stderr.replaceAll(/\s+/g, " ")]).toEqual([
    2,
    `error: <webinar-id>: "${first}" and ${words.at(-1)} stand in each other's places hint: Swap them: ${order} Nothing was looked up. `,
  ]);
  expect(emulator.requests()).toEqual([]);
});

it("a file without a webinar is no webinar", async () => {
  const emulator = demoZoom();
  const { code, stderr } = await cliOf({ catalog: manifest, emulator })(["registrants", "import", "guests.csv"], { columns: 200 });
  expect([code, stderr]).toEqual([2, expect.stringContaining('<webinar-id>: "guests.csv" is a file\'s name')]);
  expect(stderr).toContain("Name the webinar first, then the file: <webinar-id> <file>.");
  expect(emulator.requests()).toEqual([]);
});

it("a topic is looked up whatever stands behind it", async () => {
  const cli = cliOf({ catalog: manifest, emulator: demoZoom() });
  const { stderr } = await cli(["registrants", "approve", "Product tour", WEBINAR, "--yes"]);
  expect(stderr).toContain(`Product tour: ${WEBINAR} (Product tour`);
});

it("a person in the webinar's place is named, if the webinar stands behind where nothing more is taken", async () => {
  const emulator = demoZoom();
  const { code, stderr } = await cliOf({ catalog: manifest, emulator })(["registrants", "add", "ada@example.com", WEBINAR], { columns: 200 });
  expect([code, stderr]).toEqual([2, expect.stringContaining("ada@example.com stands in the webinar's place: name the webinar first.")]);
  expect(emulator.requests()).toEqual([]);
});
