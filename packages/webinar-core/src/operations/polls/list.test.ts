import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createPoll } from "./create.ts";
import { listPolls } from "./list.ts";

const questions = [{ name: "What do you eat?", type: "single" as const, answers: ["Soup", "Salad"] }];

it("lists polls with their questions, all or only those that hide names", async () => {
  const { run, seen } = emulated();
  const before = (await run(listPolls, { webinar_id: UPCOMING })).polls?.length ?? 0;
  await run(createPoll, { webinar_id: UPCOMING, poll_title: "Open", questions });
  await run(createPoll, { webinar_id: UPCOMING, poll_title: "Hidden", questions, anonymous: true });
  seen();
  const { polls } = await run(listPolls, { webinar_id: UPCOMING });
  expect(polls).toHaveLength(before + 2);
  expect(polls?.find(({ title }) => title === "Open")).toMatchObject({ id: expect.any(String), questions });
  const hidden = await run(listPolls, { webinar_id: UPCOMING, anonymous: true });
  expect(hidden.polls?.map(({ title }) => title)).toContain("Hidden");
  expect(hidden.polls?.map(({ title }) => title)).not.toContain("Open");
  expect(seen()).toMatchObject([{ path: `/v2/webinars/${UPCOMING}/polls`, query: {} }, { query: { anonymous: "true" } }]);
});

it("says when there is no such webinar", async () => {
  expect(await emulated().refusal(listPolls, { webinar_id: "99999999999" })).toMatchObject({ code: "not_found" });
});
