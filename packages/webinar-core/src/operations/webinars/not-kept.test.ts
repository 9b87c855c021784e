import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { previewOperation } from "../../run.ts";
import { applyWebinarFiles } from "./apply.ts";
import { cloneWebinar } from "./clone.ts";
import { createWebinar } from "./create.ts";
import { createFromSentence } from "./create-from-sentence.ts";
import { updateWebinar } from "./update.ts";

const DAILY = { type: 1 as const, end_times: 60 };
const START = { start_time: "2027-03-02T10:00", timezone: "UTC" };
const FILE = `host: ${HOST}\nformat: 1\ntopic: Drills\nstart_time: ${START.start_time}\ntimezone: UTC\nrecurrence: { type: 1, end_times: 60 }\n`;

it("is told before the yes by everything that plans a series with more dates than Zoom keeps", async () => {
  const { run, session } = emulated();
  const { webinar } = await run(createWebinar, { user_id: HOST, topic: "Drills", ...START, recurrence: { type: 1, end_times: 2 } });
  const webinar_id = String(webinar.id);
  const long = await run(createWebinar, { user_id: HOST, topic: "Long", ...START, recurrence: DAILY });
  const previews = await Promise.all([
    previewOperation(createWebinar, { user_id: HOST, topic: "Drills", ...START, recurrence: DAILY }, session),
    previewOperation(updateWebinar, { webinar_id, ...START, recurrence: DAILY }, session),
    previewOperation(applyWebinarFiles, { files: [{ name: "drills.yaml", text: FILE }] }, session),
    previewOperation(
      createFromSentence,
      { prompt: 'webinar "Drills" every day at 10:00 UTC from 2027-03-02, 60 times', user_selection: HOST },
      session,
    ),
    previewOperation(cloneWebinar, { webinar_id: String(long.webinar.id), ...START }, session),
  ]);
  for (const { consequences } of previews)
    expect(consequences).toContainEqual({
      kind: "not kept",
      text: "Zoom may not plan the dates from 2027-04-21 10:00 on: it is reported to keep 50. Plan those as another webinar.",
    });
});
