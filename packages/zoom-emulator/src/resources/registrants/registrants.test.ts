import { expect, test } from "vitest";
import { planWebinar, probe, refusalOf } from "../../test/probe.ts";
import { PAT, withWebinar } from "../../test/with-webinar.ts";

const settings = (values: Record<string, unknown>) => ({ settings: values });

test("signs somebody up, approved at once, with a personal link and a confirmation", async () => {
  const { add, webinar, call, at, mails } = await withWebinar();
  const { status, body } = await add({ ...PAT, last_name: "Sample", org: "Sample Records", custom_questions: [{ title: "Why?", value: "Curious" }] });
  expect(status).toBe(201);
  expect(body).toMatchObject({ id: webinar.id, topic: webinar.topic, start_time: webinar.start_time, status: "approved" });
  expect(body.join_url).toMatch(new RegExp(`/w/${webinar.id}\\?tk=[\\w-]{43}&pwd=`));
  const stored = (await call("GET", `${at}/${body.registrant_id}`)).body;
  const unanswered = Object.fromEntries(Object.entries(stored).filter(([, value]) => value === ""));
  expect(Object.keys(unanswered)).toEqual(expect.arrayContaining(["address", "comments", "no_of_employees", "zip"]));
  expect(stored).toEqual({
    ...unanswered,
    ...PAT,
    id: body.registrant_id,
    last_name: "Sample",
    org: "Sample Records",
    custom_questions: [{ title: "Why?", value: "Curious" }],
    status: "approved",
    create_time: "2027-01-15T12:00:00Z",
    join_url: body.join_url,
  });
  expect(await mails()).toEqual(["registration_confirmation pat@example.com"]);
});

test("by hand: waits without a link and without a mail, then is approved with both", async () => {
  const { add, list, decide, mails } = await withWebinar(settings({ approval_type: 1 }));
  const { body } = await add(PAT);
  expect(body.status).toBe("pending");
  expect(body).not.toHaveProperty("join_url");
  const [waiting] = await list("?status=pending");
  expect(waiting).toMatchObject({ id: body.registrant_id, status: "pending" });
  expect(waiting).not.toHaveProperty("join_url");
  expect([await list(), await mails()]).toEqual([[], []]);
  expect(await decide("approve", [{ id: body.registrant_id }])).toMatchObject({ status: 204, text: "" });
  const [approved] = await list();
  expect(approved.join_url).toContain("?tk=");
  expect(await mails()).toEqual(["approved pat@example.com"]);
  await decide("approve", [{ email: "PAT@example.com" }]); // nothing changes, nobody is written to
  expect(await mails()).toHaveLength(1);
});

test("writes to people who wait, by switch", async () => {
  const { add, mails } = await withWebinar(settings({ approval_type: 1 }), { switches: { pendingMail: true } });
  await add(PAT);
  expect(await mails()).toEqual(["registration_pending pat@example.com"]);
});

test.each([
  [{ registrants_confirmation_email: false }, [], ["denied pat@example.com"]],
  [{ registrants_email_notification: false }, [], []],
])("the webinar's settings decide about mails: %j", async (mailSettings, afterAdd, afterDenial) => {
  const { add, decide, mails } = await withWebinar(settings({ approval_type: 0, ...mailSettings }));
  await add(PAT);
  expect(await mails()).toEqual(afterAdd);
  await decide("deny", [PAT]);
  expect(await mails()).toEqual(afterDenial);
});

test.each([
  [{ first_name: "Pat" }, "email"],
  [{ email: "pat@example.com" }, "first_name"],
  [{ ...PAT, first_name: "" }, "first_name"],
  [{ ...PAT, email: "pat" }, "email"],
  [{ ...PAT, email: `${"p".repeat(120)}@example.com` }, "email"],
  [{ ...PAT, first_name: "p".repeat(65), last_name: "s".repeat(65) }, "last_name, first_name"],
  [{ ...PAT, no_of_employees: "101-250" }, "no_of_employees"],
  [{ ...PAT, language: "English" }, "language"],
  [{ ...PAT, custom_questions: [{ title: "Why?", value: "v".repeat(129) }] }, "custom_questions[0].value"],
])("refuses %j naming the field", async (person, field) => {
  const { add } = await withWebinar();
  expect(refusalOf(await add(person))).toBe(`400/300 Validation Failed. [${field}]`);
});

test("without registration, each endpoint refuses in its own words", async () => {
  const { add, call, at, decide, webinar } = await withWebinar(settings({ approval_type: 2 }));
  expect(refusalOf(await add(PAT))).toBe(`400/3000 This webinar does not have registration as required: ${webinar.id}.`);
  const off = `400/3000 Registration has not been enabled for this webinar: ${webinar.id}.`;
  expect(refusalOf(await call("GET", at))).toBe(off);
  expect(refusalOf(await call("GET", `${at}/x`))).toBe(off);
  expect(refusalOf(await call("DELETE", `${at}/x`))).toBe(off);
  expect(refusalOf(await call("GET", `${at}/questions`))).toBe(off);
  expect(refusalOf(await decide("approve", [PAT]))).toBe(`400/300 Registration has not been enabled for this meeting: ${webinar.id}.`);
});

