import { expect, test } from "vitest";
import { planWebinar, probe } from "../test/probe.ts";

const CHOICE = { name: "Tea or coffee?", type: "single", answers: ["Tea", "Coffee"] };
const SURVEY = { title: "How was it?", questions: [{ name: "Again?", type: "single", answers: ["Yes", "No"], answer_required: true }] };
const MINUTE_MS = 60_000;

/** A webinar on air, with two people signed up, a panelist, a poll and a survey. */
const onAir = async (settings: Record<string, unknown> = {}) => {
  const probed = await probe();
  const { call, emulator } = probed;
  const { id } = await planWebinar(call, { settings: { approval_type: 0, ...settings } });
  const signUp = async (name: string) =>
    (await call("POST", `/webinars/${id}/registrants`, { email: `${name}@example.com`, first_name: name, last_name: "Sample" })).body.registrant_id;
  const [pat, kim] = [await signUp("pat"), await signUp("kim")];
  await call("POST", `/webinars/${id}/panelists`, { panelists: [{ name: "Ray Speaker", email: "ray@example.com" }] });
  const poll = (await call("POST", `/webinars/${id}/polls`, { title: "Drinks", questions: [CHOICE] })).body.id;
  await call("PATCH", `/webinars/${id}/survey`, { custom_survey: SURVEY });
  const uuid = await emulator.controls.startWebinar(id);
  return { ...probed, controls: emulator.controls, id, uuid, pat, kim, poll };
};

test("the host is in from the start; people come by sign-up, address or name, and are who they are", async () => {
  const { controls, call, id, pat, clock } = await onAir();
  await controls.join(id, { email: "ray@example.com" });
  await controls.join(id, { registrant_id: pat });
  await controls.join(id, { email: "KIM@example.com" });
  await controls.join(id, { email: "guest@example.com", name: "Guest" });
  await controls.join(id, { name: "Just a name" });
  clock.advance(10 * MINUTE_MS);
  await controls.endWebinar(id);
  const { participants } = (await call("GET", `/past_webinars/${id}/participants`)).body;
  const seen = participants.map(({ name, user_email, internal_user, duration }: Record<string, unknown>) => [
    name,
    user_email,
    internal_user,
    duration,
  ]);
  expect(seen).toEqual([
    ["Grace Example", "grace@example.com", true, 600],
    ["Ray Speaker", "ray@example.com", false, 600],
    ["pat Sample", "pat@example.com", false, 600],
    ["kim Sample", "kim@example.com", false, 600],
    ["Guest", "", false, 600],
    ["Just a name", "", false, 600],
  ]);
  expect(participants[2].registrant_id).toBe(pat);
});

test("who leaves and comes again has two rows; absent is who never came", async () => {
  const { controls, call, id, pat, clock } = await onAir();
  const first = await controls.join(id, { registrant_id: pat });
  clock.advance(5 * MINUTE_MS);
  await controls.leave(id, { registrant_id: pat });
  clock.advance(MINUTE_MS);
  const second = await controls.join(id, { registrant_id: pat });
  expect(second).not.toBe(first);
  clock.advance(2 * MINUTE_MS);
  await controls.endWebinar(id);
  const { participants } = (await call("GET", `/past_webinars/${id}/participants`)).body;
  expect(participants.slice(1).map(({ user_id, duration }: Record<string, unknown>) => [user_id, duration])).toEqual([
    [first, 300],
    [second, 120],
  ]);
  const { registrants } = (await call("GET", `/past_webinars/${id}/absentees`)).body;
  expect(registrants.map(({ email }: { email: string }) => email)).toEqual(["kim@example.com"]);
});

