import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { replaceRegistrationQuestions } from "../registration-questions/replace.ts";
import { createWebinar } from "../webinars/create.ts";
import { addRegistrant } from "./add.ts";
import { addRegistrantBatch } from "./add-batch.ts";

const open = async (registration: "automatic" | "manual", extra: object = {}, options: Parameters<typeof emulated>[0] = {}) => {
  const zoom = emulated(options);
  const { webinar } = await zoom.run(createWebinar, { user_id: HOST, topic: "Tides", start_time: "2027-03-15T15:00:00Z", registration, ...extra });
  zoom.seen();
  return { ...zoom, webinar_id: webinar.id as string };
};
const person = { email: "rosa@example.com", first_name: "Rosa", last_name: "Ember" };

describe("registrants.add", () => {
  it("registers one person and says that they are in", async () => {
    const { run, seen, webinar_id } = await open("automatic");
    const added = await run(addRegistrant, { webinar_id, ...person, org: "Ember Ltd" });
    expect(added).toMatchObject({ email: person.email, status: "approved", registrant_id: expect.any(String), zoom_mails: true });
    expect(JSON.stringify(added)).not.toContain("tk=");
    expect(
      seen()
        .filter(({ method }) => method !== "GET")
        .at(-1),
    ).toMatchObject({ method: "POST", path: `/v2/webinars/${webinar_id}/registrants`, body: { ...person, org: "Ember Ltd" } });
  });

  it("does not say that Zoom writes to somebody who has to wait, since only Zoom knows", async () => {
    const { run, emulator, webinar_id } = await open("manual");
    expect(await run(addRegistrant, { webinar_id, ...person })).toMatchObject({ status: "pending", zoom_mails: null });
    expect(await emulator.mailLog()).toEqual([]);
  });

  it("says of somebody who was registered already that they are so, and not that Zoom writes", async () => {
    const { run, clock, webinar_id } = await open("automatic");
    expect(await run(addRegistrant, { webinar_id, ...person })).toMatchObject({ already_registered: false });
    clock.advance(60_000);
    const again = await run(addRegistrant, { webinar_id, ...person });
    expect(again).toMatchObject({ already_registered: true, zoom_mails: null });
    expect(addRegistrant.describe(again, { webinar_id, ...person })).toContain("was registered already");
  });

  const ask = async ({ run, webinar_id }: Awaited<ReturnType<typeof open>>) => {
    const diet = { title: "Diet?", type: "single_radio" as const, answers: ["None", "Vegan"], required: true };
    await run(replaceRegistrationQuestions, { webinar_id, questions: [{ field_name: "org", required: true }], custom_questions: [diet] });
  };

  it("names the person and the wait before anybody agrees, and writes answers as the form words them", async () => {
    const zoom = await open("manual", {}, { session: { safety: "confirm" } });
    await ask(zoom);
    const { run, refusal, seen, webinar_id } = zoom;
    const input = { webinar_id, ...person, org: "Ember Ltd", custom_questions: [{ title: "Diet?", value: "vegan" }] };
    const asked = await refusal(addRegistrant, input);
    expect(asked.message).toMatch(/Rosa Ember.*waits for approval/s);
    // Nobody knows whether Zoom writes to somebody who waits.
    expect(asked.message).toContain("Zoom may write to 1 person");
    await run(addRegistrant, input, { confirmToken: asked.details.confirm_token as string });
    expect(seen().find(({ method }) => method === "POST")?.body).toMatchObject({ custom_questions: [{ title: "Diet?", value: "Vegan" }] });
  });

  it.each(["confirm", "trusted"] as const)(
    "refuses required questions that are left open, and no choice, by the rule of an import (%s)",
    async (safety) => {
      const zoom = await open("automatic", {}, { session: { safety } });
      await ask(zoom);
      const { refusal, seen, webinar_id } = zoom;
      const open_ = "has no answer, and the webinar's form requires one";
      seen();
      expect(await refusal(addRegistrant, { webinar_id, ...person })).toMatchObject({
        code: "input_invalid",
        message: `org: ${open_}; Diet?: ${open_}`,
        faults: [
          { field: "org", message: open_ },
          { field: "Diet?", message: open_ },
        ],
      });
      const meat = { webinar_id, ...person, org: "Ember Ltd", custom_questions: [{ title: "Diet?", value: "Meat" }] };
      expect(await refusal(addRegistrant, meat)).toMatchObject({ faults: [{ field: "Diet?", message: "is not one of the choices: None, Vegan" }] });
      const batch = { webinar_id, registrants: [person] };
      expect(await refusal(addRegistrantBatch, batch)).toMatchObject({ code: "input_invalid", hint: expect.stringContaining("by themselves") });
      expect(seen().filter(({ method }) => method !== "GET")).toEqual([]);
    },
  );

  it("refuses a webinar without registration before anybody is asked", async () => {
    const zoom = emulated({ session: { safety: "confirm" } });
    const { webinar } = await zoom.run(createWebinar, { user_id: HOST, topic: "Open", start_time: "2027-03-15T15:00:00Z" });
    expect(await zoom.refusal(addRegistrant, { webinar_id: webinar.id as string, ...person })).toMatchObject({
      code: "input_invalid",
      faults: [{ field: "webinar_id", message: "is a webinar that takes no registrations" }],
      hint: expect.stringContaining(`webinars.update ${webinar.id} registration: automatic (--registration automatic)`),
    });
  });

  it("says that approval is pending if somebody approves by hand", async () => {
    const { run, webinar_id } = await open("manual");
    expect(await run(addRegistrant, { webinar_id, ...person })).toMatchObject({ status: "pending" });
  });

  it("gives the personal link if the call asks", async () => {
    const { run, webinar_id } = await open("automatic");
    expect((await run(addRegistrant, { webinar_id, ...person, include_join_links: true })).join_url).toContain("tk=");
  });

  it("asks first if Zoom would write, and not if the webinar's mails are off", async () => {
    const asking = await open("automatic", {}, { session: { safety: "confirm" } });
    const asked = await asking.refusal(addRegistrant, { webinar_id: asking.webinar_id, ...person });
    expect(asked).toMatchObject({
      code: "confirmation_required",
      details: { preview: { recipients: { count: 1, domains: [{ domain: "example.com", count: 1 }] } } },
    });
    expect(await asking.emulator.mailLog()).toEqual([]);
    const silent = await open("automatic", { registrants_confirmation_email: false }, { session: { safety: "confirm" } });
    expect(await silent.run(addRegistrant, { webinar_id: silent.webinar_id, ...person })).toMatchObject({ zoom_mails: false });
    expect(await silent.emulator.mailLog()).toEqual([]);
  });

  it("works for an app that may only write, saying what it does not know", async () => {
    const { run, webinar_id, emulator } = await open("automatic");
    await emulator.controls.setScopes(["webinar:write:registrant:admin"]);
    await emulator.controls.expireTokens();
    expect(await run(addRegistrant, { webinar_id, ...person })).toMatchObject({ zoom_mails: null });
  });

  it.each([
    [{ email: "not an address", first_name: "A" }, "email"],
    [{ email: "a@example.com" }, "first_name"],
    [{ email: "a@example.com", first_name: "A", firstname: "B" }, "firstname"],
  ])("refuses %j before asking Zoom", async (input, field) => {
    const { refusal, seen, webinar_id } = await open("automatic");
    expect(await refusal(addRegistrant, { webinar_id, ...input })).toMatchObject({
      code: "input_invalid",
      faults: expect.arrayContaining([expect.objectContaining({ field })]),
    });
    expect(seen()).toEqual([]);
  });
});
