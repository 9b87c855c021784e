import { expect, test } from "vitest";
import { refusalOf } from "../../test/probe.ts";
import { inPath, probeWorld } from "../../test/probe-world.ts";

const DAY_MS = 86_400_000;
const PARTS = ["", "/participants", "/polls", "/qa", "/survey"];

test("sums a webinar up: people once, minutes of every joining", async () => {
  const { call, past, instance } = await probeWorld();
  expect((await call("GET", `/report/webinars/${past.id}`)).body).toEqual({
    id: past.id,
    uuid: instance.uuid,
    topic: "Getting started in 45 minutes",
    type: 5,
    user_name: "Grace Example",
    user_email: "grace@example.com",
    dept: "Sales",
    start_time: "2027-01-05T16:00:00Z",
    end_time: "2027-01-05T16:47:00Z",
    duration: 47,
    total_minutes: 47 + 19 + 45 + 7 + 23,
    participants_count: 4,
    custom_keys: [],
    tracking_fields: [],
  });
  const rows = await probeWorld(undefined, { switches: { participantsCount: "rows" } });
  expect((await rows.call("GET", `/report/webinars/${past.id}`)).body.participants_count).toBe(5);
});

test("has a row for each joining: who comes back has two, a guest no address, who stayed away none", async () => {
  const { call, past } = await probeWorld();
  const { body } = await call("GET", `/report/webinars/${past.id}/participants`);
  expect(body).toMatchObject({ total_records: 5, page_count: 1, page_size: 30, next_page_token: "" });
  const seen = body.participants.map((row: Record<string, unknown>) => [row.name, row.user_email, row.duration]);
  expect(seen).toEqual([
    ["Grace Example", "grace@example.com", 47 * 60],
    ["Mina Muster", "mina@example.com", 19 * 60],
    ["Nia Sample", "nia@example.com", 45 * 60],
    ["Visitor", "", 7 * 60],
    ["Mina Muster", "mina@example.com", 23 * 60],
  ]);
  const [grace, mina, , , again] = body.participants;
  expect(mina.user_id).not.toBe(again.user_id);
  expect([grace.id, grace.participant_user_id, mina.id]).toEqual([past.host_id, past.host_id, ""]);
  expect(grace).toMatchObject({ join_time: "2027-01-05T16:00:00Z", leave_time: "2027-01-05T16:47:00Z", status: "in_meeting", failover: false });
  expect(grace).not.toHaveProperty("registrant_id");
});

test("names registrants only if asked, and hands the rows out in pages", async () => {
  const { call, past } = await probeWorld();
  const at = `/report/webinars/${past.id}/participants?include_fields=registrant_id`;
  const [mina, nia] = past.registrants.map(({ id }) => id);
  const ids = (body: { participants: { registrant_id: string }[] }) => body.participants.map(({ registrant_id }) => registrant_id);
  expect(ids((await call("GET", at)).body)).toEqual(["", mina, nia, "", mina]);
  const first = (await call("GET", `${at}&page_size=3`)).body;
  expect([first.page_count, ids(first)]).toEqual([2, ["", mina, nia]]);
  const last = (await call("GET", `${at}&page_size=3&next_page_token=${first.next_page_token}`)).body;
  expect([last.next_page_token, ids(last)]).toEqual(["", ["", mina]]);
  expect(refusalOf(await call("GET", `${at}&next_page_token=made.up`))).toBe("400/300 The next page token is invalid or expired.");
});

test("hides the address of a guest who typed one, and shows that of a panelist", async () => {
  const { call, past } = await probeWorld(({ instance }) => {
    const guest = { ...instance.participants[3], email: "guest@example.com" } as (typeof instance.participants)[number];
    instance.participants = [guest, { ...guest, role: "panelist", email: "paul@example.com" }];
  });
  const { participants } = (await call("GET", `/report/webinars/${past.id}/participants`)).body;
  expect(participants.map(({ user_email }: { user_email: string }) => user_email)).toEqual(["", "paul@example.com"]);
});

test("says for a while that everybody stayed 0 seconds, by switch", async () => {
  const { call, emulator, upcoming, clock } = await probeWorld(
    ({ upcoming: webinar, instance }) => {
      webinar.session = {
        ...instance,
        participants: instance.participants.map((row) => ({ ...row, join_time: "2027-01-15T12:00:00Z", leave_time: null })),
      };
      webinar.runningSince = "2027-01-15T12:00:00Z";
    },
    { switches: { participantsDelayMs: 60_000 } },
  );
  clock.advance(90_000);
  await emulator.controls.endWebinar(upcoming.id);
  const duration = async () => (await call("GET", `/report/webinars/${upcoming.id}/participants`)).body.participants[0].duration;
  expect(await duration()).toBe(0);
  clock.advance(60_000);
  expect(await duration()).toBe(90);
});

