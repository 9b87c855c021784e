import { describe, expect, it } from "vitest";
import { namesReadings } from "./named-readings.ts";

const DAYS = '"on 03/04/2027" may be 3 April or 4 March';
const TWO_DAYS = "it names two days, Tuesday 8 December 2026 and Wednesday 9 December 2026";
const INSTANTS = "it may be 19:00 UTC by the clocks there, EDT, or 20:00 UTC by EST";
const YEARS = '"5 January" may be 5 January 2027 or 5 January 2028';

describe("a refusal names both readings", () => {
  it.each<[string, string[]]>([
    [DAYS, ["2027-04-03T10:00", "2027-03-04T10:00"]],
    [DAYS, ["3 April 2027 10:00", "March 4 2027 10:00"]],
    [TWO_DAYS, ["mardi 8 décembre 2026 14:00", "mercredi 9 décembre 2026 14:00"]],
    [TWO_DAYS, ["Dienstag, 8. Dezember 2026 14:00", "Mittwoch, 9. Dezember 2026 14:00"]],
    [INSTANTS, ["15:00 New York time (EDT), 19:00 UTC", "15:00 at UTC-5, 20:00 UTC"]],
    ["it may be the time of Chicago (15:00 UTC), Shanghai (01:00 UTC)", ["09:00 Chicago", "09:00 Shanghai"]],
    [YEARS, ["2027-01-05", "2028-01-05"]],
  ])("%s", (message, readings) => {
    expect(namesReadings(message, "", readings, "Europe/Paris")).toBe(true);
  });
});

describe("a refusal does not name both readings", () => {
  it.each<[string, string[]]>([
    [DAYS, ["4 April 2027 10:00", "March 3 2027 10:00"]],
    [DAYS, ["3 April 2027 10:00", "March 5 2027 10:00"]],
    [TWO_DAYS, ["Tuesday 8 December 2026", "Wednesday 2 December 2026"]],
    [TWO_DAYS, ["mardi 18 décembre 2026", "mercredi 9 décembre 2026"]],
    ["it names two days, Tuesday and Wednesday", ["Tuesday 8 December 2026", "Wednesday 9 December 2026"]],
    [INSTANTS, ["15:00 New York time (EDT), 19:00 UTC", "15:00 at UTC-6, 21:00 UTC"]],
    [YEARS, ["2027-01-05", "2029-01-05"]],
    ["it may be the time of Chicago", ["09:00 Chicago", "09:00 Shanghai"]],
  ])("%s, if %j are meant", (message, readings) => {
    expect(namesReadings(message, "", readings, "Europe/Paris")).toBe(false);
  });
});
