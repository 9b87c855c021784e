import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createWebinar } from "../webinars/create.ts";
import { updateWebinar } from "../webinars/update.ts";
import { CARRIED } from "./carried.ts";
import { createTemplate } from "./create.ts";

it("keeps a webinar as a template, its ID sent as a number", async () => {
  const { run, seen } = emulated();
  const made = await run(createTemplate, { user_id: HOST, webinar_id: UPCOMING, name: "Tour" });
  expect(seen().filter(({ method }) => method !== "GET")).toMatchObject([
    { method: "POST", path: "/v2/users/ada%40example.com/webinar_templates", body: { webinar_id: Number(UPCOMING), name: "Tour" } },
  ]);
  expect(made).toEqual({ id: expect.any(String), name: "Tour", notes: [CARRIED] });
});

it("reports that the name is taken, and that there is no such host", async () => {
  const { run, refusal } = emulated();
  await run(createTemplate, { user_id: HOST, webinar_id: UPCOMING, name: "Tour" });
  expect(await refusal(createTemplate, { user_id: HOST, webinar_id: UPCOMING, name: "Tour" })).toMatchObject({
    code: "zoom_rejected",
    message: expect.stringContaining("Tour"),
  });
  expect(await refusal(createTemplate, { user_id: "nobody@example.com", webinar_id: UPCOMING })).toMatchObject({ code: "not_found" });
});

it("is started from with its own length, and both say what it carries and what not", async () => {
  const { run } = emulated();
  await run(updateWebinar, { webinar_id: UPCOMING, duration: 25 });
  const { id: template_id = "" } = await run(createTemplate, { user_id: HOST, webinar_id: UPCOMING, name: "Tour" });
  const start = { user_id: HOST, topic: "Again", start_time: "2027-03-01T10:00", timezone: "UTC", template_id };
  const copy = await run(createWebinar, start);
  expect(copy.webinar.duration).toBe(25);
  expect(copy.notes).toContain(CARRIED);
  expect((await run(createWebinar, { ...start, topic: "Longer", duration: 40 })).webinar.duration).toBe(40);
});