test("neither host nor panelist can register", async () => {
  const { add, call, emulator } = await withWebinar();
  expect(refusalOf(await add({ email: "Grace@example.com", first_name: "G" }))).toBe("400/3027 Host cannot register.");
  const demo = (await emulator.state.webinars())[0];
  const panelist = { email: demo?.panelists[0]?.email, first_name: "G" };
  expect(refusalOf(await call("POST", `/webinars/${demo?.id}/registrants`, panelist))).toMatch(/^400\/3000 You have been invited as a panelist/);
});

test("sign-up ends with the planned date only if close_registration says so", async () => {
  for (const [close_registration, code] of [
    [true, 3038],
    [false, undefined],
  ]) {
    const { add, clock, signIn } = await withWebinar({ start_time: "2027-01-15T13:00:00Z", ...settings({ approval_type: 0, close_registration }) });
    clock.advance(2 * 3_600_000);
    await signIn();
    expect((await add(PAT)).body.code).toBe(code);
  }
});

test("the same e-mail again: the same person, another mail, or a refusal, by switch; in any case it counts", async () => {
  const same = await withWebinar();
  const first = (await same.add({ ...PAT, email: "PAT@example.com" })).body;
  expect((await same.add({ ...PAT, first_name: "Patricia" })).body).toEqual(first);
  expect(await same.list()).toMatchObject([{ first_name: "Pat" }]);
  expect(await same.mails()).toHaveLength(1);
  await same.add(PAT);
  expect(refusalOf(await same.add(PAT))).toBe(
    "429/429 You have exceeded the daily rate limit of (3) for Add meeting registrant API requests for the registrant (PAT@example.com).",
  );

  const remail = await withWebinar({}, { switches: { duplicateRegistrant: "remail" } });
  await remail.add(PAT);
  await remail.add(PAT);
  expect(await remail.mails()).toHaveLength(2);

  const error = await withWebinar({}, { switches: { duplicateRegistrant: "error" } });
  await error.add(PAT);
  expect((await error.add(PAT)).body.code).toBe(3000);
});

test("three adds a day count per webinar, or per e-mail, by switch", async () => {
  for (const [registrantQuota, status] of [
    ["webinar", 201],
    ["account", 429],
  ] as const) {
    const { add, call } = await withWebinar({}, { switches: { registrantQuota } });
    for (let index = 0; index < 3; index++) await add(PAT);
    const other = await planWebinar(call);
    expect((await call("POST", `/webinars/${other.id}/registrants`, PAT)).status).toBe(status);
  }
});

test("a limit of registrants holds at sign-up and at approval; people who wait do not count", async () => {
  const atOnce = await withWebinar(settings({ approval_type: 0, registrants_restrict_number: 1 }));
  await atOnce.add(PAT);
  expect(refusalOf(await atOnce.add({ email: "kim@example.com", first_name: "Kim" }))).toMatch(/^400\/3000 You have reached the limit/);

  const byHand = await withWebinar(settings({ approval_type: 1, registrants_restrict_number: 1 }));
  await byHand.add(PAT);
  await byHand.add({ email: "kim@example.com", first_name: "Kim" });
  const both = [PAT, { email: "kim@example.com" }];
  expect(refusalOf(await byHand.decide("approve", both))).toBe("400/3035 Webinar has reached maximum attendee capacity.");
  expect((await byHand.decide("approve", [PAT])).status).toBe(204);
  expect((await byHand.decide("approve", [{ email: "kim@example.com" }])).body.code).toBe(3035);
});

test("denies and cancels; a cancelled sign-up shows under denied and still knows the e-mail", async () => {
  const { add, list, decide, mails } = await withWebinar();
  const { registrant_id } = (await add(PAT)).body;
  await decide("cancel", [{ id: registrant_id }]);
  expect(await list()).toEqual([]);
  const [denied] = await list("?status=denied");
  expect(denied).toMatchObject({ id: registrant_id, status: "denied" });
  expect(denied).not.toHaveProperty("join_url");
  expect((await add(PAT)).body).toMatchObject({ registrant_id, status: "denied" });
  expect(await mails()).toEqual(["registration_confirmation pat@example.com", "cancelled pat@example.com"]);
});

test("a cancelled sign-up is forgotten, by switch", async () => {
  const { add, list, decide } = await withWebinar({}, { switches: { cancelledRegistrant: "gone" } });
  const { registrant_id } = (await add(PAT)).body;
  await decide("cancel", [PAT]);
  expect(await list("?status=denied")).toEqual([]);
  expect((await add(PAT)).body.registrant_id).not.toBe(registrant_id);
});

