import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AttendanceReport, SeriesReport } from "@zoom-webinar/webinar-core";
import type { AxeResults } from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoReport, demoSeries, hostileReport, largeReport, pageOf } from "./test/reports.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let browser: Browser;
let folder: string;
let report: AttendanceReport;
let series: SeriesReport;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "zw-page-"));
  [report, series] = await Promise.all([demoReport(), demoSeries()]);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  page: Page;
  requests: string[];
  complaints: string[];
}

/** Opens a page as a reader does, from a file. */
const withPage = async (html: string, options: BrowserContextOptions, act: (opened: Opened) => Promise<void>): Promise<void> => {
  const file = join(folder, "page.html");
  writeFileSync(file, html);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  try {
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(file).href);
    await act({ page, requests, complaints });
  } finally {
    await context.close();
  }
};

/** Places in the page where text and background have a contrast below 4.5 to 1; axe does not look into drawings. */
const faintTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
    const light = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const paper = getComputedStyle(document.body).backgroundColor;
    return [...document.querySelectorAll<SVGTextElement>("svg text")].flatMap((text) => {
      const box = text.getBoundingClientRect();
      if (box.width === 0) return [];
      const under = [...(text.ownerSVGElement?.querySelectorAll("rect,circle,path.area") ?? [])].filter((shape) => {
        const other = shape.getBoundingClientRect();
        return box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top;
      });
      const fills = under.map((shape) => getComputedStyle(shape).fill).filter((fill) => fill !== "none");
      // A number on its badge overlaps nothing else.
      const grounds = text.classList.contains("poll")
        ? fills.slice(-1)
        : [paper, ...fills.filter((_fill, index) => !under[index]?.matches("circle"))];
      const ink = light(getComputedStyle(text).fill);
      return grounds.flatMap((ground) => {
        const [low, high] = [ink, light(ground)].sort((one, two) => one - two) as [number, number];
        const ratio = (high + 0.05) / (low + 0.05);
        return ratio < 4.5 ? [`${text.textContent} (${text.getAttribute("class")}): ${ratio.toFixed(2)} on ${ground}`] : [];
      });
    });
  });

const pages = (): [string, () => Promise<string>][] => [
  ["report", () => pageOf(report)],
  ["series", () => pageOf(series)],
];

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  it.each([0, 1])("page %i has no serious finding of axe, its numbers opened too", async (index) => {
    const html = await (pages()[index]?.[1] ?? (() => Promise.resolve("")))();
    // axe is not ours: the page's policy would not let it run.
    await withPage(html, { colorScheme, bypassCSP: true }, async ({ page }) => {
      await page.addScriptTag({ content: readFileSync(AXE, "utf8") });
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      const { violations, passes } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
      expect(violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(passes.map(({ id }) => id)).toContain("color-contrast");
      expect(await faintTexts(page)).toEqual([]);
    });
  });
});

describe("without script", () => {
  it("shows the numbers of the JSON, all people, and asks no network", async () => {
    await withPage(await pageOf(report), { javaScriptEnabled: false }, async ({ page, requests }) => {
      const shown = await page
        .locator("data")
        .evaluateAll((all) => all.map((each) => [each.getAttribute("data-of"), each.getAttribute("value")] as const));
      expect(shown.length).toBeGreaterThan(15);
      for (const [path, value] of shown) {
        const known = (path ?? "").split(".").reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], report);
        expect([path, value]).toEqual([path, String(known ?? "")]);
      }
      const rows = await page
        .locator(".people tbody tr")
        .evaluateAll((all) =>
          all.map((row) => [...row.children].filter((cell) => !cell.classList.contains("strip")).map((cell) => cell.firstChild?.textContent ?? "")),
        );
      expect(
        rows.map(([name, , minutes, , , joins, polls, questions, survey, engagement]) => [
          name,
          minutes,
          joins,
          polls,
          questions,
          survey,
          engagement,
        ]),
      ).toEqual(
        report.people.map((person) => [
          person.name,
          person.minutes?.toFixed(1),
          String(person.joins),
          String(person.polls_answered),
          String(person.questions_asked),
          person.survey_answered ? "yes" : "no",
          person.engagement === null ? "–" : String(person.engagement),
        ]),
      );
      const present = await page
        .locator("#curve-h ~ details tbody td:nth-child(2)")
        .evaluateAll((all) => all.map((cell) => Number(cell.textContent)));
      expect(present).toEqual(report.curve.map((point) => point.present));
      const stays = await page.locator("#stay-h ~ details tbody td").evaluateAll((all) => all.map((cell) => Number(cell.textContent)));
      expect(stays.reduce((sum, count) => sum + count, 0)).toBe(report.totals.attendees);
      expect(requests).toHaveLength(1);
    });
  });
});

