import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { denyRegistrants } from "./deny.ts";

it("denies by PUT, with a row for each, and Zoom tells them", async () => {
  const { run, seen, emulator } = emulated();
  const { results } = await run(denyRegistrants, { webinar_id: UPCOMING, registrants: ["juan@example.com", "mina@example.com"] });
  expect(results.map(({ email, outcome }) => [email, outcome])).toEqual([
    ["juan@example.com", "done"],
    ["mina@example.com", "done"],
  ]);
  expect(seen().at(-1)).toMatchObject({
    method: "PUT",
    body: { action: "deny", registrants: [{ email: "juan@example.com" }, { email: "mina@example.com" }] },
  });
  expect((await emulator.mailLog()).map(({ kind }) => kind)).toEqual(["denied", "denied"]);
});

it("asks first, naming who is told; refuses somebody unknown", async () => {
  const { refusal, emulator } = emulated({ session: { safety: "confirm" } });
  const input = { webinar_id: UPCOMING, registrants: ["juan@example.com"] };
  expect(await refusal(denyRegistrants, input)).toMatchObject({ code: "confirmation_required", details: { preview: { recipients: { count: 1 } } } });
  expect(await refusal(denyRegistrants, { ...input, registrants: ["who@example.com"] })).toMatchObject({ code: "not_found" });
  expect(await emulator.mailLog()).toEqual([]);
});

it("says of a token that is brought again that it was used, though nobody is left to deny", async () => {
  const { run, refusal, emulator } = emulated({ session: { safety: "confirm" } });
  const input = { webinar_id: UPCOMING, registrants: ["juan@example.com"] };
  const { details } = await refusal(denyRegistrants, input);
  const confirmToken = String(details.confirm_token);
  await run(denyRegistrants, input, { confirmToken });
  const again = await refusal(denyRegistrants, input, { confirmToken });
  expect(again.message).toMatch(/^Nothing was done this time: that confirm_token was used before/);
  expect(again.details.changed_since).toBeUndefined();
  expect(await emulator.mailLog()).toHaveLength(1);
});
