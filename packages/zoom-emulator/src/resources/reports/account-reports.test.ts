import { expect, test } from "vitest";
import { planWebinar, refusalOf } from "../../test/probe.ts";
import { probeWorld } from "../../test/probe-world.ts";

const JANUARY = "from=2027-01-01&to=2027-01-31";

test("lists what is planned, next first, each date of a recurring webinar by itself", async () => {
  const { call, upcoming } = await probeWorld();
  const weekly = { topic: "Weekly", type: 9, start_time: "2027-01-20T10:00:00Z", timezone: "UTC", recurrence: { type: 2, end_times: 3 } };
  const { id, occurrences } = await planWebinar(call, weekly);
  await planWebinar(call, { topic: "No fixed time", type: 6 });
  await call("DELETE", `/webinars/${id}?occurrence_id=${occurrences[0].occurrence_id}`);
  const { body } = await call("GET", "/report/upcoming_events?from=2027-01-15&to=2027-02-03&type=webinar");
  expect(body).toMatchObject({ from: "2027-01-15", to: "2027-02-03", page_size: 30, next_page_token: "" });
  expect(body.upcoming_events.map(({ topic, start_time }: Record<string, string>) => [topic, start_time])).toEqual([
    ["Product tour: what is new", "2027-01-22T15:00:00Z"],
    ["Weekly", "2027-01-27T10:00:00Z"],
    ["Weekly", "2027-02-03T10:00:00Z"],
  ]);
  expect(body.upcoming_events[0]).toEqual({
    id: upcoming.uuid,
    topic: upcoming.topic,
    start_time: upcoming.start_time,
    host_id: upcoming.host_id,
    host_name: "Ada Example",
    dept: "Marketing",
  });
});

test("there are no meetings and no groups; what has begun is not ahead", async () => {
  const { call, emulator, upcoming } = await probeWorld();
  const count = async (query: string) => (await call("GET", `/report/upcoming_events?${JANUARY}${query}`)).body.upcoming_events.length;
  expect([await count(""), await count("&type=all"), await count("&type=meeting"), await count("&group_id=g")]).toEqual([1, 1, 0, 0]);
  await emulator.controls.startWebinar(upcoming.id);
  expect(await count("")).toBe(0);
});

test("upcoming events need a paid account and permission", async () => {
  const free = await probeWorld((_, state) => state.account.off.push("paid_account"));
  const { account_id } = await free.emulator.state.summary();
  const path = `/report/upcoming_events?${JANUARY}`;
  expect(refusalOf(await free.call("GET", path))).toBe(`400/200 This is only available for the paid account: ${account_id}`);
  const closed = await probeWorld((_, state) => state.account.off.push("permission"));
  expect(refusalOf(await closed.call("GET", path))).toBe("400/200 No permission.");
  expect(refusalOf(await closed.call("GET", `/report/history_meetings?${JANUARY}`))).toBe("400/200 No permission.");
});

test("lists what was held, with figures and functions", async () => {
  const { call, past, instance } = await probeWorld();
  const { body } = await call("GET", `/report/history_meetings?${JANUARY}`);
  expect(body).toMatchObject({ page_size: 30, next_page_token: "" });
  expect(body.history_meetings).toHaveLength(1);
  const [{ feature_used, ...entry }] = body.history_meetings;
  expect(entry).toEqual({
    meeting_uuid: instance.uuid,
    meeting_id: past.id,
    type: "Webinar",
    topic: past.topic,
    host_display_name: "Grace Example",
    host_email: "grace@example.com",
    department: "Sales",
    group: [],
    start_time: "2027-01-05T16:00:00Z",
    end_time: "2027-01-05T16:47:00Z",
    create_time: "2026-12-26T00:00:00Z",
    duration: 47,
    total_participant_minutes: 141,
    participants: 4,
    unique_viewers: 3,
    max_concurrent_views: 3,
    source: "Zoom",
    custom_fields: [],
    tracking_fields: [],
  });
  expect(feature_used).toMatchObject({ poll: true, meeting_questions: true, screen_sharing: true, registration: true, record_to_cloud: false });
  expect(Object.keys(feature_used)).toHaveLength(37);
});

