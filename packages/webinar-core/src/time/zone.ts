import { InputError, ownValue } from "@zoom-webinar/foundation";
import * as z from "zod";

/** Zones that a person may mean by an abbreviation or an old name; the likeliest comes first. Several countries share most of them. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  PST: ["America/Los_Angeles", "America/Tijuana", "Asia/Manila"],
  MST: ["America/Denver", "America/Phoenix"],
  CST: ["America/Chicago", "America/Mexico_City", "Asia/Shanghai"],
  EST: ["America/New_York", "America/Panama", "America/Toronto"],
  AST: ["America/Halifax", "America/Puerto_Rico", "Asia/Riyadh"],
  NST: ["America/St_Johns"],
  AKST: ["America/Anchorage"],
  HST: ["Pacific/Honolulu"],
  BRT: ["America/Sao_Paulo"],
  ART: ["America/Argentina/Buenos_Aires"],
  BST: ["Europe/London", "Asia/Dhaka"],
  IST: ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"],
  WET: ["Europe/Lisbon", "Atlantic/Canary"],
  CET: ["Europe/Berlin", "Europe/Paris", "Africa/Algiers"],
  EET: ["Europe/Athens", "Europe/Helsinki", "Africa/Cairo"],
  MET: ["Europe/Berlin"],
  MSK: ["Europe/Moscow"],
  TRT: ["Europe/Istanbul"],
  GST: ["Asia/Dubai"],
  PKT: ["Asia/Karachi"],
  SGT: ["Asia/Singapore"],
  HKT: ["Asia/Hong_Kong"],
  PHT: ["Asia/Manila"],
  WIB: ["Asia/Jakarta"],
  ICT: ["Asia/Bangkok"],
  JST: ["Asia/Tokyo"],
  KST: ["Asia/Seoul"],
  AWST: ["Australia/Perth"],
  ACST: ["Australia/Adelaide", "Australia/Darwin"],
  AEST: ["Australia/Sydney", "Australia/Brisbane"],
  NZST: ["Pacific/Auckland"],
  SST: ["Pacific/Pago_Pago"],
  SAST: ["Africa/Johannesburg"],
  CAT: ["Africa/Maputo"],
  EAT: ["Africa/Nairobi"],
  WAT: ["Africa/Lagos"],
  UCT: ["UTC"],
  Z: ["UTC"],
  ZULU: ["UTC"],
  UNIVERSAL: ["UTC"],
  GREENWICH: ["GMT", "Europe/London"],
};

/** EDT, ET, EST5EDT, SystemV/EST5 and EST stand for the same zones. */
const standardOf = (name: string): string => {
  const letters = name
    .replace(/^SystemV\//i, "")
    .replace(/\d.*$/, "")
    .toUpperCase();
  if (ownValue(MEANT, letters)) return letters;
  const [, area = "", ending = ""] = /^(.*?)(EST|DT|ST|T)$/.exec(letters) ?? [];
  // CEST is the summer time of CET, EDT that of EST.
  const standards = ending === "EST" ? [`${area}ET`] : [`${area}ST`, `${area}ET`];
  return standards.find((standard) => ownValue(MEANT, standard)) ?? letters;
};

const resolve = (zone: string): string | null => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
};

let spellings: ReadonlyMap<string, string> | undefined;

/** A zone without spaces around it, its capitals as IANA writes them. Other text is returned unchanged. */
const tidyZone = (text: string): string => {
  const zone = text.trim();
  spellings ??= new Map(["UTC", "GMT", ...Intl.supportedValuesOf("timeZone")].map((known) => [known.toLowerCase(), known]));
  const lower = zone.toLowerCase();
  const known = spellings.get(lower);
  if (known !== undefined) return known;
  // Those of Etc/… are zones that nobody lists.
  const resolved = resolve(zone);
  return resolved?.toLowerCase() === lower ? resolved : zone;
};

const suggest = (wrong: string): readonly string[] => {
  const wanted = wrong.toLowerCase().replace(/[^a-z]/g, "");
  const near = Intl.supportedValuesOf("timeZone").find((zone) => {
    const city = zone
      .slice(zone.lastIndexOf("/") + 1)
      .toLowerCase()
      .replace(/[^a-z]/g, "");
    return city === wanted || zone.toLowerCase().replace(/[^a-z]/g, "") === wanted || (wanted.length > 3 && city.startsWith(wanted));
  });
  return near === undefined ? [] : [near];
};

/** What is wrong with a zone, with zones to choose from; null: nothing. */
const faultOf = (zone: string): { message: string; choices: string } | null => {
  const isWhole = /^(UTC|GMT)$/.test(zone) || (zone.includes("/") && !/^SystemV\//i.test(zone));
  const resolved = resolve(zone);
  if (isWhole && resolved !== null) return null;
  const known = ownValue(MEANT, standardOf(zone)) ?? (resolved?.includes("/") ? [resolved] : []);
  const meant = known.length > 0 ? known : suggest(zone);
  const choices = meant.length > 0 ? meant.join(" or ") : "America/New_York, Europe/Berlin or UTC, for instance";
  // A computer knows most abbreviations, too, and gives each one meaning: not the one that was meant, or one without summer time.
  const what = known.length > 0 ? "is an abbreviation or an old name, not an IANA time zone" : "is not a time zone that we know";
  return { message: `"${zone}" ${what}; choose ${choices}`, choices };
};

/** Zones that a person may mean by an abbreviation, in capitals or as "pdt"; null if the text is not one. UTC and GMT are zones themselves, SAT is a day. */
export const zonesMeantBy = (text: string): readonly string[] | null => {
  const isPlain = /^[A-Z]{2,5}$/.test(text) || (/^[a-z]{1,2}[sd]t$/.test(text) && !["est", "ist"].includes(text));
  return isPlain && !/^(UTC|GMT|SAT)$/.test(text) ? (ownValue(MEANT, standardOf(text.toUpperCase())) ?? null) : null;
};

/** The zone as IANA spells it. Throws `InputError` naming `field`, with zones to choose from, for one that is unknown, an abbreviation or an old name. */
export const assertZone = (text: string, field = "timezone"): string => {
  const zone = tidyZone(text);
  const fault = faultOf(zone);
  if (fault !== null) throw InputError.at(field, fault.message, `Give an IANA name: ${fault.choices}. UTC, GMT and Etc/… are zones, too.`);
  return zone;
};

/** A field that takes a zone: an IANA name, UTC, GMT or Etc/…, read as IANA spells it. */
export const zoneName = () =>
  z
    .string()
    .max(64, { abort: true })
    .overwrite(tidyZone)
    .superRefine((zone, ctx) => {
      const fault = faultOf(zone);
      if (fault !== null) ctx.addIssue({ code: "custom", message: fault.message });
    });
