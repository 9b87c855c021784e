#!/usr/bin/env node
// Makes docs/images/attendance-report.png: the page of the emulator's past webinar, as a browser shows it. Needs Chromium, named in CHROMIUM or at
// its usual place, and the built apps. The picture looks best with the font Inter (Debian's fonts-inter).
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const { chromium } = createRequire(resolve("packages/report-page/package.json"))("playwright-core");
const folder = mkdtempSync(join(tmpdir(), "zw-picture-"));
try {
  const cli = (...args) =>
    execFileSync(process.execPath, ["apps/cli/dist/main.js", ...args, "--emulator"], {
      encoding: "utf8",
      env: { ...process.env, ZOOM_WEBINAR_HOME: folder },
    });
  const { webinars } = JSON.parse(cli("webinars", "list", "--user-id", "ada@example.com", "--json"));
  const { id } = webinars.find(({ topic }) => topic === "The autumn release, live");
  const file = join(folder, "report.html");
  cli("attendance", "report", id, "--html", "--output", file);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 1404 }, colorScheme: "light" });
  await page.goto(pathToFileURL(file).href);
  mkdirSync("docs/images", { recursive: true });
  await page.screenshot({ path: "docs/images/attendance-report.png" });
  await browser.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
