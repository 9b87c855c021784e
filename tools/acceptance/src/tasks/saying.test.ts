import { describe, expect, it } from "vitest";
import { behind, datesSaid, lineWith, namedFor, number, says } from "./saying.ts";

describe("an answer in words", () => {
  it.each([
    ["2, 9, 16, 23 and 30 March, and 6 April 2027", ["03-02", "03-09", "03-16", "03-23", "03-30", "04-06"]],
    ["2027-03-02T14:00:00Z and 2027-04-06", ["03-02", "04-06"]],
    ["March 2nd, 9th & 16th", ["03-02", "03-09", "03-16"]],
    ["Tue 2 Mar 15:00, Tue 9 Mar 15:00", ["03-02", "03-09"]],
    ["Mar 2 15:00, Mar 9 15:00", ["03-02", "03-09"]],
    ["on 5 and 12 April, 26 April and 3 May 2027", ["04-05", "04-12", "04-26", "05-03"]],
    ["nothing is planned in 2027", []],
  ])("names dates: %s", (answer, dates) => {
    expect(datesSaid(answer)).toEqual(dates);
  });

  it.each([
    ["Four people came.", number(4), true],
    ["4 people came.", number(4), true],
    ["14 people came.", number(4), false],
    ["There were 4.5 on average.", number(4), true],
  ])("says a number: %s", (answer, pattern, isSaid) => {
    expect(says(answer, pattern)).toBe(isSaid);
  });

  it("says something behind a name, up to the next name", () => {
    const answer = "Nora 45, Piotr 35\nSofia: 20";
    expect([behind(answer, "Nora", ["Piotr"]), behind(answer, "Sofia", []), behind(answer, "Emil", [])]).toEqual([" 45, ", ": 20", ""]);
  });

  it("has a line with several things on it", () => {
    expect(lineWith("LinkedIn 40 12\nNewsletter 25 15", "Newsletter", "25")).toBe("Newsletter 25 15");
    expect(lineWith("LinkedIn 40 12\nNewsletter 25 15", "Newsletter", "40")).toBeUndefined();
  });

  it.each([
    ["Certificates go to Nora and Emil. Sofia left early.", ["Nora", "Emil"]],
    ["Certificates go to Nora and Emil (Sofia was too short).", ["Nora", "Emil"]],
    ["Nora and Emil get a certificate; Sofia does not get a certificate.", ["Nora", "Emil"]],
    ["**Certificates:**\n- Nora\n- Emil\n\nSofia left.", ["Nora", "Emil"]],
  ])("names people for something: %s", (answer, named) => {
    expect(namedFor(answer, /certificate/i, ["Nora", "Emil", "Sofia"])).toEqual(named);
  });
});
