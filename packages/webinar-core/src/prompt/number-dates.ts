import { monthName } from "./calendar.ts";
import type { Found, Language } from "./facts.ts";

const MONTH_FIRST =
  /^(?:America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Juneau|Sitka|Nome|Adak|Yakutat|Metlakatla|Menominee|Indiana\/\w+|Kentucky\/\w+|North_Dakota\/\w+)|Pacific\/Honolulu|US\/\w+)$/;

const DAY_FIRST =
  /^(?:Europe\/|Australia\/|Africa\/|Atlantic\/|Pacific\/Auckland|Asia\/(?:Kolkata|Calcutta|Karachi|Dhaka|Colombo|Dubai|Singapore|Kuala_Lumpur|Jakarta|Bangkok|Ho_Chi_Minh|Hong_Kong|Jerusalem|Riyadh|Qatar|Kuwait|Bahrain|Muscat|Amman|Beirut|Istanbul|Kathmandu|Tashkent|Almaty|Tbilisi|Yerevan|Baku)|America\/(?:Sao_Paulo|Argentina\/\w+|Buenos_Aires|Mexico_City|Bogota|Lima|Santiago|Caracas|Montevideo|La_Paz|Asuncion|Guayaquil|Costa_Rica|Guatemala|Havana|Santo_Domingo))/;

/** What is written first where the host is, else in the language of the sentence; null if neither says so. */
export const findFirst = (hostZone: string, tongue: Language["tongue"]): { first: "day" | "month"; usualIn: string } | null => {
  if (MONTH_FIRST.test(hostZone)) return { first: "month", usualIn: hostZone };
  if (DAY_FIRST.test(hostZone)) return { first: "day", usualIn: hostZone };
  return tongue === "english" ? null : { first: "day", usualIn: tongue === "german" ? "German" : "French" };
};

/**
 * "03/04/2027": which number is the month was decided by what is usual, and the preview says so; a weekday beside it decides as well. If the other order is
 * usual in the zone that the sentence names, the preview names the other day, too.
 */
export const noteNumbers = (found: readonly Found[], hostZone: string, namedZone: string | null, tongue: Language["tongue"]): string[] =>
  found.flatMap(({ fact, said }) => {
    if (fact.kind !== "numbers" || fact.a > 12 || fact.b > 12 || fact.a === fact.b || found.some((one) => one.fact.kind === "weekday")) return [];
    const usual = findFirst(hostZone, tongue);
    if (usual === null) return [];
    const [day, month] = usual.first === "month" ? [fact.b, fact.a] : [fact.a, fact.b];
    const there = namedZone === null ? null : findFirst(namedZone, "english");
    const other = there === null || there.first === usual.first ? "" : `; in ${namedZone} it would be ${month} ${monthName(day)}`;
    return [`${/\d.*$/su.exec(said)?.[0] ?? said} was read as ${day} ${monthName(month)}, as in ${usual.usualIn}${other}.`];
  });
