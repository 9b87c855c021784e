import { once } from "node:events";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { virtualClock } from "@zoom-webinar/foundation";
import { expect, test } from "vitest";
import { createEmulator } from "../../create.ts";
import type { Emulator } from "../../emulator.ts";
import type { EmulatorOptions } from "../../options.ts";

/** What stands in Zoom before a program asks. */
interface World {
  emulator: Emulator;
  token: string;
  /** A webinar with sign-up, and one person on it. */
  single: string;
  /** A weekly series of three dates; people sign up for dates. */
  series: string;
  dates: readonly string[];
  registrant: string;
  poll: string;
  /** The id and UUID of a webinar that was held; the UUID begins with "/". */
  past: string;
  pastUuid: string;
}

interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads the fields it expects; a wrong one fails the assertion
  body: any;
}

interface RawRequest {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  /** Bytes as they are sent. */
  body?: string;
}

/** One request as a program sends it, byte for byte, and what Zoom makes of it. */
type Program = readonly [
  what: string,
  request: (world: World) => RawRequest,
  status: number,
  check?: (answer: RawAnswer, world: World, again: (request: RawRequest) => Promise<RawAnswer>) => unknown,
];

const HOST = "grace@example.com";
const JSON_TYPE = { "content-type": "application/json" };
const json = (method: string, path: string, body: unknown, headers: Record<string, string> = JSON_TYPE): RawRequest => ({
  method,
  path,
  headers,
  body: JSON.stringify(body),
});
const create = (body: unknown): RawRequest => json("POST", `/v2/users/${HOST}/webinars`, body);
const code = (expected: number) => (answer: RawAnswer) => expect(answer.body.code).toBe(expected);
const has = (fields: Record<string, unknown>) => (answer: RawAnswer) => expect(answer.body).toMatchObject(fields);

