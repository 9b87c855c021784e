import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { createEmulator, DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { describe, expect, expectTypeOf, it } from "vitest";
import { type ConnectOptions, connect } from "../connect.ts";

const open = async (options: ConnectOptions = {}) => {
  const { send, requests } = createEmulator();
  return { zoom: await connect({ send, credentials: DEMO_CREDENTIALS, env: {}, ...options }), requests };
};

describe("zoom.call", () => {
  it("reads a documented endpoint, typed, without what only the host may see", async () => {
    const { zoom } = await open();
    const webinar = await zoom.call("GET /webinars/{webinarId}", { path: { webinarId: UPCOMING } });
    expect(webinar.topic).toBeTypeOf("string");
    expectTypeOf(webinar.topic).toEqualTypeOf<string | undefined>();
    expect(webinar.start_url).toBeUndefined();
    await zoom.close();
  });

  it("refuses an endpoint or a field that the document does not have, with the nearest", async () => {
    const { zoom } = await open();
    const anyCall = zoom.call as (endpoint: string, args: object) => Promise<unknown>;
    await expect(anyCall("GET /webinar/{webinarId}", {})).rejects.toMatchObject({
      code: "input_invalid",
      hint: 'Did you mean "GET /webinars/{webinarId}"?',
    });
    await expect(anyCall("GET /webinars/{webinarId}", { path: { webinarid: UPCOMING } })).rejects.toMatchObject({
      code: "input_invalid",
      hint: "Did you mean webinarId?",
    });
    await zoom.close();
  });

  it("asks before a write, since Zoom may mail, and never writes in read-only", async () => {
    const args = { path: { webinarId: UPCOMING }, body: { topic: "Moved" } };
    const asking = await open({ safety: "confirm" });
    await expect(asking.zoom.call("PATCH /webinars/{webinarId}", args)).rejects.toMatchObject({
      code: "confirmation_required",
      message: expect.stringContaining("Zoom may write"),
    });
    const reading = await open({ safety: "read-only" });
    await expect(reading.zoom.call("PATCH /webinars/{webinarId}", args)).rejects.toMatchObject({ code: "not_allowed" });
    const trusted = await open();
    expect(await trusted.zoom.call("PATCH /webinars/{webinarId}", args)).toMatchObject({ webinar_id: UPCOMING });
    await Promise.all([asking.zoom.close(), reading.zoom.close(), trusted.zoom.close()]);
  });
});
