import type { ZoomWebinarError } from "@zoom-webinar/foundation";
import { emulated } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { applyWebinarFiles } from "../webinars/apply.ts";
import { createWebinar } from "../webinars/create.ts";
import { planWebinarFiles } from "../webinars/plan.ts";

const HEAD = "host: ada@example.com\nformat: 1\ntopic: Launch\n";
const TIMES = "start_time: 2027-03-01T10:00\ntimezone: Europe/Berlin\n";

/** "a: &a [x,x,…]" nine times over: a few hundred bytes that stand for a billion words. */
const laughs = ["a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]"];
for (const [name, before] of ["ba", "cb", "dc", "ed", "fe", "gf", "hg", "ih"].map(([one, two]) => [one, two] as const)) {
  laughs.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]`);
}

const BAD: readonly (readonly [what: string, text: string, place: string, words: RegExp])[] = [
  ["an anchor and an alias", `${HEAD}agenda: &text Hello\npassword: *text\n${TIMES}`, "4:9", /&text is an anchor/],
  ["a merge key", `${HEAD}${TIMES}<<: { duration: 5 }\n`, "6:1", /<< merges another part/],
  ["a billion laughs", `${laughs.join("\n")}\n`, "1:4", /&a is an anchor/],
  ["a key that stands twice", `${HEAD}${TIMES}topic: Again\n`, "6:1", /this key appears twice/],
  [
    "an indented key",
    "host: ada@example.com\ntopic: Bad\n start_time: 2027-03-01T10:00\n",
    "3:2",
    /this line is indented, so it belongs to the value above it/,
  ],
  ["an indented key of settings", `${HEAD}${TIMES}settings:\n  on_demand: true\n    practice_session: true\n`, "8:5", /indented/],
  ["a tab as indentation", `${HEAD}${TIMES}settings:\n\ton_demand: true\n`, "7:1", /a tab cannot indent YAML/],
  ["a tag", `${HEAD}${TIMES}agenda: !!binary aGk=\n`, "6:9", /a tag \(!\) is not accepted here/],
  ["a wrong type", `${HEAD}${TIMES}duration: long\n`, "6:11", /expected minutes, such as 90/],
  ["an unknown key", `${HEAD}${TIMES}duraton: 45\n`, "6:1", /unknown field, did you mean duration\?/],
  ["an unknown key deep inside", `${HEAD}${TIMES}settings:\n  on_demnad: true\n`, "7:3", /did you mean on_demand\?/],
  [
    "an unknown key of a question",
    `${HEAD}${TIMES}polls:\n  - poll_title: A\n    questions:\n      - { name: B, tpye: single, answers: [C, D] }\n`,
    "9:20",
    /did you mean type\?/,
  ],
  [
    "a poll without answers",
    `${HEAD}${TIMES}polls:\n  - poll_title: A\n    questions:\n      - { name: B, type: single }\n`,
    "9:9",
    /answers: single takes 2 to 10/,
  ],
  ["no mapping", "- topic: A\n", "1:1", /expected a webinar/],
  ["nothing", "# only a comment\n", "1:1", /holds no webinar/],
  ["two webinars with one id", `id: "95312345678"\n---\nid: 95312345678\n`, "3:5", /95312345678 is already at bad.yaml:1/],
  ["an id that nobody has", `id: "99999999999"\ntopic: A\n`, "1:5", /there is no webinar 99999999999/],
  ["a host that is gone", `host: gone@example.com\ntopic: A\n${TIMES}`, "1:7", /there is no user gone@example.com/],
  ["no host", `topic: A\n${TIMES}`, "1:1", /host: is required for a webinar without id, unless the call names one: user_id \(--host\)$/],
  ["no topic", `host: ada@example.com\n${TIMES}`, "1:1", /topic: is required/],
  ["a date in the past", `${HEAD}start_time: 2026-03-01T10:00\ntimezone: Europe/Berlin\n`, "4:13", /is in the past/],
  [
    "a date of a series moved into the past",
    `${HEAD}${TIMES}recurrence: { type: 1, end_times: 3 }\nexceptions:\n  - { date: 2027-03-01T10:00, start_time: 2026-12-01T10:00 }\n`,
    "8:43",
    /is in the past/,
  ],
  ["a time in a clock change's gap", `${HEAD}start_time: 2027-03-28T02:30\ntimezone: Europe/Berlin\n`, "4:13", /does not exist in Europe\/Berlin/],
  ["a time that comes twice", `${HEAD}start_time: 2027-10-31T02:30\ntimezone: Europe/Berlin\n`, "4:13", /happens twice/],
  ["no zone", `${HEAD}start_time: 2027-03-01T10:00\ntimezone: Europe/Atlantis\n`, "5:11", /is not a time zone/],
  ["a series that Zoom cannot have", `${HEAD}${TIMES}recurrence: { type: 2, repeat_interval: 13, end_times: 3 }\n`, "6:41", /expected 1 to 12 weeks/],
  ["a series with too many dates", `${HEAD}${TIMES}recurrence: { type: 1, end_times: 61 }\n`, "6:35", /expected at most 60/],
  ["a series without an end", `${HEAD}${TIMES}recurrence: { type: 1 }\n`, "6:1|6:13", /an end is required/],
  [
    "an exception that is no date",
    `${HEAD}${TIMES}recurrence: { type: 1, end_times: 3 }\nexceptions:\n  - { date: 2027-03-05T10:00, deleted: true }\n`,
    "8:13",
    /is not a date of the series/,
  ],
  ["a file of a newer version", `${HEAD.replace("format: 1", "format: 2")}${TIMES}`, "2:9", /newer than this version reads/],
  ["broken YAML", `${HEAD}agenda: "open\n`, "4:9", /a quote is opened here and never closed/],
  ["the same webinar twice", `${HEAD}${TIMES}---\n${HEAD}${TIMES}`, "9:8", /has the same host, topic and start/],
  ["nested a thousand deep", `${HEAD}agenda: ${"[".repeat(1000)}${"]".repeat(1000)}\n`, "4:108", /too deep/],
  ["brackets that would end the process", `${HEAD}agenda: ${"[".repeat(200_000)}\n`, "4:108", /too deep/],
  ["lists in lists on one line", `${HEAD}agenda:\n${"- ".repeat(200_000)}x\n`, "5:199", /too deep/],
  ["keys in keys on one line", `${"? ".repeat(200_000)}x\n`, "1:201", /too deep/],
  [
    "lists in lists by their indentation",
    `${HEAD}agenda:\n${Array.from({ length: 900 }, (_, at) => `${" ".repeat(at + 1)}-\n`).join("")}`,
    "104:101",
    /too deep/,
  ],
];

