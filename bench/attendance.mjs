#!/usr/bin/env node
// From the bytes of Zoom's replies in memory to the report object, 50,000 joinings and 20,000 registrants, as a ratio to `JSON.parse` of the same bytes: paired
// runs in turns, the median of nine. Then the peak memory of one run, and what ten times the rows cost, each in a process of its own. Needs built packages.
// node bench/attendance.mjs [--check]: with --check it fails above a target.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median, tell } from "./program.mjs";

const SELF = fileURLToPath(import.meta.url);
const ROUNDS = Number(process.env.ROUNDS ?? 9);
const JOININGS = 50_000;
const REGISTRANTS = 20_000;
const PAGE = 300;
const TARGETS = { ratio: 5, megabytes: 400, tenfold: 12 };
/** Without what ten times the rows cost, which takes most of the time. */
const IS_SHORT = process.env.SHORT === "1";
const ID = "95312345678";
const START = Date.parse("2027-02-01T15:00:00Z");

const iso = (second) => new Date(START + second * 1000).toISOString().replace(".000Z", "Z");
const addressOf = (person) => `person${person}@example.com`;
const registrantOf = (person) => `r${String(person).padStart(6, "0")}Qq7Rw2Xc5Vb1Nm`;

/** Every person joins two or three times; a fifth of the joinings are guests' without an e-mail, who are nobody's registrants. */
const joiningOf = (at, people) => {
  const person = (at * 7919) % (people * 1.25);
  const isGuest = person >= people;
  const join = (at * 37) % 3000;
  const duration = 120 + ((at * 53) % 900);
  return {
    id: "",
    user_id: String(16_778_240 + at),
    name: `Person Number ${Math.floor(person)}`,
    user_email: isGuest ? "" : addressOf(person),
    join_time: iso(join),
    leave_time: iso(join + duration),
    duration,
    registrant_id: isGuest ? "" : registrantOf(person),
    failover: false,
    status: "in_meeting",
    internal_user: false,
  };
};

const registrantRow = (person) => ({
  id: registrantOf(person),
  email: addressOf(person),
  first_name: "Person",
  last_name: `Number ${person}`,
  address: "",
  city: "",
  country: "",
  zip: "",
  state: "",
  phone: "",
  industry: "",
  org: "Tidal Works",
  job_title: "",
  purchasing_time_frame: "",
  role_in_purchase_process: "",
  no_of_employees: "",
  comments: "",
  custom_questions: [],
  status: "approved",
  create_time: "2027-01-01T10:00:00Z",
  join_url: `https://zoom.us/w/${ID}?tk=${registrantOf(person)}`,
});

/** The pages of a list as bytes. The token of a page is its number. */
const pagesOf = (key, count, rowAt) =>
  Array.from({ length: Math.ceil(count / PAGE) }, (_, page) =>
    Buffer.from(
      JSON.stringify({
        page_size: PAGE,
        total_records: count,
        next_page_token: (page + 1) * PAGE < count ? String(page + 1) : "",
        [key]: Array.from({ length: Math.min(PAGE, count - page * PAGE) }, (_, at) => rowAt(page * PAGE + at)),
      }),
    ),
  );

/** Zoom's replies about one webinar, so many times as large. */
const repliesOf = (times) => {
  const people = REGISTRANTS * times;
  const instance = { uuid: "4444AAAiAAAAAiAiAiiAii==", start_time: iso(0) };
  const json = (body) => Buffer.from(JSON.stringify(body));
  return {
    joinings: pagesOf("participants", JOININGS * times, (at) => joiningOf(at, people)),
    registrants: pagesOf("registrants", people, registrantRow),
    none: json({ page_size: PAGE, total_records: 0, next_page_token: "", registrants: [] }),
    webinar: json({
      id: Number(ID),
      type: 5,
      topic: "Tides",
      host_email: "ada@example.com",
      timezone: "UTC",
      start_time: iso(0),
      duration: 65,
      settings: { approval_type: 0 },
    }),
    instances: json({ webinars: [instance] }),
    details: json({
      ...instance,
      id: Number(ID),
      topic: "Tides",
      user_email: "ada@example.com",
      end_time: iso(3900),
      duration: 65,
      participants_count: 0,
      total_minutes: 0,
    }),
    panelists: json({ total_records: 0, panelists: [] }),
    empty: json({ questions: [] }),
    survey: json({ survey_answers: [] }),
  };
};

