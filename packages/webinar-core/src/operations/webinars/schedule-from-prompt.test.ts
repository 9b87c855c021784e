import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { scheduleWebinarFromPrompt } from "./schedule-from-prompt.ts";

const prompt = "Create a webinar about AI Safety on 2027-12-01T10:00:00";

describe("webinars.scheduleFromPrompt", () => {
  it("creates what was said: the time in the host's zone, the topic", async () => {
    const { run, seen } = emulated();
    const made = await run(scheduleWebinarFromPrompt, { prompt, user_selection: HOST });
    expect(made).toMatchObject({
      host: { email: HOST },
      webinar: { topic: "AI Safety", start_time: "2027-12-01T09:00:00Z" },
      starts: { local: "2027-12-01T10:00:00", timezone: "Europe/Berlin", zone_from: "host profile" },
      duration: 60,
      notes: ["No length was named: 60 minutes.", "The time zone Europe/Berlin comes from the host profile."],
    });
    expect(seen().filter(({ method }) => method === "POST")).toMatchObject([
      { body: { topic: "AI Safety", type: 5, start_time: "2027-12-01T10:00:00", timezone: "Europe/Berlin" } },
    ]);
  });

  it("shows the reading and creates nothing until it is confirmed, although nobody is written to", async () => {
    const { run, refusal, seen } = emulated({ session: { safety: "confirm" } });
    const input = { prompt, user_selection: "first", timezone: "America/New_York" };
    const asked = await refusal(scheduleWebinarFromPrompt, input);
    expect(asked).toMatchObject({
      code: "confirmation_required",
      message: expect.stringContaining(
        "\n- topic: AI Safety\n- host: Ada Example <ada@example.com>\n- starts: 2027-12-01 10:00 America/New_York (15:00 UTC)",
      ),
      details: {
        preview: {
          targets: [
            { kind: "topic", id: "AI Safety" },
            { kind: "host" },
            { kind: "starts", id: "2027-12-01T15:00:00Z" },
            { kind: "length", id: "60 minutes" },
          ],
          recipients: null,
        },
      },
    });
    expect(seen().every(({ method }) => method === "GET")).toBe(true);
    expect(await run(scheduleWebinarFromPrompt, input, { confirmToken: asked.details.confirm_token as string })).toMatchObject({
      starts: { utc: "2027-12-01T15:00:00Z" },
    });
  });

  it("does not take a confirmation of yesterday's tomorrow", async () => {
    const { refusal, clock, seen } = emulated({ session: { safety: "confirm" } });
    clock.advance(Date.UTC(2027, 0, 15, 22, 58) - clock.now());
    const input = { prompt: "webinar about Tides tomorrow at 10:00", user_selection: "first" };
    const asked = await refusal(scheduleWebinarFromPrompt, input);
    clock.advance(4 * 60_000);
    expect((await refusal(scheduleWebinarFromPrompt, input, { confirmToken: asked.details.confirm_token as string })).message).toContain(
      "changed since",
    );
    expect(seen().every(({ method }) => method === "GET")).toBe(true);
  });

  it("does not guess: what was not understood, an hour that clocks skip, a host who may be several", async () => {
    const { refusal, seen } = emulated();
    const refuse = (text: string, user_selection = "2") => refusal(scheduleWebinarFromPrompt, { prompt: text, user_selection });
    expect(await refuse("webinar about Tides on 3/4/2027 at 10:00 or 11:00")).toMatchObject({
      code: "input_invalid",
      faults: expect.arrayContaining([{ field: "prompt", message: expect.stringMatching(/two times/) }]),
    });
    expect(await refuse("webinar about Tides every Friday at 10:00, 3 times")).toMatchObject({
      message: expect.stringMatching(/a series, every week on Friday, 3 times: 3 dates/),
      hint: expect.stringContaining("schedule_recurring_webinar_from_prompt"),
    });
    expect(await refuse("webinar about Tides on 2027-03-14 at 02:30")).toMatchObject({
      code: "input_invalid",
      message: expect.stringContaining("does not exist in America/New_York"),
    });
    expect(await refuse(prompt, "example")).toMatchObject({ details: { candidates: { length: 3 } } });
    expect(seen().every(({ method }) => method === "GET")).toBe(true);
  });

  it.each([
    ["a passcode that is too long", "passcode geheim12345", "prompt: a passcode has at most 10 characters"],
    [
      "a passcode with a letter that Zoom does not take",
      "passcode pässe1",
      "prompt: a passcode has at most 10 characters: letters, digits and signs",
    ],
    ["an address that is too long", `panelist ${"a".repeat(120)}@example.com`, "panelists.0.email: "],
  ])("refuses what Zoom would refuse before anything is shown or sent: %s", async (_, words, message) => {
    const { refusal, seen } = emulated({ session: { safety: "confirm" } });
    const refused = await refusal(scheduleWebinarFromPrompt, { prompt: `webinar "P" on 2027-12-24 at 10:00, ${words}`, user_selection: HOST });
    expect(refused).toMatchObject({ code: "input_invalid", message: expect.stringContaining(message), faults: [{ field: "prompt" }] });
    expect(refused.message).not.toMatch(/geheim|pässe/);
    expect(seen().every(({ method }) => method === "GET")).toBe(true);
  });

  it("takes more panelists than Zoom takes in one call", async () => {
    const { refusal } = emulated({ session: { safety: "confirm" } });
    const people = Array.from({ length: 31 }, (_, at) => `p${at}@example.com`).join(", ");
    const said = `webinar "P" on 2027-12-24 at 10:00, panelists: ${people}`;
    expect(await refusal(scheduleWebinarFromPrompt, { prompt: said, user_selection: HOST })).toMatchObject({
      code: "confirmation_required",
      details: { preview: { recipients: { count: 31 } } },
    });
  });
});
