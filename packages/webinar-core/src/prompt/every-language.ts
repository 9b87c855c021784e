import type { Phrase } from "./facts.ts";
import { military } from "./military.ts";
import { numeric } from "./numeric.ts";
import { zones } from "./zones.ts";

/** What is written alike in every language: zones, dates and times in digits. */
export const digits: readonly Phrase[] = [...zones, ...numeric, ...military];

/** Words of a text, to look up. */
export const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
