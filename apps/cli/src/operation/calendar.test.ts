import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { createEmulator } from "@zoom-webinar/zoom-emulator";
import { expect, it } from "vitest";
import { cliOf, clockOfCommands } from "../test/run-cli.ts";

/** A series of which one date ahead is called off, beside a conference whose topics are long. */
const setUp = () =>
  cliOf({ catalog: manifest, emulator: createEmulator({ rateLimits: false, clock: clockOfCommands(), world: "conference-series" }) });

it.each([60, 80, 110, 160])("the calendar marks a date that is called off, and says what to check, in %i columns", async (columns) => {
  const { stdout, stderr } = await setUp()("calendar --no-color", { columns });
  const [head = "", ...lines] = stdout.trim().split("\n");
  expect(head).toMatch(/^viewer_start .*topic .*status .*warnings/);
  expect(stderr).toContain("1 called off");
  const off = lines.filter((line) => line.includes("called off"));
  expect(off).toHaveLength(1);
  expect(off[0]).not.toContain("no panelists");
  const toCheck = Number(/(\d+) to\s+check/.exec(stderr)?.[1]);
  expect(toCheck).toBeGreaterThan(1);
  expect(lines.filter((line) => line.includes("no panelists"))).toHaveLength(toCheck);
});
