import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { runOperation } from "../../run.ts";
import { getWebinar } from "./get.ts";
import { updateWebinarStatus } from "./update-status.ts";

const webinar_id = UPCOMING;

describe("webinars.updateStatus", () => {
  it.each([200, 204] as const)("ends by PUT with the only action that Zoom has; HTTP %s is done", async (statusReply) => {
    const { run, seen, emulator } = emulated({ switches: { statusReply } });
    await emulator.controls.startWebinar(webinar_id);
    expect(await run(updateWebinarStatus, { webinar_id, action: "end" })).toEqual({
      webinar_id,
      action: "end",
      outcome: "ended",
      how: null,
      was_running: true,
    });
    expect(seen().slice(1)).toMatchObject([
      { method: "PUT", path: `/v2/webinars/${webinar_id}/status`, body: { action: "end" }, status: statusReply },
    ]);
  });

  it.each(["accept", "refuse"] as const)("says that nothing was ended if the webinar was not running; Zoom may %s it", async (endNotRunning) => {
    const { run, refusal, emulator, session } = emulated({ switches: { endNotRunning } });
    const input = { webinar_id, action: "end" } as const;
    const asking = await runOperation(updateWebinarStatus, input, { ...session, safety: "confirm" }).catch((error: Error) => error.message);
    expect(asking).toContain("does not show it running");
    if (endNotRunning === "refuse") {
      expect(await refusal(updateWebinarStatus, input)).toMatchObject({ code: "zoom_rejected" });
      return;
    }
    const output = await run(updateWebinarStatus, input);
    expect(output).toMatchObject({ outcome: "was not running", was_running: false });
    expect(updateWebinarStatus.describe(output, input)).toContain("nothing was ended");
    await emulator.controls.setScopes(["webinar:write:admin", "webinar:read:admin"]);
    await emulator.controls.expireTokens();
    const blind = await run(updateWebinarStatus, input);
    expect(updateWebinarStatus.describe(blind, input)).toContain("if it was running");
  });

  it("says how a webinar is started, sends nothing but a GET, and shows the host's link only if the operator allows", async () => {
    const { run, seen } = emulated();
    const answer = await run(updateWebinarStatus, { webinar_id, action: "start" });
    expect(answer).toMatchObject({
      outcome: "host starts it",
      topic: expect.any(String),
      how: expect.stringContaining("ada@example.com"),
      redacted: ["start_url"],
    });
    expect(JSON.stringify(answer)).not.toContain("zak=");
    expect(seen().map(({ method }) => method)).toEqual(["GET"]);
    const allowed = emulated({ session: { reveal: "host" } });
    expect((await allowed.run(updateWebinarStatus, { webinar_id, action: "start" })).start_url).toContain("zak=");
  });

  it("cancels by deleting, mailing only if asked to", async () => {
    const { run, refusal, seen, emulator } = emulated();
    expect(await run(updateWebinarStatus, { webinar_id, action: "cancel" })).toMatchObject({ outcome: "cancelled" });
    expect(seen().slice(1)).toMatchObject([{ method: "DELETE", path: `/v2/webinars/${webinar_id}`, query: {} }]);
    expect(await emulator.mailLog()).toEqual([]);
    expect(await refusal(getWebinar, { webinar_id })).toMatchObject({ code: "not_found" });
  });

  it("asks before it ends or cancels, not before it says how to start", async () => {
    const { run, refusal, emulator } = emulated({ session: { safety: "confirm" } });
    expect(await run(updateWebinarStatus, { webinar_id, action: "start" })).toMatchObject({ outcome: "host starts it" });
    expect(await refusal(updateWebinarStatus, { webinar_id, action: "end" })).toMatchObject({
      code: "confirmation_required",
      message: expect.stringContaining("for everyone who is in it"),
    });
    const input = { webinar_id, action: "cancel", cancel_webinar_reminder: true } as const;
    const asked = await refusal(updateWebinarStatus, input);
    const { preview, confirm_token } = asked.details as { preview: { recipients: { count: number } }; confirm_token: string };
    expect(preview.recipients.count).toBe(6);
    await run(updateWebinarStatus, input, { confirmToken: confirm_token });
    expect(await emulator.mailLog()).toHaveLength(6);
  });

  it("refuses what Zoom does not have, and fields of another action", async () => {
    const { refusal, seen } = emulated();
    expect(await refusal(updateWebinarStatus, { webinar_id, action: "stop" })).toMatchObject({ code: "input_invalid" });
    expect(await refusal(updateWebinarStatus, { webinar_id, action: "end", occurrence_id: "1" })).toMatchObject({
      code: "input_invalid",
      faults: [{ field: "occurrence_id" }],
    });
    expect(seen()).toEqual([]);
  });
});
