import type { Found } from "./facts.ts";
import { sharesRules } from "./offsets.ts";
import { saidZone } from "./places.ts";
import type { Fault } from "./sentence.ts";
import { ALIASES, REGIONS, SHORTS } from "./shorts.ts";

/** A zone as it was said; the day decides later whether it is valid. */
export type SaidZone = { kind: "zone"; zone: string } | { kind: "short"; name: string } | { kind: "offset"; minutes: number; said: string };

export const ZONE_HINT = "Name an IANA zone such as America/New_York, or a city that has one: New York time.";

/** Reads the zone; adds a fault for an unknown one. */
export const readZone = (found: readonly Found[], faults: Fault[]): SaidZone | null => {
  const said: (SaidZone & { at: Found })[] = [];
  for (const one of found) {
    if (one.fact.kind !== "zone") continue;
    const zone = toZone(one.fact.said);
    if (zone === null) faults.push({ message: `"${one.said}" names no time zone that we know`, hint: ZONE_HINT, at: one });
    else said.push({ ...zone, at: one });
  }
  const [first, ...rest] = said;
  if (first === undefined) return null;
  const { at: _, ...zone } = first;
  const [second] = rest;
  if (rest.length === 1 && second?.kind === "zone" && zone.kind === "short" && isOf(second.zone, zone.name))
    return { kind: "zone", zone: second.zone };
  for (const { at: place, ...other } of rest)
    if (JSON.stringify(other) !== JSON.stringify(zone))
      faults.push({ message: `it names two time zones, the second "${place.said}"`, hint: "Name one.", at: place });
  return zone;
};

/** "IST (Kolkata)": the place keeps one of the zones that an abbreviation may mean. */
const isOf = (zone: string, name: string): boolean => SHORTS[name]?.zones.some(([one]) => one === zone || sharesRules(one, zone)) ?? false;

const isKnown = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const toZone = (said: string): SaidZone | null => {
  if (said.startsWith("place:")) {
    const zone = saidZone(said.slice("place:".length));
    return zone === undefined ? null : { kind: "zone", zone };
  }
  if (said === "UTC" || said === "Z") return { kind: "zone", zone: "UTC" };
  if (said === "GMT") return { kind: "short", name: "GMT" };
  const offset = /^(?:UTC|GMT)? ?([+\-−])(\d{1,2}):?(\d{2})?$/.exec(said);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return minutes > 14 * 60 ? null : { kind: "offset", minutes: offset[1] === "+" ? minutes : -minutes, said };
  }
  if (said.includes("/")) return isKnown(said) ? { kind: "zone", zone: said } : null;
  const name = REGIONS[said.toLowerCase()] ?? said;
  const alias = ALIASES[name];
  if (alias !== undefined) return { kind: "zone", zone: alias };
  return name === "GMT" || SHORTS[name] !== undefined ? { kind: "short", name } : null;
};
