import { type SaidZone, ZONE_HINT } from "./choose-zone.ts";
import { offsetAt, sharesRules } from "./offsets.ts";
import type { Fault } from "./sentence.ts";
import { SHORTS } from "./shorts.ts";

/** Zones that keep an offset all year, for offsets that have no name of their own. */
const STEADY: Readonly<Record<number, string>> = {
  [-570]: "Pacific/Marquesas",
  210: "Asia/Tehran",
  270: "Asia/Kabul",
  330: "Asia/Kolkata",
  345: "Asia/Kathmandu",
  390: "Asia/Yangon",
  525: "Australia/Eucla",
  570: "Australia/Darwin",
};

/** The zone that is meant, once the wall time is known: an abbreviation holds only in its season. */
export const settleZone = (said: SaidZone | null, hostZone: string, wall: string, faults: Fault[]): string => {
  if (said === null) return hostZone;
  if (said.kind === "zone") return said.zone;
  if (said.kind === "offset") return settleOffset(said, hostZone, wall, faults);
  if (said.name !== "GMT") return settleShort(said.name, hostZone, wall, faults);
  if (hostZone !== "Europe/London") return "UTC";
  if (offsetAt(hostZone, wall) !== 0) faults.push(outOfSeason("GMT", hostZone, hostZone, 0, wall));
  return hostZone;
};

const settleOffset = ({ minutes, said }: Extract<SaidZone, { kind: "offset" }>, hostZone: string, wall: string, faults: Fault[]): string => {
  if (offsetAt(hostZone, wall) === minutes) return hostZone;
  if (minutes === 0) return "UTC";
  // Zones of whole hours have a name; Etc/GMT-2 is two hours east.
  if (minutes % 60 === 0) return `Etc/GMT${minutes > 0 ? "-" : "+"}${Math.abs(minutes) / 60}`;
  const steady = STEADY[minutes];
  if (steady !== undefined) return steady;
  faults.push({ message: `"${said}" is not the time of any one place all year`, hint: ZONE_HINT });
  return hostZone;
};

const settleShort = (name: string, hostZone: string, wall: string, faults: Fault[]): string => {
  const zones = SHORTS[name]?.zones ?? [];
  const holds = (zone: string, offset: number | null) => offset === null || offsetAt(zone, wall) === offset;
  const [main] = zones;
  // who shares the clocks of Paris says CET; who shares those of Dublin does not say IST
  const own = zones.find(([zone]) => zone === hostZone) ?? (main !== undefined && sharesRules(hostZone, main[0]) ? main : undefined);
  if (own !== undefined) {
    const [zone, offset] = own;
    if (offset !== null && !holds(hostZone, offset)) faults.push(outOfSeason(name, hostZone, zone, offset, wall));
    return hostZone;
  }
  // CST is Chicago to a host in America; to one in Asia it may still be either, and IST may be India's or Israel's there
  const near =
    areaOf(main?.[0] ?? "") === areaOf(hostZone) && areaOf(hostZone) !== "Asia" ? zones.filter(([zone]) => areaOf(zone) === areaOf(hostZone)) : [];
  if (near.some(([, offset]) => offset === offsetAt(hostZone, wall)) && sharesRules(hostZone, `Etc/GMT${etcOf(offsetAt(hostZone, wall))}`))
    return hostZone;
  const holding = zones.filter(([zone, offset]) => holds(zone, offset));
  // AEST is the same hour in Sydney and in Brisbane while both keep it
  const [only] = holding;
  if (
    near.length === 0 &&
    only !== undefined &&
    holding.length === zones.length &&
    holding.every(([, offset]) => offset !== null && offset === only[1])
  )
    return only[0];
  if (near.length === 0 && zones.length > 1) {
    const shown = (holding.length > 1 ? holding : zones).map(
      ([zone, offset]) => `${cityOf(zone)} (${showUtc(wall, offset ?? offsetAt(zone, wall))})`,
    );
    faults.push({ message: `"${name}" may be the time of ${shown.join(", ")}`, hint: ZONE_HINT });
    return hostZone;
  }
  const [zone, offset] = near[0] ?? zones[0] ?? ["UTC", null];
  if (offset !== null && !holds(zone, offset)) faults.push(outOfSeason(name, zone, zone, offset, wall));
  return zone;
};

/** Both readings of an abbreviation in the other half of the year; `kept` is the zone in the table whose clocks are those of `zone`. */
const outOfSeason = (name: string, zone: string, kept: string, offset: number, wall: string): Fault => {
  const now = offsetAt(zone, wall);
  const other = kept === "Europe/London" && now === 0 ? "GMT" : nameAt(kept, now);
  return {
    message: `"${name}" does not hold in ${cityOf(zone)} on ${wall.slice(0, 10)}: it may be ${showUtc(wall, now)} by the clocks there${other === undefined ? "" : `, ${other}`}, or ${showUtc(wall, offset)} by ${name}`,
    hint: `Say "${cityOf(zone)} time", or give the time in UTC.`,
  };
};

const nameAt = (zone: string, offset: number): string | undefined =>
  Object.entries(SHORTS).find(([, { zones }]) => zones.some(([one, at]) => one === zone && at === offset))?.[0];

/** "16:00 UTC"; with its day if that is another. */
const showUtc = (wall: string, offset: number): string => {
  const utc = new Date(Date.parse(`${wall.slice(0, 16)}:00Z`) - offset * 60_000).toISOString();
  return `${utc.slice(0, 10) === wall.slice(0, 10) ? "" : `${utc.slice(0, 10)} `}${utc.slice(11, 16)} UTC`;
};

const areaOf = (zone: string): string => zone.split("/")[0] ?? "";
/** The name of a whole offset as Etc/GMT takes it; "0" for one that has none. */
const etcOf = (minutes: number): string => (minutes % 60 === 0 && minutes !== 0 ? `${minutes > 0 ? "-" : "+"}${Math.abs(minutes) / 60}` : "0");

const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
