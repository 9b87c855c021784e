import { GETTING_STARTED, holdGettingStarted, person, stay } from "./getting-started.ts";
import { faultsOf, onlyLooked } from "./judging.ts";
import { behind, namedFor, number, says } from "./saying.ts";
import { defineTask } from "./task.ts";

const NAMES = ["Nora Falk", "Piotr Wilk", "Sofia Marek", "Emil Drost", "Hanna Brecht", "Leo Tamm"];
const MINUTES: Readonly<Record<string, number>> = { Nora: 45, Piotr: 35, Sofia: 20, Emil: 32 };
const FIRST_NAMES = ["Nora", "Piotr", "Sofia", "Emil", "Hanna", "Leo", "Grace"];
const mail = (name: string) => person(name).email;

const isNear = (text: string, minutes: number) => [minutes - 1, minutes, minutes + 1].some((near) => says(text, String(near)));

const rows = (minutes: Readonly<Record<string, number>>) =>
  Object.entries(minutes)
    .map(([name, count]) => `- ${name}: ${count} minutes`)
    .join("\n");

export const whoCame = defineTask({
  page: "11-who-came",
  today: "2027-03-11",
  since: "2027-02-25T09:00:00Z",
  prepare: async (zoom) => {
    await holdGettingStarted(zoom, NAMES, [
      stay(mail("Nora Falk"), 0, 45),
      stay(mail("Piotr Wilk"), 0, 10),
      stay(mail("Piotr Wilk"), 20, 45),
      stay(mail("Sofia Marek"), 5, 25),
      stay(mail("Emil Drost"), 13, 45),
    ]);
    return undefined;
  },
  judge: (finished) => {
    const { answer } = finished;
    const part = `${number(4)}(?: people)? (?:of|out of) (?:the )?${number(6)}`;
    return faultsOf([
      [`the answer says that four of six came to "${GETTING_STARTED.topic}"`, says(answer, part), true],
      ["the answer says that five came", says(answer, `${number(5)}(?: people)? (?:of|out of|came|attended)`), false],
      ...Object.entries(MINUTES).map(
        ([name, minutes]) =>
          [
            `minutes of ${name}`,
            isNear(
              behind(
                answer,
                name,
                FIRST_NAMES.filter((other) => other !== name),
              ),
              minutes,
            ),
            true,
          ] as const,
      ),
      ["certificates for", namedFor(answer, /certificate/i, FIRST_NAMES), ["Nora", "Piotr", "Emil"]],
      ...onlyLooked(finished),
    ]);
  },
  wrongEnds: [
    {
      title: "takes Piotr's longest stay for all of it",
      because: /minutes of Piotr/,
      make: async () => ({ answer: `4 of 6 came.\n${rows({ ...MINUTES, Piotr: 25 })}\nCertificates for Nora and Emil.` }),
    },
    {
      title: "counts the host in",
      because: /four of six/,
      make: async () => ({ answer: `5 of 6 came.\n${rows({ ...MINUTES, Grace: 45 })}\nCertificates for Nora, Piotr and Emil.` }),
    },
  ],
});
