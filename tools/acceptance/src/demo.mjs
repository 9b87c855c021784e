#!/usr/bin/env node
// The product's main job, from end to end, on the emulator: an MCP client plans a webinar, people register, one is approved after a preview,
// and CLI and library see the same. Every step prints a line; a failure stops it with exit 1.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { connect } from "@zoom-webinar/webinar-core";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const CLI = join(ROOT, "apps/cli/dist/main.js");
const STDIO = join(ROOT, "apps/mcp-stdio/dist/main.js");
const ZONE = "America/New_York";
const PEOPLE = [
  ["grace@example.com", "Grace", "Harbour"],
  ["alan@example.net", "Alan", "Tern"],
  ["mary@example.com", "Mary", "Somer"],
];

let step = 0;
const say = (text) => {
  step += 1;
  console.log(`${String(step).padStart(2)}. ${text}`);
};
const note = (text) =>
  console.log(
    text
      .split("\n")
      .map((line) => `      ${line}`)
      .join("\n"),
  );
const fail = (what) => {
  throw new Error(what);
};

// Whatever hangs, the demo does not.
setTimeout(() => {
  console.error("\nThe demo did not end in time.");
  process.exit(1);
}, 55_000).unref();

const home = await mkdtemp(join(tmpdir(), "zoom-webinar-demo-"));
const running = [];
try {
  console.log("Zoom Webinar demo: everything runs on this machine, against an emulator of Zoom. No account, no mail to anybody.\n");

  const emulator = spawn(process.execPath, [CLI, "emulator", "--port", "0", "--json"], {
    env: { ...process.env, ZOOM_WEBINAR_HOME: home },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.push(emulator);
  const { url, environment } = await readStart(emulator);
  const env = {
    ...process.env,
    ZOOM_WEBINAR_HOME: home,
    ZOOM_EMULATOR: "",
    ...environment,
  };
  say(`An emulator of Zoom listens at ${url}.`);

  let asked = 0;
  const client = new Client(
    { name: "demo", version: "1.0.0" },
    { capabilities: { elicitation: { form: {} } }, versionNegotiation: { mode: "auto" } },
  );
  client.setRequestHandler("elicitation/create", async ({ params }) => {
    asked += 1;
    console.log(`      The server asks before it acts:`);
    note(
      params.message
        .split("\n")
        .map((line) => `| ${line}`)
        .join("\n"),
    );
    return { action: "accept", content: { confirm: true } };
  });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [STDIO], env, stderr: "inherit" }));
  running.push(client);
  const call = async (name, args) => {
    const result = await client.callTool({ name, arguments: args });
    if (result.isError) fail(`${name}: ${result.content?.[0]?.text ?? "failed"}`);
    return result.structuredContent;
  };
  const { tools } = await client.listTools();
  say(`An MCP client launched the built stdio server and sees ${tools.length} tools.`);

  const { users } = await call("get_users", {});
  const host = users.find(({ licence }) => licence === "licensed") ?? fail("the demo account has no licensed host");
  say(`${host.name} (${host.email}) will host.`);

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
  say(
    `Created webinar ${webinar.id} "${webinar.topic}": ${starts.local.replace("T", " ").slice(0, 16)} in ${starts.timezone}, which is ${starts.utc}.`,
  );

  for (const [email, first_name, last_name] of PEOPLE) {
    const added = await call("add_webinar_registrant", { webinar_id: webinar.id, email, first_name, last_name });
    say(`${first_name} ${last_name} registered: ${added.status}.`);
  }
  const before = asked;
  const approved = await call("approve_webinar_registrants", { webinar_id: webinar.id, registrants: [PEOPLE[0][0]] });
  if (asked === before) fail("the approval ran without asking");
  if (approved.results[0]?.outcome !== "done") fail("the approval was not done");
  say(`${PEOPLE[0][1]} is approved, after a preview of whom Zoom would write to.`);

  const mails = await (await fetch(`${url}/emulator/mails`)).json();
  const ours = (mails.mails ?? mails).filter((mail) => String(mail.webinar_id) === webinar.id);
  if (!ours.some((mail) => mail.to === PEOPLE[0][0])) fail("no mail to the approved person");
  say(`Zoom would have sent ${ours.length === 1 ? "one mail" : `${ours.length} mails`}; the emulator only notes it:`);
  for (const mail of ours) note(`to ${mail.to}: ${mail.kind.replaceAll("_", " ")}`);

  const { stdout } = await promisify(execFile)(process.execPath, [CLI, "registrants", "list", webinar.id, "--status", "pending", "--json"], { env });
  const pending = JSON.parse(stdout).registrants;
  if (pending.length !== 2) fail(`the CLI sees ${pending.length} pending registrants, not 2`);
  say(`The CLI sees the same webinar: ${pending.length} people still wait (zoom-webinar registrants list ${webinar.id} --status pending).`);

  const zoom = await connect({ env });
  const read = await zoom.webinars.get({ webinar_id: webinar.id });
  await zoom.close();
  if (read.topic !== webinar.topic || "start_url" in read) fail("the library sees something else");
  say(`The library reads "${read.topic}", and withholds ${read.redacted?.join(", ") ?? "nothing"}: the host's link is nobody else's business.`);

  console.log(`
That was the whole way: OpenAPI document, client, operation, four doors.

With your own account: make a Server-to-Server OAuth app in the Zoom Marketplace, then
  export ZOOM_ACCOUNT_ID=... ZOOM_CLIENT_ID=... ZOOM_CLIENT_SECRET=...
  node apps/cli/dist/main.js webinars list --user-id you@example.com
Without one, add --emulator to any command. The README has the set-up for Claude, VS Code and Cursor.`);
} catch (error) {
  console.error(`\nThe demo failed at step ${step + 1}: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  for (const part of running.reverse()) await (part.kill ? part.kill() : part.close().catch(() => {}));
  await rm(home, { recursive: true, force: true });
}

/** The emulator prints one JSON document when it listens: its URL and the variables that lead there. */
async function readStart(child) {
  let text = "";
  child.stdout.setEncoding("utf8");
  const gone = once(child, "exit").then(([code]) => fail(`the emulator ended with ${code}`));
  const listening = (async () => {
    for await (const part of child.stdout) {
      text += part;
      if (text.trimEnd().endsWith("\n}")) return JSON.parse(text);
    }
    return fail("the emulator printed no URL");
  })();
  return Promise.race([gone, listening]);
}

/** Next Tuesday but two at 10:00, as wall time. */
function nextTuesday() {
  const day = new Date(Date.now() + 21 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((2 - day.getUTCDay() + 7) % 7));
  return `${day.toISOString().slice(0, 10)}T10:00`;
}
