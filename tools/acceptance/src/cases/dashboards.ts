import { type Case, fails, HELD, NOWHERE } from "./case.ts";

const PAST = { webinar_id: HELD, type: "past" };
const gone = (id: string): Case => fails(id, "of a webinar that is not there", () => ({ ...PAST, webinar_id: NOWHERE }), "not_found");

/** After `pastWebinars`, which remembers the UUID of the demo's instance. */
export const dashboards: readonly Case[] = [
  {
    id: "dashboards.listWebinars",
    name: "of a month",
    input: () => ({ from: "2037-12-20", to: "2038-01-15", type: "past" }),
    expected: { ok: { webinars: [{ topic: "The autumn release, live" }, { id: HELD }], complete: true } },
  },
  fails("dashboards.listWebinars", "of an unknown kind", () => ({ from: "2037-12-20", to: "2038-01-15", type: "future" }), "input_invalid"),
  { id: "dashboards.getWebinar", name: "by UUID", input: ({ held }) => ({ webinar_id: held, type: "past" }), expected: { ok: { id: HELD } } },
  gone("dashboards.getWebinar"),
  {
    id: "dashboards.listParticipants",
    name: "all",
    input: () => ({ ...PAST, all: true }),
    expected: { ok: { participants: { length: 5 }, complete: true } },
    asJson: true, // the terminal walks pages by an --all of its own, and counts them
    remember: ({ participants: [host] }: { participants: [{ user_id: string }] }) => ({ joining: host.user_id }),
  },
  gone("dashboards.listParticipants"),
  { id: "dashboards.listParticipantsQos", name: "of two", input: () => ({ ...PAST, page_size: 2 }), expected: { ok: { participants: [{}, {}] } } },
  fails("dashboards.listParticipantsQos", "of eleven", () => ({ ...PAST, page_size: 11 }), "input_invalid"),
  {
    id: "dashboards.getParticipantQos",
    name: "of one",
    input: ({ joining }) => ({ ...PAST, participant_id: joining }),
    expected: { ok: { user_name: "Grace Example" } },
  },
  fails("dashboards.getParticipantQos", "of nobody", () => ({ ...PAST, webinar_id: NOWHERE, participant_id: "1" }), "not_found"),
  {
    id: "dashboards.listFeedback",
    name: "all",
    input: () => ({ ...PAST, all: true }),
    expected: { ok: { participants: [{ quality: "GOOD" }] } },
    asJson: true, // the terminal walks pages by an --all of its own, and counts them
  },
  gone("dashboards.listFeedback"),
  { id: "dashboards.listSharing", name: "all", input: () => ({ ...PAST, all: true }), expected: { ok: { complete: true } }, asJson: true },
  gone("dashboards.listSharing"),
];