test("decides about at most thirty, all or none, and only about people who signed up", async () => {
  const { add, list, decide } = await withWebinar(settings({ approval_type: 1 }));
  await add(PAT);
  const many = Array.from({ length: 31 }, (_, index) => ({ id: String(index) }));
  expect(refusalOf(await decide("approve", many))).toBe("400/300 Validation Failed. [registrants]");
  expect((await decide("approve", undefined)).status).toBe(204);
  expect(refusalOf(await decide("bless", [PAT]))).toBe("400/300 Validation Failed. [action]");
  expect(refusalOf(await decide("approve", [PAT, { id: "nobody" }]))).toBe("400/3000 Registrant nobody was not found.");
  expect(await list()).toEqual([]);
});

test("passes over people who did not sign up, by switch", async () => {
  const { add, list, decide } = await withWebinar(settings({ approval_type: 1 }), { switches: { unknownRegistrant: "ignore" } });
  await add(PAT);
  expect((await decide("approve", [{ id: "nobody" }, PAT])).status).toBe(204);
  expect(await list()).toHaveLength(1);
});

test("refuses a decision about nobody, by switch", async () => {
  const { decide } = await withWebinar(settings({ approval_type: 1 }), { switches: { decisionWithoutPeople: "refuse" } });
  expect(refusalOf(await decide("approve", undefined))).toBe("400/300 Validation Failed. [registrants]");
});

test("ten decisions a day about one registrant", async () => {
  const { add, decide } = await withWebinar();
  await add(PAT);
  for (let index = 0; index < 10; index++) expect((await decide(index % 2 === 0 ? "deny" : "approve", [PAT])).status).toBe(204);
  expect(refusalOf(await decide("deny", [PAT]))).toMatch(
    /^429\/429 You have exceeded the daily rate limit of \(10\) for Update meeting registrant status/,
  );
});

test("removes a registrant without a mail", async () => {
  const { add, call, at, list, mails } = await withWebinar();
  const { registrant_id } = (await add(PAT)).body;
  expect((await call("DELETE", `${at}/${registrant_id}`)).status).toBe(204);
  expect([await list(), (await mails()).length]).toEqual([[], 1]);
  expect(refusalOf(await call("DELETE", `${at}/${registrant_id}`))).toBe(`400/3000 Registrant ${registrant_id} was not found.`);
  expect(refusalOf(await call("GET", `${at}/${registrant_id}`))).toBe(`400/3079 This registrant does not exist: ${registrant_id}.`);
});

test("lists by tracking source, and shows language only for one registrant", async () => {
  const { add, call, at, list } = await withWebinar();
  const { registrant_id } = (await add({ ...PAT, source_id: "banner", language: "de-DE" })).body;
  await add({ email: "kim@example.com", first_name: "Kim" });
  expect(await list("?tracking_source_id=banner")).toMatchObject([{ email: "pat@example.com" }]);
  expect((await list("?tracking_source_id=banner"))[0]).not.toHaveProperty("language");
  expect((await call("GET", `${at}/${registrant_id}`)).body.language).toBe("de-DE");
  expect(await list("?status=nonsense")).toHaveLength(2);
});

test("a bracket that can be sent but not read is empty", async () => {
  const { add, list } = await withWebinar();
  await add({ ...PAT, no_of_employees: "101-500" });
  await add({ email: "kim@example.com", first_name: "Kim", no_of_employees: "1-20" });
  const [pat, kim] = await list();
  expect(pat.no_of_employees).toBe("");
  expect(kim.no_of_employees).toBe("1-20");
});

test("announced fields appear only by switch", async () => {
  expect((await (await withWebinar()).add(PAT)).body).not.toHaveProperty("share_url");
  const { add, call, at } = await withWebinar({}, { switches: { announcedFields: true } });
  const { share_url, registrant_id } = (await add(PAT)).body;
  expect(share_url).toContain("/webinar/register/");
  expect((await call("GET", `${at}/${registrant_id}`)).body.share_url).toBe(share_url);
});

test("new registrants stay out of lists for as long as the lag", async () => {
  const { add, list, clock } = await withWebinar({}, { switches: { listLagMs: 1000 } });
  await add(PAT);
  expect(await list()).toEqual([]);
  clock.advance(1000);
  expect(await list()).toHaveLength(1);
});

test("answers what the form asks", async () => {
  const { call, emulator } = await probe();
  const demo = (await emulator.state.webinars())[0];
  expect((await call("GET", `/webinars/${demo?.id}/registrants/questions`)).body).toEqual({
    questions: [{ field_name: "org", required: false }],
    custom_questions: [{ title: "What do you hope to learn?", type: "short", required: false, answers: [] }],
  });
});
