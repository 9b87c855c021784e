import { expect, test } from "vitest";
import type { SessionRecord } from "../../state/session-record.ts";
import { refusalOf } from "../../test/probe.ts";
import { inPath, probeWorld } from "../../test/probe-world.ts";
import { clockForm } from "./webinars.ts";

const JANUARY = "from=2027-01-01&to=2027-01-31";
const LISTS = ["participants", "participants/qos", "participants/satisfaction", "participants/sharing"];
const SINGLE = ["", ...LISTS.map((list) => `/${list}`), "/participants/16778240/qos"];

/** A world whose upcoming webinar is on air since noon, with the people of the demo session: all in but the guest. */
const onAir = (prepare: Parameters<typeof probeWorld>[0] = () => {}, options: Parameters<typeof probeWorld>[1] = {}) =>
  probeWorld((webinars, state) => {
    const { upcoming, instance } = webinars;
    const participants = instance.participants.map((row) => ({
      ...row,
      join_time: "2027-01-15T12:00:00Z",
      leave_time: row.name === "Visitor" ? "2027-01-15T12:00:30Z" : null,
    }));
    const session: SessionRecord = { ...structuredClone(instance), participants, sharing: [], votes: [], survey: null, feedback: [] };
    upcoming.session = session;
    upcoming.runningSince = "2027-01-15T12:00:00Z";
    prepare(webinars, state);
  }, options);

test.each([
  [0, "00:00"],
  [59_999, "00:59"],
  [3_301_000, "55:01"],
  [3_600_000, "01:00:00"],
  [90_061_000, "25:01:01"],
])("%i ms are %s", (ms, text) => {
  expect(clockForm(ms)).toBe(text);
});

test("sums up what was held", async () => {
  const { call, past, instance } = await probeWorld();
  const { body } = await call("GET", `/metrics/webinars?type=past&${JANUARY}`);
  const { webinars, ...info } = body;
  expect(info).toEqual({ from: "2027-01-01", to: "2027-01-31", next_page_token: "", page_count: 1, page_size: 30, total_records: 1 });
  expect(webinars).toEqual([
    {
      id: past.id,
      uuid: instance.uuid,
      topic: past.topic,
      host: "Grace Example",
      email: "grace@example.com",
      user_type: "Licensed",
      dept: "Sales",
      start_time: "2027-01-05T16:00:00Z",
      end_time: "2027-01-05T16:47:00Z",
      duration: "47:00",
      participants: 4,
      audio_quality: "good",
      video_quality: "good",
      screen_share_quality: "good",
      has_3rd_party_audio: false,
      has_archiving: false,
      has_automated_captions: false,
      has_manual_captions: false,
      has_poll: true,
      has_pstn: false,
      has_recording: false,
      has_screen_share: true,
      has_sip: false,
      has_survey: true,
      has_video: true,
      has_voip: true,
      custom_keys: [],
    },
  ]);
  expect((await call("GET", `/metrics/webinars/${past.id}?type=past`)).body).toEqual(webinars[0]);
  expect((await call("GET", `/metrics/webinars/${inPath(instance.uuid)}?type=past`)).body).toEqual(webinars[0]);
});

test("live is the default: who is in now counts, there is no end", async () => {
  const { call, upcoming, clock } = await onAir();
  clock.advance(60_000);
  const { webinars } = (await call("GET", `/metrics/webinars?${JANUARY}`)).body;
  expect(webinars).toHaveLength(1);
  expect(webinars[0]).toMatchObject({ id: upcoming.id, uuid: upcoming.uuid, participants: 3, duration: "01:00", has_poll: false });
  expect(webinars[0]).not.toHaveProperty("end_time");
  expect((await call("GET", `/metrics/webinars/${upcoming.id}`)).body).toEqual(webinars[0]);
  const rows = await onAir(undefined, { switches: { participantsCount: "rows" } });
  expect((await rows.call("GET", `/metrics/webinars/${upcoming.id}?type=live`)).body.participants).toBe(4);
});

test("nothing on air, no groups; by start or by end", async () => {
  const { call } = await probeWorld(({ instance }) => {
    instance.start_time = "2027-01-04T23:50:00Z";
    instance.end_time = "2027-01-05T00:20:00Z";
  });
  const count = async (query: string) => (await call("GET", `/metrics/webinars?${query}`)).body.webinars.length;
  expect(await count(JANUARY)).toBe(0);
  expect(await count(`type=past&${JANUARY}&group_id=g`)).toBe(0);
  expect(await count("type=past&from=2027-01-05&to=2027-01-05")).toBe(0);
  expect(await count("type=past&from=2027-01-05&to=2027-01-05&query_date_type=end_time")).toBe(1);
});

