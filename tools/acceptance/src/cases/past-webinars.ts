import { type Case, fails, HELD, NOWHERE } from "./case.ts";

export const pastWebinars: readonly Case[] = [
  {
    id: "pastWebinars.listInstances",
    name: "of the demo",
    input: () => ({ webinar_id: HELD }),
    expected: { ok: { webinars: [{ start_time: "2038-01-05T16:00:00Z" }] } },
    remember: ({ webinars: [instance] }: { webinars: [{ uuid: string }] }) => ({ held: instance.uuid }),
  },
  fails("pastWebinars.listInstances", "by a UUID", () => ({ webinar_id: "/ab//cdefghijklmnopqrs==" }), "input_invalid"),

  {
    id: "pastWebinars.listParticipants",
    name: "all, by id",
    input: () => ({ webinar_id: HELD, all: true }),
    expected: { ok: { participants: [{}, {}, {}, {}, {}], complete: true } },
    asJson: true, // the terminal walks pages by an --all of its own, and counts them
  },
  // The demo's instance has a UUID that starts with a slash.
  {
    id: "pastWebinars.listParticipants",
    name: "by UUID",
    input: ({ held }) => ({ webinar_uuid: held, page_size: 1 }),
    expected: { ok: { participants: [{}] } },
  },
  fails("pastWebinars.listParticipants", "of nothing", () => ({}), "input_invalid"),
  fails("pastWebinars.listParticipants", "of a webinar that is not there", () => ({ webinar_uuid: NOWHERE }), "not_found"),

  {
    id: "pastWebinars.listAbsentees",
    name: "by UUID",
    input: ({ held }) => ({ webinar_uuid: held }),
    expected: { ok: { absentees: [{ email: "ravi@example.com" }] } },
  },
  fails("pastWebinars.listAbsentees", "of a webinar that is not there", () => ({ webinar_id: NOWHERE }), "not_found"),

  {
    id: "pastWebinars.listPolls",
    name: "by UUID",
    input: ({ held }) => ({ webinar_id: held, full: true }),
    expected: { ok: { start_time: "2038-01-05T16:00:00Z" } },
  },
  fails("pastWebinars.listPolls", "of a webinar that is not there", () => ({ webinar_id: NOWHERE }), "not_found"),

  {
    id: "pastWebinars.listQa",
    name: "by UUID",
    input: ({ held }) => ({ webinar_id: held }),
    expected: { ok: { start_time: "2038-01-05T16:00:00Z" } },
  },
  fails("pastWebinars.listQa", "of a webinar that is not there", () => ({ webinar_id: NOWHERE }), "not_found"),
];