test("who is not approved stays outside", async () => {
  const { controls, call, id, pat } = await onAir();
  await call("PUT", `/webinars/${id}/registrants/status`, { action: "deny", registrants: [{ id: pat }] });
  await expect(controls.join(id, { registrant_id: pat })).rejects.toThrow("not approved");
  await expect(controls.join(id, { email: "pat@example.com" })).rejects.toThrow("not approved");
  await expect(controls.join(id, {})).rejects.toThrow("needs registrant_id, email or name");
  await expect(controls.join(id, { registrant_id: "none" })).rejects.toThrow("Nobody signed up");
});

test("questions are asked, answered in every way, commented and put aside", async () => {
  const { controls, call, id, pat, kim } = await onAir();
  await controls.join(id, { registrant_id: pat });
  await controls.join(id, { registrant_id: kim });
  const first = await controls.ask(id, { registrant_id: pat, question: "Slides?" });
  await controls.answer(id, first, { content: "On our site.", kind: "publicly" });
  await controls.answer(id, first, { content: "Thanks!", kind: "comment", by: { registrant_id: kim } });
  const aloud = await controls.ask(id, { registrant_id: pat, question: "Price?" });
  await controls.answer(id, aloud, { kind: "live" });
  await controls.dismissQuestion(id, await controls.ask(id, { registrant_id: kim, question: "Off topic?", anonymous: true }));
  await controls.endWebinar(id);
  expect((await call("GET", `/past_webinars/${id}/qa`)).body.questions).toEqual([
    {
      name: "pat Sample",
      email: "pat@example.com",
      question_details: [
        { question: "Slides?", answer: "On our site.;Thanks!" },
        { question: "Price?", answer: "live answered" },
      ],
    },
    { name: "Anonymous Attendee", email: "", question_details: [{ question: "Off topic?", answer: "" }] },
  ]);
  const [asked, dismissed] = (await call("GET", `/report/webinars/${id}/qa`)).body.questions;
  expect(asked.question_details[0].answer_details).toMatchObject([
    { name: "Grace Example", type: "host_answered_publicly" },
    { name: "kim Sample", type: "participant_commented" },
  ]);
  expect(dismissed.question_details[0].question_status).toBe("dismissed");
});

test("the webinar's settings decide about questions", async () => {
  const { controls, id } = await onAir({ question_and_answer: { allow_anonymous_questions: false } });
  const user_id = await controls.join(id, { name: "Guest" });
  await expect(controls.ask(id, { user_id, question: "Q", anonymous: true })).rejects.toThrow("without a name");
  const off = await onAir({ question_and_answer: { enable: false } });
  const guest = await off.controls.join(off.id, { name: "Guest" });
  await expect(off.controls.ask(off.id, { user_id: guest, question: "Q" })).rejects.toThrow("Q&A is off");
});

test("a poll is answered once by each, with its own answers only; the first starts it, the end ends it", async () => {
  const { controls, call, id, pat, poll } = await onAir();
  const status = async () => (await call("GET", `/webinars/${id}/polls/${poll}`)).body.status;
  await controls.join(id, { registrant_id: pat });
  await expect(controls.vote(id, poll, { registrant_id: pat, answers: ["Water"] })).rejects.toThrow('"Water" is not an answer');
  await expect(controls.vote(id, poll, { registrant_id: pat, answers: [["Tea", "Coffee"]] })).rejects.toThrow("takes one answer");
  await expect(controls.vote(id, poll, { registrant_id: pat, answers: [] })).rejects.toThrow("wants an answer");
  expect(await status()).toBe("notstart");
  await controls.vote(id, poll, { registrant_id: pat, answers: ["Tea"] });
  expect(await status()).toBe("started");
  await expect(controls.vote(id, poll, { registrant_id: pat, answers: ["Coffee"] })).rejects.toThrow("have answered");
  await controls.endWebinar(id);
  expect(await status()).toBe("ended");
  const [{ question_details }] = (await call("GET", `/past_webinars/${id}/polls`)).body.questions;
  expect(question_details).toMatchObject([{ question: "Tea or coffee?", answer: "Tea", polling_id: poll }]);
});