test.each([
  ["meeting_type=webinar", 1],
  ["meeting_type=all", 1],
  ["meeting_type=meeting", 0],
  ["report_type=poll", 1],
  ["report_type=survey", 1],
  ["report_type=qa", 1],
  ["report_type=resource", 0],
  ["report_type=reaction", 0],
  ["search_key=GETTING", 1],
  ["search_key=missing", 0],
  ["meeting_feature=poll", 1],
  ["meeting_feature=whiteboard,poll", 1],
  ["meeting_feature=whiteboard", 0],
  ["date_type=end_time", 1],
])("history filtered by %s: %i", async (filter, count) => {
  const { call } = await probeWorld();
  expect((await call("GET", `/report/history_meetings?${JANUARY}&${filter}`)).body.history_meetings).toHaveLength(count);
});

test("history is searched by id, by start or by end", async () => {
  const { call, past } = await probeWorld(({ instance }) => {
    instance.start_time = "2027-01-04T23:50:00Z";
    instance.end_time = "2027-01-05T00:20:00Z";
  });
  const count = async (query: string) => (await call("GET", `/report/history_meetings?${query}`)).body.history_meetings.length;
  expect(await count(`${JANUARY}&search_key=${past.id}`)).toBe(1);
  const days = (from: string, to: string) => `from=2027-01-${from}&to=2027-01-${to}`;
  expect([await count(days("04", "04")), await count(days("05", "05"))]).toEqual([1, 0]);
  expect([await count(`${days("04", "04")}&date_type=end_time`), await count(`${days("05", "05")}&date_type=end_time`)]).toEqual([0, 1]);
});

test.each([
  ["date_type=created", "400/300 Invalid parameter: date_type."],
  ["meeting_type=party", "400/300 Invalid parameter: meeting_type."],
  ["report_type=constructor", "400/300 Invalid parameter: report_type."],
  ["meeting_feature=poll,flying", "400/300 Invalid parameter: meeting_feature."],
  ["group_id=g1", "403/12703 No permission for the group: g1."],
  ["next_page_token=made.up", "400/300 The next page token is invalid or expired."],
])("history refuses %s", async (query, refusal) => {
  const { call } = await probeWorld();
  expect(refusalOf(await call("GET", `/report/history_meetings?${JANUARY}&${query}`))).toBe(refusal);
});

test.each([
  ["", "from"],
  ["from=2027-01-01", "to"],
  ["from=2027-02-30&to=2027-03-01", "from"],
  ["from=2027-1-1&to=2027-01-31", "from"],
  ["from=2027-01-31&to=2027-01-01", "from"],
  ["from=2027-01-01&to=2027-02-02", "from"],
])("days have to be days, in order, at most a month apart: %s", async (query, field) => {
  const { call } = await probeWorld();
  for (const path of ["/report/upcoming_events", "/report/history_meetings"]) {
    expect(refusalOf(await call("GET", `${path}?${query}`))).toBe(`400/300 Validation Failed. [${field}]`);
  }
});

test("a month to the day is fine; more is cut to its last month, by switch", async () => {
  const { call } = await probeWorld(undefined, { switches: { longWindow: "shorten" } });
  const window = async (query: string) => {
    const { from, to } = (await call("GET", `/report/upcoming_events?${query}`)).body;
    return [from, to];
  };
  expect(await window("from=2027-01-01&to=2027-02-01")).toEqual(["2027-01-01", "2027-02-01"]);
  expect(await window("from=2026-10-01&to=2027-02-01")).toEqual(["2027-01-01", "2027-02-01"]);
});

test("history comes in pages, latest first", async () => {
  const { call } = await probeWorld(({ past, instance }) => {
    past.instances = [1, 2, 3].map((day) => ({
      ...instance,
      uuid: `${day}`,
      start_time: `2027-01-0${day}T10:00:00Z`,
      end_time: `2027-01-0${day}T11:00:00Z`,
    }));
  });
  const days = (body: { history_meetings: { meeting_uuid: string }[] }) => body.history_meetings.map(({ meeting_uuid }) => meeting_uuid);
  const path = `/report/history_meetings?${JANUARY}&page_size=2`;
  const first = (await call("GET", path)).body;
  const last = (await call("GET", `${path}&next_page_token=${first.next_page_token}`)).body;
  expect([days(first), days(last), last.next_page_token]).toEqual([["3", "2"], ["1"], ""]);
});