test("pages of figures; a bad token has a code of its own, and by switch a status", async () => {
  const { call } = await probeWorld(({ past, instance }) => {
    past.instances = [1, 2, 3].map((day) => ({ ...instance, uuid: `${day}`, start_time: `2027-01-0${day}T10:00:00Z` }));
  });
  const path = `/metrics/webinars?type=past&${JANUARY}&page_size=2`;
  const first = (await call("GET", path)).body;
  expect([first.total_records, first.webinars.map(({ uuid }: { uuid: string }) => uuid)]).toEqual([3, ["3", "2"]]);
  const last = (await call("GET", `${path}&next_page_token=${first.next_page_token}`)).body;
  expect([last.next_page_token, last.webinars.length]).toEqual(["", 1]);
  expect(refusalOf(await call("GET", `${path}&next_page_token=made.up`))).toBe("400/200 The next page token is invalid or has expired.");
});

test.each(["", "from=2027-01-01", "from=2027-01-31&to=2027-01-01", "from=2027-01-01&to=2027-02-02"])("figures refuse the days %s", async (query) => {
  const { call } = await probeWorld();
  expect((await call("GET", `/metrics/webinars?${query}`)).body).toMatchObject({ code: 300, message: "Validation Failed." });
});

test("a row for each joining, with equipment that stays with the person", async () => {
  const { call, past } = await probeWorld();
  const { body } = await call("GET", `/metrics/webinars/${past.id}/participants?type=past&include_fields=registrant_id`);
  expect(body).toMatchObject({ webinar_number: String(past.id), total_records: 5, page_count: 1, page_size: 30, next_page_token: "" });
  const [grace, mina, nia, guest, again] = body.participants;
  expect(grace).toMatchObject({
    id: past.host_id,
    participant_user_id: past.host_id,
    user_name: "Grace Example",
    email: "grace@example.com",
    role: "host",
    registrant_id: "",
    leave_reason: "Host ended the webinar.",
    share_desktop: true,
    screen_share_quality: "good",
  });
  expect(mina).toMatchObject({ role: "attendee", registrant_id: past.registrants[0]?.id, leave_reason: "Mina Muster left the webinar." });
  expect(nia).toMatchObject({ share_desktop: false, screen_share_quality: "", video_quality: "", leave_reason: "Host ended the webinar." });
  expect(guest).toMatchObject({ id: "", email: "", registrant_id: "" });
  const { device, ip_address, location } = mina;
  expect(again).toMatchObject({ device, ip_address, location });
  expect(again.participant_uuid).not.toBe(mina.participant_uuid);
  const plain = await call("GET", `/metrics/webinars/${past.id}/participants?type=past&page_size=2`);
  expect(plain.body.participants).toHaveLength(2);
  expect(plain.body.participants[0]).not.toHaveProperty("registrant_id");
});

test("who is still there has not left", async () => {
  const { call, upcoming } = await onAir();
  const { participants } = (await call("GET", `/metrics/webinars/${upcoming.id}/participants`)).body;
  expect(participants[0]).not.toHaveProperty("leave_time");
  expect(participants[0]).not.toHaveProperty("leave_reason");
});

test("quality has a measurement a minute; one person a page, ten at most", async () => {
  const { call, past } = await probeWorld(({ instance }) => {
    const [first = instance.participants[0]] = instance.participants;
    if (first !== undefined) for (let count = 0; count < 8; count++) instance.participants.push({ ...first, user_id: `extra ${count}` });
  });
  const at = `/metrics/webinars/${past.id}/participants/qos?type=past`;
  const { body } = await call("GET", at);
  expect(body).toMatchObject({ webinar_number: String(past.id), page_size: 1, page_count: 13, total_records: 13 });
  expect(body.participants[0].user_qos).toHaveLength(47);
  expect(body.participants[0].user_qos[1]).toMatchObject({ date_time: "2027-01-05T16:01:00Z", audio_input: { avg_loss: "0%" } });
  const next = (await call("GET", `${at}&next_page_token=${body.next_page_token}`)).body.participants;
  expect(next).toMatchObject([{ user_name: "Mina Muster", health: "Good" }]);
  expect(next[0].user_qos[0]).not.toHaveProperty("audio_input");
  expect((await call("GET", `${at}&page_size=300`)).body.participants).toHaveLength(10);
});

