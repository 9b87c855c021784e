import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { virtualClock } from "@zoom-webinar/foundation";
import { callBody, modernHeaders, sendRaw } from "@zoom-webinar/testing/modern";
import { createEmulator, DEMO_CREDENTIALS, type Emulator } from "@zoom-webinar/zoom-emulator";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OpenedHttp } from "../open-http.ts";
import { openHttpForTest } from "../test/open.ts";

/** Callers by their token; each may do what its scope says. */
const CALLERS = { writer: "webinars:write", chief: "webinars:delete" } as const;

let home = "";
let server: OpenedHttp;
let emulator: Emulator;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "zw-writers-"));
  const hash = (token: string) => createHash("sha256").update(token).digest("hex");
  writeFileSync(
    join(home, "tokens"),
    Object.entries(CALLERS)
      .map(([name, scope]) => `${name} ${hash(`token-${name}`)} ${scope}`)
      .join("\n"),
    { mode: 0o600 },
  );
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

let zoomUrl = "";

/** The full surface has a tool for each operation, the standard one a runner for those that it does not list. */
type Surface = "full" | "standard";
let surfaceNow: Surface = "full";

/** A server on the world that there is. */
const reopen = async (safety: string, surface: Surface, more: readonly string[] = []) => {
  const url = zoomUrl;
  surfaceNow = surface;
  server = await openHttpForTest(["--auth", "bearer", "--tokens", join(home, "tokens"), "--surface", surface, "--safety", safety, ...more], {
    ZOOM_WEBINAR_HOME: mkdtempSync(join(home, "home-")),
    ZOOM_API_BASE_URL: `${url}/v2`,
    ZOOM_OAUTH_BASE_URL: url,
    ZOOM_ACCOUNT_ID: DEMO_CREDENTIALS.accountId,
    ZOOM_CLIENT_ID: DEMO_CREDENTIALS.clientId,
    ZOOM_CLIENT_SECRET: DEMO_CREDENTIALS.clientSecret,
  });
};

/** A world of its own for each call, and a server on it. */
const open = async (safety: string, surface: Surface, more: readonly string[] = []) => {
  emulator = createEmulator({ clock: virtualClock(Date.UTC(2027, 0, 15, 12), { autoAdvance: true }), rateLimits: false });
  zoomUrl = (await emulator.listen({ port: 0 })).url;
  await reopen(safety, surface, more);
  return async () => {
    await server.close();
    await emulator.close();
  };
};

interface Answer {
  status: number;
  /** What the challenge of a 403 asks for. */
  wanted: string;
  error: { code: string; details: { scope?: string; confirm_token?: string } } | null;
}

const call = (caller: keyof typeof CALLERS, tool: string, args: object): Promise<Answer> =>
  surfaceNow === "full" ? send(caller, tool, args) : send(caller, "run_write_operation", { tool, arguments: args });

const send = async (caller: keyof typeof CALLERS, tool: string, args: object): Promise<Answer> => {
  const headers = { ...modernHeaders("tools/call", tool), authorization: `Bearer token-${caller}` };
  const { status, text, headers: answered } = await sendRaw(server.url, { headers, body: callBody(tool, args) });
  const { result } = JSON.parse(text) as { result?: { isError?: boolean; structuredContent: { error: Answer["error"] } } };
  if (status !== 403 && result === undefined) throw new Error(`${tool}: ${text}`);
  return { status, wanted: String(answered["www-authenticate"] ?? ""), error: result?.isError === true ? result.structuredContent.error : null };
};

const isRefusedForScope = ({ status, wanted, error }: Answer): boolean =>
  (status === 403 && wanted.includes("webinars:delete")) || (error?.code === "not_allowed" && error.details.scope === "webinars:delete");

const WEBINAR = "82834512568";
const webinar_id = WEBINAR;
const mina = ["mina@example.com"];
const reminder = { enable: true, type: 1 };

/** What a world has more than the demo's: a series, a form, a poll, a survey. Returns the ids that calls need. */
const furnish = async (): Promise<{ series: string; poll_id: string }> => {
  const made = async (tool: string, args: object) => {
    const answer = await call("chief", tool, args);
    if (answer.error !== null || answer.status !== 200) throw new Error(`${tool}: ${JSON.stringify(answer)}`);
  };
  await made("create_recurring_webinar", {
    user_id: "ada@example.com",
    topic: "Season",
    start_time: "2032-03-01T10:00:00",
    timezone: "Europe/Berlin",
    recurrence_type: 2,
    weekly_days: "2",
    end_times: 5,
  });
  const custom_questions = [{ title: "Diet?", type: "short", required: false }];
  await made("replace_registration_questions", { webinar_id, questions: [{ field_name: "org", required: true }], custom_questions });
  const questions = ["One", "Two"].map((name) => ({ name, type: "single", answers: ["A", "B"] }));
  await made("create_webinar_poll", { webinar_id, poll_title: "Poll", questions });
  await made("set_webinar_survey", { webinar_id, custom_survey: { title: "After", questions } });
  const { webinars } = await emulator.state.snapshot();
  const series = Object.values(webinars).find(({ topic }) => topic === "Season")?.id;
  const poll_id = webinars[WEBINAR]?.polls[0]?.id;
  if (series === undefined || poll_id === undefined) throw new Error("the world is not furnished");
  return { series: String(series), poll_id };
};

type Ids = Awaited<ReturnType<typeof furnish>>;
const one = { name: "One", type: "single", answers: ["A", "B"] };

