import { readFileSync } from "node:fs";
import { faultsOf, listOf, ofOne, recipients } from "./judging.ts";
import { says } from "./saying.ts";
import { defineTask, type World } from "./task.ts";
import type { Person } from "./zoom.ts";

const GRACE = "grace@example.com";
const TOPIC = "Summer academy";
const PAGE = "16-forty-five-people";

/** The people of the list on the task's own page. */
const PEOPLE: readonly Person[] = readFileSync(new URL(`../../tasks/${PAGE}.md`, import.meta.url), "utf8")
  .split("\n")
  .flatMap((line) => {
    const [, first_name, last_name, email] = /^\| (\S+) \| (\S+) \| (\S+@example\.com) \|$/.exec(line) ?? [];
    return first_name === undefined || last_name === undefined || email === undefined ? [] : [{ first_name, last_name, email }];
  });
const EMAILS = PEOPLE.map(({ email }) => email).sort();
const CSV = ["first name,last name,e-mail", ...PEOPLE.map(({ first_name, last_name, email }) => `${first_name},${last_name},${email}`)].join("\n");
const HAVE_SIGNED_UP = PEOPLE.filter(({ last_name }) => last_name === "Castro" || last_name === "Zeller");

const add = async (world: World, people: readonly Person[], auto_approve: boolean) => {
  const [webinar] = (await world.emulator.state.webinars()).filter(({ topic }) => topic === TOPIC);
  for (let from = 0; from < people.length; from += 30) {
    await world.call("POST", `/webinars/${webinar?.id}/batch_registrants`, { auto_approve, registrants: people.slice(from, from + 30) });
  }
  const emails = HAVE_SIGNED_UP.map(({ email }) => email);
  if (auto_approve) await world.decide(String(webinar?.id), "approve", emails);
  return { answer: "All 45 are in; nobody was left out." };
};

export const fortyFivePeople = defineTask({
  page: PAGE,
  prepare: async (zoom) => {
    const when = { start_time: "2027-06-09T11:00:00", timezone: "America/New_York", duration: 90 };
    const id = await zoom.plan({ host: GRACE, topic: TOPIC, ...when, settings: { approval_type: 1 } });
    await zoom.signUp(id, HAVE_SIGNED_UP);
    return { "summer-academy.csv": `${CSV}\n` };
  },
  judge: (finished) =>
    ofOne(finished, GRACE, TOPIC, (webinar) =>
      faultsOf([
        ["people on the list", EMAILS.length, 45],
        ["approved", listOf(webinar, "approved"), EMAILS],
        ["waiting", listOf(webinar, "pending"), []],
        ["refused", listOf(webinar, "denied"), []],
        [
          "names",
          webinar.registrants.map(({ first_name, answers }) => `${first_name} ${answers.last_name}`).sort(),
          PEOPLE.map(({ first_name, last_name }) => `${first_name} ${last_name}`).sort(),
        ],
        ["mails to", [...new Set(recipients(finished))], EMAILS],
        ["the answer says 45", says(finished.answer, "45|forty-five"), true],
      ]),
    ),
  wrongEnds: [
    { title: "stops after the first thirty", because: /approved/, make: (world) => add(world, PEOPLE.slice(0, 30), true) },
    { title: "leaves everybody waiting", because: /waiting/, make: (world) => add(world, PEOPLE, false) },
  ],
});
