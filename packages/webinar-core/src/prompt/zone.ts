import { assertZone } from "../time/zone.ts";
import { type MarkedText, notUnderstood } from "./marked-text.ts";

const AREAS = "Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc|US|Canada|Brazil|Chile|Mexico";
const NAME = new RegExp(`\\b(?:in )?\\(?((?:${AREAS})(?:/[A-Za-z0-9_+-]+){1,2})\\)?(?: time\\b)?`);
const UTC = /\b(?:in )?\(?(UTC|GMT)\b\)?(?: time\b)?(?! ?[+-]\d)/;
const OFFSET = /\b(?:UTC|GMT) ?[+-]\d{1,2}(?::?\d{2})?\b/;
const SHORT =
  /(?<=(?:\d|\d ?[ap]\.?m\.?|noon) )\(?(E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|CES?T|BST|IST|JST|AES?T|AEDT|WES?T|EES?T|MSK|SGT|HKT|NZ[SD]?T)\b\)?/;
const PLACE_TIME = /((?:[A-Z][\p{L}.'-]*[ ]){1,4})time\b/u;

const HINT = "Name an IANA zone such as America/New_York, or a city that has one: New York time.";

/**
 * Cuts out a time zone: an IANA name, UTC, or a city's time. Null where none is named.
 * Throws `InputError` for offsets and abbreviations: IST is India, Ireland and Israel, and none of them knows summer time.
 */
export const takeZone = (text: MarkedText): string | null => {
  const named = text.take(NAME)?.[1];
  if (named !== undefined) return assertZone(named, "prompt");
  const unclear = OFFSET.exec(text.rest)?.[0] ?? SHORT.exec(text.rest)?.[1];
  if (unclear !== undefined) throw notUnderstood(`"${unclear}" does not say which time zone`, HINT);
  if (text.take(UTC)) return "UTC";
  text.take(/\b(?:in )?(?:my |the host's )?local time\b/i); // the host's zone is where a wall time is read anyway
  const place = PLACE_TIME.exec(text.rest);
  if (!place) return null;
  const words = (place[1] ?? "").trim().split(" ");
  for (let from = 0; from < words.length; from += 1) {
    const name = words.slice(from).join(" ");
    const zone = zoneOfCity(name);
    if (zone === undefined) continue;
    text.take(new RegExp(`\\b(?:in )?${name.replace(/[.]/g, "\\.")} time\\b`));
    return zone;
  }
  throw notUnderstood(`"${place[0].trim()}" names no time zone that we know`, HINT);
};

const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}]/gu, "");

const zoneOfCity = (city: string): string | undefined => {
  const wanted = plain(city);
  const found = Intl.supportedValuesOf("timeZone").filter((zone) => plain(zone.slice(zone.lastIndexOf("/") + 1)) === wanted);
  return found.length === 1 ? found[0] : undefined;
};
