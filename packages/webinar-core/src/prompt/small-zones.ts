import { fixed, type Phrase, phrase } from "./facts.ts";
import { findAll } from "./pattern.ts";
import { isPlainWord, saidZone } from "./places.ts";
import { lowerZones } from "./zones.ts";

const SMALL = "(?-i:\\p{Ll})[\\p{L}'’-]{2,}";
/** One to three words. */
const NAMES = ["", ` ${SMALL}`, ` ${SMALL} ${SMALL}`].map((more) => `${SMALL}${more}`);
/** "londoner" is that of London. */
const placeOf = (place: string): string | undefined =>
  [place, place.replace(/er$/, ""), place.replace(/r$/, "")].find((name) => saidZone(name) !== undefined && !isPlainWord(name));
const known = (groups: readonly (string | undefined)[]) => {
  const place = placeOf(groups.find((group) => group !== undefined) ?? "");
  return place === undefined ? null : ({ kind: "zone", said: `place:${place}` } as const);
};

/** Zones as they are typed without capitals: "heure de montréal", "londoner zeit", "berlin time, 14:00", "8pm nzst". Only what is known is read. */
export const smallZones: readonly Phrase[] = [
  ...NAMES.flatMap((name) => [
    phrase(`\\(?(?:,? ?(?:à l['’])?)heure (?:locale )?(?:de la |de l['’]|de |des |d['’]|du |à |aux |au )(${name})\\)?`, known),
    phrase(`\\(?(?:,? ?(?:in |nach |um )?)(${name}) (?:orts)?zeit\\)?|(?:,? ?)ortszeit (?:in |von )?(${name})`, known),
    phrase(`(?:,? ?\\(?)(?:over|out|back|here) in (${name})\\)?(?= ?(?:[,;:.!?)\\n\\u0001]|[-–—] |$))`, known),
    phrase(`(?<=^|[\\u0001\\n,;:(–—] ?|- )(?:at |in |on )?(${name}) time(?: please| pls)?(?= ?(?:[,;:)\\n\\u0001–—-]|$| \\d| at \\d))`, known),
  ]),
  phrase(`(?:,? ?(?:in |nach |um )?)((?-i:\\p{Ll})[\\p{L}]{2,}(?:-(?-i:\\p{Ll})\\p{L}{2,})?)-zeit`, known),
  // behind these, something has to end: some are words
  phrase("(?<=(?:\\d|[ap]\\.?m\\.?|Uhr|h) )((?-i:et|ct|mt|pt|eat|wat))(?= ?(?:[,;:.)\\n\\u0001]|$))", ([name = ""]) => ({
    kind: "zone",
    said: name.toUpperCase(),
  })),
  fixed("(?:,? ?(?:so |in )?)(?-i:uk) time", { kind: "zone", said: "UK" }),
  lowerZones("nzst|nzdt|acst|acdt|awst|sast|hae|hne|kst|akst|akdt|msk|pkt"),
];

/** A zone that nothing was read from: "15h, heure de tombouctou". */
const UNREAD =
  /\d ?h(?:\d\d)? ?(?:,|\(|:)? ?(?:à l['’])?(heure (?:locale )?(?:de la |de |d['’]|du |des )(?!(?:début|fin|départ|midi|pointe|table|plus|moins)(?!\p{L}))\p{L}+)|\d ?uhr ?(?:,|\()? ?(\p{L}{4,}er (?:orts)?zeit|\p{L}{4,}-zeit)(?!\p{L})|\d ?(?:[ap]m)? ?(?:,|\()? ?((?!(?:screen|story|tea|lunch|dinner|show|play|half|full|part|real|lead|over|first|last|start|end|my|our|your|local|same|this|the)(?!\p{L}))\p{Ll}{4,} time)(?= ?[,;:.)\n–—-])/giu;

/** Words for a zone behind a time that no fact covers. */
export const findUnreadZones = (masked: string, covers: (from: number, to: number) => boolean): { from: number; to: number }[] =>
  findAll(masked, UNREAD).flatMap((match) => {
    const said = match[1] ?? match[2] ?? match[3] ?? "";
    const from = match.index + match[0].length - said.length;
    return covers(from, from + said.length) ? [] : [{ from, to: from + said.length }];
  });