test("reports poll answers with first and last names", async () => {
  const { call, past, instance } = await probeWorld();
  const { body } = await call("GET", `/report/webinars/${past.id}/polls`);
  expect(body).toMatchObject({ id: past.id, uuid: instance.uuid, start_time: instance.start_time });
  const question = "How many webinars do you run in a month?";
  const polling_id = past.polls[0]?.id;
  expect(body.questions).toEqual([
    {
      name: "Mina Muster",
      first_name: "Mina",
      last_name: "Muster",
      email: "mina@example.com",
      question_details: [{ polling_id, question, answer: "One to five", date_time: "2027-01-05 16:15:00" }],
    },
    {
      name: "Nia Sample",
      first_name: "Nia",
      last_name: "Sample",
      email: "nia@example.com",
      question_details: [{ polling_id, question, answer: "None yet", date_time: "2027-01-05 16:16:00" }],
    },
  ]);
});

test("gathers what one person said in several joinings, and keeps apart what was said without a name", async () => {
  const { call, past } = await probeWorld(({ instance }) => {
    const [mina = instance.participants[0], , , again] = instance.participants.slice(1);
    const vote = (user_id: string | undefined, anonymous: boolean, answer: string) => ({
      poll_id: "p",
      anonymous,
      user_id: user_id ?? "",
      at: "2027-01-05T16:20:00Z",
      answers: [{ question: "Q", answer }],
    });
    instance.votes = [
      vote(mina?.user_id, false, "a"),
      vote(again?.user_id, false, "b"),
      vote(mina?.user_id, true, "c"),
      vote(mina?.user_id, true, "d"),
      vote("gone", false, "e"),
    ];
  });
  const { questions } = (await call("GET", `/report/webinars/${past.id}/polls`)).body;
  const seen = questions.map(({ name, email, question_details }: Record<string, unknown>) => [
    name,
    email,
    (question_details as { answer: string }[]).map(({ answer }) => answer).join(),
  ]);
  expect(seen).toEqual([
    ["Mina Muster", "mina@example.com", "a,b"],
    ["Anonymous Attendee", "", "c"],
    ["Anonymous Attendee", "", "d"],
    ["Anonymous Attendee", "", "e"],
  ]);
});

test("reports questions with their state and each answer", async () => {
  const { call, past } = await probeWorld();
  const { questions } = (await call("GET", `/report/webinars/${past.id}/qa`)).body;
  expect(questions).toMatchObject([
    {
      user_id: "",
      name: "Mina Muster",
      email: "mina@example.com",
      question_details: [
        {
          question: "Will there be a recording?",
          answer: "Yes, by tomorrow.",
          question_status: "answered",
          create_time: "2027-01-05T16:10:00Z",
          answer_details: [
            {
              user_id: past.host_id,
              name: "Grace Example",
              email: "grace@example.com",
              content: "Yes, by tomorrow.",
              type: "host_answered_publicly",
            },
          ],
        },
      ],
    },
    { user_id: "", name: "Anonymous Attendee", email: "", question_details: [{ answer: "", question_status: "open", answer_details: [] }] },
  ]);
});

test("joins several answers by semicolons", async () => {
  const { call, past } = await probeWorld(({ instance }) => {
    const answers = instance.questions[0]?.answers;
    answers?.push({
      user_id: null,
      name: "Ada Example",
      email: "ada@example.com",
      content: "live answered",
      at: "2027-01-05T16:12:00Z",
      kind: "host_answered",
    });
  });
  const [mina] = (await call("GET", `/report/webinars/${past.id}/qa`)).body.questions;
  expect(mina.question_details[0].answer).toBe("Yes, by tomorrow.;live answered");
  expect(mina.question_details[0].answer_details[1]).toMatchObject({ user_id: "", name: "Ada Example", email: "ada@example.com" });
});

