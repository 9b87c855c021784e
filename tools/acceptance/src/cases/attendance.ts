import { type Case, fails, HELD, NOWHERE } from "./case.ts";

export const attendance: readonly Case[] = [
  {
    id: "attendance.report",
    name: "of a webinar that was held",
    input: () => ({ full: true, webinar_id: HELD }),
    expected: { ok: { webinar: { id: HELD }, totals: { attendees: 3, show_rate: 2 / 3 }, people: { length: 5 } } },
  },
  fails("attendance.report", "of a webinar that does not exist", () => ({ webinar_id: NOWHERE }), "not_found"),
  {
    id: "attendance.compare",
    name: "of a webinar that was held once",
    input: () => ({ webinar_id: HELD }),
    expected: { ok: { webinar: { id: HELD }, dates: [{ totals: { attendees: 3 } }], people: { length: 3 }, retention: [] } },
  },
  fails("attendance.compare", "of a webinar that does not exist", () => ({ webinar_id: NOWHERE }), "not_found"),
];
