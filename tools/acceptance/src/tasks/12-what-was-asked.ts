import { holdGettingStarted, person, question, stay } from "./getting-started.ts";
import { faultsOf, onlyLooked } from "./judging.ts";
import { number, says } from "./saying.ts";
import { defineTask } from "./task.ts";

const NORA = person("Nora Falk").email;
const PIOTR = person("Piotr Wilk").email;
const SOFIA = person("Sofia Marek").email;
const CONTACTS = "Can I import my old contacts?";
const DISCOUNT = "Is there a discount for schools?";
const RECORDING = "Will there be a recording?";
const APP = "When does the app come?";
const ANSWER = `3 questions from 2 people.\nNora Falk (${NORA}): ${CONTACTS}\nPiotr Wilk (${PIOTR}): ${DISCOUNT}\nPiotr Wilk (${PIOTR}): ${RECORDING}`;

export const whatWasAsked = defineTask({
  page: "12-what-was-asked",
  today: "2027-03-11",
  since: "2027-02-25T09:00:00Z",
  prepare: async (zoom) => {
    const hours = { host: "ada@example.com", topic: "Office hours", start_time: "2027-03-09T10:00:00", timezone: "Europe/Berlin", duration: 60 };
    const id = await zoom.plan({ ...hours, settings: { approval_type: 0 } });
    await zoom.signUp(id, [person("Sofia Marek")]);
    await zoom.hold(
      id,
      [
        ["ada@example.com", "2027-03-09T09:00:00Z", "2027-03-09T10:00:00Z"],
        [SOFIA, "2027-03-09T09:00:00Z", "2027-03-09T10:00:00Z"],
      ],
      [[SOFIA, "2027-03-09T09:30:00Z", APP]],
    );
    await holdGettingStarted(zoom, ["Nora Falk", "Piotr Wilk"], [stay(NORA, 0, 45), stay(PIOTR, 0, 45)], {
      asked: [question(NORA, 10, CONTACTS), question(PIOTR, 20, DISCOUNT), question(PIOTR, 30, RECORDING)],
    });
    return undefined;
  },
  judge: (finished) => {
    const { answer } = finished;
    return faultsOf([
      ["the answer says three questions", says(answer, `${number(3)} questions`), true],
      ["the answer says two people", says(answer, `${number(2)} (?:different )?(?:people|persons|attendees|participants)`), true],
      ...[CONTACTS, DISCOUNT, RECORDING].map((text) => [`the answer has "${text}"`, answer.includes(text), true] as const),
      ...["Nora Falk", "Piotr Wilk", NORA, PIOTR].map((who) => [`the answer names ${who}`, answer.includes(who), true] as const),
      ["a question of another webinar", answer.includes(APP), false],
      ...onlyLooked(finished),
    ]);
  },
  wrongEnds: [
    {
      title: "adds the question of another webinar",
      because: /another webinar/,
      make: async () => ({ answer: `${ANSWER}\nSofia Marek (${SOFIA}): ${APP}` }),
    },
    {
      title: "puts a question in other words",
      because: /discount/,
      make: async () => ({ answer: ANSWER.replace(DISCOUNT, "Do schools pay less?") }),
    },
  ],
});
