import { clockFrom, memoryStore } from "@zoom-webinar/foundation";
import { type AttendanceReport, connect, type ReportPerson, type SeriesReport } from "@zoom-webinar/webinar-core";
import { createEmulator, DEMO_CREDENTIALS, type WorldName } from "@zoom-webinar/zoom-emulator";
import { renderAttendancePage } from "../index.ts";

const MINUTE_MS = 60_000;
/** The worlds are dated from it, so that no page depends on the day of the run. */
const READ_AT = Date.parse("2026-11-28T12:00:00Z");

/** The account of a world, opened as the library opens one. */
const openWorld = (world: WorldName) => {
  const clock = clockFrom(READ_AT);
  return connect({
    send: createEmulator({ world, clock, rateLimits: false }).send,
    credentials: DEMO_CREDENTIALS,
    store: memoryStore({ clock }),
    clock,
  });
};

const idOf = async (zoom: Awaited<ReturnType<typeof openWorld>>, topic: string): Promise<string> => {
  const { users } = await zoom.users.list({});
  for (const { id } of users) {
    const { webinars } = await zoom.webinars.list({ user_id: id ?? "me", type: "scheduled" });
    const found = webinars.find((webinar) => webinar.topic === topic);
    if (found?.id) return found.id;
  }
  throw new Error(`the world has no ${topic}`);
};

/** The demo world's past webinar, reported as the operation reports it. */
export const demoReport = async (): Promise<AttendanceReport> => {
  const zoom = await openWorld("demo");
  const report = await zoom.attendance.report({ webinar_id: await idOf(zoom, "The autumn release, live") });
  await zoom.close();
  return report as AttendanceReport;
};

/** The weekly series of the conference world. */
export const demoSeries = async (): Promise<SeriesReport> => {
  const zoom = await openWorld("conference-series");
  const report = await zoom.attendance.report({ webinar_id: await idOf(zoom, "Example Conference: weekly warm-up"), series: true });
  await zoom.close();
  return report as SeriesReport;
};

/** The page of an answer, as a text. */
export const pageOf = async (answer: unknown, zone: string | null = null): Promise<string> =>
  [...(await renderAttendancePage({ answer, zone, layout: undefined, isRaw: false, isFile: true })).pieces].join("");

const NAMES = ["Anneliese Musterfrau", "Bo Sample", "Christopher Example-Specimen", "Дарья Пример", "王 小明", "Ελένη Δείγμα"];

/** A report with so many people, each as long as people are. */
export const largeReport = (report: AttendanceReport, size: number): AttendanceReport => {
  const [model] = report.people.filter(({ status }) => status === "attended");
  if (model === undefined || report.webinar.start_time === null) throw new Error("the demo report has nobody who attended");
  const startMs = Date.parse(report.webinar.start_time);
  const at = (minutes: number) => new Date(startMs + minutes * MINUTE_MS).toISOString().replace(".000", "");
  const people = Array.from({ length: size }, (_person, index): ReportPerson => {
    const [from, to] = [index % 20, 30 + (index % 31)];
    return {
      ...model,
      name: `${NAMES[index % NAMES.length]} ${index}`,
      email: `${index}.example-address@department.example.com`,
      intervals: [{ from: at(from), to: at(to) }],
      first_join: at(from),
      last_leave: at(to),
      seconds: (to - from) * 60,
      minutes: to - from,
      notes: [],
    };
  });
  return { ...report, people, totals: { ...report.totals, attendees: size, attended: size } };
};

const HOSTILE = [
  `<script>globalThis.hit=1</script>`,
  `"><img src=x onerror="globalThis.hit=1">`,
  `</title></style></script><script>globalThis.hit=1</script>`,
  `'"&<>\u0000\u001b[31m\u202egnp.exe`,
  `</td></tr></table><svg onload=globalThis.hit=1>`,
  `<!--`,
  `{{constructor.constructor('globalThis.hit=1')()}}`,
  `مرحبا "عالم" 👩‍💻`,
] as const;

/** A report in which everything that strangers type is an attempt to get out of the text. */
export const hostileReport = (report: AttendanceReport): AttendanceReport => {
  const text = (index: number) => HOSTILE[index % HOSTILE.length] ?? "";
  return {
    ...report,
    webinar: { ...report.webinar, topic: text(2), host_email: text(1), timezone: text(0) },
    people: report.people.map((person, index) => ({ ...person, name: text(index), email: text(index + 1), notes: [text(index + 2)] })),
    marks: report.marks.map((mark, index) => ({ ...mark, text: text(index) })),
    notes: HOSTILE.map((each) => each),
  };
};