const PROGRAMS: readonly Program[] = [
  // signing in
  [
    "curl -X POST with the account in the query and no body",
    () => ({
      method: "POST",
      path: "/oauth/token?grant_type=account_credentials&account_id=demo-account",
      headers: { authorization: `Basic ${btoa("demo-client:demo-secret")}`, "content-length": "0" },
    }),
    200,
    has({ token_type: "bearer", expires_in: 3600 }),
  ],
  [
    "a form body with a charset, and Basic in capitals",
    () => ({
      method: "POST",
      path: "/oauth/token",
      headers: {
        authorization: `BASIC ${btoa("demo-client:demo-secret")}`,
        "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
      },
      body: "grant_type=account_credentials&account_id=demo-account",
    }),
    200,
  ],
  [
    "a JWT app's own token, as before 2023",
    () => ({ path: "/v2/users", headers: { authorization: "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJrIn0.c2ln" } }),
    401,
    code(124),
  ],
  ["no token at all", () => ({ path: "/v2/users", headers: { authorization: "" } }), 401, code(124)],
  ["the scheme in small letters", ({ token }) => ({ path: "/v2/users/me", headers: { authorization: `bearer ${token}` } }), 200],
  ["the header of Zoom's own boilerplate", () => ({ path: "/v2/users/me", headers: { "user-agent": "Zoom-api-Jwt-Request" } }), 200],
  ["version 1 of the API", () => ({ method: "POST", path: "/v1/webinar/list?api_key=k&api_secret=s&host_id=h" }), 404, code(2300)],
  // reading lists
  ["page numbers", () => ({ path: `/v2/users/${HOST}/webinars?page_size=300&page_number=1` }), 200, has({ page_number: 1, page_size: 300 })],
  ["an empty page token", () => ({ path: `/v2/users/${HOST}/webinars?page_size=30&next_page_token=` }), 200, has({ next_page_token: "" })],
  ["an address with %40", () => ({ path: "/v2/users/grace%40example.com/webinars" }), 200],
  ["an address with %2B that nobody has", () => ({ path: "/v2/users/grace%2Bzoom%40example.com/webinars" }), 404, code(1001)],
  ["me, type=scheduled", () => ({ path: "/v2/users/me/webinars?type=scheduled" }), 200],
  [
    "a slash at the end of a list",
    () => ({ path: "/v2/users/?page_size=300&status=active" }),
    200,
    ({ body }) => expect(body.users.length).toBeGreaterThan(1),
  ],
  [
    "a slash at the end of one thing",
    ({ single }) => ({ path: `/v2/webinars/${single}/` }),
    200,
    ({ body }, { single }) => expect(String(body.id)).toBe(single),
  ],
  ["JSON announced for a request without a body", ({ single }) => ({ path: `/v2/webinars/${single}`, headers: JSON_TYPE }), 200],
  ["a GET with an empty object as body", ({ single }) => json("GET", `/v2/webinars/${single}`, {}), 200],
  [
    "any type accepted",
    ({ single }) => ({ path: `/v2/webinars/${single}`, headers: { accept: "text/html, */*;q=0.8", "accept-encoding": "gzip, deflate, br" } }),
    200,
  ],
  ["parameters that Zoom does not know", () => ({ path: "/v2/users?foo=bar&access=1&_=1700000000" }), 200],
  ["a page size of zero", () => ({ path: "/v2/users?page_size=0" }), 200, has({ page_size: 30 })],
  ["a page size of a thousand", () => ({ path: "/v2/users?page_size=1000" }), 200],
  ["a page size in words", () => ({ path: "/v2/users?page_size=all" }), 200, has({ page_size: 30 })],
  ["a page size twice", () => ({ path: "/v2/users?page_size=10&page_size=20" }), 200],
  ["a status that lists do not have", ({ single }) => ({ path: `/v2/webinars/${single}/registrants?status=cancelled` }), 200],
  [
    "an empty occurrence",
    ({ series }) => ({ path: `/v2/webinars/${series}/registrants?occurrence_id=&status=approved&page_size=30` }),
    200,
    has({ page_size: 30 }),
  ],
  [
    "registrants by page number",
    ({ single }) => ({ path: `/v2/webinars/${single}/registrants?page_number=1&page_size=300&status=approved` }),
    200,
    has({ page_count: 1, total_records: 1 }),
  ],
  [
    "a page far behind the end",
    ({ single }) => ({ path: `/v2/webinars/${single}/registrants?page_number=9&page_size=300` }),
    200,
    has({ registrants: [] }),
  ],
  [
    "an id as people write it",
    ({ single }) => ({ path: `/v2/webinars/${single.slice(0, 3)}%20${single.slice(3, 7)}%20${single.slice(7)}` }),
    400,
    code(300),
  ],
  ["an id with dashes", ({ single }) => ({ path: `/v2/webinars/${single.slice(0, 3)}-${single.slice(3, 7)}-${single.slice(7)}` }), 400, code(300)],
  ["an id that was never given", () => ({ path: "/v2/webinars/99999999999" }), 404, code(3001)],
  // creating
  [
    "everything in one object, host and all, as zoomus does",
    () => create({ user_id: HOST, host_id: HOST, topic: "Z", type: 5 }),
    201,
    has({ topic: "Z" }),
  ],
  [
    "a local time with its zone, nulls and no settings",
    () =>
      create({
        topic: "P",
        type: 5,
        start_time: "2027-06-01T10:00:00",
        duration: 60,
        timezone: "Europe/London",
        password: null,
        agenda: null,
        settings: {},
      }),
    201,
    has({ start_time: "2027-06-01T09:00:00Z" }),
  ],
  ["an empty object", () => create({}), 201, has({ type: 5 })],
  ["an empty body", () => ({ method: "POST", path: `/v2/users/${HOST}/webinars`, headers: JSON_TYPE, body: "" }), 400, code(300)],
  ["a list", () => create([{ topic: "A" }]), 400, code(300)],
  ["a form", () => ({ ...create({}), headers: { "content-type": "application/x-www-form-urlencoded" }, body: "topic=Hello&type=5" }), 400, code(300)],
  [
    "a charset",
    () => json("POST", `/v2/users/${HOST}/webinars`, { topic: "Grüße 🎉" }, { "content-type": "application/json; charset=utf-8" }),
    201,
    has({ topic: "Grüße 🎉" }),
  ],
  [
    "chunks, announced by Expect",
    () => ({ ...create({ topic: "C" }), headers: { ...JSON_TYPE, "transfer-encoding": "chunked", expect: "100-continue" } }),
    201,
  ],
  [
    "settings of meetings",
    () =>
      create({
        topic: "W",
        settings: {
          waiting_room: true,
          join_before_host: false,
          mute_upon_entry: true,
          use_pmi: false,
          watermark: false,
          cn_meeting: false,
          alternative_hosts: "",
          enforce_login: false,
          enforce_login_domains: "",
        },
      }),
    201,
    ({ body }) => expect(body.settings).not.toHaveProperty("waiting_room"),
  ],
  [
    "a single webinar with a rule",
    () => create({ topic: "R", type: 5, start_time: "2027-06-01T10:00:00Z", recurrence: { type: 2, weekly_days: "2" } }),
    201,
    ({ body }) => expect(body.occurrences).toBeUndefined(),
  ],
  [
    "a weekday as a number",
    () =>
      create({
        topic: "N",
        type: 9,
        start_time: "2027-06-01T10:00:00Z",
        timezone: "UTC",
        recurrence: { type: 2, repeat_interval: 1, weekly_days: 3, end_times: 2 },
      }),
    201,
    ({ body }) => expect(body.occurrences).toHaveLength(2),
  ],
  ["a passcode as a number", () => create({ topic: "N", password: 123456 }), 201, has({ password: "123456" })],
  ["a topic as a number", () => create({ topic: 2027 }), 201, has({ topic: "2027" })],
  [
    "empty texts",
    () => create({ topic: "E", start_time: "", timezone: "", password: "", agenda: "", template_id: "", schedule_for: "" }),
    201,
    has({ topic: "E" }),
  ],
  ["empty tracking fields", () => create({ topic: "T", tracking_fields: [] }), 201],
  [
    "flags as 1 and 0",
    () => create({ topic: "F", settings: { host_video: 1, panelists_video: 0 } }),
    201,
    has({ settings: { host_video: true, panelists_video: false } }),
  ],
  [
    "an old name of a zone in Zoom's own list",
    () => create({ topic: "I", start_time: "2027-06-01T10:00:00", timezone: "Asia/Calcutta" }),
    201,
    has({ start_time: "2027-06-01T04:30:00Z" }),
  ],
  ["a length in words", () => create({ topic: "L", duration: "one hour" }), 400, has({ errors: [{ field: "duration" }] })],
  ["a day without a time", () => create({ topic: "D", start_time: "2027-06-01" }), 400, has({ errors: [{ field: "start_time" }] })],
  // changing
  [
    "one setting",
    ({ single }) => json("PATCH", `/v2/webinars/${single}`, { settings: { practice_session: true } }),
    204,
    async (_answer, { single }, again) => {
      const { body } = await again({ path: `/v2/webinars/${single}` });
      expect(body.settings).toMatchObject({ practice_session: true, approval_type: 0 });
    },
  ],
  ["an empty change", ({ single }) => json("PATCH", `/v2/webinars/${single}`, {}), 204],
  ["no more dates by an empty occurrence", ({ series }) => json("PATCH", `/v2/webinars/${series}?occurrence_id=`, { agenda: "All dates" }), 204],
  [
    "an occurrence of another webinar",
    ({ single, dates }) => json("PATCH", `/v2/webinars/${single}?occurrence_id=${dates[0]}`, { agenda: "x" }),
    400,
  ],
  ["the end of a webinar", ({ single }) => json("PUT", `/v2/webinars/${single}/status`, { action: "end" }), 204],
  [
    "a deletion with a JSON type, an empty body and an empty occurrence",
    ({ single }) => ({
      method: "DELETE",
      path: `/v2/webinars/${single}?occurrence_id=&cancel_webinar_reminder=true`,
      headers: { ...JSON_TYPE, "content-length": "0" },
    }),
    204,
  ],
  // people
  [
    "the least that a sign-up holds",
    ({ single }) => json("POST", `/v2/webinars/${single}/registrants`, { email: "a@example.com", first_name: "A" }),
    201,
    ({ body }) => expect(body.registrant_id).toEqual(expect.any(String)),
  ],
  [
    "a sign-up with a phone number as a number, nulls and a flag of meetings",
    ({ single }) =>
      json("POST", `/v2/webinars/${single}/registrants`, {
        email: "b@example.com",
        first_name: "B",
        last_name: null,
        phone: 5551234,
        zip: 12345,
        custom_questions: [],
        auto_approve: true,
      }),
    201,
    async (_answer, { single }, again) => {
      const { body } = await again({ path: `/v2/webinars/${single}/registrants` });
      expect(body.registrants).toContainEqual(expect.objectContaining({ email: "b@example.com", phone: "5551234", zip: "12345" }));
    },
  ],
  [
    "dates as an encoded list",
    ({ series, dates }) =>
      json("POST", `/v2/webinars/${series}/registrants?occurrence_ids=${dates.slice(0, 2).join("%2C")}`, { email: "c@example.com", first_name: "C" }),
    201,
  ],
  [
    "dates left empty",
    ({ single }) => json("POST", `/v2/webinars/${single}/registrants?occurrence_ids=`, { email: "d@example.com", first_name: "D" }),
    201,
  ],
  [
    "a decision by id and address",
    ({ single, registrant }) =>
      json("PUT", `/v2/webinars/${single}/registrants/status?occurrence_id=`, {
        action: "deny",
        registrants: [{ id: registrant, email: "pat@example.com" }],
      }),
    204,
  ],
  [
    "a decision with the list's old name, which Zoom takes and does nothing about",
    ({ single, registrant }) => json("PUT", `/v2/webinars/${single}/registrants/status`, { action: "deny", registrant: [{ id: registrant }] }),
    204,
    async (_answer, { single }, again) => expect((await again({ path: `/v2/webinars/${single}/registrants` })).body.total_records).toBe(1),
  ],
  [
    "one registration deleted",
    ({ single, registrant }) => ({ method: "DELETE", path: `/v2/webinars/${single}/registrants/${registrant}`, headers: JSON_TYPE }),
    204,
  ],
  [
    "a batch",
    ({ single }) =>
      json("POST", `/v2/webinars/${single}/batch_registrants`, {
        auto_approve: true,
        registrants: [{ email: "e@example.com", first_name: "E", last_name: "" }],
      }),
    201,
  ],
  [
    "panelists with what a list said of them",
    ({ single }) =>
      json("POST", `/v2/webinars/${single}/panelists`, {
        panelists: [{ name: "S", email: "s@example.com", join_url: "https://zoom.us/w/1", id: "x" }],
      }),
    201,
  ],
  ["a panelist taken off by address", ({ single }) => ({ method: "DELETE", path: `/v2/webinars/${single}/panelists/s%40example.com` }), 204],
  // polls and the rest
  [
    "a poll without a kind",
    ({ single }) => json("POST", `/v2/webinars/${single}/polls`, { title: "T", questions: [{ name: "Q", type: "single", answers: ["a", "b"] }] }),
    201,
  ],
  [
    "a poll put back as it was read",
    ({ single, poll }) => ({ path: `/v2/webinars/${single}/polls/${poll}` }),
    200,
    async ({ body }, { single, poll }, again) => {
      expect((await again(json("PUT", `/v2/webinars/${single}/polls/${poll}`, body))).status).toBe(204);
    },
  ],
  [
    "a webinar put back as it was read",
    ({ single }) => ({ path: `/v2/webinars/${single}` }),
    200,
    async ({ body }, { single }, again) => {
      expect((await again(json("PATCH", `/v2/webinars/${single}`, body))).text).toBe("");
      expect((await again({ path: `/v2/webinars/${single}` })).body.settings).toEqual(body.settings);
    },
  ],
  [
    "a series put back as it was read",
    ({ series }) => ({ path: `/v2/webinars/${series}` }),
    200,
    async ({ body }, { series }, again) => {
      expect((await again(json("PATCH", `/v2/webinars/${series}`, body))).text).toBe("");
      expect((await again({ path: `/v2/webinars/${series}` })).body.occurrences).toEqual(body.occurrences);
    },
  ],
  [
    "a UUID encoded twice",
    ({ pastUuid }) => ({ path: `/v2/past_webinars/${encodeURIComponent(encodeURIComponent(pastUuid))}/participants?page_size=300&next_page_token=` }),
    200,
  ],
  ["a UUID encoded once", ({ pastUuid }) => ({ path: `/v2/past_webinars/${encodeURIComponent(pastUuid)}/participants` }), 404],
  ["a UUID as it is", ({ pastUuid }) => ({ path: `/v2/past_webinars/${pastUuid}/participants` }), 404],
  [
    "a report with the registrants' ids",
    ({ past }) => ({ path: `/v2/report/webinars/${past}/participants?page_size=300&include_fields=registrant_id` }),
    200,
  ],
  [
    "a dashboard of past webinars",
    () => ({ path: "/v2/metrics/webinars?type=past&from=2027-01-01&to=2027-01-15&page_size=300&next_page_token=" }),
    200,
  ],
  [
    "HEAD",
    ({ single }) => ({ method: "HEAD", path: `/v2/webinars/${single}` }),
    200,
    ({ text, headers }) => expect([text, headers["content-type"]]).toEqual(["", expect.stringContaining("json")]),
  ],
  [
    "a browser's question beforehand",
    () => ({
      method: "OPTIONS",
      path: `/v2/users/${HOST}/webinars`,
      headers: { origin: "https://example.com", "access-control-request-method": "POST" },
    }),
    405,
    ({ headers }) => expect(headers["access-control-allow-origin"]).toBeUndefined(),
  ],
  [
    "a verb in a header",
    ({ single }) => json("POST", `/v2/webinars/${single}`, { topic: "x" }, { ...JSON_TYPE, "x-http-method-override": "PATCH" }),
    404,
    code(2300),
  ],
  ["a path in capitals", () => ({ path: "/v2/Users" }), 404, code(2300)],
];

