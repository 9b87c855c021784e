import type { Found } from "./facts.ts";
import { type Fault, isDay, type Sentence } from "./sentence.ts";

const LONGEST_MINUTES = 24 * 60;

/** "around 10:00", "not on Friday": the word in front makes it another time. */
export const findTurned = (found: readonly Found[], { masked, language }: Sentence): Fault[] =>
  found.flatMap((at): Fault[] => {
    if (!isDay(at) && at.fact.kind !== "time" && at.fact.kind !== "range") return [];
    const word = language.turning.exec(masked.slice(Math.max(0, at.from - 40), at.from))?.[0].trim();
    return word === undefined ? [] : [{ message: `"${word} ${at.said}" names no exact day and time`, hint: "Name one day and one time.", at }];
  });

/** How long, in minutes; null if nothing is said. */
export const chooseLength = (found: readonly Found[], ranged: number | null, faults: Fault[]): number | null => {
  let length = ranged;
  for (const at of found) {
    if (at.fact.kind !== "length") continue;
    const { minutes } = at.fact;
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > LONGEST_MINUTES)
      faults.push({ message: `"${at.said}" is no length of a webinar`, hint: "Say it in minutes, up to a day.", at });
    else if (length !== null && length !== minutes)
      faults.push({ message: `it names two lengths, ${length} and ${minutes} minutes`, hint: "Name one length; put the topic in quotes.", at });
    else length = minutes;
  }
  return length;
};

/** Who is named as the host; null if nobody is. */
export const chooseHost = (found: readonly Found[], faults: Fault[]): string | null => {
  let host: string | null = null;
  for (const at of found) {
    if (at.fact.kind !== "host") continue;
    if (host !== null && host !== at.fact.host) faults.push({ message: `it names two hosts, ${host} and ${at.fact.host}`, hint: "Name one.", at });
    host ??= at.fact.host;
  }
  return host;
};
