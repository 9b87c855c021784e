import { expect, test } from "vitest";
import { planWebinar, probe, refusalOf } from "../../test/probe.ts";

const HOST = "/users/grace@example.com";
const weekly = { type: 9, start_time: "2027-02-01T10:00:00Z", timezone: "UTC", recurrence: { type: 2, end_times: 3 } };

const withWebinar = async (fields: Record<string, unknown> = {}) => {
  const probed = await probe({ rateLimits: false });
  const webinar = await planWebinar(probed.call, { topic: "Pattern", agenda: "As always", duration: 90, settings: { approval_type: 1 }, ...fields });
  const keep = (body: Record<string, unknown> = {}) => probed.call("POST", `${HOST}/webinar_templates`, { webinar_id: webinar.id, ...body });
  const list = async () => (await probed.call("GET", `${HOST}/webinar_templates`)).body.templates;
  return { ...probed, webinar, keep, list };
};

test("keeps a webinar to start others from; what the new one says itself counts", async () => {
  const { call, webinar, keep, list } = await withWebinar();
  await call("PATCH", `/webinars/${webinar.id}/registrants/questions`, { questions: [{ field_name: "org", required: true }] });
  const { status, body } = await keep({ name: "Standard" });
  expect([status, body]).toEqual([201, { id: body.id, name: "Standard" }]);
  expect(await list()).toEqual([{ ...body, type: 1 }]);
  const made = await planWebinar(call, { template_id: body.id, topic: "Made from it", settings: { audio: "voip" } });
  expect(made).toMatchObject({
    topic: "Made from it",
    agenda: "As always",
    duration: 90,
    template_id: body.id,
    settings: { approval_type: 1, audio: "voip" },
  });
  expect((await call("GET", `/webinars/${made.id}/registrants/questions`)).body.questions).toEqual([{ field_name: "org", required: true }]);
});

test("keeps dates only if asked", async () => {
  const { call, keep } = await withWebinar(weekly);
  const without = (await keep({ name: "Without dates" })).body;
  const withDates = (await keep({ name: "With dates", save_recurrence: true })).body;
  expect((await planWebinar(call, { template_id: without.id })).type).toBe(5);
  expect(await planWebinar(call, { template_id: withDates.id })).toMatchObject({ type: 9, occurrences: { length: 3 } });
  expect((await planWebinar(call, { template_id: withDates.id, type: 5 })).type).toBe(5);
});

test("a name is there once, unless it is overwritten", async () => {
  const { keep, list } = await withWebinar();
  const { id } = (await keep({ name: "Standard" })).body;
  expect(refusalOf(await keep({ name: "Standard" }))).toBe("400/3000 Webinar template name already exists: Standard.");
  expect((await keep({ name: "Better", overwrite: true })).body).toEqual({ id, name: "Better" });
  expect(await list()).toHaveLength(1);
});

test("a host keeps forty", async () => {
  const { keep } = await withWebinar();
  for (let index = 0; index < 40; index++) expect((await keep({ name: `No. ${index}` })).status).toBe(201);
  expect(refusalOf(await keep({ name: "One more" }))).toBe("400/300 You can only create up to 40 webinar templates.");
});

test("only of one's own webinars, only for hosts with the add-on, and only with known ones", async () => {
  const { call, webinar } = await withWebinar();
  const from = (user: string, webinar_id: unknown) => call("POST", `/users/${user}/webinar_templates`, { webinar_id });
  expect(refusalOf(await from("ada@example.com", webinar.id))).toBe("400/3000 Cannot access meeting info.");
  expect(refusalOf(await from("grace@example.com", 12_345_678_901))).toBe("400/3000 Cannot access meeting info.");
  expect(refusalOf(await from("grace@example.com", "text"))).toBe("400/300 Validation Failed. [webinar_id]");
  expect((await from("linus@example.com", webinar.id)).body.code).toBe(200);
  expect((await from("nobody@example.com", webinar.id)).body.code).toBe(1001);
});
