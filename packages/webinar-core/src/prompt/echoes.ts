import { toWall } from "./choose-time.ts";
import { readZone } from "./choose-zone.ts";
import type { Clock, Found } from "./facts.ts";
import { instantOf } from "./offsets.ts";
import type { Fault } from "./sentence.ts";
import { settleZone } from "./settle-zone.ts";

/** The same moment, said a second time by the clocks of another zone: "10am PT (1pm ET)". */
export interface Echo {
  clock: Clock;
  time: Found;
  /** Null: that of the host. */
  zone: Found | null;
}

const BETWEEN =
  /^\)?[\s,;]*(?:\(|\/|=|\||[-–]|i\.e\.|(?:\(\s*)?(?:that is|that['’]?s|this is|so|which is)|das sind|also|soit|c['’]est-à-dire)[\s(=]*$/i;

/** Only where the time was said before. */
const AGAIN = /^\s*[(,;–—-]?\s*(?:that is|that['’]?s|this is|which is|i\.e\.|das sind|das ist|soit|c['’]est-à-dire)(?: at| um| à)?\s*$/iu;

/** "11am Toronto time (4pm for us)": the clocks of whoever asks. */
const OURS =
  /^,? ?(?:for (?:us|me)|here|(?:in )?(?:our|my)(?: own)? time(?: ?zone)?|(?:at |on |in )?(?:our|my) (?:end|side|clocks?)|bei uns|hier|(?:nach )?unserer? zeit|für uns|chez nous|ici|pour nous|(?:à )?notre heure|heure d['’]ici)(?= ?(?:[),;.\n]|$))/iu;

/** Takes the second telling of a time out of what was found; whether it is the same moment is seen once the day is known. */
export const takeEchoes = (found: readonly Found[], text: string): { told: Found[]; echoes: Echo[] } => {
  const echoes: Echo[] = [];
  const ranges = new Map<Found, Found>();
  const again = new Set<Found>();
  for (const [at, time] of found.entries()) {
    const [before, zone] = [found[at - 1], found[at + 1]];
    const ours = time.fact.kind === "time" && before?.fact.kind === "zone" ? OURS.exec(text.slice(time.to))?.[0] : undefined;
    if (ours !== undefined && time.fact.kind === "time" && before !== undefined && BETWEEN.test(text.slice(before.to, openOf(text, time.from)))) {
      again.add(time);
      echoes.push({ clock: time.fact.clock, time: { ...time, to: time.to + ours.length, said: time.said + ours }, zone: null });
      continue;
    }
    if (time.fact.kind !== "time" || zone?.fact.kind !== "zone" || before === undefined) continue;
    const start = found[at - 2];
    // "3 PM EST - 4 PM EST"
    const isEnd =
      before.fact.kind === "zone" && before.fact.said === zone.fact.said && /^\)?\s*(?:-|–|to)\s*$/.test(text.slice(before.to, time.from));
    if (isEnd && start?.fact.kind === "time") {
      ranges.set(start, {
        ...start,
        to: time.to,
        said: text.slice(start.from, time.to),
        fact: { kind: "range", from: start.fact.clock, to: time.fact.clock },
      });
      ranges.set(time, time);
      continue;
    }
    // "9am PT on 24 March (that is 4pm for us in London)"
    const isSaidAgain =
      AGAIN.test(text.slice(before.to, time.from)) &&
      found.slice(0, at).some(({ fact }) => fact.kind === "time") &&
      /^[\s(]*$/.test(text.slice(time.to, zone.from));
    if (isSaidAgain) {
      echoes.push({ clock: time.fact.clock, time, zone });
      continue;
    }
    const isBeside = /^[\s(]*$/.test(text.slice(time.to, zone.from)) && BETWEEN.test(text.slice(before.to, openOf(text, time.from)));
    if (isBeside && (before.fact.kind === "zone" || before.fact.kind === "time")) echoes.push({ clock: time.fact.clock, time, zone });
  }
  const told = found.flatMap((one) => {
    if (again.has(one) || echoes.some(({ time, zone }) => one === time || one === zone)) return [];
    const range = ranges.get(one);
    return range === undefined ? [one] : range === one ? [] : [range];
  });
  return { told, echoes };
};

/** A bracket may belong to the time behind it. */
const openOf = (text: string, from: number): number => (text.charAt(from) === "(" ? from + 1 : from);

/** Faults for a second telling that is another moment. */
export const findFalseEchoes = (echoes: readonly Echo[], local: string, timezone: string, hostZone: string): Fault[] =>
  echoes.flatMap(({ clock, time, zone }): Fault[] => {
    const faults: Fault[] = [];
    const wall = `${local.slice(0, 10)}T${toWall(clock)}`;
    const other = settleZone(zone === null ? null : readZone([zone], faults), hostZone, wall, faults);
    // the day may be another one there
    const apart = (instantOf(wall, other) - instantOf(local, timezone)) / 60_000;
    if (faults.length > 0 || apart % (24 * 60) === 0) return faults;
    const minutes = Math.abs(apart);
    return [
      {
        message: `it names two times that are not the same: ${local.slice(11, 16)} in ${timezone} and ${wall.slice(11, 16)} in ${other} are ${minutes} minutes apart`,
        hint: "Name one time with its zone.",
        at: time,
      },
    ];
  });
