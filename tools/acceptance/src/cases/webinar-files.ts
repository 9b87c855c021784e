import { type Case, fails } from "./case.ts";

const fileOf = (made: string, more = "") => [{ name: "tides.yaml", text: `id: "${made}"\ntopic: Tides\n${more}` }];
const WRONG = [{ name: "wrong.yaml", text: "topc: Tides\n" }];

export const webinarFiles: readonly Case[] = [
  { id: "webinars.export", name: "as a file", input: ({ made }) => ({ webinar_id: made }), expected: { ok: { files: [{}] } } },
  fails("webinars.export", "that is not there", () => ({ webinar_id: "99999999999" }), "not_found"),
  {
    id: "webinars.plan",
    name: "of a file",
    input: ({ made = "" }) => ({ files: fileOf(made) }),
    expected: { ok: { webinars: [{ file: "tides.yaml", created: false, applied: 0 }] } },
  },
  fails("webinars.plan", "of a file with an unknown key", () => ({ files: WRONG }), "input_invalid"),
  {
    id: "webinars.apply",
    name: "of a file",
    input: ({ made = "" }) => ({ files: fileOf(made, "agenda: From a file\n") }),
    expected: { ok: { webinars: [{ file: "tides.yaml", created: false }] } },
  },
  fails("webinars.apply", "of a file with an unknown key", () => ({ files: WRONG }), "input_invalid"),
  {
    id: "webinars.clone",
    name: "to another time",
    input: ({ made }) => ({ webinar_id: made, start_time: "2038-09-01T10:00", topic: "Copy of a webinar" }),
    expected: { ok: { clones: [{}] } },
  },
  fails("webinars.clone", "without a time", ({ made }) => ({ webinar_id: made }), "input_invalid"),
  {
    id: "webinars.diff",
    name: "with itself",
    input: ({ made }) => ({ webinar_id: made, other_id: made }),
    expected: { ok: { equal: true, changes: [] } },
  },
  fails("webinars.diff", "with one that is not there", ({ made }) => ({ webinar_id: made, other_id: "99999999999" }), "not_found"),
];
