import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { previewOperation } from "../../run.ts";
import { createFromSentence } from "./create-from-sentence.ts";

const single = 'webinar "Tides" on 2027-03-01 at 10:00 for 45 minutes';
const series = 'webinar "Drills" every Friday at 10:00, 3 times';

describe("webinars.createFromSentence", () => {
  it("creates one webinar or a series, as the sentence says", async () => {
    const { run, seen } = emulated();
    expect(await run(createFromSentence, { prompt: single, user_selection: HOST })).toMatchObject({
      webinar: { topic: "Tides", duration: 45 },
      series: null,
      reading: { topic: "Tides", length: "45 minutes", dates: [] },
    });
    expect(await run(createFromSentence, { prompt: series, user_selection: HOST })).toMatchObject({
      webinar: { topic: "Drills" },
      series: { as_expected: true },
      dates: { length: 3 },
      reading: { repeats: "every week on Friday, 3 times", dates: { length: 3 } },
    });
    expect(seen().filter(({ method }) => method === "POST")).toMatchObject([{ body: { type: 5 } }, { body: { type: 9 } }]);
  });

  it.each([[true], [false]])("says what it assumed once, on the card: dry run %s", async (dry_run) => {
    const { run } = emulated();
    const prompt = 'webinar "Tides" on 2027-03-01 at 10:00';
    const { reading, notes } = await run(createFromSentence, { prompt, user_selection: HOST, dry_run });
    expect(reading.assumed).toContain("No length was named: 60 minutes.");
    expect(notes.filter((note) => reading.assumed.includes(note))).toEqual([]);
  });

  it("shows the card after a dry run, asks nobody and creates nothing", async () => {
    const { run, seen } = emulated({ session: { safety: "confirm", zone: "America/New_York" } });
    const prompt = `${single}, in the blue room, with cloud recording`;
    expect(await run(createFromSentence, { prompt, user_selection: HOST, dry_run: true })).toMatchObject({
      webinar: null,
      reading: {
        starts: "2027-03-01 10:00 Europe/Berlin (09:00 UTC)",
        starts_for_host: null,
        starts_for_you: "2027-03-01 04:00 America/New_York",
        settings: ["cloud recording"],
        not_used: ["blue room"],
      },
    });
    expect(seen().every(({ method }) => method === "GET")).toBe(true);
  });

  it("says after a dry run whom Zoom writes to, in words and in figures, as the question does", async () => {
    const { run, session } = emulated();
    const invited = { user_selection: HOST, prompt: `${single}, panelists mia@example.com and leo@example.com` };
    const { recipients } = await previewOperation(createFromSentence, invited, session);
    const input = createFromSentence.input.parse({ ...invited, dry_run: true });
    const dry = await run(createFromSentence, input);
    expect(dry.recipients).toEqual({ count: 2, domains: [{ domain: "example.com", count: 2 }], why: recipients?.why });
    expect(dry.reading.mail).toBe("Zoom writes to 2 people: they get their invitation with their own join link (example.com (2)).");
    expect(createFromSentence.describe(dry, input)).toContain(dry.reading.mail);
    expect(await run(createFromSentence, { prompt: single, user_selection: HOST, dry_run: true })).toMatchObject({
      recipients: null,
      reading: { mail: "Zoom writes to nobody." },
    });
  });

  it("sends the settings and then invites the panelists, after a preview of both", async () => {
    const { run, refusal, seen } = emulated({ session: { safety: "confirm" } });
    const input = {
      prompt: `${single} for grace@example.com, passcode tide7, registration with manual approval, practice session, no Q&A, panelists Mia Chen <mia@example.com> and leo@example.com`,
    };
    const asked = await refusal(createFromSentence, input);
    expect(asked).toMatchObject({ code: "confirmation_required", message: expect.stringMatching(/Zoom writes to 2 people/) });
    expect(seen().every(({ method }) => method === "GET")).toBe(true);
    await run(createFromSentence, input, { confirmToken: asked.details.confirm_token as string });
    expect(seen().filter(({ method }) => method === "POST")).toMatchObject([
      { body: { password: "tide7", settings: { approval_type: 1, practice_session: true, question_and_answer: { enable: false } } } },
      {
        body: {
          panelists: [
            { email: "mia@example.com", name: "Mia Chen" },
            { email: "leo@example.com", name: "leo" },
          ],
        },
      },
    ]);
  });

  it("says that the webinar is there if its panelists could not be invited", async () => {
    const { refusal, emulator } = emulated();
    emulator.controls.addFault({
      kind: "status",
      status: 400,
      body: JSON.stringify({ code: 3000, message: "Full." }),
      endpoint: "POST /webinars/{webinarId}/panelists",
      times: 1,
    });
    expect(await refusal(createFromSentence, { prompt: `${single}, panelist mia@example.com`, user_selection: HOST })).toMatchObject({
      code: "partial",
      message: expect.stringMatching(/was created; 0 of 1 panelist was added; 1 failed\.$/),
      details: { webinar_id: expect.stringMatching(/^\d+$/) },
    });
  });

  it("says on the card, and before it asks, that a host without a licence will be refused", async () => {
    const { run, session } = emulated();
    const prompt = `${single}, hosted by Linus`;
    const refused = ["Linus Example has no licence for webinars: Zoom will refuse this."];
    expect((await run(createFromSentence, { prompt, dry_run: true })).reading.refused).toEqual(refused);
    expect((await previewOperation(createFromSentence, { prompt }, session)).notes).toContain(refused[0]);
    expect((await run(createFromSentence, { prompt: single, user_selection: HOST, dry_run: true })).reading.refused).toEqual([]);
  });

  it("says what is wrong with the sentence before it asks who hosts", async () => {
    const { refusal } = emulated();
    expect(await refusal(createFromSentence, { prompt: "blah" })).toMatchObject({ message: expect.not.stringContaining("host") });
    expect((await refusal(createFromSentence, { prompt: 'webinar "Tides" on 03/04/2032 at 10 pm' })).message).toBe(
      "user_selection: is missing: who is the host?",
    );
  });

  it("takes the host from the sentence, else from the selection, else the only one who can host", async () => {
    const { run, refusal } = emulated();
    const dry = async (prompt: string, user_selection?: string) =>
      (await run(createFromSentence, { prompt, user_selection, dry_run: true })).host.email;
    expect(await dry(`${single}, hosted by Grace`, HOST)).toBe("grace@example.com");
    expect(await dry(single, "last")).toBe("linus@example.com");
    expect(await refusal(createFromSentence, { prompt: single, dry_run: true })).toMatchObject({
      code: "input_invalid",
      details: { candidates: { length: 2 } },
    });
    expect(await refusal(createFromSentence, { prompt: `${single}, hosted by Turing`, dry_run: true })).toMatchObject({ code: "not_found" });
  });
});
