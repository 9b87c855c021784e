import { expect, test } from "vitest";
import type { HttpRequest } from "../http/messages.ts";
import { planWebinar, probe } from "../test/probe.ts";

const withRoutes = async () => {
  const probed = await probe();
  const ask = async (method: HttpRequest["method"], path: string, body?: unknown) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const answer = await probed.emulator.send({ method, url: `http://127.0.0.1:4646/emulator${path}`, headers: {}, body: text });
    return { status: answer.status, body: answer.text === "" ? undefined : JSON.parse(answer.text) };
  };
  return { ...probed, ask };
};

test("a whole webinar over HTTP", async () => {
  const { ask, call, emulator } = await withRoutes();
  const { id } = await planWebinar(call);
  const poll = (await call("POST", `/webinars/${id}/polls`, { questions: [{ name: "Tea?", type: "single", answers: ["Yes", "No"] }] })).body.id;
  await call("PATCH", `/webinars/${id}/survey`, { custom_survey: { questions: [{ name: "Again?", type: "short_answer" }] } });
  const at = `/webinars/${id}`;
  await ask("POST", `${at}/start`);
  const { user_id } = (await ask("POST", `${at}/participants`, { name: "Guest", email: null })).body;
  const { question_id } = (await ask("POST", `${at}/questions`, { user_id, question: "Why?" })).body;
  expect((await ask("POST", `${at}/questions/${question_id}/answers`, { content: "Because", by: { user_id } })).status).toBe(204);
  expect((await ask("POST", `${at}/questions/${question_id}/dismiss`)).status).toBe(204);
  expect((await ask("POST", `${at}/polls/${poll}/votes`, { user_id, answers: ["Yes"] })).status).toBe(204);
  expect((await ask("POST", `${at}/chat`, { user_id, content: "Hi" })).body.message_id).toMatch(/^[\w-]{22}$/);
  expect((await ask("POST", `${at}/sharing/start`, { user_id, content: "desktop" })).status).toBe(204);
  expect((await ask("POST", `${at}/sharing/stop`, { user_id })).status).toBe(204);
  expect((await ask("POST", `${at}/leave`, { user_id })).status).toBe(204);
  await ask("POST", `${at}/end`);
  expect((await ask("POST", `${at}/survey/answers`, { user_id, answers: ["Sure"] })).status).toBe(204);
  expect((await ask("POST", `${at}/feedback`, { user_id, satisfied: true })).status).toBe(204);
  expect((await ask("POST", `${at}/summary`, { content: "All went well." })).status).toBe(204);
  const instance = (await emulator.state.webinar(id))?.instances[0];
  expect(instance).toMatchObject({
    questions: [{ status: "dismissed", answers: [{ name: "Guest" }] }],
    votes: [{ answers: [{ answer: "Yes" }] }],
    survey: { answers: [{ answers: [{ answer: "Sure" }] }] },
    feedback: [{ satisfied: true }],
    summary: { content: "All went well." },
  });
});

test("the account over HTTP: add-on, features, people, recordings, tracking links, worlds", async () => {
  const { ask, call, emulator } = await withRoutes();
  const { id } = await planWebinar(call);
  expect((await ask("POST", "/users/grace@example.com/add-on", { on: false })).status).toBe(204);
  expect((await call("GET", `/webinars/${id}`)).body.code).toBe(200);
  await ask("POST", "/users/grace@example.com/add-on", { on: true });
  await ask("POST", "/features", { feature: "polls", on: false, user: "grace@example.com" });
  expect((await call("GET", `/webinars/${id}/polls`)).body.code).toBe(4400);
  await ask("POST", "/features", { feature: "polls", on: true, user: "grace@example.com" });
  expect((await call("GET", `/webinars/${id}/polls`)).status).toBe(200);
  const source = (await ask("POST", `/webinars/${id}/tracking-sources`, { name: "Newsletter", visitors: 7 })).body.id;
  await call("POST", `/webinars/${id}/registrants`, { email: "pat@example.com", first_name: "Pat", source_id: source });
  const { tracking_sources } = (await call("GET", `/webinars/${id}/tracking_sources`)).body;
  expect(tracking_sources).toMatchObject([{ id: source, source_name: "Newsletter", registration_count: 1, visitor_count: 7 }]);
  expect(tracking_sources[0].tracking_url).toContain(`/register/${source}/WN_`);
  expect((await ask("POST", "/recordings", { file_id: "r1" })).status).toBe(204);
  await ask("POST", "/features", { feature: "simulive", on: true });
  const simulive = { is_simulive: true, record_file_id: "r1", simulive_delay_start: { enable: true, time: 30 } };
  expect(await planWebinar(call, simulive)).toMatchObject({ ...simulive, simulive_delay_start: { time: 30, timeunit: "second" } });
  expect((await ask("DELETE", "/users/linus@example.com")).status).toBe(204);
  expect(await emulator.state.users()).toHaveLength(2);
  expect((await ask("POST", "/seed", { world: "empty" })).status).toBe(204);
  expect(await emulator.state.webinars()).toEqual([]);
});

test.each([
  ["POST", "/seed", { world: "unheard-of" }, 400],
  ["POST", "/features", { feature: "flying", on: true }, 400],
  ["POST", "/features", { feature: "polls", on: true, user: "nobody@example.com" }, 404],
  ["POST", "/users/nobody@example.com/add-on", { on: true }, 404],
  ["POST", "/webinars/12345678901/participants", { name: "Lost" }, 404],
  ["POST", "/webinars/%/participants", { name: "Lost" }, 404],
  ["POST", "/webinars//participants", { name: "Lost" }, 404],
  ["GET", "/webinars/12345678901/participants", undefined, 404],
  ["POST", "/clock", { advance_ms: "soon" }, 400],
] as const)("refuses %s %s", async (method, path, body, status) => {
  const { ask } = await withRoutes();
  expect((await ask(method, path, body)).status).toBe(status);
});
