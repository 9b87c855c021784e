import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createPoll } from "./create.ts";
import { deletePoll } from "./delete.ts";
import { getPoll } from "./get.ts";

it("asks with the poll's title and number of questions, then deletes it", async () => {
  const { run, refusal, seen } = emulated({ session: { safety: "confirm" } });
  const questions = [{ name: "What do you eat?", type: "single" as const, answers: ["Soup", "Salad"] }];
  const { id: poll_id = "" } = await run(createPoll, { webinar_id: UPCOMING, poll_title: "Lunch", questions });
  seen();
  const { details } = await refusal(deletePoll, { webinar_id: UPCOMING, poll_id });
  expect(details).toMatchObject({
    preview: { targets: expect.arrayContaining([{ kind: "poll", id: poll_id, label: "Lunch" }]), summary: expect.stringContaining("1 question") },
  });
  expect(seen().filter(({ method }) => method !== "GET")).toEqual([]);
  const confirmToken = details.confirm_token as string;
  expect(await run(deletePoll, { webinar_id: UPCOMING, poll_id }, { confirmToken })).toEqual({
    done: "delete_webinar_poll",
    webinar_id: UPCOMING,
    poll_id,
  });
  expect(seen().filter(({ method }) => method !== "GET")).toMatchObject([{ method: "DELETE" }]);
  expect(await refusal(getPoll, { webinar_id: UPCOMING, poll_id })).toMatchObject({ code: "zoom_rejected" });
});

it("reports that Zoom knows no such poll", async () => {
  expect(await emulated().refusal(deletePoll, { webinar_id: UPCOMING, poll_id: "nothing" })).toMatchObject({ code: "zoom_rejected" });
});
