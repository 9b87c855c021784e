import { createHash } from "node:crypto";
import type { AttendanceReport, SeriesReport } from "@zoom-webinar/webinar-core";
import { beforeAll, describe, expect, it } from "vitest";
import { renderAttendancePage } from "./index.ts";
import { demoReport, demoSeries, hostileReport, largeReport, pageOf } from "./test/reports.ts";

let report: AttendanceReport;
let series: SeriesReport;
beforeAll(async () => {
  [report, series] = await Promise.all([demoReport(), demoSeries()]);
});

const figuresOf = (html: string): Record<string, string> =>
  Object.fromEntries([...html.matchAll(/<data data-of="([^"]+)" value(?:="([^"]*)")?/g)].map(([, of, value = ""]) => [of, value]));

const render = (answer: unknown, zone: string | null = null) => renderAttendancePage({ answer, zone, layout: undefined, isRaw: false, isFile: true });

describe("the page of a report", () => {
  it("holds the figures of the JSON, whole", async () => {
    const { totals } = report;
    const figures = figuresOf(await pageOf(report));
    const { drop_off, peak_at: _peakAt, ...counts } = totals;
    expect(figures).toMatchObject(
      Object.fromEntries(Object.entries({ ...counts, "drop_off.95": drop_off["95"] }).map(([field, value]) => [`totals.${field}`, String(value)])),
    );
    expect(totals.attendees).toBeGreaterThan(40);
  });

  it("says that a figure is not known, and does not call it 0", async () => {
    const unknown = { ...report, totals: { ...report.totals, show_rate: null, average_minutes: null, attended: null }, complete: false };
    const html = await pageOf(unknown);
    expect(figuresOf(html)).toMatchObject({ "totals.show_rate": "", "totals.average_minutes": "" });
    expect(html).toContain("Not complete yet.");
    expect(html).not.toContain("How many registrants came");
  });

  it("is made of a webinar of which nothing is known", async () => {
    const nothing = Object.fromEntries(Object.keys(report.totals).map((field) => [field, null])) as unknown as AttendanceReport["totals"];
    const html = await pageOf({
      ...report,
      webinar: Object.fromEntries(Object.keys(report.webinar).map((field) => [field, null])),
      sessions: [],
      totals: { ...nothing, drop_off: { "25": null, "50": null, "75": null, "95": null } },
      people: [],
      curve: [],
      marks: [],
      zoom_says: { participants_count: null, total_minutes: null },
    });
    expect(html).toContain("Webinar without a topic");
    expect(html.slice(0, html.indexOf("<script"))).not.toMatch(/NaN|undefined|Invalid|null/);
  });

  it("writes times in the zone that is asked for, else the webinar's, and in UTC if neither is known", async () => {
    expect(await pageOf(report)).toContain("16:00 to 17:01 (Europe/Berlin)");
    expect(await pageOf(report, "America/New_York")).toContain("10:00 to 11:01 (America/New_York)");
    expect(await pageOf({ ...report, webinar: { ...report.webinar, timezone: "Mars/Base" } })).toContain("15:00 to 16:01 (UTC)");
  });

  it("says how many people a filter left out", async () => {
    const html = await pageOf({ ...report, people: report.people.slice(0, 5) });
    expect(html).toContain("5 people listed of 72; the figures are those of all.");
  });

  it("stays below a megabyte with 5,000 people", async () => {
    const html = await pageOf(largeReport(report, 5000));
    expect(html.match(/<tr[ >]/g)?.length).toBeGreaterThan(5000);
    expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
  });

  it("is the same for the same report", async () => expect(await pageOf(report)).toBe(await pageOf(report)));

  it("holds no markup of what strangers typed", async () => {
    const html = await pageOf(hostileReport(report));
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/<img|<!--|<svg onload/);
    expect(html).not.toContain("\u0000");
    expect(html).not.toContain("\u001b");
    expect(html).toContain("&lt;script>globalThis.hit=1&lt;/script>");
    expect(html).toContain("مرحبا");
  });

  it("lets a browser run our script and style only, by their hashes, and load nothing", async () => {
    const html = await pageOf(report);
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "";
    expect(policy).toContain("default-src 'none'");
    for (const [kind, directive] of [
      ["script", "script-src"],
      ["style", "style-src"],
    ]) {
      const text = new RegExp(`<${kind}>([^]*?)</${kind}>`).exec(html)?.[1] ?? "";
      expect(text.length).toBeGreaterThan(100);
      expect(policy).toContain(`${directive} 'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    }
    expect(html).not.toMatch(/ style="|https?:/);
  });
});

describe("the page of a series", () => {
  it("holds the figures of each date, and who came again", async () => {
    const figures = figuresOf(await pageOf(series));
    expect(series.dates.length).toBeGreaterThan(1);
    for (const [index, { totals }] of series.dates.entries()) {
      expect(figures[`dates.${index}.totals.attendees`]).toBe(String(totals.attendees));
      expect(figures[`dates.${index}.totals.show_rate`]).toBe(String(totals.show_rate ?? ""));
    }
    for (const [index, { share }] of series.retention.entries()) expect(figures[`retention.${index}.share`]).toBe(String(share ?? ""));
  });

  it("is that of the comparison, which has no people of each date", async () => {
    const dates = series.dates.map(({ people: _people, ...date }) => date);
    expect(await pageOf({ ...series, dates })).toBe(await pageOf(series));
  });
});

describe("the file", () => {
  it("is called after the webinar and its day in the zone of the page", async () => {
    expect((await render(report)).name).toBe(`attendance_${report.webinar.id}_2026_11_24.html`);
    expect((await render(report, "Pacific/Kiritimati")).name).toContain("2026_11_25");
    expect((await render(series)).name).toBe(`attendance_${series.webinar.id}_dates.html`);
  });

  it("is refused for another answer, and for people without all their fields", async () => {
    await expect(render({ users: [] })).rejects.toMatchObject({ code: "input_invalid", message: expect.stringContaining("attendance report") });
    const part = { ...report, people: report.people.map(({ name, email }) => ({ name, email })) };
    await expect(render(part)).rejects.toMatchObject({ code: "input_invalid", hint: "Do not choose fields." });
  });
});