describe("a file that cannot be applied", () => {
  it.each(BAD)("is refused for %s, with file, line and column, before anything is sent", async (_what, text, place, words) => {
    const zoom = emulated();
    const error: ZoomWebinarError = await zoom.refusal(applyWebinarFiles, { files: [{ name: "bad.yaml", text }] });
    expect(error.code).toBe("input_invalid");
    expect(error.message).toMatch(words);
    expect(error.message).toMatch(new RegExp(`^bad\\.yaml:(${place === "" ? "\\d+:\\d+" : place}): `));
    expect(zoom.seen().filter(({ method }) => method !== "GET")).toEqual([]);
  });

  it("names every fault of every file at once", async () => {
    const zoom = emulated();
    const files = [
      { name: "one.yaml", text: `${HEAD}${TIMES}duration: 0\naudio: loud\n` },
      { name: "two.yaml", text: "topic: [A\n" },
    ];
    const error = await zoom.refusal(applyWebinarFiles, { files });
    for (const place of ["one.yaml:6:11: duration", "one.yaml:7:8: audio", "two.yaml:"]) expect(error.message).toContain(place);
  });

  it("is refused if two webinars of the host have its topic and start; with an id it is the one that is meant", async () => {
    const zoom = emulated();
    const input = { user_id: "ada@example.com", topic: "Launch", start_time: "2027-03-01T10:00", timezone: "Europe/Berlin" };
    const ids = [await zoom.run(createWebinar, input), await zoom.run(createWebinar, input)].map(({ webinar }) => String(webinar.id));
    const error = await zoom.refusal(applyWebinarFiles, { files: [{ name: "a.yaml", text: HEAD + TIMES }] });
    expect(error.message).toMatch(new RegExp(`^a.yaml:3:1: 2 webinars of ada@example.com have this topic and start \\(.*${ids[0]}.*\\); write id:`));
    const { webinars } = await zoom.run(applyWebinarFiles, { files: [{ name: "a.yaml", text: `id: ${ids[1]}\n${HEAD}${TIMES}` }] });
    expect(webinars).toMatchObject([{ webinar_id: ids[1], created: false, changes: [] }]);
  });

  it("is refused if it would move a date of a series that is there into the past, and not if the date was moved there before", async () => {
    const zoom = emulated();
    const rule = `${HEAD}${TIMES}recurrence: { type: 1, end_times: 3 }\n`;
    const { webinars } = await zoom.run(applyWebinarFiles, { files: [{ name: "a.yaml", text: rule }] });
    const webinar_id = webinars[0]?.webinar_id ?? "";
    const moved = (to: string) => [
      { name: "a.yaml", text: `id: "${webinar_id}"\n${rule}exceptions:\n  - { date: 2027-03-02T10:00, start_time: ${to} }\n` },
    ];
    zoom.seen();
    const error = await zoom.refusal(applyWebinarFiles, { files: moved("2026-12-01T10:00") });
    expect(error.message).toMatch(/^a\.yaml:9:43: exceptions\.0\.start_time: .*is in the past/);
    expect(zoom.seen().filter(({ method }) => method !== "GET")).toEqual([]);
    // Some while later the date is over, and the file is still good.
    await zoom.run(applyWebinarFiles, { files: moved("2027-01-15T18:00") });
    zoom.clock.advance(86_400_000);
    expect((await zoom.run(applyWebinarFiles, { files: moved("2027-01-15T18:00") })).webinars).toMatchObject([{ changes: [], applied: 0 }]);
  });

  it("names what is wrong with a date together with everything else", async () => {
    const zoom = emulated();
    const text = `host: ada@example.com\nstart_time: soon\nduration: long\npanelists:\n  - { name: A, email: a@example.com }\n  - { name: A, email: a@example.com }\n`;
    const more = `${HEAD}start_time: 2032-02-30T10:00\n`;
    const error = await zoom.refusal(planWebinarFiles, { files: [{ name: "bad.yaml", text: `${text}---\n${more}` }] });
    expect(error.message.split("; bad.yaml:").map((fault) => fault.replace("bad.yaml:", ""))).toEqual([
      expect.stringMatching(/^1:1: topic: is required/),
      expect.stringMatching(/^2:13: start_time: "soon" is not a date and time\. Write 2032-03-01T10:00/),
      expect.stringMatching(/^3:11: duration: expected minutes/),
      expect.stringMatching(/^6:23: panelists\.1\.email: a@example\.com appears twice/),
      expect.stringMatching(/^11:13: start_time: "2032-02-30T10:00" is not a date and time that exists\. Check day, month and hour\.$/),
    ]);
    expect(zoom.seen()).toEqual([]);
  });

  it("names together what only Zoom, its calendar and the clock show", async () => {
    const form = "registration_questions:\n  questions: [{ field_name: city, required: true }]\n";
    const texts = [
      `host: gone@example.com\ntopic: One\n${TIMES}recurrence: { type: 2, repeat_interval: 13, end_times: 3 }\n`,
      `host: ada@example.com\ntopic: Two\nstart_time: 2020-03-01T10:00\n${form}`,
      `${HEAD}${TIMES}recurrence: { type: 1, end_times: 3 }\nexceptions:\n  - { date: 2027-03-05T10:00 }\n  - { date: 2027-03-06T10:00 }\n`,
      "id: 99999999999\n",
    ];
    const error = await emulated().refusal(planWebinarFiles, { files: [{ name: "bad.yaml", text: texts.join("---\n") }] });
    expect(error.message.split("; bad.yaml:").map((fault) => fault.replace("bad.yaml:", ""))).toEqual([
      expect.stringMatching(/^1:7: host: there is no user gone@example\.com/),
      expect.stringMatching(/^5:41: recurrence\.repeat_interval: expected 1 to 12 weeks/),
      expect.stringMatching(/^9:13: start_time: .* is in the past/),
      expect.stringMatching(/^11:3: registration_questions: a webinar without registration has no form/),
      expect.stringMatching(/^20:13: exceptions\.0\.date: .* is not a date of the series. The nearest is 2027-03-03T10:00\.$/),
      expect.stringMatching(/^21:13: exceptions\.1\.date: .* is not a date of the series. The nearest is 2027-03-03T10:00\.$/),
      expect.stringMatching(/^23:5: id: there is no webinar 99999999999/),
    ]);
  });

  it.each(["1h30", "1:30", "90 min", '"90"', "90", "1.5h"])("takes %s for a duration of ninety minutes", async (duration) => {
    const text = `${HEAD}${TIMES}duration: ${duration}\nrecurrence: { type: 1, end_times: 3 }\nexceptions:\n  - { date: 2027-03-02T10:00, duration: ${duration} }\n`;
    const { webinars } = await emulated().run(planWebinarFiles, { files: [{ name: "a.yaml", text }] });
    expect(webinars[0]?.changes).toContainEqual({ at: "duration", from: null, to: 90 });
    expect(JSON.stringify(webinars[0]?.changes)).toContain('"date":"2027-03-02T10:00","duration":90');
  });

  it("takes digits without quotes if text is meant", async () => {
    const zoom = emulated();
    const text = `${HEAD}${TIMES}password: 0123\npolls:\n  - poll_title: 2027\n    questions: [{ name: Which?, type: single, answers: [1, 2.50] }]\n`;
    const { webinars } = await zoom.run(applyWebinarFiles, { files: [{ name: "a.yaml", text }] });
    const [webinar] = (await zoom.emulator.state.webinars()).filter(({ id }) => String(id) === webinars[0]?.webinar_id);
    expect(webinar).toMatchObject({ password: "0123", polls: [{ title: "2027", questions: [{ answers: ["1", "2.50"] }] }] });
  });

  it.each([
    ["keys that there are not", (at: number) => `x${at}: 1\n`, /unknown field.*; and 19980 more faults$/],
    ["a key that stands there again and again", () => "topic: Again\n", /this key appears twice.*; and 19980 more faults$/],
    ["anchors on one line", (at: number) => (at === 0 ? "polls: [" : at === 19_999 ? "&a b]\n" : "&a b, "), /is an anchor.*; and \d+ more faults$/],
  ])(
    "with %s by the ten thousand is refused within seconds, which names twenty and counts the rest",
    async (_what, line, words) => {
      const text = `${HEAD}${TIMES}${Array.from({ length: 20_000 }, (_, at) => line(at)).join("")}`;
      const error = await emulated().refusal(applyWebinarFiles, { files: [{ name: "a.yaml", text }] });
      expect(error.message).toMatch(words);
      expect(error.message.length).toBeLessThan(3_000);
    },
    20_000,
  );
});
