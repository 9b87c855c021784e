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

it("asks nobody if nobody is left to deny, whatever token is brought", async () => {
  const { run, refusal, emulator } = emulated({ session: { safety: "confirm" } });
  const input = { webinar_id: UPCOMING, registrants: ["juan@example.com"] };
  const { details } = await refusal(denyRegistrants, input);
  const confirmToken = String(details.confirm_token);
  await run(denyRegistrants, input, { confirmToken });
  const { details: other } = await refusal(denyRegistrants, { ...input, registrants: ["mina@example.com"] });
  for (const brought of [confirmToken, String(other.confirm_token), "abc", `${confirmToken.slice(0, -4)}AAAA`])
    expect((await run(denyRegistrants, input, { confirmToken: brought })).results).toMatchObject([{ outcome: "skipped" }]);
  expect(await emulator.mailLog()).toHaveLength(1);
  // The token of the other call was not used up by this one, and is still good for its own, once.
  const mina = { ...input, registrants: ["mina@example.com"] };
  expect((await run(denyRegistrants, mina, { confirmToken: String(other.confirm_token) })).results).toMatchObject([{ outcome: "done" }]);
});

it("takes no token of another call, nor one a second time, for what needs a yes", async () => {
  const { run, refusal, emulator } = emulated({ session: { safety: "confirm" } });
  const juan = { webinar_id: UPCOMING, registrants: ["juan@example.com"] };
  const mina = { webinar_id: UPCOMING, registrants: ["mina@example.com"] };
  const confirmToken = String((await refusal(denyRegistrants, juan)).details.confirm_token);
  expect((await refusal(denyRegistrants, mina, { confirmToken })).message).toContain("was for another call");
  await run(denyRegistrants, juan, { confirmToken });
  expect((await refusal(denyRegistrants, mina, { confirmToken })).message).toContain("was for another call");
  expect(await emulator.mailLog()).toHaveLength(1);
});