/** Each takes something away, most of them by tools that mostly do not. */
const LOSSES: readonly (readonly [what: string, tool: string, args: (ids: Ids) => object])[] = [
  ["cancels a registration", "cancel_webinar_registrants", () => ({ webinar_id, registrants: mina })],
  ["cancels a registration by its status", "update_webinar_registrant_status", () => ({ webinar_id, registrants: mina, action: "cancel" })],
  ["denies somebody who was approved", "deny_webinar_registrants", () => ({ webinar_id, registrants: mina })],
  ["denies somebody who was approved, by the status", "update_webinar_registrant_status", () => ({ webinar_id, registrants: mina, action: "deny" })],
  ["cancels registrations from a list", "cancel_registrants_from_file", () => ({ webinar_id, rows: [{ email: mina[0] }] })],
  ["denies people of a list who were approved", "deny_registrants_from_file", () => ({ webinar_id, rows: [{ email: mina[0] }] })],
  ["removes people of a list", "remove_registrants_from_file", () => ({ webinar_id, rows: [{ email: mina[0] }] })],
  ["deletes the webinar", "delete_webinar", () => ({ webinar_id })],
  ["removes all panelists", "remove_all_panelists", () => ({ webinar_id })],
  ["shortens a series", "update_webinar", ({ series }) => ({ webinar_id: series, recurrence: { type: 2, weekly_days: "2", end_times: 1 } })],
  ["switches registration off", "update_webinar", () => ({ webinar_id, settings: { approval_type: 2 } })],
  ["wipes the form", "replace_registration_questions", () => ({ webinar_id, questions: [], custom_questions: [] })],
  ["drops a question of a poll", "replace_webinar_poll", ({ poll_id }) => ({ webinar_id, poll_id, poll_title: "Poll", questions: [one] })],
  ["drops a question of the survey", "set_webinar_survey", () => ({ webinar_id, custom_survey: { title: "After", questions: [one] } })],
  [
    "deletes by files",
    "apply_webinar_files",
    () => ({ files: [{ name: "a.yaml", text: `id: "${WEBINAR}"\nhost: ada@example.com\nformat: 1\npolls: []\n` }] }),
  ],
];

/** Each changes something and takes nothing away. */
const CHANGES: typeof LOSSES = [
  ["renames the webinar", "update_webinar", () => ({ webinar_id, topic: "Other" })],
  ["makes a series longer", "update_webinar", ({ series }) => ({ webinar_id: series, recurrence: { type: 2, weekly_days: "2", end_times: 7 } })],
  ["has reminders written", "update_webinar", () => ({ webinar_id, settings: { attendees_and_panelists_reminder_email_notification: reminder } })],
  ["approves somebody who waits", "approve_webinar_registrants", () => ({ webinar_id, registrants: ["juan@example.com"] })],
  ["denies somebody who waits", "deny_webinar_registrants", () => ({ webinar_id, registrants: ["juan@example.com"] })],
  ["invites a panelist", "add_panelists", () => ({ webinar_id, panelist_emails: ["linus@example.com"] })],
];

/** Clocks of tokens go on while nothing is written. */
const world = async () => {
  const { webinars } = await emulator.state.snapshot();
  return { webinars, mails: await emulator.mailLog() };
};

describe.each([
  ["trusted", "full"],
  ["trusted", "standard"],
  ["confirm", "full"],
] as const)("over HTTP, in %s mode with the %s tools, a caller who may write but not delete", (safety, surface) => {
  let close: () => Promise<void>;
  let ids: Ids;
  beforeEach(async () => {
    close = await open("trusted", surface);
    ids = await furnish();
    if (safety === "trusted") return () => close();
    // The same world, behind a server that asks.
    await server.close();
    await reopen(safety, surface);
    return () => close();
  });

  it.each(LOSSES)("is refused what %s (%s), and nothing changes", async (_what, tool, args) => {
    const before = await world();
    const answer = await call("writer", tool, args(ids));
    expect(isRefusedForScope(answer), JSON.stringify(answer)).toBe(true);
    expect(answer.error?.details ?? {}).not.toHaveProperty("confirm_token");
    expect(await world()).toEqual(before);
  });

  it.each(CHANGES)("may do what %s (%s)", async (_what, tool, args) => {
    const before = await world();
    const answer = await call("writer", tool, args(ids));
    const token = answer.error?.details.confirm_token;
    if (token !== undefined) expect((await call("writer", tool, { ...args(ids), confirm_token: token })).error).toBeNull();
    else expect(answer).toMatchObject({ status: 200, error: null });
    expect(await world()).not.toEqual(before);
  });
});

it.each(LOSSES)("over HTTP, a caller who may delete does what %s (%s): the refusals above are about the scope", async (_what, tool, args) => {
  const close = await open("trusted", "full");
  const ids = await furnish();
  const before = await world();
  const answer = await call("chief", tool, args(ids));
  expect(answer, JSON.stringify(answer)).toMatchObject({ status: 200, error: null });
  expect(await world()).not.toEqual(before);
  await close();
});

it("what a caller has no scope for is in the audit, though nothing ran: by tool and through a runner", async () => {
  const audit = join(home, "audit.jsonl");
  const close = await open("trusted", "standard", ["--audit-file", audit]);
  try {
    expect((await call("writer", "delete_webinar", { webinar_id })).status).toBe(403);
    expect((await send("writer", "delete_webinar", { webinar_id })).status).toBe(403);
    expect((await call("writer", "get_webinar", { webinar_id })).status).toBe(200);
    const lines = readFileSync(audit, "utf8").trimEnd().split("\n");
    const refused = { event: "write", principal: "token:writer", operation: "webinars.delete", outcome: "refused", code: "not_allowed" };
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject(Array(2).fill({ ...refused, targets: { webinar_id: [webinar_id] } }));
  } finally {
    await close();
  }
});
