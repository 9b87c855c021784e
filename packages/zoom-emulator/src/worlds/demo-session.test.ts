import { expect, test } from "vitest";
import { probeWorld } from "../test/probe-world.ts";

test("what happened in the held webinar hangs together", async () => {
  const { past, instance } = await probeWorld();
  const joinings = new Set(instance.participants.map(({ user_id }) => user_id));
  expect(joinings.size).toBe(5);
  const { questions, votes, survey, feedback, sharing } = instance;
  for (const { user_id } of [...questions, ...votes, ...(survey?.answers ?? []), ...feedback, ...sharing]) expect(joinings).toContain(user_id);
  expect(votes.map(({ poll_id }) => poll_id)).toEqual([past.polls[0]?.id, past.polls[0]?.id]);
  expect(survey?.id).toBe(past.survey?.id);
  const came = new Set(instance.participants.map(({ registrant_id }) => registrant_id));
  expect(past.registrants.map(({ first_name, id }) => [first_name, came.has(id)])).toEqual([
    ["Mina", true],
    ["Nia", true],
    ["Ravi", false],
  ]);
  for (const { join_time, leave_time } of instance.participants) {
    expect([join_time >= instance.start_time, leave_time !== null && leave_time <= instance.end_time]).toEqual([true, true]);
  }
});

test("two links lead to the sign-up of the upcoming webinar; one person came through the first", async () => {
  const { call, upcoming } = await probeWorld();
  const { body } = await call("GET", `/webinars/${upcoming.id}/tracking_sources`);
  const seen = body.tracking_sources.map(({ source_name, visitor_count, registration_count }: Record<string, unknown>) => [
    source_name,
    visitor_count,
    registration_count,
  ]);
  expect(seen).toEqual([
    ["Newsletter", 12, 1],
    ["Partner site", 3, 0],
  ]);
  const [{ id }] = body.tracking_sources;
  expect((await call("GET", `/webinars/${upcoming.id}/registrants?tracking_source_id=${id}`)).body.registrants).toMatchObject([
    { email: "otto@example.com" },
  ]);
});