/** Answers at once from memory. */
const sendFrom = (replies) => {
  const replyTo = (url) => {
    const { pathname, searchParams } = new URL(url);
    const page = Number(searchParams.get("next_page_token") ?? 0);
    if (pathname.endsWith("/participants")) return replies.joinings[page];
    if (pathname.endsWith("/registrants")) return searchParams.get("status") === "approved" ? replies.registrants[page] : replies.none;
    if (pathname.endsWith("/instances")) return replies.instances;
    if (pathname.endsWith("/panelists")) return replies.panelists;
    if (pathname.endsWith("/survey")) return replies.survey;
    if (/\/(polls|qa)$/.test(pathname)) return replies.empty;
    if (/\/report\/webinars\/[^/]+$/.test(pathname) || pathname.includes("/past_webinars/")) return replies.details;
    if (pathname.endsWith(`/webinars/${ID}`)) return replies.webinar;
    throw new Error(`asked for ${pathname}`);
  };
  return async ({ url }) => ({ status: 200, headers: {}, text: replyTo(url).toString("utf8") });
};

const openReport = async (replies) => {
  const { createSession } = await import("../packages/webinar-core/dist/doors.js");
  const { reportAttendance } = await import("../packages/webinar-core/dist/operations/attendance/report.js");
  const { runOperation } = await import("../packages/webinar-core/dist/run.js");
  const session = createSession({ credentials: { kind: "access-token", accessToken: "made-up" }, send: sendFrom(replies), pace: false });
  return () => runOperation(reportAttendance, { webinar_id: ID }, session);
};

const parseAll = (replies) => {
  let rows = 0;
  for (const bytes of [...replies.joinings, ...replies.registrants]) {
    const page = JSON.parse(bytes.toString("utf8"));
    rows += (page.participants ?? page.registrants).length;
  }
  return rows;
};

const assertWhole = ({ totals }, times) => {
  if (totals.rows !== JOININGS * times || totals.registered !== REGISTRANTS * times) throw new Error(`not all rows: ${JSON.stringify(totals)}`);
};

/** In a child: makes one report, and tells how long it took and the peak of its memory. */
const runOnce = async (times) => {
  const replies = repliesOf(times);
  const report = await openReport(replies);
  // For whoever compares sizes: what is loaded and compiled once is not a cost of a row.
  if (process.env.WARM !== undefined) await (await openReport(repliesOf(Number(process.env.WARM))))();
  const started = performance.now();
  assertWhole(await report(), times);
  process.stdout.write(JSON.stringify({ ms: performance.now() - started, megabytes: process.resourceUsage().maxRSS / 1024 }));
};

const inChild = (times) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SELF, "run", String(times)], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

const compare = async () => {
  const replies = repliesOf(1);
  const report = await openReport(replies);
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const started = performance.now();
    parseAll(replies);
    const parsed = performance.now();
    assertWhole(await report(), 1);
    // The first round lets the compiler work.
    if (round > 0) rounds.push({ parse: parsed - started, report: performance.now() - parsed });
  }
  return {
    ratio: median(rounds.map(({ parse, report: whole }) => whole / parse)),
    parseMs: median(rounds.map(({ parse }) => parse)),
    reportMs: median(rounds.map(({ report: whole }) => whole)),
  };
};

if (process.argv[2] === "run") await runOnce(Number(process.argv[3]));
else {
  const { ratio, parseMs, reportMs } = await compare();
  const once = inChild(1);
  const tenfold = IS_SHORT ? null : median(Array.from({ length: 3 }, () => inChild(10).ms / inChild(1).ms));
  console.log(
    `${JOININGS} joinings, ${REGISTRANTS} registrants: JSON.parse ${parseMs.toFixed(0)} ms, report ${reportMs.toFixed(0)} ms: ${ratio.toFixed(2)}x (target ${TARGETS.ratio}x, ${ROUNDS} rounds)`,
  );
  console.log(
    `peak memory ${once.megabytes.toFixed(0)} MB (target ${TARGETS.megabytes} MB)${tenfold === null ? "" : `; ten times the rows take ${tenfold.toFixed(1)}x the time (target ${TARGETS.tenfold}x)`}`,
  );
  const name = "Attendance report, 50,000 joinings and 20,000 registrants";
  tell([
    { name: `${name}, from bytes to report`, value: ratio, unit: "x", baseline: "JSON.parse of the same bytes", most: TARGETS.ratio },
    { name: `${name}, peak memory`, value: once.megabytes, unit: "MB", baseline: "none", most: TARGETS.megabytes },
    ...(tenfold === null
      ? []
      : [{ name: "Attendance report, ten times the rows", value: tenfold, unit: "x", baseline: "the time of one tenth", most: TARGETS.tenfold }]),
  ]);
}
