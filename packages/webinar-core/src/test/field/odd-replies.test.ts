import { createServer } from "node:http";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { isZoomWebinarError, memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { NOW } from "@zoom-webinar/testing/emulated";
import { undiciSend } from "@zoom-webinar/zoom-client";
import { expect, test } from "vitest";
import type { AnyOperation } from "../../operation/operation.ts";
import { operations } from "../../operations/index.ts";
import { runOperation } from "../../run.ts";
import { createSession } from "../../session/session.ts";

const ID = "95312345678";
const WEBINAR = {
  id: 95312345678,
  uuid: "abc==",
  host_id: "h1",
  topic: "Spring",
  type: 5,
  start_time: "2027-06-01T10:00:00Z",
  duration: 60,
  timezone: "UTC",
};
const person = (more: object = {}) => ({
  id: "r1",
  email: "pat@example.com",
  first_name: "Pat",
  status: "approved",
  create_time: "2027-01-01T10:00:00Z",
  ...more,
});
const row = (more: object = {}) => ({
  id: "p1",
  user_id: "1",
  name: "Pat",
  user_email: "pat@example.com",
  join_time: "2027-01-05T16:00:00Z",
  leave_time: "2027-01-05T16:30:00Z",
  duration: 1800,
  ...more,
});

const GET = ["webinars.get", { webinar_id: ID }] as const;
const WEBINARS = ["webinars.list", { user_id: "ada@example.com" }] as const;
const PEOPLE = ["registrants.list", { webinar_id: ID, full: true }] as const;
const CAME = ["pastWebinars.listParticipants", { webinar_id: ID }] as const;
const USERS = ["users.list", { full: true }] as const;
const PANEL = ["panelists.list", { webinar_id: ID }] as const;
const POLLS = ["polls.list", { webinar_id: ID }] as const;
const QA = ["pastWebinars.listQa", { webinar_id: ID }] as const;
const REMOVE = ["panelists.remove", { webinar_id: ID, panelist_id: "x" }] as const;
const ADD = ["registrants.add", { webinar_id: ID, email: "zoe@example.com", first_name: "Zoe" }] as const;

/** What Zoom answers: a body, or text with a status and headers. */
interface Odd {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  raw?: string;
}

/** What the answer has to hold, or the codes of the error that it may be. */
type Right = readonly string[] | { error: RegExp; says?: RegExp };

type Row = readonly [what: string, asked: readonly [id: string, input: Readonly<Record<string, unknown>>], odd: Odd, right: Right];

const page = (title: string) => `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body>…</body></html>`;

const ODD: readonly Row[] = [
  // fields that are missing, null or empty
  ["a webinar with its id only", GET, { body: { id: 95312345678 } }, [ID]],
  [
    "null for everything else",
    GET,
    { body: { ...WEBINAR, agenda: null, settings: null, occurrences: null, recurrence: null, tracking_fields: null } },
    ["Spring"],
  ],
  [
    "empty texts",
    GET,
    { body: { ...WEBINAR, agenda: "", start_url: "", password: "", settings: { alternative_hosts: "", contact_name: "", email_language: "" } } },
    ["Spring"],
  ],
  ["no topic", WEBINARS, { body: { page_size: 30, webinars: [{ ...WEBINAR, topic: undefined }] } }, [ID]],
  ["no zone", WEBINARS, { body: { webinars: [{ ...WEBINAR, timezone: "" }] } }, ["Spring"]],
  ["a zone that nobody knows", GET, { body: { ...WEBINAR, timezone: "Mars/Olympus" } }, ["Spring"]],
  ["a length of zero", GET, { body: { ...WEBINAR, duration: 0 } }, ["Spring"]],
  ["a list that is null", PEOPLE, { body: { page_size: 30, total_records: 0, registrants: null } }, []],
  ["no list at all, for nobody", PEOPLE, { body: { page_count: 0, page_size: 30, total_records: 0, next_page_token: "" } }, []],
  ["an empty list", USERS, { body: { page_count: 0, total_records: 0, users: [] } }, []],
  ["a null among the rows", PEOPLE, { body: { total_records: 1, registrants: [null, person()] } }, ["pat@example.com"]],
  ["a person without an address", PEOPLE, { body: { registrants: [person({ email: "" })] } }, ["Pat"]],
  ["a person without names", PEOPLE, { body: { registrants: [person({ first_name: null, last_name: "" })] } }, ["pat@example.com"]],
  [
    "an answer without a question",
    PEOPLE,
    {
      body: {
        registrants: [
          person({
            custom_questions: [
              { title: "", value: "Tea" },
              { title: "Why?", value: null },
            ],
          }),
        ],
      },
    },
    ["Tea"],
  ],
  ["a guest without address, id and end", CAME, { body: { participants: [row({ user_email: "", id: "", leave_time: "", duration: 0 })] } }, ["Pat"]],
  ["panelists without links", PANEL, { body: { total_records: 1, panelists: [{ id: "x", name: "Ada", email: "ada@example.com" }] } }, ["Ada"]],
  // types by one step
  [
    "numbers as text",
    WEBINARS,
    { body: { page_size: "30", total_records: "1", webinars: [{ ...WEBINAR, id: ID, type: "5", duration: "60" }] } },
    [ID, "60"],
  ],
  ["text as numbers", PEOPLE, { body: { registrants: [person({ phone: 5551234, zip: 12345, last_name: 7 })] } }, ["5551234", "12345"]],
  ["flags as text", GET, { body: { ...WEBINAR, settings: { host_video: "true", approval_type: "0", practice_session: "1" } } }, ["Spring"]],
  ["an id with a fraction of zero", GET, { raw: JSON.stringify(WEBINAR).replace("95312345678", "95312345678.0") }, [ID]],
  [
    "an id beyond what JSON carries",
    GET,
    { raw: JSON.stringify(WEBINAR).replace("95312345678", "9531234567890123456789") },
    { error: /unexpected_response/ },
  ],
  ["one webinar in place of a list", WEBINARS, { body: { total_records: 1, webinars: WEBINAR } }, ["Spring"]],
  ["weekdays as a list", GET, { body: { ...WEBINAR, type: 9, recurrence: { type: 2, weekly_days: ["3", "5"], end_times: "2" } } }, ["Spring"]],
  [
    "answers of a poll as text",
    POLLS,
    {
      body: {
        total_records: 1,
        polls: [{ id: "q", title: "Tea?", status: "notstart", questions: [{ name: "Tea?", type: "single", answers: "Yes" }] }],
      },
    },
    ["Tea?", "Yes"],
  ],
  // words that are new
  ["a status of a registration that is new", PEOPLE, { body: { registrants: [person({ status: "waitlisted" })] } }, ["waitlisted"]],
  ["a type of webinar that is new", GET, { body: { ...WEBINAR, type: 12 } }, ["Spring"]],
  [
    "a kind of question that is new",
    POLLS,
    { body: { polls: [{ id: "q", title: "T", status: "paused", questions: [{ name: "Draw!", type: "drawing" }] }] } },
    ["Draw!"],
  ],
  ["a status of a guest that is new", CAME, { body: { participants: [row({ status: "in_lobby" })] } }, ["Pat"]],
  ["fields that are new", GET, { body: { ...WEBINAR, licence_tier: "gold", nested: { a: [1] } } }, ["Spring"]],
  // counts that lie
  [
    "too large a total",
    PEOPLE,
    { body: { page_count: 9, total_records: 250, page_size: 30, next_page_token: "", registrants: [person()] } },
    ["pat@example.com"],
  ],
  ["a total of zero over rows", PEOPLE, { body: { page_count: 0, total_records: 0, registrants: [person()] } }, ["pat@example.com"]],
  ["a total below zero", USERS, { body: { total_records: -1, users: [{ id: "u", email: "ada@example.com" }] } }, ["ada@example.com"]],
  // times
  ["a start without zone", GET, { body: { ...WEBINAR, start_time: "2027-06-01T10:00:00" } }, ["2027-06-01T10:00:00Z"]],
  ["a start with fractions", GET, { body: { ...WEBINAR, start_time: "2027-06-01T10:00:00.000Z" } }, ["2027-06-01T10:00"]],
  ["a start with an offset", GET, { body: { ...WEBINAR, start_time: "2027-06-01T12:00:00+02:00" } }, ["2027-06-01T10:00:00Z"]],
  ["an empty start", GET, { body: { ...WEBINAR, start_time: "" } }, ["Spring"]],
  ["a start in words", GET, { body: { ...WEBINAR, start_time: "soon" } }, ["Spring"]],
  ["a day only", CAME, { body: { participants: [row({ join_time: "2027-01-05", leave_time: null })] } }, ["Pat"]],
  // what is no JSON, or the wrong JSON
  [
    "a page with 200",
    GET,
    { headers: { "content-type": "text/html" }, raw: page("Hotel Wi-Fi: sign in") },
    { error: /unexpected_response|zoom_unavailable/, says: /Hotel Wi-Fi/ },
  ],
  ["a page with 502", GET, { status: 502, headers: { "content-type": "text/html" }, raw: page("502 Bad Gateway") }, { error: /zoom_unavailable/ }],
  [
    "a page with 403",
    GET,
    { status: 403, headers: { "content-type": "text/html" }, raw: page("Access denied by Example Proxy") },
    { error: /forbidden|zoom_unavailable|unexpected_response/, says: /Example Proxy/ },
  ],
  [
    "an XML error",
    GET,
    {
      status: 403,
      headers: { "content-type": "application/xml" },
      raw: "<?xml version='1.0'?><Error><Code>AccessDenied</Code><Message>Nope</Message></Error>",
    },
    { error: /forbidden|zoom_unavailable|unexpected_response/ },
  ],
  ["200 and nothing", GET, { raw: "" }, { error: /unexpected_response/ }],
  ["200 and null", GET, { raw: "null" }, { error: /unexpected_response/ }],
  ["200 and a text", GET, { raw: '"ok"' }, { error: /unexpected_response/ }],
  ["JSON that breaks off", PEOPLE, { raw: '{"registrants":[{"id":"r1","email":"pat@ex' }, { error: /unexpected_response/ }],
  ["two objects", GET, { raw: `${JSON.stringify(WEBINAR)}{}` }, { error: /unexpected_response/ }],
  ["JSON called text", GET, { headers: { "content-type": "text/plain" }, raw: JSON.stringify(WEBINAR) }, ["Spring"]],
  // refusals
  [
    "no faults in the list of faults",
    GET,
    { status: 400, body: { code: 300, message: "Validation Failed.", errors: [] } },
    { error: /zoom_rejected/, says: /Validation Failed/ },
  ],
  ["faults as one text", GET, { status: 400, body: { code: 300, message: "Validation Failed.", errors: "start_time" } }, { error: /zoom_rejected/ }],
  ["a code as text", GET, { status: 404, body: { code: "3001", message: "Webinar does not exist: 95312345678." } }, { error: /not_found/ }],
  ["a code without words", GET, { status: 400, body: { code: 3000 } }, { error: /zoom_rejected/ }],
  ["words without a code", GET, { status: 400, body: { message: "Bad thing" } }, { error: /zoom_rejected/, says: /Bad thing/ }],
  ["an OAuth refusal", GET, { status: 400, body: { reason: "Invalid Token!", error: "invalid_grant" } }, { error: /zoom_rejected|auth_failed/ }],
  ["a refusal with 200", GET, { body: { code: 200, message: "Webinar plan is missing." } }, { error: /plan_missing/ }],
  [
    "the missing scope with 400 and 4711",
    GET,
    { status: 400, body: { code: 4711, message: "Invalid access token, does not contain scopes:[webinar:read:webinar:admin]." } },
    { error: /scope_missing/ },
  ],
  ["418", GET, { status: 418, body: { code: 1, message: "teapot" } }, { error: /zoom_rejected|unexpected_response/ }],
  ["408", GET, { status: 408, raw: "" }, { error: /zoom_unavailable|zoom_rejected/ }],
  ["413 of a gateway", ADD, { status: 413, raw: page("413 Request Entity Too Large") }, { error: /zoom_rejected|zoom_unavailable/ }],
  // success without and with a body
  ["204 with a body", REMOVE, { status: 204, raw: '{"status":"ok"}' }, []],
  ["200 for 204", REMOVE, { status: 200, raw: "" }, []],
  ["202 for 204", REMOVE, { status: 202, body: {} }, []],
  ["204 for a read", GET, { status: 204, raw: "" }, { error: /unexpected_response/ }],
  [
    "a write answered by a page",
    ADD,
    { status: 201, headers: { "content-type": "text/html" }, raw: page("Welcome") },
    { error: /unexpected_response|ambiguous/ },
  ],
  ["200 for 201", ADD, { status: 200, body: { id: 95312345678, registrant_id: "r9", join_url: "https://example.com/w/1" } }, ["zoe@example.com"]],
  // elsewhere, later
  [
    "a redirect to a page",
    GET,
    { status: 302, headers: { location: "https://zoom.us/signin" }, raw: "" },
    { error: /unexpected_response|zoom_unavailable|zoom_rejected/ },
  ],
  [
    "a redirect within the API",
    GET,
    { status: 307, headers: { location: "https://api-eu.zoom.us/v2/webinars/1" }, raw: "" },
    { error: /unexpected_response|zoom_unavailable|zoom_rejected/ },
  ],
  ["not modified", GET, { status: 304, raw: "" }, { error: /unexpected_response|zoom_unavailable/ }],
  [
    "a limit of the day, with a time in ISO",
    GET,
    {
      status: 429,
      headers: { "retry-after": "2027-01-16T00:00:00Z", "x-ratelimit-type": "Daily-limit" },
      body: { code: 429, message: "You have reached the maximum daily rate limit for this API." },
    },
    { error: /rate_limited/, says: /2027-01-16/ },
  ],
  [
    "a limit of the day, with a time of HTTP",
    GET,
    {
      status: 429,
      headers: { "retry-after": "Sat, 16 Jan 2027 00:00:00 GMT", "x-ratelimit-type": "Daily-limit" },
      body: { code: 429, message: "You have reached the maximum daily rate limit for this API." },
    },
    { error: /rate_limited/, says: /2027-01-16/ },
  ],
  ["a limit without any header or body", GET, { status: 429, raw: "" }, { error: /rate_limited/ }],
  [
    "a limit that a gateway words",
    GET,
    { status: 429, headers: { "content-type": "text/html", "retry-after": "nonsense" }, raw: page("Too Many Requests") },
    { error: /zoom_unavailable/, says: /Too Many Requests/ },
  ],
  [
    "questions of nobody",
    QA,
    { body: { id: 95312345678, uuid: "abc==", questions: [{ name: "", email: null, question_details: [{ question: "Why?", answer: null }] }] } },
    ["Why?"],
  ],
];

const byId = new Map<string, AnyOperation>(
  Object.values(operations).flatMap((verbs) => Object.values(verbs).map((op): [string, AnyOperation] => [op.id, op])),
);

type Send = NonNullable<Parameters<typeof createSession>[0]>["send"];

const outcomeOf = async ([id, input]: Row[1], send: Send): Promise<unknown> => {
  const op = byId.get(id);
  if (op === undefined) throw new Error(`${id} is no operation`);
  const clock = virtualClock(NOW, { autoAdvance: true });
  const credentials = { kind: "access-token", accessToken: "field" } as const;
  const session = createSession({ credentials, clock, store: memoryStore({ clock }), reveal: "host", safety: "trusted", ...(send ? { send } : {}) });
  return runOperation(op, input, session).catch((error: unknown) => error);
};

const judge = (outcome: unknown, right: Right): void => {
  if (!Array.isArray(right)) {
    const { error, says } = right as Exclude<Right, readonly string[]>;
    expect(isZoomWebinarError(outcome) ? outcome.code : JSON.stringify(outcome)).toMatch(error);
    if (says !== undefined && isZoomWebinarError(outcome))
      expect(`${outcome.message} ${outcome.hint} ${JSON.stringify(outcome.details)}`).toMatch(says);
    return;
  }
  expect(isZoomWebinarError(outcome) ? `${outcome.code}: ${outcome.message}` : outcome instanceof Error ? outcome.stack : "").toBe("");
  for (const text of right) expect(JSON.stringify(outcome)).toContain(text);
};

test.each(ODD)(
  "Zoom answers with %s: it is read, or an error that names it",
  async (_what, asked, { status = 200, headers = {}, body, raw }, right) => {
    const text = raw ?? JSON.stringify(body);
    // What is read beside the answer in question: the webinar itself, no registrant, and the one panelist who is removed.
    const send: Send = async ({ method, url }) => {
      const isAsked = byId.get(asked[0])?.effect === "read" || method !== "GET";
      if (isAsked) return { status, headers, text };
      return {
        status: 200,
        headers: {},
        text: JSON.stringify(
          /\/registrants/.test(url)
            ? { total_records: 0, registrants: [] }
            : { ...WEBINAR, settings: { approval_type: 0 }, panelists: [{ id: "x", name: "Ada", email: "ada@example.com" }] },
        ),
      };
    };
    judge(await outcomeOf(asked, send), right);
  },
);

const PLAIN = JSON.stringify({ ...WEBINAR, topic: "Grüße" });
const OVER_THE_WIRE: readonly (readonly [what: string, headers: Record<string, string>, body: Buffer, right: Right])[] = [
  ["gzip", { "content-encoding": "gzip" }, gzipSync(PLAIN), { error: /unexpected_response/ }],
  ["deflate", { "content-encoding": "deflate" }, deflateSync(PLAIN), { error: /unexpected_response/ }],
  ["Brotli", { "content-encoding": "br" }, brotliCompressSync(PLAIN), { error: /unexpected_response/ }],
  ["a body that is called gzip and is plain text", { "content-encoding": "gzip" }, Buffer.from(PLAIN), ["Grüße"]],
  ["gzip that breaks off", { "content-encoding": "gzip" }, gzipSync(PLAIN).subarray(0, 30), { error: /unexpected_response|zoom_unavailable/ }],
  ["a byte order mark in front", {}, Buffer.from(`\uFEFF${PLAIN}`), ["Grüße"]],
  ["no encoding, by name", { "content-encoding": "identity" }, Buffer.from(PLAIN), ["Grüße"]],
  ["the charset of JSON in capitals", { "content-type": "Application/JSON;CHARSET=UTF-8" }, Buffer.from(PLAIN), ["Grüße"]],
  ["Latin-1, which it names", { "content-type": "application/json; charset=ISO-8859-1" }, Buffer.from(PLAIN, "latin1"), ["Spring", "Gr"].slice(1)],
];

test.each(OVER_THE_WIRE)("Zoom's answer comes as %s", async (_what, headers, body, right) => {
  const server = createServer((_request, reply) => void reply.writeHead(200, { "content-type": "application/json", ...headers }).end(body));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const over = undiciSend();
  try {
    const send: Send = (request) => over({ ...request, url: request.url.replace(/^https:\/\/[^/]+/, `http://127.0.0.1:${port}`) });
    judge(await outcomeOf(GET, send), right);
  } finally {
    await over.close();
    server.close();
  }
});