const rawSender =
  (url: string, token: string) =>
  async ({ method = "GET", path, headers = {}, body }: RawRequest): Promise<RawAnswer> => {
    const own: Record<string, string> = { authorization: `Bearer ${token}`, ...headers };
    const length = body !== undefined && own["transfer-encoding"] === undefined ? { "content-length": String(Buffer.byteLength(body)) } : {};
    const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== ""));
    const asked = httpRequest(url, { method, path, headers: { ...given, ...length } });
    asked.end(body);
    const [answer] = await once(asked, "response");
    let text = "";
    for await (const part of answer) text += part;
    return { status: answer.statusCode, headers: answer.headers, text, body: text === "" ? undefined : JSON.parse(text) };
  };

const prepare = async (options: EmulatorOptions) => {
  const emulator = createEmulator({ clock: virtualClock(), rateLimits: false, ...options });
  const held = Object.values((await emulator.state.snapshot()).webinars).flatMap(({ id, instances }) => instances.map(({ uuid }) => ({ id, uuid })));
  const past = held.find(({ uuid }) => uuid.startsWith("/"));
  if (past === undefined) throw new Error("the demo world holds no UUID that begins with a slash");
  const { url } = await emulator.listen();
  const signIn = {
    method: "POST",
    path: "/oauth/token?grant_type=account_credentials&account_id=a",
    headers: { authorization: `Basic ${btoa("a:b")}` },
  };
  const token = (await rawSender(url, "")(signIn)).body.access_token;
  const send = rawSender(url, token);
  const made = async (request: RawRequest) => (await send(request)).body;
  const single = String((await made(create({ topic: "Single", start_time: "2027-02-01T15:00:00Z", settings: { approval_type: 0 } }))).id);
  const weekly = await made(
    create({
      topic: "Weekly",
      type: 9,
      start_time: "2027-02-02T15:00:00Z",
      timezone: "UTC",
      recurrence: { type: 2, weekly_days: "3", end_times: 3 },
      settings: { approval_type: 0, registration_type: 3 },
    }),
  );
  const { registrant_id } = await made(json("POST", `/v2/webinars/${single}/registrants`, { email: "pat@example.com", first_name: "Pat" }));
  const poll = await made(
    json("POST", `/v2/webinars/${single}/polls`, { title: "Tea?", questions: [{ name: "Tea?", type: "single", answers: ["Yes", "No"] }] }),
  );
  const world: World = {
    emulator,
    token,
    single,
    series: String(weekly.id),
    dates: weekly.occurrences.map(({ occurrence_id }: { occurrence_id: string }) => occurrence_id),
    registrant: registrant_id,
    poll: poll.id,
    past: String(past.id),
    pastUuid: past.uuid,
  };
  return { world, send };
};

