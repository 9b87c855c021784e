import type { PlannedEvent, Warning } from "./event.ts";

/** The other planned dates of the same host that overlap each date. One that starts when another ends does not. */
export const clashesOf = (events: readonly PlannedEvent[]): Map<PlannedEvent, PlannedEvent[]> => {
  const clashes = new Map<PlannedEvent, PlannedEvent[]>(events.map((event) => [event, []]));
  const inOrder = events
    .filter(({ status }) => status === "planned")
    .sort((one, two) => (one.host === two.host ? Date.parse(one.start_time) - Date.parse(two.start_time) : one.host < two.host ? -1 : 1));
  for (const [index, event] of inOrder.entries()) {
    const endMs = Date.parse(event.end_time);
    for (let next = index + 1; next < inOrder.length; next++) {
      const later = inOrder[next];
      if (later === undefined || later.host !== event.host || Date.parse(later.start_time) >= endMs) break;
      clashes.get(event)?.push(later);
      clashes.get(later)?.push(event);
    }
  }
  return clashes;
};

/** What is wrong with one date; nothing that was not read is called wrong. */
export const warningsOf = ({ status, asksRegistration, registered, seats, panelists }: PlannedEvent, clashes: number): Warning[] => {
  if (status === "cancelled") return [];
  const found: Readonly<Record<Warning, boolean>> = {
    clash: clashes > 0,
    no_registration: asksRegistration === false,
    over_capacity: registered !== null && seats !== null && registered > seats,
    no_panelists: panelists === 0,
    nobody_registered: asksRegistration === true && registered === 0,
  };
  return (["clash", "no_registration", "over_capacity", "no_panelists", "nobody_registered"] as const).filter((warning) => found[warning]);
};
