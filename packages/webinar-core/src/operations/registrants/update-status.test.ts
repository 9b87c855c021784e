import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { updateRegistrantStatus } from "./update-status.ts";

describe("registrants.updateStatus", () => {
  it.each([
    ["approve", "juan@example.com", "approved"],
    ["deny", "mina@example.com", "denied"],
    ["cancel", "mina@example.com", "cancelled"],
  ] as const)("sends %s by PUT", async (action, email, kind) => {
    const { run, seen, emulator } = emulated();
    expect(await run(updateRegistrantStatus, { webinar_id: UPCOMING, action, registrants: [email] })).toMatchObject({
      action,
      results: [{ email, outcome: "done" }],
    });
    expect(seen().filter(({ method }) => method !== "GET")).toMatchObject([
      { method: "PUT", path: `/v2/webinars/${UPCOMING}/registrants/status`, body: { action } },
    ]);
    expect((await emulator.mailLog()).map((mail) => [mail.to, mail.kind])).toEqual([[email, kind]]);
  });

  it("asks first, and refuses an action that Zoom does not have", async () => {
    const { refusal } = emulated({ session: { safety: "confirm" } });
    const input = { webinar_id: UPCOMING, registrants: ["mina@example.com"] };
    expect(await refusal(updateRegistrantStatus, { ...input, action: "cancel" })).toMatchObject({
      code: "confirmation_required",
      message: expect.stringContaining("Cancel the registration of 1"),
    });
    expect(await refusal(updateRegistrantStatus, { ...input, action: "cancell" })).toMatchObject({
      code: "input_invalid",
      message: expect.stringContaining("did you mean cancel?"),
    });
  });
});
