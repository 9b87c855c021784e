import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { updateWebinar } from "../webinars/update.ts";
import { cancelRegistrants } from "./cancel.ts";

const input = { webinar_id: UPCOMING, registrants: ["mina@example.com"] };

it("cancels by PUT, and Zoom tells them", async () => {
  const { run, seen, emulator } = emulated();
  expect(await run(cancelRegistrants, input)).toMatchObject({ action: "cancel", results: [{ outcome: "done" }] });
  expect(seen().at(-1)).toMatchObject({ method: "PUT", body: { action: "cancel" } });
  expect((await emulator.mailLog()).map(({ kind }) => kind)).toEqual(["cancelled"]);
  expect(await run(cancelRegistrants, input)).toMatchObject({ results: [{ outcome: "skipped", message: "was denied already" }] });
});

it("asks first also if Zoom would tell nobody", async () => {
  const { run, refusal, session } = emulated();
  await run(updateWebinar, { webinar_id: UPCOMING, settings: { registrants_email_notification: false } });
  Object.assign(session, { safety: "confirm" });
  const asked = await refusal(cancelRegistrants, input);
  expect(asked).toMatchObject({
    code: "confirmation_required",
    details: { preview: { recipients: null, targets: [{ label: "Mina Muster <mina@example.com>" }], reversible: true } },
  });
  expect(await run(cancelRegistrants, input, { confirmToken: asked.details.confirm_token as string })).toMatchObject({
    results: [{ outcome: "done" }],
  });
});
