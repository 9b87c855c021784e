import { faultsOf, onlyLooked } from "./judging.ts";
import { namedFor, number, says } from "./saying.ts";
import { defineTask } from "./task.ts";
import type { Stay, Zoom } from "./zoom.ts";

const ADA = "ada@example.com";
const NAMES = ["Anna Vogel", "Ben Ortiz", "Clara Nunez", "David Roth", "Eva Lind", "Farid Haddad", "Gitta Holm"];
const FIRST_NAMES = [...NAMES.map((name) => name.split(" ")[0] ?? ""), "Ada"];
const emailOf = (name: string) => `${name.toLowerCase().replace(" ", ".")}@example.com`;

const at = (day: number, minute: number) => new Date(Date.UTC(2027, 1, day, 9, minute)).toISOString();
const stay = (day: number, name: string, from: number, to: number): Stay => [emailOf(name), at(day, from), at(day, to)];
const host = (day: number): Stay => [ADA, at(day, 0), at(day, 60)];

const holdBoth = async (zoom: Zoom, id: string) => {
  await zoom.hold(id, [host(2), ...NAMES.slice(0, 5).map((name) => stay(2, name, 0, 60))]);
  await zoom.hold(id, [
    host(9),
    stay(9, "Anna Vogel", 0, 60),
    stay(9, "Ben Ortiz", 0, 60),
    stay(9, "Clara Nunez", 0, 30),
    stay(9, "Farid Haddad", 0, 20),
    stay(9, "Farid Haddad", 25, 60),
  ]);
};

const ANSWER = `2 February: 5 people. 9 February: 4 people.
Both times: Anna, Ben and Clara.
Lost: David and Eva.
New: Farid.
60 % of the first audience came back.`;

export const compareTwoDates = defineTask({
  page: "22-compare-two-dates",
  today: "2027-02-10",
  since: "2027-01-25T09:00:00Z",
  prepare: async (zoom) => {
    const when = { start_time: "2027-02-02T10:00:00", timezone: "Europe/Berlin", duration: 60, weeks: 4 };
    const id = await zoom.plan({ host: ADA, topic: "Office hours", ...when, settings: { approval_type: 0, registration_type: 1 } });
    await zoom.signUp(
      id,
      NAMES.map((name) => {
        const [first_name = "", last_name = ""] = name.split(" ");
        return { first_name, last_name, email: emailOf(name) };
      }),
    );
    await holdBoth(zoom, id);
    return undefined;
  },
  judge: (finished) => {
    const { answer } = finished;
    const count = (value: number) => says(answer, `${number(value)}(?: different)? (?:people|came|attended|attendees|persons)`);
    return faultsOf([
      ["the answer says five people", count(5), true],
      ["the answer says four people", count(4), true],
      ["the answer says seven people", count(7), false],
      ["came both times", namedFor(answer, /\bboth\b|returned|came back/i, FIRST_NAMES), ["Anna", "Ben", "Clara"]],
      ["lost", namedFor(answer, /\blost\b|first only|only the first/i, FIRST_NAMES), ["David", "Eva"]],
      ["new", namedFor(answer, /\bnew\b|second only|only the second/i, FIRST_NAMES), ["Farid"]],
      ["the answer says 60 %", says(answer, /(?<![\d.])60(?:\.0)? ?(?:%|per ?cent)/i), true],
      ...onlyLooked(finished),
    ]);
  },
  wrongEnds: [
    { title: "counts who came again twice", because: /four people/, make: async () => ({ answer: ANSWER.replace("4 people", "5 people") }) },
    {
      title: "compares those registered",
      because: /60 %/,
      make: async () => ({ answer: `7 people each time. Both times: ${FIRST_NAMES.slice(0, 7).join(", ")}. 100 % of the first audience came back.` }),
    },
  ],
});
