import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { expect, it } from "vitest";
import { runOperation } from "../../run.ts";
import { createSession } from "../../session/session.ts";
import { operations } from "../index.ts";
import { noteDifferences } from "./differences.ts";

/** A Zoom that answers webinars with some fields of its own will. */
const stubborn = (start_time: string) => {
  const { emulator, clock } = emulated();
  return createSession({
    credentials: DEMO_CREDENTIALS,
    clock,
    pace: false,
    send: async (request) => {
      const response = await emulator.send(request);
      if (!/\/webinars(\/\d+)?$/.test(request.url) || response.text === "") return response;
      const body = JSON.parse(response.text) as { settings?: object };
      return { ...response, text: JSON.stringify({ ...body, start_time, settings: { ...body.settings, approval_type: 2 } }) };
    },
  });
};

it("a create tells in its notes what Zoom silently changed", async () => {
  const { create } = operations.webinars;
  const input = { user_id: HOST, topic: "Tides", start_time: "2027-03-15T15:00:00Z", registration: "automatic" } as const;
  expect((await runOperation(create, input, stubborn(" 2027-03-15T16:00:00Z"))).notes.join(" ")).toMatch(
    /Zoom changed start_time: 2027-03-15T15:00:00Z was asked for, it is 2027-03-15T16:00:00Z\. Zoom changed settings\.approval_type: 0 was asked for, it is 2\./,
  );
  expect((await emulated().run(create, input)).notes.join()).not.toMatch(/Zoom changed/);
});

it("an update tells it, too, though Zoom answers it with nothing", async () => {
  const { update } = operations.webinars;
  const input = { webinar_id: UPCOMING, start_time: "2027-03-15T15:00:00Z", registration: "manual" } as const;
  expect((await runOperation(update, input, stubborn("2027-03-15T16:00:00Z"))).notes.join(" ")).toMatch(
    /Zoom changed start_time.*approval_type: 1 was asked for, it is 2/,
  );
  expect((await emulated().run(update, input)).notes.join()).not.toMatch(/Zoom changed/);
});

it("another spelling is no difference, and a passcode is not shown", () => {
  const asked = { topic: "Tides ", timezone: "Asia/Kolkata", settings: { alternative_hosts: "Ada@example.com,bo@example.com" }, password: "abc" };
  const answered = { topic: "Tides", timezone: "Asia/Calcutta", settings: { alternative_hosts: "bo@example.com,ada@example.com" }, password: "xyz" };
  expect(noteDifferences(asked, answered, null)).toEqual(["Zoom changed password."]);
});
