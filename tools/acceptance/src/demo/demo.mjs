#!/usr/bin/env node
// The product's main job, from end to end, on the emulator: a webinar is planned, people register, some are approved after a preview, it is held, and a
// report says who came. Every step prints a line; a failure stops it with exit 1. `--open` opens the report as a page.
import { mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { connect } from "@zoom-webinar/webinar-core";
import { lookAround } from "./look-around.mjs";
import { fail, openFile, openStage, teller } from "./stage.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../../../..");
/** What the demo leaves behind, for the commands that it prints at the end. */
const HOME = resolve(process.env.ZOOM_WEBINAR_DEMO_HOME ?? join(ROOT, ".demo"));
const ZONE = "America/New_York";
const GRACE = { email: "grace@example.com", first_name: "Grace", last_name: "Harbour" };
const ALAN = { email: "alan@example.net", first_name: "Alan", last_name: "Tern" };
const MARY = { email: "mary@example.com", first_name: "Mary", last_name: "Somer" };
const JUAN = { email: "juan@example.com", first_name: "Juan", last_name: "Ejemplo" };

const tell = teller();
const { say, note } = tell;
const started = performance.now();

// Whatever hangs, the demo does not.
setTimeout(() => {
  console.error("\nThe demo did not end in time.");
  process.exit(1);
}, 55_000).unref();

/** Next Tuesday but two at 10:00, as wall time. */
const nextTuesday = () => {
  const day = new Date(Date.now() + 21 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((2 - day.getUTCDay() + 7) % 7));
  return `${day.toISOString().slice(0, 10)}T10:00`;
};

/** Rows of text in columns. */
const table = (rows) => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => String(cell).padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};

const plan = async ({ call }) => {
  const { users } = await call("get_users", {});
  const host = users.find(({ licence }) => licence === "licensed") ?? fail("the demo account has no licensed host");
  const start = nextTuesday();
  const { webinar, starts } = await call("create_webinar", {
    user_id: host.id,
    topic: "Tides, told slowly",
    start_time: start,
    timezone: ZONE,
    duration: 45,
    registration: "manual",
    agenda: "What the moon does to a harbour, and why twice a day.",
  });
  if (starts.local.slice(0, 16) !== start) fail(`asked for ${start} in ${ZONE}, got ${starts.local}`);
  const local = starts.local.replace("T", " ").slice(0, 16);
  say(`Created webinar ${webinar.id} "${webinar.topic}" for ${host.name}: ${local} in ${starts.timezone}, which is ${starts.utc}.`);
  return { webinar };
};

const register = async ({ agree, mails }, webinar_id) => {
  const people = [GRACE, ALAN, MARY, JUAN];
  const { registrants } = await agree("run_write_operation", {
    tool: "add_webinar_registrant_batch",
    arguments: { webinar_id, registrants: people },
  });
  if (registrants.length !== people.length) fail(`${registrants.length} people are registered, not ${people.length}`);
  say(`${people.map(({ first_name }) => first_name).join(", ")} registered; each waits for approval.`);

  const { results } = await agree("approve_webinar_registrants", { webinar_id, registrants: [GRACE.email, ALAN.email, MARY.email] });
  if (results.some(({ outcome }) => outcome !== "done")) fail("the approval was not done");
  say("Three of them are approved, after a preview of whom Zoom would write to.");

  const ours = (await mails()).filter((mail) => String(mail.webinar_id) === webinar_id);
  if (!ours.some(({ to }) => to === GRACE.email)) fail("no mail to an approved person");
  say(`Zoom would have sent ${ours.length} mails; the emulator only notes them:`);
  note(table(ours.map(({ to, kind }) => [to, kind.replaceAll("_", " ")])));
};

/** Forty-five minutes, in as many milliseconds. */
const hold = async ({ control, agree }, webinar_id) => {
  const minutes = (count) => control("/clock", { advance_ms: count * 60_000 });
  const at = (path, body) => control(`/webinars/${webinar_id}/${path}`, body);
  await at("start");
  await minutes(2);
  await at("participants", { email: GRACE.email });
  await at("participants", { email: ALAN.email });
  await minutes(13);
  await at("leave", { email: ALAN.email });
  await at("participants", { name: "Somebody" });
  await minutes(5);
  await at("participants", { email: ALAN.email });
  await at("questions", { email: GRACE.email, question: "Why twice a day?" });
  await minutes(15);
  await at("leave", { name: "Somebody" });
  await minutes(10);
  say("The host opens the webinar, people come and leave; Alan twice, somebody without a sign-up once. 45 minutes pass at once.");
  await agree("update_webinar_status", { webinar_id, action: "end" });
  say("The webinar is ended for everybody.");
};

const report = async ({ call, cli, env }, webinar_id) => {
  const { people, totals } = await call("get_attendance_report", { webinar_id, full: true });
  const rows = people.map(({ status, name, email, minutes, joins }) => [status, name, email || "-", minutes, joins]);
  const mary = people.find(({ email }) => email === MARY.email);
  const alan = people.find(({ email }) => email === ALAN.email);
  if (mary?.status !== "absent") fail("Mary did not come, and the report says otherwise");
  if (alan?.joins !== 2) fail("Alan came twice, and the report says otherwise");
  const { attended, approved, walk_ins, average_minutes, peak_concurrent } = totals;
  say(
    `Who came: ${attended} of ${approved} who were approved, ${walk_ins} without a sign-up; ${average_minutes} minutes on average, ${peak_concurrent} at once.`,
  );
  note(table([["status", "name", "email", "minutes", "joins"], ...rows]));

  const zoom = await connect({ env });
  const read = await zoom.attendance.report({ webinar_id });
  await zoom.close();
  const lines = JSON.parse(await cli("attendance", "report", webinar_id, "--json")).people.length;
  if (read.people.length !== people.length || lines !== people.length) fail("library and CLI see other people");
  say(`Library and CLI see the same ${lines} people.`);

  const page = join(HOME, "who-came.html");
  await cli("attendance", "report", webinar_id, "--html", "--output", page);
  say(`As a page, to read, mail and print: ${relative(process.cwd(), page)}`);
  return page;
};

let stage;
try {
  console.log("Zoom Webinar demo: everything runs on this machine, against an emulator of Zoom. No account, no mail to anybody.\n");
  await rm(HOME, { recursive: true, force: true });
  await mkdir(HOME, { recursive: true, mode: 0o700 });
  stage = await openStage(ROOT, HOME, tell);
  say(`An emulator of Zoom listens at ${stage.url}. An MCP client launched the built server and sees ${(await stage.tools()).length} tools.`);
  const { webinar } = await plan(stage);
  await register(stage, webinar.id);
  await hold(stage, webinar.id);
  const page = await report(stage, webinar.id);
  if (process.argv.includes("--open") && !(await openFile(page))) note("It cannot be opened from here; open it yourself.");
  console.log(
    `\nThat was the whole way, in ${((performance.now() - started) / 1000).toFixed(1)} s: OpenAPI document, client, operation, four doors.`,
  );
  const { packageManager } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  console.log(lookAround({ root: ROOT, home: HOME, webinarId: webinar.id, start: `npx -y ${packageManager} demo` }));
} catch (error) {
  console.error(`\nThe demo failed at step ${tell.step() + 1}: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await stage?.close();
}
