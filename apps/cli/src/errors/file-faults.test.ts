import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { expect, it } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";

it("faults of a file have a line each, in the order of its lines, with our commands in them", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zw-faults-"));
  const text = ["host: ada@example.com", "format: 1", "registrants: []", "topic: Bees", "duratoin: 45", "start_time: 2032-03-01T10:00", "polls: 7"];
  await writeFile(join(folder, "bees.yaml"), `${text.join("\n")}\n`);
  const { code, stderr } = await cliOf({ catalog: manifest, emulator: demoZoom() })(["webinars", "plan", join(folder, "bees.yaml")]);
  const [first, second, third, hint, ...rest] = stderr.replaceAll(`${folder}/`, "").split("\n");
  expect([code, rest]).toEqual([2, [""]]);
  expect(first).toBe(
    "error: bees.yaml:3:1: registrants: registrants are never in a file; zoom-webinar registrants import registers the people of a list",
  );
  expect(second).toBe("       bees.yaml:5:1: duratoin: unknown field, did you mean duration?");
  expect(third).toMatch(/^ {7}bees\.yaml:7:8: polls: expected /);
  expect(hint).toBe("hint: Correct the file; nothing was sent to Zoom.");
});
