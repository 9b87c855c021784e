#!/usr/bin/env node
// Peak memory of a process that streams 100,000 registrants through the library, page by page and keeping none, as a ratio to one that streams 3,000.
// Each in a child of its own, in turns; medians over rounds. `--check` fails above the target. Needs built packages.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { startLargeEmulator } from "./large-emulator.mjs";
import { median, tell } from "./program.mjs";

const SELF = fileURLToPath(import.meta.url);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const TARGET = 1.5;
const ALL = 100_000;
const FEW = 3000;

/** In the child: streams so many people and tells how many came and its peak in kilobytes. */
const stream = async (url, webinarId, most) => {
  const { connect } = await import("../packages/webinar-core/dist/index.js");
  const zoom = await connect({
    env: {},
    credentials: { kind: "server-to-server", accountId: "demo", clientId: "demo", clientSecret: "demo" },
    apiBaseUrl: `${url}/v2`,
    oauthBaseUrl: url,
    pace: false,
  });
  let people = 0;
  for (const status of ["approved", "pending", "denied"]) {
    for await (const { registrants } of zoom.registrants.pages({ webinar_id: webinarId, status, page_size: 300 })) {
      people += registrants.length;
      if (people >= most) break;
    }
    if (people >= most) break;
  }
  await zoom.close();
  process.stdout.write(JSON.stringify({ people, kilobytes: process.resourceUsage().maxRSS }));
};

const measure = ({ url, webinarId }, most) =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [SELF, "stream", url, webinarId, String(most)], { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (part) => {
      text += part;
    });
    child.on("error", fail).on("close", (code) => {
      if (code !== 0) return fail(new Error(`the child ended with ${code}`));
      const { people, kilobytes } = JSON.parse(text);
      return people === most ? done(kilobytes / 1024) : fail(new Error(`${people} people instead of ${most}`));
    });
  });

if (process.argv[2] === "stream") {
  const [url, webinarId, most] = process.argv.slice(3);
  await stream(url, webinarId, Number(most));
} else {
  const emulator = await startLargeEmulator();
  try {
    const rounds = [];
    for (let at = 0; at < ROUNDS; at += 1) rounds.push({ few: await measure(emulator, FEW), all: await measure(emulator, ALL) });
    const ratio = median(rounds.map(({ few, all }) => all / few));
    const of = (key) => median(rounds.map((round) => round[key])).toFixed(0);
    console.log(
      `peak memory streaming ${FEW} people ${of("few")} MB, ${ALL} people ${of("all")} MB: ${ratio.toFixed(2)}x (target below ${TARGET}x, ${ROUNDS} rounds)`,
    );
    tell([{ name: "Peak memory of streaming 100,000 people", value: ratio, unit: "x", baseline: "streaming 3,000 people", most: TARGET }]);
  } finally {
    emulator.stop();
  }
}
