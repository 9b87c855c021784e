import { type Case, fails, HELD, NOWHERE } from "./case.ts";

export const attendance: readonly Case[] = [
  {
    id: "attendance.report",
    name: "of a held webinar",
    input: () => ({ webinar_id: HELD }),
    expected: { ok: { webinar: { id: HELD } } },
  },
  fails("attendance.report", "of a webinar that is not there", () => ({ webinar_id: NOWHERE }), "not_found"),
  fails("attendance.report", "with a status that does not exist", () => ({ webinar_id: HELD, status: ["came"] }), "input_invalid", { asJson: true }),
  {
    id: "attendance.compare",
    name: "of a webinar that was held once",
    input: () => ({ webinar_id: HELD }),
    expected: { ok: { webinar: { id: HELD } } },
  },
  fails("attendance.compare", "of a webinar that is not there", () => ({ webinar_id: NOWHERE }), "not_found"),
];