describe("with script", () => {
  const minutesOf = (page: Page) => page.locator(".people tbody tr").evaluateAll((all) => all.map((row) => Number(row.children[3]?.textContent)));

  it("sorts by a column, the other way, and back", async () => {
    await withPage(await pageOf(report), {}, async ({ page, requests, complaints }) => {
      const given = await minutesOf(page);
      const head = page.getByRole("button", { name: "Minutes" });
      await head.click();
      expect(await minutesOf(page)).toEqual([...given].sort((one, two) => two - one));
      expect(await page.locator("th[aria-sort=descending]").textContent()).toBe("Minutes");
      await head.click();
      expect(await minutesOf(page)).toEqual([...given].sort((one, two) => one - two));
      await head.click();
      expect(await minutesOf(page)).toEqual(given);
      expect([requests.length, complaints]).toEqual([1, []]);
    });
  });

  it("finds people by a part of their name, address or status", async () => {
    await withPage(await pageOf(report), {}, async ({ page }) => {
      await page.getByRole("searchbox").fill("WALK-in");
      expect(await page.locator(".people tbody tr:visible").count()).toBe(report.totals.walk_ins);
      expect(await page.locator("output").textContent()).toBe(`${report.totals.walk_ins} of ${report.people.length}`);
    });
  });

  it("runs nothing of what strangers typed, and shows it as it is", async () => {
    const hostile = hostileReport(report);
    await withPage(await pageOf(hostile), {}, async ({ page, requests }) => {
      await page.getByRole("button", { name: "Name" }).click();
      expect(await page.evaluate(() => Reflect.get(globalThis, "hit"))).toBeUndefined();
      expect(await page.locator("script").count()).toBe(1);
      expect(await page.title()).toContain("<script>globalThis.hit=1</script>");
      const names = await page.locator(".people tbody th").evaluateAll((all) => all.map((cell) => cell.firstChild?.textContent));
      expect(names).toContain(`"><img src=x onerror="globalThis.hit=1">`);
      expect(names).toContain(`مرحبا "عالم" 👩‍💻`);
      expect(requests).toHaveLength(1);
    });
  });

  it("sorts 5,000 people", async () => {
    await withPage(await pageOf(largeReport(report, 5000)), {}, async ({ page }) => {
      await page.getByRole("button", { name: "Engagement" }).click();
      expect(await page.locator(".people tbody tr").count()).toBe(5000);
    });
  });
});

describe("on other media", () => {
  it.each([0, 1])("page %i is not wider than a telephone", async (index) => {
    const html = await (pages()[index]?.[1] ?? (() => Promise.resolve("")))();
    await withPage(html, { viewport: { width: 390, height: 844 } }, async ({ page }) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  });

  it("prints on A4 and Letter, on white also for who reads in the dark, with nothing cut at the side", async () => {
    await withPage(await pageOf(report), { colorScheme: "dark" }, async ({ page }) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
      for (const [format, width] of [
        ["A4", 688],
        ["Letter", 710],
      ] as const) {
        // Inside of the margins, at 96 pixels an inch.
        await page.setViewportSize({ width, height: 900 });
        const over = await page
          .locator("table:visible")
          .evaluateAll((all) => all.filter((table) => table.getBoundingClientRect().right > innerWidth + 1).length);
        expect([format, over]).toEqual([format, 0]);
        expect((await page.pdf({ format })).subarray(0, 5).toString()).toBe("%PDF-");
      }
    });
  });
});
