import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { generateWebinar } from "@zoom-webinar/testing/generated-webinar";
import { expect, it } from "vitest";
import { createWebinar } from "./create.ts";
import { diffWebinars } from "./diff.ts";

it("finds a webinar equal to itself, whatever it holds", async () => {
  const zoom = emulated();
  for (const seed of [3, 5, 8]) {
    const webinar_id = await generateWebinar(zoom, seed);
    expect(await zoom.run(diffWebinars, { webinar_id, other_id: webinar_id })).toMatchObject({ equal: true, changes: [] });
  }
});

it("names each field that differs, and says only that passcodes differ", async () => {
  const { run, refusal } = emulated();
  const input = { user_id: HOST, topic: "A", start_time: "2027-03-01T10:00", timezone: "UTC", password: "sesame" };
  const one = await run(createWebinar, input);
  const two = await run(createWebinar, { ...input, password: "other", agenda: "Why", practice_session: true });
  const ids = { webinar_id: one.webinar.id ?? "", other_id: two.webinar.id ?? "" };
  const { equal, changes } = await run(diffWebinars, ids);
  expect(equal).toBe(false);
  expect(changes).toEqual([
    { at: "agenda", from: "", to: "Why" },
    { at: "password", from: "(not shown)", to: "(not shown)" },
    { at: "practice_session", from: false, to: true },
  ]);
  expect(await refusal(diffWebinars, { ...ids, other_id: "99999999999" })).toMatchObject({ code: "not_found" });
});