test.each(PROGRAMS.map((program) => [program[0], program] as const))("what programs send: %s", async (_what, [, requestOf, status, check]) => {
  const { world, send } = await prepare({});
  try {
    const answer = await send(requestOf(world));
    expect([answer.status, answer.status === status ? "" : answer.text]).toEqual([status, ""]);
    await check?.(answer, world, send);
  } finally {
    await world.emulator.close();
  }
});

const LENIENT: Readonly<Record<string, readonly [switches: NonNullable<EmulatorOptions["switches"]>, status: number]>> = {
  "a slash at the end of a list": [{ trailingSlash: "refuse" }, 404],
  "a slash at the end of one thing": [{ trailingSlash: "refuse" }, 404],
  "a weekday as a number": [{ textScalars: "refuse" }, 400],
  "a passcode as a number": [{ textScalars: "refuse" }, 400],
  "flags as 1 and 0": [{ textScalars: "refuse" }, 400],
  "a decision with the list's old name, which Zoom takes and does nothing about": [{ decisionWithoutPeople: "refuse" }, 400],
};

test.each(Object.entries(LENIENT))("what is not documented is refused by a switch: %s", async (what, [switches, status]) => {
  const [, requestOf] = PROGRAMS.find(([known]) => known === what) ?? [];
  if (requestOf === undefined) throw new Error(`no program sends ${what}`);
  const { world, send } = await prepare({ switches });
  try {
    expect((await send(requestOf(world))).status).toBe(status);
  } finally {
    await world.emulator.close();
  }
});
