import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { deleteRegistrant } from "./delete.ts";
import { findRegistrantByEmail } from "./find-by-email.ts";

const idOf = async ({ run, seen }: ReturnType<typeof emulated>, email: string) => {
  const { registrants } = await run(findRegistrantByEmail, { webinar_id: UPCOMING, email });
  seen();
  return registrants[0]?.id as string;
};

describe("registrants.delete", () => {
  it("erases one by id with one call, and tells nobody", async () => {
    const zoom = emulated();
    const registrant_id = await idOf(zoom, "mina@example.com");
    expect(await zoom.run(deleteRegistrant, { webinar_id: UPCOMING, registrant_id })).toMatchObject({
      results: [{ registrant: registrant_id, outcome: "done" }],
    });
    expect(zoom.seen()).toMatchObject([{ method: "DELETE", path: `/v2/webinars/${UPCOMING}/registrants/${encodeURIComponent(registrant_id)}` }]);
    expect(await zoom.run(findRegistrantByEmail, { webinar_id: UPCOMING, email: "mina@example.com" })).toMatchObject({ found: false });
    expect(await zoom.emulator.mailLog()).toEqual([]);
  });

  it("erases a list one by one, by address or id, with the outcome of each", async () => {
    const zoom = emulated();
    const juan = await idOf(zoom, "juan@example.com");
    expect(await zoom.run(deleteRegistrant, { webinar_id: UPCOMING, registrant_ids: ["mina@example.com", juan] })).toMatchObject({
      results: [{ outcome: "done" }, { outcome: "done" }],
    });
    const error = await zoom.refusal(deleteRegistrant, { webinar_id: UPCOMING, registrant_ids: [await idOf(zoom, "otto@example.com"), juan] });
    expect(error).toMatchObject({
      code: "partial",
      details: { items: [{ outcome: "done" }, { registrant: juan, outcome: "failed", message: expect.stringMatching(/./) }] },
    });
  });

  it("asks first, naming whom", async () => {
    const zoom = emulated({ session: { safety: "confirm" } });
    const input = { webinar_id: UPCOMING, registrant_id: await idOf(zoom, "mina@example.com") };
    const asked = await zoom.refusal(deleteRegistrant, input);
    expect(asked).toMatchObject({
      code: "confirmation_required",
      details: { preview: { targets: [{ label: "Mina Muster <mina@example.com>" }], recipients: null } },
    });
    expect(await zoom.run(deleteRegistrant, input, { confirmToken: asked.details.confirm_token as string })).toMatchObject({
      results: [{ outcome: "done" }],
    });
  });

  it("says who is not registered, and refuses both fields or none", async () => {
    const { refusal, seen } = emulated();
    expect(await refusal(deleteRegistrant, { webinar_id: UPCOMING, registrant_id: "who@example.com" })).toMatchObject({ code: "not_found" });
    expect(await refusal(deleteRegistrant, { webinar_id: UPCOMING, registrant_id: "nobody" })).toMatchObject({ code: "not_found" });
    seen();
    for (const input of [{}, { registrant_id: "a", registrant_ids: ["b"] }]) {
      expect(await refusal(deleteRegistrant, { webinar_id: UPCOMING, ...input })).toMatchObject({
        code: "input_invalid",
        faults: [{ field: "registrant_id" }],
      });
    }
    expect(seen()).toEqual([]);
  });
});
