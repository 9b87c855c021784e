import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { createWebinar } from "../webinars/create.ts";
import { cancelRegistrants } from "./cancel.ts";
import { findRegistrantByEmail } from "./find-by-email.ts";

describe("registrants.findByEmail", () => {
  it.each([
    ["MINA@example.com", "approved"],
    ["juan@example.com", "pending"],
  ])("finds %s, %s, in any case", async (email, status) => {
    const { run, seen } = emulated();
    expect(await run(findRegistrantByEmail, { webinar_id: UPCOMING, email })).toMatchObject({ found: true, registrants: [{ status }] });
    expect(seen().map(({ query }) => query.status)).toEqual(["approved", "pending", "denied"]);
  });

  it("finds who was cancelled, under denied", async () => {
    const { run } = emulated();
    await run(cancelRegistrants, { webinar_id: UPCOMING, registrants: ["mina@example.com"] });
    expect(await run(findRegistrantByEmail, { webinar_id: UPCOMING, email: "mina@example.com" })).toMatchObject({
      registrants: [{ status: "denied" }],
    });
  });

  it("finds somebody on the second page", async () => {
    const { run, seen, session } = emulated();
    const { webinar } = await run(createWebinar, { user_id: HOST, topic: "Many", start_time: "2027-03-15T15:00:00Z", registration: "automatic" });
    const webinar_id = webinar.id as string;
    for (let at = 0; at < 301; at += 1) {
      const body = { email: `p${at}@example.com`, first_name: "P" };
      await session.zoom.call("POST /webinars/{webinarId}/registrants", { path: { webinarId: webinar_id }, body });
    }
    seen();
    expect(await run(findRegistrantByEmail, { webinar_id, email: "p300@example.com" })).toMatchObject({
      found: true,
      registrants: [{ status: "approved" }],
    });
    expect(seen()).toHaveLength(4);
  });

  it("answers that nobody has the address, and refuses what is not one", async () => {
    const { run, refusal } = emulated();
    expect(await run(findRegistrantByEmail, { webinar_id: UPCOMING, email: "nobody@example.com" })).toEqual({ found: false, registrants: [] });
    expect(await refusal(findRegistrantByEmail, { webinar_id: UPCOMING, email: "mina" })).toMatchObject({
      code: "input_invalid",
      faults: [{ field: "email" }],
    });
  });
});
