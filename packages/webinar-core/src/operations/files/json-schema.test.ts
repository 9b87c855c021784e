import { readFileSync } from "node:fs";
import { emulated } from "@zoom-webinar/testing/emulated";
import { generateWebinar } from "@zoom-webinar/testing/generated-webinar";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { exportWebinarFile } from "../webinars/export.ts";
import { webinarFileSchema } from "./json-schema.ts";
import { readYaml } from "./yaml-read.ts";

const isValid = new Ajv2020({ strict: false, formats: { email: true, uri: true } }).compile(webinarFileSchema());

const WHOLE = `id: "95312345678"
host: ada@example.com
format: 1
topic: Launch
start_time: 2027-03-01T10:00
timezone: Europe/Berlin
duration: 45
password: secret
recurrence: { type: 2, repeat_interval: 1, weekly_days: "2", end_times: 4 }
exceptions:
  - { date: 2027-03-08T10:00, deleted: true }
registration: automatic
registration_questions:
  questions: [{ field_name: org, required: true }]
  custom_questions: [{ title: Why?, type: short }]
question_and_answer: true
audio: both
settings:
  on_demand: true
  registrants_restrict_number: 5
tracking_fields: [{ field: Campaign, value: spring }]
name_tags:
  - { name: Speaker, text_color: "#1F2937", accent_color: "#2563EB", background_color: "#FFFFFF" }
panelists:
  - { name: Linus, email: linus@example.com, name_tag: Speaker }
polls:
  - poll_title: Lunch
    questions: [{ name: What?, type: single, answers: [Soup, Salad] }]
survey:
  third_party_survey: https://example.com/survey
live_stream: { stream_url: rtmp://example.com/live, page_url: https://example.com/watch }
`;

/** One fault each: what is replaced, and by what. */
const FAULTS: readonly (readonly [string, string])[] = [
  ["topic: Launch", "topc: Launch"],
  ["topic: Launch", `topic: ${"x".repeat(201)}`],
  ["topic: Launch", "topic: [Launch]"],
  ["topic: Launch", "topic: 7"],
  ["format: 1", "format: 2"],
  ["format: 1", "format: one"],
  ["duration: 45", "duration: 0"],
  ["duration: 45", "duration: long"],
  ["duration: 45", "duration: 45.5"],
  ["duration: 45", "duration: 50000"],
  ["timezone: Europe/Berlin", "timezone: [Europe/Berlin]"],
  ["start_time: 2027-03-01T10:00", "start_time: 20270301"],
  ["start_time:", "start:"],
  ["password: secret", "password: { is: secret }"],
  ["{ type: 2,", "{ type: 4,"],
  ["{ type: 2,", "{ type: weeky,"],
  ["{ type: 2, repeat", "{ repeat"],
  ["repeat_interval: 1", "repeat_interval: 91"],
  ["end_times: 4", "end_times: 61"],
  ["end_times: 4", "ends: 4"],
  ["deleted: true", "deleted: false"],
  ["- { date: 2027-03-08T10:00,", "- {"],
  ["- { date: 2027-03-08T10:00, deleted: true }", "- 2027-03-08"],
  ["registration: automatic", "registration: true"],
  ["field_name: org", "field_name: company"],
  ["required: true", "required: of course"],
  ["type: short", "type: long"],
  ["question_and_answer: true", "question_and_answer: on"],
  ["audio: both", "audio: loud"],
  ["on_demand: true", "on_demand: 1"],
  ["on_demand: true", "ondemand: true"],
  ["registrants_restrict_number: 5", "registrants_restrict_number: 20001"],
  ["[{ field: Campaign, value: spring }]", "{ Campaign: spring }"],
  ["field: Campaign, ", ""],
  ['text_color: "#1F2937", ', ""],
  ["name: Linus, ", ""],
  [", email: linus@example.com", ""],
  ["name_tag: Speaker", "tag: Speaker"],
  ["poll_title: Lunch", "title: Lunch"],
  ["[{ name: What?, type: single, answers: [Soup, Salad] }]", "[]"],
  ["type: single", "type: one"],
  ["answers: [Soup, Salad]", "answers: [Soup]"],
  ["third_party_survey: https://example.com/survey", "address: https://example.com/survey"],
  ["stream_url: rtmp://example.com/live, ", ""],
  ["polls:", "poll:"],
];

describe("the JSON Schema of a webinar's file", () => {
  it("is the published one", () => {
    const published = readFileSync(new URL("../../../schemas/webinar-file.schema.json", import.meta.url), "utf8");
    expect(JSON.parse(published)).toEqual(webinarFileSchema());
  });

  it("takes every export", async () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const zoom = emulated();
      const [file] = (await zoom.run(exportWebinarFile, { webinar_id: await generateWebinar(zoom, seed) })).files;
      for (const { value } of readYaml("x.yaml", file?.text ?? "")) expect(isValid(value), JSON.stringify(isValid.errors)).toBe(true);
    }
  });

  it("takes a file with everything in it", () => {
    expect(isValid(readYaml("x.yaml", WHOLE)[0]?.value), JSON.stringify(isValid.errors)).toBe(true);
  });

  it.each([
    ["{ type: 2,", "{ type: weekly,"],
    ['weekly_days: "2"', 'weekly_days: "Tue,Thu"'],
    ['weekly_days: "2"', "weekly_days: [Tue, 5]"],
    ["duration: 45", "duration: 1h30"],
    ["on_demand: true", "approval_type: manual"],
  ])("takes %j written as %j", (right, other) => {
    expect(WHOLE).toContain(right);
    expect(isValid(readYaml("x.yaml", WHOLE.replace(right, other))[0]?.value), JSON.stringify(isValid.errors)).toBe(true);
  });

  it.each(FAULTS)("refuses %j written as %j", (right, wrong) => {
    expect(WHOLE).toContain(right);
    expect(isValid(readYaml("x.yaml", WHOLE.replace(right, wrong))[0]?.value)).toBe(false);
  });

  it("describes every key, for editors that show it", () => {
    const { properties = {} } = webinarFileSchema() as { properties?: Record<string, { description?: string }> };
    expect(Object.entries(properties).flatMap(([name, { description }]) => (description ? [] : [name]))).toEqual([]);
    expect(FAULTS.length).toBeGreaterThanOrEqual(40);
  });
});
