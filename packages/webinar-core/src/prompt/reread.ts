import type { Found } from "./facts.ts";
import { isDay, isTime } from "./sentence.ts";

const HOURS =
  /^(?:([1-8])(?: ?h ?| ?[:.](?=\d\d ?h))([0-5]\d)?(?: ?h(?:rs|ours?)?)?|(une) heures?(?: (et demie|trente))?|(deux|trois) heures(?: (et demie|trente))?)$/i;
/** "3pm, 1h", "à 15h, 1h30": hours that nobody would start at, beside a time. */
export const toLengths = (found: readonly Found[]): Found[] =>
  found.map((one) => {
    const said = HOURS.exec(one.said);
    const hasOther = found.some((other) => other !== one && isTime(other) && !HOURS.test(other.said));
    if (said === null || one.fact.kind !== "time" || !hasOther) return one;
    const [, hours, minutes = "0", single, half, several, more] = said;
    // "1.25 hours" is a fraction, "1.30 hrs" is not
    if (hours !== undefined && /\./.test(one.said) && /^(?:25|50|75)$/.test(minutes))
      return { ...one, fact: { kind: "length", minutes: Number(hours) * 60 + Number(minutes) * 0.6 } };
    const whole = hours !== undefined ? Number(hours) : single !== undefined ? 1 : several?.toLowerCase() === "deux" ? 2 : 3;
    return { ...one, fact: { kind: "length", minutes: whole * 60 + ((half ?? more) === undefined ? Number(minutes) : 30) } };
  });

const HASTE = /^(?:asap|soon|as soon as possible|möglichst bald|so bald wie möglich|baldmöglichst|schnellstmöglich|dès que possible|au plus vite)$/iu;
/** "11 March, 4pm, asap": a day is named, and the haste is for people. */
export const withoutHaste = (found: readonly Found[]): Found[] =>
  found.map((one) =>
    one.fact.kind === "refused" && HASTE.test(one.said) && found.some((other) => isDay(other) || other.fact.kind === "rhythm")
      ? { ...one, fact: { kind: "aside" } }
      : one,
  );
