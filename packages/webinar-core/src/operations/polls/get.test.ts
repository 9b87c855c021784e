import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createPoll } from "./create.ts";
import { getPoll } from "./get.ts";

it("reads one poll", async () => {
  const { run, seen } = emulated();
  const questions = [{ name: "What do you eat?", type: "single" as const, answers: ["Soup", "Salad"] }];
  const { id: poll_id = "" } = await run(createPoll, { webinar_id: UPCOMING, poll_title: "Lunch", questions });
  seen();
  expect(await run(getPoll, { webinar_id: UPCOMING, poll_id })).toMatchObject({ id: poll_id, title: "Lunch", questions });
  expect(seen()).toMatchObject([{ method: "GET", path: `/v2/webinars/${UPCOMING}/polls/${encodeURIComponent(poll_id)}` }]);
});

it("reports that Zoom knows no such poll", async () => {
  expect(await emulated().refusal(getPoll, { webinar_id: UPCOMING, poll_id: "nothing" })).toMatchObject({ code: "zoom_rejected" });
});
