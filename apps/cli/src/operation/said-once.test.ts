import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { expect, it } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";

const setUp = () => cliOf({ catalog: manifest, emulator: demoZoom() });

it("what a card says is not said again beside it", async () => {
  const words = ["schedule", 'webinar "Tides" on 2032-03-01 at 10:00', "--host", "ada@example.com", "--dry-run"];
  const { stdout, stderr } = await setUp()(words);
  expect(stdout).toContain("No length was named: 60 minutes.");
  expect(stderr).not.toContain("No length was named");
});

it("changes of a file are in words in a pipe, and in JSON for programs", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zw-said-"));
  const file = join(folder, "bees.yaml");
  await writeFile(file, "host: ada@example.com\nformat: 1\ntopic: Bees\nstart_time: 2032-03-01T10:00\ntimezone: Europe/Berlin\n");
  const { stdout } = await setUp()(["webinars", "plan", file]);
  expect(stdout).toMatch(/\n {4}topic +- +Bees\n/);
  expect(stdout).not.toContain('{"at"');
  expect(JSON.parse((await setUp()(["webinars", "plan", file, "--json"])).stdout).webinars[0].changes).toContainEqual({
    at: "topic",
    from: null,
    to: "Bees",
  });
});

it("a dry run names what follows the preview, and a file that is not there is said to be missing", async () => {
  const dry = await setUp()("webinars clone 82834512568 --start-time 2032-04-12T10:00 --dry-run");
  expect(dry.stdout).toMatch(/\n\nAsked for:\n--start-time {2}2032-04-12T10:00\n/);
  expect((await setUp()("webinars plan nofile.yaml")).stderr).toContain("cannot read the file nofile.yaml: it is not there\n");
});

it("a dry run names the file of a text as it was typed, also in the place of a flag, and never counts its letters", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zw-said-"));
  const [dates, input] = [join(folder, "dates.csv"), join(folder, "input.json")];
  await writeFile(dates, "start_time\n2032-04-12T10:00\n");
  await writeFile(input, JSON.stringify({ dates: "start_time\n2032-04-12T10:00\n" }));
  const askedFor = async (...words: string[]) =>
    /\nAsked for:\n([\s\S]*)$/.exec((await setUp()(["webinars", "clone", "82834512568", ...words, "--dry-run"])).stdout)?.[1];
  expect(await askedFor("--dates", dates)).toBe(`--dates  ${dates}\n`);
  expect(await askedFor("--input", input)).toBe("--dates  the text of --input\n");
});

it("how a webinar is started is said once", async () => {
  const { stdout, stderr } = await setUp()("webinars update-status 82834512568 --action start");
  expect(`${stdout}${stderr}`.split("Zoom lets no program start a webinar")).toHaveLength(2);
});
