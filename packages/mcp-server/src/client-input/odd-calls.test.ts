import { virtualClock } from "@zoom-webinar/foundation";
import { connectModern, YES } from "@zoom-webinar/testing/connect";
import { createSession } from "@zoom-webinar/webinar-core/doors";
import { createEmulator, DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { expect, it } from "vitest";
import { createServerFactory } from "../server-factory.ts";

const HOST = "ada@example.com";
const ID = "82834512568";
const START = "2027-06-01T10:00:00Z";

/** Calls as models make them: `right` is what the answer says, if it runs or if it is refused. */
const CALLS: readonly (readonly [tool: string, args: Record<string, unknown>, runs: boolean, right: RegExp])[] = [
  ["list_webinars", { userId: HOST }, false, /userId: unknown field, did you mean user_id\?/],
  ["list_webinars", { host: HOST }, false, /host: unknown field, did you mean user_id\?/],
  ["list_webinars", { user_id: ` ${HOST} ` }, true, /Product tour/],
  ["list_webinars", { user_id: HOST, limit: 5 }, false, /limit: unknown field, did you mean page_size\?/],
  ["list_webinars", { user_id: HOST, from: "2027-06-01", to: "2027/06/30" }, false, /to: .*2032-03-01/],
  ["get_webinar", { id: ID }, false, /id: unknown field, did you mean webinar_id\?/],
  ["get_webinar", { webinar_id: "828 3451 2568" }, true, /Product tour/],
  ["get_webinar", { webinar_id: `${ID}\n` }, true, /Product tour/],
  ["get_webinar", { webinar_id: [ID] }, false, /webinar_id: expected string, got a list; write .*82834512568/],
  ["get_webinar", { webinar_id: `#${ID}` }, false, /webinar_id: expected a webinar ID such as/],
  ["create_webinar", { user_id: HOST, topic: "A", start_time: "2027-06-01T10:00:00.000+02:00" }, true, /2027-06-01T08:00:00Z/],
  ["create_webinar", { user_id: HOST, topic: "B", start_time: "2027-06-01 10:00", timezone: "Europe/Berlin" }, true, /2027-06-01T08:00:00Z/],
  ["create_webinar", { user_id: HOST, title: "C", start_time: START }, false, /title: unknown field, did you mean topic\?/],
  ["create_webinar", { user_id: HOST, topic: "D", start_time: START, passcode: "abc" }, false, /passcode: unknown field, did you mean password\?/],
  [
    "create_webinar",
    { user_id: HOST, topic: "E", start_time: START, approval_type: 1 },
    false,
    /approval_type: unknown field, did you mean registration\?/,
  ],
  [
    "create_webinar",
    { user_id: HOST, topic: "F", start_time: START, alternative_hosts: ["grace@example.com", "x@example.com"] },
    false,
    /alternative_hosts: .*write .*grace@example\.com,x@example\.com/,
  ],
  ["create_webinar", { user_id: HOST, topic: "G", start_time: START, settings: '{"host_video":"true"}' }, true, /Created webinar/],
  ["create_webinar", { user_id: HOST, topic: "H", start_time: START, duration: "90 minutes" }, false, /duration: expected number/],
  [
    "create_webinar",
    { user_id: HOST, topic: "I", start_time: START, agenda: null, password: null, settings: null, duration: null },
    true,
    /Created webinar/,
  ],
  ["create_webinar", { user_id: null, topic: null }, false, /user_id: .*topic: /],
  [
    "create_recurring_webinar",
    { user_id: HOST, topic: "J", start_time: START, weekly_days: ["3"], end_times: "2" },
    false,
    /weekly_days: .*write .*3/,
  ],
  [
    "create_recurring_webinar",
    { user_id: HOST, topic: "K", start_time: START, days: "3", count: 2 },
    false,
    /days: unknown field, did you mean weekly_days\?; count: unknown field, did you mean end_times\?/,
  ],
  [
    "add_webinar_registrant",
    { webinar_id: ID, email: "zoe@example.com", firstName: "Zoe" },
    false,
    /firstName: unknown field, did you mean first_name\?/,
  ],
  [
    "add_webinar_registrant",
    { webinar_id: ID, email: "Zoe <zoe@example.com>", first_name: "Zoe" },
    false,
    /email: expected an e-mail address, such as/,
  ],
  ["approve_webinar_registrants", { webinar_id: ID, emails: ["juan@example.com"] }, false, /emails: unknown field, did you mean registrants\?/],
  ["approve_webinar_registrants", { webinar_id: ID, registrants: "juan@example.com" }, true, /1 of 1 approved/],
  ["add_panelists", { webinar_id: ID, panelists: ['{"name":"Zed","email":"zed@example.com"}'] }, true, /1 of 1 invited/],
  [
    "add_panelists",
    { webinar_id: ID, panelists: [{ full_name: "Zoe", email_address: "zoe@example.com" }] },
    false,
    /did you mean name\?.*did you mean email\?/,
  ],
  [
    "create_webinar_poll",
    { webinar_id: ID, title: "T", questions: [{ question: "Tea?", options: ["Y", "N"] }] },
    false,
    /question: unknown field, did you mean name\?.*options: unknown field, did you mean answers\?.*title: unknown field, did you mean poll_title\?/,
  ],
  [
    "update_webinar",
    { webinar_id: ID, settings: { practiceSession: true } },
    false,
    /practiceSession: unknown field, did you mean practice_session\?/,
  ],
  ["update_webinar", { webinar_id: ID, practice_session: "true", duration: "75.0" }, true, /Changed duration, practice session/],
  ["list_webinar_registrants", { webinar_id: ID, status: "Approved" }, false, /status: .*did you mean approved\?/],
  ["list_webinar_registrants", { webinar_id: ID, page_size: 1000 }, false, /page_size: expected at most 300/],
  ["find_operations", { query: "registrants" }, false, /query: unknown field, did you mean words\?/],
  [
    "run_read_operation",
    { operation: "get_webinar_survey", args: {} },
    false,
    /operation: unknown field, did you mean tool\?.*Fields: tool, arguments/,
  ],
  ["run_read_operation", { tool: "webinars.get", arguments: `{"webinar_id":"${ID}"}` }, true, /Product tour/],
  ["delete_webinar", { webinar_id: ID, confirm: "yes" }, false, /confirm: unknown field/],
];

it.each(CALLS)("%s %j is right, or names the field and the way out", async (name, args, runs, right) => {
  const clock = virtualClock(undefined, { autoAdvance: "when-idle" });
  const emulator = createEmulator({ clock, rateLimits: false });
  const session = createSession({ credentials: { ...DEMO_CREDENTIALS, kind: "server-to-server" }, send: emulator.send, safety: "trusted", clock });
  const { client, close } = await connectModern(createServerFactory({ session, version: "1.0.0" }), { answer: YES });
  try {
    const { content, isError = false } = await client.callTool({ name, arguments: args });
    const text = content.map((block) => (block.type === "text" ? block.text : "")).join("\n");
    expect([isError, text]).toEqual([!runs, expect.stringMatching(right)]);
    if (isError) expect(emulator.requests().filter(({ method, path }) => method !== "GET" && path.startsWith("/v2/"))).toEqual([]);
  } finally {
    await close();
  }
});
