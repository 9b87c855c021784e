import { memoryStore } from "@zoom-webinar/foundation";
import { emulated, HOST, OTHER_HOST } from "@zoom-webinar/testing/emulated";
import { generateWebinar } from "@zoom-webinar/testing/generated-webinar";
import { DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { describe, expect, it } from "vitest";
import { previewOperation, runOperation } from "../../run.ts";
import { createSession } from "../../session/session.ts";
import { getUser } from "../users/get.ts";
import { applyWebinarFiles } from "./apply.ts";
import { cloneWebinar } from "./clone.ts";
import { createWebinar } from "./create.ts";
import { diffWebinars } from "./diff.ts";

const SERIES = `host: ${HOST}
topic: Drills
start_time: 2027-03-02T10:00
timezone: Europe/Berlin
recurrence: { type: 2, weekly_days: "3", end_times: 4 }
exceptions:
  - { date: 2027-03-09T10:00, deleted: true }
  - { date: 2027-03-16T10:00, start_time: 2027-03-17T11:30 }
registration: automatic
registration_questions: { questions: [{ field_name: org, required: true }] }
survey: { third_party_survey: https://example.com/survey }
panelists: [{ name: Linus, email: linus@example.com }]
polls: [{ poll_title: Lunch, questions: [{ name: What?, type: single, answers: [Soup, Salad] }] }]
live_stream: { stream_url: rtmp://example.com/live, stream_key: example-key, page_url: https://example.com/watch }
`;

const SESSION = { credentials: DEMO_CREDENTIALS } as const;

interface ZoomDate {
  occurrence_id: string;
  start_time: string;
  status: string;
}

const made = async (zoom: ReturnType<typeof emulated>, text: string) =>
  (await zoom.run(applyWebinarFiles, { files: [{ name: "a.yaml", text }] })).webinars[0]?.webinar_id ?? "";

describe("webinars.clone", () => {
  it("copies form, polls, survey, panelists and settings, keeps exceptions in their place, and names what it could not", async () => {
    const zoom = emulated();
    const webinar_id = await made(zoom, SERIES);
    const { clones, notes } = await zoom.run(cloneWebinar, { webinar_id, start_time: "2027-06-04T09:00" });
    expect(clones).toMatchObject([{ start_time: "2027-06-04T07:00:00Z", timezone: "Europe/Berlin", not_possible: [{ at: "live_stream" }] }]);
    expect(notes.join()).toContain("passcode");
    const id = clones[0]?.webinar_id ?? "";
    const [copy] = (await zoom.emulator.state.webinars()).filter((one) => String(one.id) === id);
    // Fridays now; the second date deleted, the third 25.5 hours later, as in the original.
    expect(copy?.occurrences.map(({ start_time, status }) => [start_time, status])).toEqual([
      ["2027-06-04T07:00:00Z", "available"],
      ["2027-06-11T07:00:00Z", "deleted"],
      ["2027-06-19T08:30:00Z", "available"],
      ["2027-06-25T07:00:00Z", "available"],
    ]);
    const { changes } = await zoom.run(diffWebinars, { webinar_id, other_id: id });
    expect(new Set(changes.map(({ at }) => at.split(/[.[]/)[0]))).toEqual(
      new Set(["start_time", "password", "recurrence", "exceptions", "live_stream"]),
    );
  });

  it.each([
    [{ start_time: "2027-06-04T09:00" }, "2027-06-04 09:00 Europe/Berlin (07:00 UTC)", true],
    [{ start_time: "2027-06-04T07:00:00Z" }, "2027-06-04 09:00 Europe/Berlin (07:00 UTC)", true],
    [{ start_time: "2027-06-04T20:00", timezone: "America/New_York" }, "2027-06-04 20:00 America/New_York (2027-06-05 00:00 UTC)", false],
    [{ start_time: "4 June 2027, 9 am Tokyo time" }, "2027-06-04 09:00 Asia/Tokyo (00:00 UTC)", false],
    [{ dates: "start_time\n2027-06-04T09:00\n" }, "2027-06-04 09:00 Europe/Berlin (07:00 UTC)", true],
  ])("previews %j in the zone of the copy, and says if that is the webinar's own", async (when, start, isOwn) => {
    const zoom = emulated();
    const webinar_id = await made(zoom, SERIES.replace(/recurrence:[\s\S]*?(?=registration:)/, ""));
    const { targets, notes } = await previewOperation(cloneWebinar, { webinar_id, ...when }, zoom.session);
    expect(targets.map(({ id }) => id)).toEqual([start]);
    // How words were read is said beside it.
    expect(notes?.filter((note) => !note.includes("was read as"))).toEqual(
      isOwn ? ["The time zone Europe/Berlin comes from the webinar. For another, give timezone."] : [],
    );
  });

  it("previews the topic and the host of each copy", async () => {
    const zoom = emulated();
    const webinar_id = await made(zoom, SERIES.replace(/recurrence:[\s\S]*?(?=registration:)/, ""));
    const labels = async (input: object) =>
      (await previewOperation(cloneWebinar, { webinar_id, ...input }, zoom.session)).targets.map(({ label }) => label);
    const dates = `start_time,topic,host\n2027-06-04T09:00,Drills again,\n2027-06-05T09:00,,${OTHER_HOST}\n`;
    expect(await labels({ dates })).toEqual([`"Drills again", for ${HOST}`, `for ${OTHER_HOST}`]);
    expect(await labels({ start_time: "2027-06-04T09:00", topic: "Second run" })).toEqual([`"Second run", for ${HOST}`]);
  });

  it("gives the copy what is asked for otherwise: description, length, passcode and everyday settings", async () => {
    const zoom = emulated();
    const webinar_id = await made(zoom, SERIES);
    const changes = { agenda: "Second run", duration: 90, password: "tulip-27", registration: "manual", practice_session: true } as const;
    const { clones } = await zoom.run(cloneWebinar, { webinar_id, start_time: "2027-06-04T09:00", ...changes });
    const copy = (await zoom.emulator.state.webinars()).find(({ id }) => String(id) === clones[0]?.webinar_id);
    expect(copy).toMatchObject({ agenda: "Second run", duration: 90, password: "tulip-27", settings: { approval_type: 1, practice_session: true } });
  });

  const PAST = `host: ${HOST}
topic: Drills
start_time: 2027-02-02T10:00
timezone: Europe/Berlin
recurrence: { type: 2, weekly_days: "3", end_times: 5 }
exceptions:
  - { date: 2027-02-09T10:00, deleted: true }
  - { date: 2027-02-16T10:00, start_time: 2027-02-17T11:30, duration: 90 }
  - { date: 2027-02-23T10:00, agenda: Guests }
`;
  const DAY_MS = 86_400_000;
  const datesOf = async (zoom: ReturnType<typeof emulated>, id: string | undefined) => {
    const [copy] = (await zoom.emulator.state.webinars()).filter((one) => String(one.id) === id);
    return copy?.occurrences.map(({ start_time, status, duration, agenda }) => [start_time, status, duration, agenda]);
  };

  it("keeps moved, changed and deleted dates of a series in their place after they are over", async () => {
    const zoom = emulated();
    const webinar_id = await made(zoom, PAST);
    zoom.clock.advance(60 * DAY_MS);
    const { clones } = await zoom.run(cloneWebinar, { webinar_id, start_time: "2027-06-04T09:00" });
    expect(clones[0]?.not_possible).toEqual([]);
    expect(await datesOf(zoom, clones[0]?.webinar_id)).toEqual([
      ["2027-06-04T07:00:00Z", "available", 60, undefined],
      ["2027-06-11T07:00:00Z", "deleted", 60, undefined],
      ["2027-06-19T08:30:00Z", "available", 90, undefined],
      ["2027-06-25T07:00:00Z", "available", 60, "Guests"],
      ["2027-07-02T07:00:00Z", "available", 60, undefined],
    ]);
  });

  /** The id of the moved date, and another one by which Zoom might know it after the move. */
  const [PLANNED, RENAMED] = [String(Date.UTC(2027, 1, 16, 9)), String(Date.UTC(2027, 1, 17, 10, 30))] as const;

  /** A session on a Zoom that answers the series otherwise. */
  const answering = (zoom: ReturnType<typeof emulated>, webinarId: string, change: (webinar: { occurrences: ZoomDate[] }) => void) =>
    createSession({
      ...SESSION,
      clock: zoom.clock,
      store: memoryStore({ clock: zoom.clock }),
      send: async (request) => {
        const answer = await zoom.emulator.send({ ...request, url: request.url.replace(RENAMED, PLANNED) });
        if (request.method !== "GET" || !request.url.includes(`/webinars/${webinarId}?show_previous`)) return answer;
        const webinar = JSON.parse(answer.text) as { occurrences: ZoomDate[] };
        change(webinar);
        return { ...answer, text: JSON.stringify(webinar) };
      },
    });

  it("names dates that are over and that Zoom lists no more", async () => {
    const zoom = emulated();
    const webinar_id = await made(zoom, PAST);
    zoom.clock.advance(60 * DAY_MS);
    const forgetful = answering(zoom, webinar_id, (webinar) => {
      webinar.occurrences = webinar.occurrences.filter(({ status }) => status !== "deleted");
    });
    const { clones } = await runOperation(cloneWebinar, { webinar_id, start_time: "2027-06-04T09:00" }, forgetful);
    expect(clones[0]?.not_possible).toEqual([{ at: "exceptions[2027-02-09T10:00]", why: expect.stringContaining("no longer lists this date") }]);
    expect((await datesOf(zoom, clones[0]?.webinar_id))?.[1]).toEqual(["2027-06-11T07:00:00Z", "available", 60, undefined]);
  });

  it("knows a moved date also if Zoom gives it another id", async () => {
    const zoom = emulated();
    const webinar_id = await made(zoom, PAST);
    const renaming = answering(zoom, webinar_id, (webinar) => {
      for (const date of webinar.occurrences)
        if (date.start_time === "2027-02-17T10:30:00Z") date.occurrence_id = String(Date.parse(date.start_time));
    });
    const { clones } = await runOperation(cloneWebinar, { webinar_id, start_time: "2027-06-04T09:00" }, renaming);
    expect((await datesOf(zoom, clones[0]?.webinar_id))?.map(([start, status]) => `${start} ${status}`)).toEqual([
      "2027-06-04T07:00:00Z available",
      "2027-06-11T07:00:00Z deleted",
      "2027-06-19T08:30:00Z available",
      "2027-06-25T07:00:00Z available",
      "2027-07-02T07:00:00Z available",
    ]);
  });

  it("refuses a start with which a moved date would lie in the past, and says the ways out", async () => {
    const zoom = emulated();
    const webinar_id = await made(zoom, PAST.replace("2027-02-17T11:30, duration: 90", "2027-01-18T11:30"));
    zoom.seen();
    const error = await zoom.refusal(cloneWebinar, { webinar_id, start_time: "2027-01-19T09:00" });
    expect(error).toMatchObject({ code: "input_invalid", faults: [{ field: "start_time", message: expect.stringContaining("is in the past") }] });
    expect(error.hint).toContain("--without-exceptions");
    expect(zoom.seen().every(({ method }) => method === "GET")).toBe(true);
    const { clones } = await zoom.run(cloneWebinar, { webinar_id, start_time: "2027-01-19T09:00", without_exceptions: true });
    expect(clones).toHaveLength(1);
  });

  it("leaves exceptions out on request", async () => {
    const zoom = emulated();
    const { clones } = await zoom.run(cloneWebinar, {
      webinar_id: await made(zoom, SERIES),
      start_time: "2027-06-04T09:00",
      without_exceptions: true,
    });
    const [copy] = (await zoom.emulator.state.webinars()).filter(({ id }) => String(id) === clones[0]?.webinar_id);
    expect(copy?.occurrences.every(({ status }) => status === "available")).toBe(true);
  });

  it("takes a list with dates as spreadsheets of many countries write them", async () => {
    const zoom = emulated();
    const { clones } = await zoom.run(cloneWebinar, { webinar_id: await made(zoom, SERIES), dates: "date\n01.06.2027 10:00\n" });
    expect(clones.map(({ start_time }) => start_time)).toEqual(["2027-06-01T08:00:00Z"]);
  });

  it.each(["start_time,host", "date,user_id", "Start,Host", "--start-time,--host", "Datum;Gastgeber"])(
    "takes a list of dates headed %s",
    async (head) => {
      const zoom = emulated();
      const webinar_id = await made(zoom, SERIES);
      const { clones } = await zoom.run(cloneWebinar, {
        webinar_id,
        dates: `${head}\n2027-06-01T10:00${head.includes(";") ? ";" : ","}${OTHER_HOST}\n`,
      });
      const copy = (await zoom.emulator.state.webinars()).find(({ id }) => String(id) === clones[0]?.webinar_id);
      const host = await zoom.run(getUser, { user_id: OTHER_HOST });
      expect([copy?.host_id, copy?.occurrences[0]?.start_time]).toEqual([host.id, "2027-06-01T08:00:00Z"]);
    },
  );

  it("makes 50 copies from a list of dates, each once, also if it is run again", async () => {
    const zoom = emulated();
    const webinar_id = await generateWebinar(zoom, 4);
    const before = (await zoom.emulator.state.webinars()).length;
    const day = (at: number) => new Date(Date.UTC(2028, 0, 1 + at)).toISOString().slice(0, 10);
    const dates = ["start_time;topic;user_id", ""].join("").startsWith("start") ? ["start_time,topic,user_id"] : [];
    for (let at = 0; at < 50; at += 1) dates.push(`${day(at)}T10:00,"Copy, no. ${at}",${at % 2 === 0 ? OTHER_HOST : ""}`);
    const { clones } = await zoom.run(cloneWebinar, { webinar_id, dates: dates.join("\r\n") });
    expect(new Set(clones.map((one) => one.webinar_id)).size).toBe(50);
    const again = await zoom.run(cloneWebinar, { webinar_id, dates: dates.join("\n") });
    expect(again.clones).toEqual(clones.map((one) => ({ ...one, found: true })));
    expect([clones, again.clones].map((made) => cloneWebinar.describe({ clones: made, notes: [] }, { webinar_id }))).toEqual([
      "Made 50 copies",
      "Made no copy; 50 exist already",
    ]);
    expect(again.notes.join()).toContain("no second one was made");
    expect(await zoom.emulator.state.webinars()).toHaveLength(before + 50);
  }, 120_000);

  it.each([
    [{}, /start_time: is required/],
    [{ start_time: "2026-01-01T10:00" }, /is in the past/],
    [{ start_time: "2027-06-01T10:00", user_id: "nobody@example.com" }, /no user nobody@example.com/],
    [{ dates: "start_time\n2027-06-01T10:00\n", start_time: "2027-06-01T10:00" }, /cannot be combined with start_time/],
    [{ dates: "star_time\n2027-06-01T10:00\n" }, /unknown column "star_time", did you mean "start_time"/],
    [{ dates: "date,start\n2027-06-01T10:00,\n" }, /line 1: "date" and "start" mean the same/],
    [{ dates: "date\n2027-06-01T10:00\n2027-06-02T10:00\n01.06.2027 10:00\n" }, /dates: line 4: has the same host, topic and start as line 2/],
    [{ dates: "topic\nTides\n" }, /line 1: no column "start_time"/],
    [{ dates: "start_time\n2027-06-01T10:00\nsoon\n" }, /dates: line 3, column "start_time": "soon" is not a date/],
    [{ dates: "Datum;Titel\n2027-06-01T10:00;\nsoon;\n" }, /dates: line 3, column "Datum": "soon" is not a date/],
    [{ dates: "date\n03/04/2027 10:00\n" }, /dates: line 2, column "date": "03\/04\/2027 10:00" is not a date/],
    [{ dates: "topic,date\n,soon\n" }, /dates: line 2, column "date": "soon" is not a date/],
    [{ dates: "date,gastgeber\n2027-06-01T10:00,nobody@example.com\n" }, /dates: line 2, column "gastgeber": there is no user/],
    [{ dates: "date,host\n2027-06-01T10:00,nobody@example.com\n" }, /dates: line 2, column "host": there is no user nobody@example.com/],
    [{ dates: "start_time\n" }, /holds no date/],
  ])("refuses %j before anything is sent", async (wrong, words) => {
    const zoom = emulated();
    const webinar_id = await made(zoom, SERIES);
    zoom.seen();
    const error = await zoom.refusal(cloneWebinar, { webinar_id, ...wrong });
    expect(error.code).toBe("input_invalid");
    expect(error.message).toMatch(words);
    expect(zoom.seen().every(({ method }) => method === "GET")).toBe(true);
  });

  it("takes no start_time for a webinar without a fixed time", async () => {
    const zoom = emulated();
    const { webinar } = await zoom.run(createWebinar, { user_id: HOST, topic: "Open", type: 6 });
    const webinar_id = webinar.id ?? "";
    expect(await zoom.refusal(cloneWebinar, { webinar_id, start_time: "2027-06-01T10:00" })).toMatchObject({ code: "input_invalid" });
    expect((await zoom.run(cloneWebinar, { webinar_id, topic: "Open again" })).clones).toMatchObject([{ start_time: null }]);
  });
});
