import { type Phrase, phrase } from "./facts.ts";
import { military } from "./military.ts";
import { numeric } from "./numeric.ts";
import { smallZones } from "./small-zones.ts";
import { zones } from "./zones.ts";

/** What is written alike in every language: zones, dates and times in digits. */
export const digits: readonly Phrase[] = [...zones, ...smallZones, ...numeric, ...military];

/** The way out of a sentence that is about an existing webinar. */
export const NEW_HINT = "A sentence schedules a webinar; use update_webinar or delete_webinar for one that exists.";

/** Words that cancel or change a webinar, at the beginning of a sentence. */
export const asksToChange = (source: string): Phrase =>
  phrase(source, () => ({ kind: "refused", message: "it does not ask for a new webinar", hint: NEW_HINT }));

/** Where a clause begins: at the start, behind a mark, or behind one of these words. */
export const beginsClause = (joints: string): string => `(?<=^|[\\u0001,;.!?…\\n(] ?|[-–] |(?:${joints}) )`;
/** Where a clause ends: at the end, or before a mark; a dot within a time does not end it. */
export const CLAUSE_ENDS = "(?= ?(?:[,;:!?)\\n\\u0001]|\\.(?:\\s|$)|$| [-–—] ))";
/** To the end of a clause; a dot within a time does not end it. */
export const REST_OF_CLAUSE = "(?:[^,;.!?\\n()]|\\.(?=[\\d\\p{Ll}]))*";
