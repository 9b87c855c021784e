import type { Found } from "./facts.ts";
import { offsetAt } from "./offsets.ts";
import { cityZone } from "./places.ts";
import type { Fault } from "./sentence.ts";

/** A zone as it was said, before the day is known that decides whether it holds. */
export type SaidZone = { kind: "zone"; zone: string } | { kind: "short"; name: string } | { kind: "offset"; minutes: number; said: string };

const HINT = "Name an IANA zone such as America/New_York, or a city that has one: New York time.";

interface Short {
  zones: readonly string[];
  /** Minutes east of UTC; null where the name holds all year. */
  offset: number | null;
}
const NA = (zone: string, standard: number): [Short, Short, Short] => [
  { zones: [zone], offset: null },
  { zones: [zone], offset: standard },
  { zones: [zone], offset: standard + 60 },
];
const [ET, EST, EDT] = NA("America/New_York", -300);
const [CT, , CDT] = NA("America/Chicago", -360);
const [MT, , MDT] = NA("America/Denver", -420);
const [PT, PST, PDT] = NA("America/Los_Angeles", -480);
const all = (...zones: string[]): Short => ({ zones, offset: null });
const at = (offset: number, ...zones: string[]): Short => ({ zones, offset });

/** Abbreviations with the zones that use them; of several, the host's zone decides. */
const SHORTS: Readonly<Record<string, Short>> = {
  ET,
  EST,
  EDT,
  CT,
  CDT,
  MT,
  MDT,
  PT,
  PST,
  PDT,
  MST: at(-420, "America/Denver", "America/Phoenix"),
  CST: at(-360, "America/Chicago", "Asia/Shanghai", "America/Havana"),
  AKST: at(-540, "America/Anchorage"),
  AKDT: at(-480, "America/Anchorage"),
  HST: all("Pacific/Honolulu"),
  CET: at(60, "Europe/Paris"),
  CEST: at(120, "Europe/Paris"),
  MEZ: at(60, "Europe/Berlin"),
  MESZ: at(120, "Europe/Berlin"),
  "CET?": all("Europe/Berlin"),
  WET: at(0, "Europe/Lisbon"),
  WEST: at(60, "Europe/Lisbon"),
  EET: at(120, "Europe/Athens"),
  EEST: at(180, "Europe/Athens"),
  BST: at(60, "Europe/London"),
  IST: at(330, "Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
  JST: all("Asia/Tokyo"),
  KST: all("Asia/Seoul"),
  SGT: all("Asia/Singapore"),
  HKT: all("Asia/Hong_Kong"),
  MSK: all("Europe/Moscow"),
  PKT: all("Asia/Karachi"),
  WIB: all("Asia/Jakarta"),
  AST: at(-240, "America/Halifax", "America/Puerto_Rico", "Asia/Riyadh"),
  ADT: at(-180, "America/Halifax"),
  AET: all("Australia/Sydney"),
  AEST: at(600, "Australia/Sydney", "Australia/Brisbane"),
  AEDT: at(660, "Australia/Sydney"),
  ACST: at(570, "Australia/Adelaide", "Australia/Darwin"),
  ACDT: at(630, "Australia/Adelaide"),
  AWST: all("Australia/Perth"),
  NZST: at(720, "Pacific/Auckland"),
  NZDT: at(780, "Pacific/Auckland"),
  NZT: all("Pacific/Auckland"),
  GST: all("Asia/Dubai"),
  SAST: all("Africa/Johannesburg"),
  EAT: all("Africa/Nairobi"),
  WAT: all("Africa/Lagos"),
  BRT: all("America/Sao_Paulo"),
  ART: all("America/Argentina/Buenos_Aires"),
};
const REGIONS: Readonly<Record<string, string>> = {
  eastern: "ET",
  "eastern standard": "EST",
  "eastern daylight": "EDT",
  central: "CT",
  "central standard": "CST",
  "central daylight": "CDT",
  mountain: "MT",
  "mountain standard": "MST",
  "mountain daylight": "MDT",
  pacific: "PT",
  "pacific standard": "PST",
  "pacific daylight": "PDT",
  "central european": "CET?",
  "central european standard": "CET",
  "central european summer": "CEST",
  "british summer": "BST",
  uk: "UK",
  british: "UK",
  "greenwich mean": "GMT",
  india: "India",
  indian: "India",
  "india standard": "India",
  "indian standard": "India",
  japan: "JST",
  "japan standard": "JST",
  alaska: "AK",
  hawaii: "HST",
};
const ALIASES: Readonly<Record<string, string>> = { UK: "Europe/London", India: "Asia/Kolkata", AK: "America/Anchorage" };

/** Reads what was said of a zone; pushes a fault for one that is not known. */
export const readZone = (found: readonly Found[], faults: Fault[]): SaidZone | null => {
  const said: (SaidZone & { at: Found })[] = [];
  for (const one of found) {
    if (one.fact.kind !== "zone") continue;
    const zone = toZone(one.fact.said);
    if (zone === null) faults.push({ message: `"${one.said}" names no time zone that we know`, hint: HINT, at: one });
    else said.push({ ...zone, at: one });
  }
  const [first, ...rest] = said;
  if (first === undefined) return null;
  const { at: _, ...zone } = first;
  for (const { at: place, ...other } of rest)
    if (JSON.stringify(other) !== JSON.stringify(zone))
      faults.push({ message: `it names two time zones, the second "${place.said}"`, hint: "Name one.", at: place });
  return zone;
};

const isKnown = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const toZone = (said: string): SaidZone | null => {
  if (/^place\??:/.test(said)) {
    const zone = cityZone(said.replace(/^place\??:/, ""));
    return zone === undefined ? null : { kind: "zone", zone };
  }
  if (said === "UTC" || said === "Z") return { kind: "zone", zone: "UTC" };
  if (said === "GMT") return { kind: "short", name: "GMT" };
  const offset = /^(?:UTC|GMT)? ?([+-−])(\d{1,2}):?(\d{2})?$/.exec(said);
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

/** The zone that is meant, once the wall time is known: an abbreviation holds only in its season. */
export const settleZone = (said: SaidZone | null, hostZone: string, wall: string, faults: Fault[]): string => {
  if (said === null) return hostZone;
  if (said.kind === "zone") return said.zone;
  if (said.kind === "offset") {
    if (offsetAt(hostZone, wall) === said.minutes) return hostZone;
    if (said.minutes === 0) return "UTC";
    // Zones of whole hours have a name; Etc/GMT-2 is two hours east.
    if (said.minutes % 60 === 0) return `Etc/GMT${said.minutes > 0 ? "-" : "+"}${Math.abs(said.minutes) / 60}`;
    faults.push({ message: `"${said.said}" is not the time of any one place`, hint: HINT });
    return hostZone;
  }
  if (said.name === "GMT") {
    const offset = offsetAt(hostZone, wall);
    if (hostZone !== "Europe/London") return "UTC";
    if (offset === 0) return hostZone;
    faults.push({ message: "GMT does not hold in London on that day: clocks are on BST, one hour ahead", hint: "Say BST or London time, or UTC." });
    return hostZone;
  }
  return settleShort(said.name, hostZone, wall, faults);
};

const settleShort = (name: string, hostZone: string, wall: string, faults: Fault[]): string => {
  const { zones, offset } = SHORTS[name] ?? { zones: [], offset: null };
  const isHosts = offset !== null && offsetAt(hostZone, wall) === offset && (zones.includes(hostZone) || sharesRules(hostZone, zones[0] ?? "UTC"));
  if (isHosts) return hostZone;
  if (offset === null && zones.some((zone) => zone === hostZone || sharesRules(hostZone, zone))) return hostZone;
  const named = zones.filter((zone) => zone === hostZone);
  const [only = "UTC", another] = named.length > 0 ? named : zones;
  if (another !== undefined && !isNear(hostZone, zones)) {
    faults.push({ message: `"${name}" may be the time of ${zones.map(cityOf).join(", ")}`, hint: HINT });
    return hostZone;
  }
  if (offset !== null && offsetAt(only, wall) !== offset && name !== "IST") {
    const now = offsetAt(only, wall) ?? 0;
    faults.push({
      message: `"${name}" does not hold in ${cityOf(only)} on ${wall.slice(0, 10)}: clocks are ${Math.abs(now - offset)} minutes ${now > offset ? "ahead of" : "behind"} it`,
      hint: `Say ${cityOf(only)} time for ${wall.slice(11, 16)} on the clocks there, or give the time in UTC.`,
    });
  }
  return only;
};

/** CST is Chicago to a host in America, and Shanghai to nobody there. */
const isNear = (hostZone: string, [first = ""]: readonly string[]): boolean => hostZone.split("/")[0] === first.split("/")[0];

/** True where two zones have the same offsets in January and July, as Paris and Berlin do. */
const sharesRules = (one: string, other: string): boolean =>
  ["2027-01-15T12:00", "2027-07-15T12:00"].every((wall) => offsetAt(one, wall) === offsetAt(other, wall));

const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
