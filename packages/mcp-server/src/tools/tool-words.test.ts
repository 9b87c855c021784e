import { InputError } from "@zoom-webinar/foundation";
import { manifest } from "@zoom-webinar/webinar-core/doors";
import { expect, it } from "vitest";
import { toErrorResult } from "./results.ts";
import { toToolHint, toToolWords } from "./tool-words.ts";

it("no error names a library call: each operation is called by its tool", () => {
  for (const { id, tool } of manifest) {
    const error = InputError.at("webinar_id", `${id} does not take it`, `Use ${id}, or ask with ${id}.`);
    const shown = JSON.stringify(toErrorResult(error, { lockdown: false }));
    expect(shown, id).toContain(tool);
    expect(shown, id).not.toContain(id);
  }
});

it.each([
  ["Find your imports with imports list.", "Find your imports with list_imports."],
  ["Go on with it by resume: true (--resume), or imports abandon 12.", "Go on with it by resume: true, or cancel_import 12."],
  [
    'A person has to agree: run it as "zoom-webinar webinars delete" in a terminal.',
    'A person has to agree: run it as "zoom-webinar webinars delete" in a terminal.',
  ],
  [
    "Go on with import_id: 12 and resume: true (zoom-webinar registrants import 9 --import-id 12 --resume --emulator), or give it up with zoom-webinar imports abandon 12 --emulator.",
    "Go on with import_id: 12 and resume: true, or give it up with cancel_import 12.",
  ],
  ["Find your imports with zoom-webinar imports list --profile acme.", "Find your imports with list_imports."],
  ["Turn it on: zoom-webinar webinars update 9 --registration automatic.", "Turn it on: zoom-webinar webinars update 9 --registration automatic."],
  ["The attendance report has it.", "The attendance report has it."],
  [
    "Zoom's portal may have it: attendance report with from: FILE (--from FILE).",
    "Zoom's portal may have it: get_attendance_report with from: FILE.",
  ],
])("a hint names tools and fields, not commands and flags: %s", (hint, words) => {
  expect(toToolHint(hint)).toBe(words);
});

it("leaves all other words alone", () => {
  const text = "example.com, webinars.nothing and 2.5 hours; e.g. this.";
  expect(toToolWords(text)).toBe(text);
});
