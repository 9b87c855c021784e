import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createPoll } from "./create.ts";
import { getPoll } from "./get.ts";
import { replacePoll } from "./replace.ts";

const questions = [{ name: "What do you eat?", type: "single" as const, answers: ["Soup", "Salad"] }];

it("replaces a whole poll by PUT", async () => {
  const { run, seen } = emulated();
  const { id: poll_id = "" } = await run(createPoll, { webinar_id: UPCOMING, poll_title: "Lunch", questions, anonymous: true });
  seen();
  const tea = [{ name: "Which tea?", type: "multiple" as const, answers: ["Black", "Green"] }];
  const input = { webinar_id: UPCOMING, poll_id, poll_title: "Tea", questions: tea };
  expect(await run(replacePoll, input)).toEqual({ done: "replace_webinar_poll", webinar_id: UPCOMING, poll_id });
  expect(seen()).toMatchObject([{ method: "PUT", body: { title: "Tea", poll_type: 1, questions: tea } }]);
  expect(await run(getPoll, { webinar_id: UPCOMING, poll_id })).toMatchObject({ title: "Tea", questions: tea, anonymous: false });
});

it("checks questions as create does, and reports that Zoom knows no such poll", async () => {
  const { refusal } = emulated();
  const input = { webinar_id: UPCOMING, poll_id: "nothing", poll_title: "Tea" };
  expect(await refusal(replacePoll, { ...input, questions: [{ name: "?", type: "single", answers: [] }] })).toMatchObject({ code: "input_invalid" });
  expect(await refusal(replacePoll, { ...input, questions })).toMatchObject({ code: "zoom_rejected" });
});