test("quality of one joining, by either of its ids, and never too much of it", async () => {
  const { call, upcoming, clock, signIn } = await onAir();
  const [host] = upcoming.session?.participants ?? [];
  const at = (id: string | undefined) => `/metrics/webinars/${upcoming.id}/participants/${id}/qos`;
  const one = (await call("GET", at(host?.user_id))).body;
  expect(one).toMatchObject({ user_name: "Grace Example", webinar_number: String(upcoming.id), user_qos: [{ date_time: "2027-01-15T12:00:00Z" }] });
  expect((await call("GET", at(host?.participant_uuid))).body).toEqual(one);
  expect(refusalOf(await call("GET", at("17")))).toBe("404/3001 This webinar's detail info is not available or ID is not valid.");
  clock.advance(20 * 3_600_000);
  await signIn();
  expect((await call("GET", at(host?.user_id))).body.user_qos).toHaveLength(600);
});

test("lists feedback and what was shared", async () => {
  const { call, past } = await probeWorld(({ instance }) => {
    const [host] = instance.participants;
    instance.feedback.push({ user_id: host?.user_id ?? "", at: "2027-01-05T16:48:00Z", satisfied: false, comment: "" });
  });
  expect((await call("GET", `/metrics/webinars/${past.id}/participants/satisfaction?type=past`)).body).toEqual({
    next_page_token: "",
    page_size: 30,
    participants: [
      { user_id: "", email: "nia@example.com", date_time: "2027-01-05T16:47:00Z", quality: "GOOD", comment: "Clear and short." },
      { user_id: past.host_id, email: "grace@example.com", date_time: "2027-01-05T16:48:00Z", quality: "NOT GOOD", comment: "" },
    ],
  });
  expect((await call("GET", `/metrics/webinars/${past.id}/participants/sharing?type=past`)).body).toMatchObject({
    total_records: 1,
    participants: [
      {
        id: past.host_id,
        user_name: "Grace Example",
        details: [{ content: "desktop", start_time: "2027-01-05T16:03:00Z", end_time: "2027-01-05T16:40:00Z" }],
      },
    ],
  });
});

test("pastOne knows only webinars to which one person came", async () => {
  const { call, past } = await probeWorld();
  const path = `/metrics/webinars/${past.id}/participants/satisfaction?type=pastOne`;
  expect(refusalOf(await call("GET", path))).toBe("404/3001 Webinar ID is invalid or not end.");
  const alone = await probeWorld(({ instance }) => {
    instance.participants = instance.participants.filter(({ name }) => name === "Mina Muster");
  });
  expect((await alone.call("GET", path)).status).toBe(200);
});

test("what is on air has no past, what is over is not live, and each endpoint says so in its own words", async () => {
  const { call, past } = await probeWorld();
  const detail = "404/3001 This webinar's detail info is not available or ID is not valid.";
  const words = [
    "404/3001 The webinar has not ended yet or the Webinar ID is not valid.",
    detail,
    detail,
    "404/3001 Webinar ID is invalid or not end.",
    detail,
    detail,
  ];
  const said = (path: (part: string) => string) => Promise.all(SINGLE.map(async (part) => refusalOf(await call("GET", path(part)))));
  expect(await said((part) => `/metrics/webinars/${past.id}${part}`)).toEqual(words);
  expect(await said((part) => `/metrics/webinars/12345678901${part}?type=past`)).toEqual(words);
  const running = await onAir();
  for (const part of SINGLE) {
    const { body } = await running.call("GET", `/metrics/webinars/${running.upcoming.id}${part}?type=past`);
    expect(body.code).toBe(3001);
  }
});

test("figures that are not open: to the app, or without the dashboard", async () => {
  const codes = [200, 300, 300, 200, 300, 300];
  for (const feature of ["permission", "dashboard"]) {
    const { call, past } = await probeWorld((_, state) => {
      for (const user of state.users) user.off.push(feature);
    });
    const answers = await Promise.all(SINGLE.map((part) => call("GET", `/metrics/webinars/${past.id}${part}?type=past`)));
    expect(answers.map(({ body }) => body.code)).toEqual(codes);
    expect(answers.map(({ status }) => status)).toEqual(codes.map(() => 400));
    const [figures, , , feedback] = answers;
    expect(figures?.body.message).toBe(`Can not access webinar info, ${past.id}.`);
    expect(feedback?.body.message).toBe("Only available for paid accounts that have dashboard feature enabled.");
  }
  const none = await probeWorld((_, state) => state.account.off.push("dashboard"));
  expect((await none.call("GET", `/metrics/webinars?${JANUARY}`)).body.message).toMatch(/dashboard feature enabled/);
});