test("reports survey answers; an anonymous survey names nobody, one without answers is not named", async () => {
  const named = await probeWorld();
  const at = `/report/webinars/${named.past.id}/survey`;
  expect((await named.call("GET", at)).body).toMatchObject({
    webinar_id: named.past.id,
    webinar_uuid: named.instance.uuid,
    survey_id: named.past.survey?.id,
    survey_name: "Your opinion",
    survey_answers: [
      { name: "Nia Sample", first_name: "Nia", email: "nia@example.com", answer_details: [{ question: "Would you come again?", answer: "Yes" }] },
    ],
  });
  const anonymous = await probeWorld(({ instance }) => {
    if (instance.survey !== null) instance.survey.anonymous = true;
  });
  expect((await anonymous.call("GET", at)).body.survey_answers).toMatchObject([{ name: "Anonymous Attendee", first_name: "", email: "" }]);
  const silent = await probeWorld(({ instance }) => {
    instance.survey = null;
  });
  const { body } = await silent.call("GET", at);
  expect(body).not.toHaveProperty("survey_id");
  expect(body.survey_answers).toEqual([]);
});

test("an id means the latest instance, a UUID its own; the one on air is not reported", async () => {
  const { call, emulator, upcoming, clock } = await probeWorld();
  const first = await emulator.controls.startWebinar(upcoming.id);
  for (const part of PARTS) expect((await call("GET", `/report/webinars/${upcoming.id}${part}`)).body.code).toBe(3001);
  clock.advance(60_000);
  await emulator.controls.endWebinar(upcoming.id);
  const second = await emulator.controls.startWebinar(upcoming.id);
  expect((await call("GET", `/report/webinars/${upcoming.id}`)).body.uuid).toBe(first);
  expect((await call("GET", `/report/webinars/${inPath(second)}`)).body.code).toBe(3001);
  clock.advance(60_000);
  await emulator.controls.endWebinar(upcoming.id);
  expect((await call("GET", `/report/webinars/${upcoming.id}`)).body.uuid).toBe(second);
  expect((await call("GET", `/report/webinars/${inPath(first)}`)).body.uuid).toBe(first);
});

test("each report refuses the unknown in its own words", async () => {
  const { call } = await probeWorld();
  const said = await Promise.all(PARTS.map(async (part) => refusalOf(await call("GET", `/report/webinars/12345678901${part}`))));
  expect(said).toEqual([
    "404/3001 Meeting  12345678901 not found or has expired.",
    '404/3001 Webinar "12345678901" not found or has expired',
    ...Array.from({ length: 3 }, () => "404/3001 Webinar  12345678901 not found or has expired."),
  ]);
  expect((await call("GET", "/report/webinars/constructor")).body.code).toBe(3001);
});

test("attendance is gone after half a year, the rest after a year, and says so", async () => {
  const { call, past, clock, signIn } = await probeWorld();
  const codes = async () => {
    await signIn();
    return Promise.all(PARTS.map(async (part) => (await call("GET", `/report/webinars/${past.id}${part}`)).body.code ?? 200));
  };
  clock.advance(170 * DAY_MS); // 4 July
  expect(await codes()).toEqual([200, 200, 200, 200, 200]);
  clock.advance(2 * DAY_MS);
  expect(await codes()).toEqual([200, 3001, 200, 200, 200]);
  clock.advance(183 * DAY_MS); // 5 January, still before the hour
  expect(await codes()).toEqual([200, 3001, 200, 200, 200]);
  clock.advance(DAY_MS);
  expect(await codes()).toEqual([12702, 12702, 12702, 3001, 12702]);
  expect(refusalOf(await call("GET", `/report/webinars/${past.id}`))).toBe("400/12702 Can not access a webinar a year ago.");
});

test("a host who left the account is refused, by questions in other words", async () => {
  const { call, past } = await probeWorld((_, state) => {
    state.users = state.users.filter(({ email }) => email !== "grace@example.com");
  });
  const codes = await Promise.all(PARTS.map(async (part) => (await call("GET", `/report/webinars/${past.id}${part}`)).body.code));
  expect(codes).toEqual([1010, 1010, 1010, 1001, 1010]);
  expect(refusalOf(await call("GET", `/report/webinars/${past.id}/qa`))).toBe(`404/1001 User does not exist: ${past.host_id}.`);
});

test("reports that are not open to the app say so", async () => {
  const { call, past } = await probeWorld((_, state) => {
    state.account.off.push("permission");
  });
  for (const part of PARTS) expect(refusalOf(await call("GET", `/report/webinars/${past.id}${part}`))).toBe("400/200 No permission.");
});