test("the survey is answered also after the end, by who was there", async () => {
  const { controls, call, id, pat, kim } = await onAir();
  await controls.join(id, { registrant_id: pat });
  await controls.leave(id, { registrant_id: pat });
  await controls.endWebinar(id);
  await controls.answerSurvey(id, { registrant_id: pat, answers: ["Yes"] });
  await expect(controls.answerSurvey(id, { registrant_id: pat, answers: ["No"] })).rejects.toThrow("have answered");
  await expect(controls.answerSurvey(id, { registrant_id: kim, answers: ["No"] })).rejects.toThrow("Nobody of that name or ID has joined");
  const { survey_name, survey_answers } = (await call("GET", `/report/webinars/${id}/survey`)).body;
  expect([survey_name, survey_answers]).toMatchObject([
    "How was it?",
    [{ email: "pat@example.com", answer_details: [{ question: "Again?", answer: "Yes" }] }],
  ]);
});

test("what is not on air, and who is not in it, does nothing", async () => {
  const { controls, id } = await onAir();
  await expect(controls.leave(id, { name: "Nobody" })).rejects.toThrow("Nobody of that name or ID is in");
  await expect(controls.chat(id, { name: "Nobody", content: "Hi" })).rejects.toThrow("Nobody of that name or ID is in");
  await expect(controls.startWebinar(id)).rejects.toThrow("already running");
  await controls.endWebinar(id);
  await expect(controls.join(id, { name: "Late" })).rejects.toThrow("not started");
  await expect(controls.join(12_345_678_901, { name: "Lost" })).rejects.toThrow("does not exist");
  await expect(controls.join("constructor", { name: "Lost" })).rejects.toThrow("does not exist");
});

test("a webinar that is opened again has another instance, with people of its own", async () => {
  const { controls, call, id, uuid, pat, clock } = await onAir();
  await controls.join(id, { registrant_id: pat });
  clock.advance(MINUTE_MS);
  await controls.endWebinar(id);
  const again = await controls.startWebinar(id);
  expect(again).not.toBe(uuid);
  clock.advance(MINUTE_MS);
  await controls.endWebinar(id);
  expect((await call("GET", `/past_webinars/${id}/instances`)).body.webinars.map(({ uuid: held }: { uuid: string }) => held)).toEqual([uuid, again]);
  const { participants } = (await call("GET", `/past_webinars/${id}/participants`)).body;
  expect(participants.map(({ name }: { name: string }) => name)).toEqual(["Grace Example"]);
});

test("chat, thumbs, sharing and a summary are kept with the instance", async () => {
  const { controls, emulator, id } = await onAir();
  const user_id = await controls.join(id, { name: "Guest" });
  const message = await controls.chat(id, { user_id, content: "Hello", file_ids: ["f1"] });
  await controls.startSharing(id, { user_id, content: "desktop" });
  await controls.startSharing(id, { user_id, content: "whiteboard" });
  await controls.stopSharing(id, { user_id });
  await expect(controls.stopSharing(id, { user_id })).rejects.toThrow("not sharing anything");
  await expect(controls.writeSummary(id, { content: "Early" })).rejects.toThrow("never ended");
  await controls.endWebinar(id);
  await controls.giveFeedback(id, { user_id, satisfied: false, comment: "Too long" });
  await controls.writeSummary(id, { content: "## Recap" });
  const instance = (await emulator.state.webinar(id))?.instances[0];
  expect(instance).toMatchObject({
    chat: [{ message_id: message, content: "Hello", file_ids: ["f1"] }],
    sharing: [
      { content: "desktop", end_time: "2027-01-15T12:00:00Z" },
      { content: "whiteboard", end_time: "2027-01-15T12:00:00Z" },
    ],
    feedback: [{ satisfied: false, comment: "Too long" }],
    summary: { title: "Meeting summary for Planned for a test", content: "## Recap", trashed: false },
  });
});
