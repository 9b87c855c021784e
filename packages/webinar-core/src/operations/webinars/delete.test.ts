import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { deleteWebinar } from "./delete.ts";
import { getWebinar } from "./get.ts";
import { listWebinars } from "./list.ts";

const open = async (options: Parameters<typeof emulated>[0] = {}) => {
  const zoom = emulated(options);
  const webinar_id = (await zoom.run(listWebinars, { user_id: HOST })).webinars[0]?.id as string;
  return { ...zoom, webinar_id };
};

describe("webinars.delete", () => {
  it("deletes, answers what was done, mails nobody", async () => {
    const { run, refusal, emulator, webinar_id } = await open();
    expect(await run(deleteWebinar, { webinar_id })).toEqual({ done: "delete_webinar", webinar_id });
    expect(await refusal(getWebinar, { webinar_id })).toMatchObject({ code: "not_found" });
    expect(await emulator.mailLog()).toEqual([]);
  });

  it("shows what goes and who is told, before anything is deleted", async () => {
    const { run, refusal, emulator, webinar_id } = await open({ session: { safety: "confirm" } });
    const asked = await refusal(deleteWebinar, { webinar_id, cancel_webinar_reminder: true });
    const { preview, confirm_token } = asked.details as { preview: { recipients: { count: number } }; confirm_token: string };
    expect(preview).toMatchObject({
      summary: expect.stringContaining("Product tour"),
      targets: [{ kind: "webinar", id: webinar_id }],
      reversible: false,
    });
    await run(getWebinar, { webinar_id });
    await run(deleteWebinar, { webinar_id, cancel_webinar_reminder: true }, { confirmToken: confirm_token });
    expect(await emulator.mailLog()).toHaveLength(preview.recipients.count);
  });

  it("asks as well where nobody is written to", async () => {
    const { refusal, webinar_id } = await open({ session: { safety: "confirm" } });
    expect(await refusal(deleteWebinar, { webinar_id })).toMatchObject({ code: "confirmation_required", details: { preview: { recipients: null } } });
  });

  it("says not_found for a webinar that is gone, in the preview too", async () => {
    const { refusal } = await open({ session: { safety: "confirm" } });
    expect(await refusal(deleteWebinar, { webinar_id: "99999999999" })).toMatchObject({ code: "not_found" });
  });
});
