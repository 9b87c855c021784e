import type { AnswerRow, HostRow, InstanceInput, JoiningRow, PanelistRow, RegistrantRow, ReportInput } from "../../attendance/engine/input.ts";

/** Numbers from 0 up to 1, the same for the same seed. */
export const randomFrom = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Starts worth trying: any afternoon, just before midnight, the nights in which clocks change in Europe and America, the turn of a year and of a leap day. */
const STARTS = [
  Date.UTC(2027, 0, 5, 16),
  Date.UTC(2027, 0, 5, 23, 55, 11),
  Date.UTC(2026, 9, 25, 0, 53),
  Date.UTC(2027, 2, 28, 0, 58, 30),
  Date.UTC(2026, 10, 1, 5, 50),
  Date.UTC(2026, 11, 31, 23, 59, 1),
  Date.UTC(2028, 1, 28, 23, 57),
];

const NAMES = [
  "Mina Muster",
  " mina  muster ",
  "MINA MUSTER",
  "Nia Sample",
  "Nia Sample (laptop)",
  "iPhone",
  "iPhone",
  "Zoë",
  "Zoe\u0308",
  "ليلى",
  "Bo\0b",
  "",
  "(x)",
  "Anonymous Attendee",
];
const EMAILS = [
  "mina@example.com",
  " Mina@Example.com",
  "nia@example.com",
  "nia+work@example.com",
  "otto@example.com",
  "ada@example.com",
  "grace@example.com",
];
const ACCOUNTS = ["acc-ada", "acc-grace", "acc-otto"];

/** One webinar made up from a seed: people who come again, on two devices, under each other's names, restarts, rows that make no sense. */
export const generatedWebinar = (seed: number): ReportInput => {
  const random = randomFrom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const one = <Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item => items[below(items.length)] as Item;
  const often = (share: number): boolean => random() < share;

  const asks = often(0.75) ? true : often(0.6) ? false : null;
  const registrants: RegistrantRow[] | null =
    asks !== true || often(0.08)
      ? null
      : Array.from({ length: below(9) }, (_, at) => ({
          id: often(0.97) ? `reg-${at}` : "",
          email: often(0.95) ? one(EMAILS) : "",
          first_name: one(["Mina", "Nia", "Zoë", "Otto", ""]),
          last_name: one(["Muster", "Sample", "", undefined]),
          status: one(["approved", "approved", "approved", "pending", "denied"]),
          create_time: often(0.9) ? `2026-12-0${1 + below(5)}T10:00:00${one(["Z", ".080Z"])}` : undefined,
        }));
  const panelists: PanelistRow[] | null = often(0.1)
    ? null
    : Array.from({ length: below(3) }, (_, at) => ({ id: `pan-${at}`, email: one(EMAILS), name: one(["Ada Example", "Otto Panel", ""]) }));
  const hosts: HostRow[] = [
    { email: "grace@example.com", account_id: often(0.8) ? "acc-grace" : undefined, name: "Grace Example" },
    ...(often(0.2) ? [{ email: one(EMAILS) }] : []),
  ];

  const timeText = (second: number): string => {
    const iso = new Date(second * 1000).toISOString().slice(0, 19);
    if (often(0.06)) return `${new Date((second + 19_800) * 1000).toISOString().slice(0, 19)}+05:30`;
    if (often(0.06)) return `${new Date((second - 28_800) * 1000).toISOString().slice(0, 19)}-08:00`;
    return often(0.1) ? `${iso}.${100 + below(900)}Z` : `${iso}Z`;
  };
  const toRow = (start: number, length: number, isRunning: boolean): JoiningRow => {
    const join = start + (often(0.1) ? -below(200) : below(length + (often(0.1) ? 300 : 0)));
    const leave = often(0.06) ? join : often(0.05) ? join - 1 - below(30) : join + 1 + below(length);
    return {
      ...(often(0.45)
        ? { registrant_id: often(0.85) ? `reg-${below(8)}` : one(["pan-0", "pan-1", "gone-1", "gone-2"]) }
        : { registrant_id: one(["", undefined]) }),
      ...(often(0.4) ? { user_email: one(EMAILS) } : { user_email: "" }),
      ...(often(0.2) ? { participant_user_id: one(ACCOUNTS) } : {}),
      ...(often(0.2) ? { id: one([...ACCOUNTS, "pan-0", ""]) } : {}),
      name: often(0.95) ? one(NAMES) : undefined,
      join_time: often(0.04) ? one(["", undefined, "yesterday", "2027-02-31T10:00:00Z"]) : timeText(join),
      leave_time: isRunning && often(0.4) ? undefined : often(0.05) ? one(["", undefined]) : timeText(leave),
      duration: often(0.2) ? 0 : leave - join,
      ...(often(0.07) ? { status: "in_waiting_room" } : { status: one(["in_meeting", undefined]) }),
    };
  };
  const instances: InstanceInput[] = [];
  let start = one(STARTS) / 1000 + below(50);
  const parts = often(0.3) ? 2 + below(2) : 1;
  let end = start;
  for (let part = 0; part < parts; part += 1) {
    const length = often(0.05) ? below(3) : 60 + below(900);
    const isRunning = part === parts - 1 && often(0.15);
    end = start + length;
    const details = often(0.8) || isRunning ? { start_time: timeText(start), end_time: isRunning ? undefined : timeText(end) } : null;
    const from = start;
    instances.push({
      uuid: `uuid-${part}`,
      details,
      listed_start: details !== null || often(0.5) ? timeText(start) : null,
      rows: Array.from({ length: below(22) }, () => toRow(from, length + 1, isRunning)),
      zoom_says: { participants_count: often(0.8) ? below(30) : null, total_minutes: often(0.8) ? below(300) : null },
    });
    start = end + below(400);
  }
  const answers = (share: number): AnswerRow[] | null =>
    often(share)
      ? Array.from({ length: below(7) }, () => ({
          registrant_id: often(0.2) ? `reg-${below(9)}` : undefined,
          email: often(0.6) ? one([...EMAILS, "nobody@example.com"]) : "",
          name: one(NAMES),
          items: Array.from({ length: 1 + below(3) }, () => ({ poll: one(["p1", "p2", "p3"]), title: "What?", at: timeText(end) })),
        }))
      : null;
  return {
    webinar: { id: "91974973765", topic: "Made up", host_email: "grace@example.com", timezone: "Europe/Berlin" },
    asks_registration: asks,
    registrants,
    panelists,
    hosts,
    instances,
    polls: answers(0.8),
    questions: answers(0.8),
    survey: answers(0.6),
    has_questions: one([true, false, null]),
    has_survey: often(0.3),
    now_ms: end * 1000 + below(1000),
    late_minutes: one([5, 5, 1, 0]),
    early_minutes: one([5, 5, 2]),
    complete: true,
    notes: [],
  };
};
