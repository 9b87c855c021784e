import { parse } from "csv-parse/sync";
import { holdGettingStarted, person, stay } from "./getting-started.ts";
import { faultsOf, onlyLooked } from "./judging.ts";
import { number, says } from "./saying.ts";
import { defineTask } from "./task.ts";

const FILE = "no-shows.csv";
const MISSED = ["Hanna Brecht", "Leo Tamm", "Ines Duarte"];
const NAMES = ["Nora Falk", "Piotr Wilk", "Sofia Marek", ...MISSED, "Viktor Kranz", "Emil Drost"];
const mail = (name: string) => person(name).email;

const toFile = (names: readonly string[]) => ({
  answer: "Three people missed it.",
  files: { [FILE]: ["first name,last name,e-mail", ...names.map((name) => `${name.replace(" ", ",")},${mail(name)}`)].join("\n") },
});

const readRows = (text: string): string[][] => {
  try {
    return parse(text, { bom: true }) as string[][];
  } catch {
    return [];
  }
};

export const noShowsList = defineTask({
  page: "25-no-shows-list",
  today: "2027-03-11",
  since: "2027-02-25T09:00:00Z",
  prepare: async (zoom) => {
    const stays = [stay(mail("Nora Falk"), 0, 45), stay(mail("Piotr Wilk"), 0, 5), stay(mail("Sofia Marek"), 5, 25)];
    await holdGettingStarted(zoom, NAMES, stays, { approval: 1, refused: ["Viktor Kranz"], waiting: ["Emil Drost"] });
    return undefined;
  },
  judge: (finished) => {
    const text = finished.files[FILE];
    if (text === undefined) return [`there is no file ${FILE}`];
    const [head = [], ...rows] = readRows(text);
    return faultsOf([
      ["a line of column names", head.length > 0 && !head.some((cell) => cell.includes("@")), true],
      ["people in the file", rows.map((row) => row.find((cell) => cell.includes("@"))?.toLowerCase()).sort(), MISSED.map(mail).sort()],
      ...MISSED.map(
        (name) => [`first and last name of ${name} apart`, rows.some((row) => name.split(" ").every((part) => row.includes(part))), true] as const,
      ),
      ["the answer says three", says(finished.answer, number(3)), true],
      ...onlyLooked(finished),
    ]);
  },
  wrongEnds: [
    { title: "takes who left early for somebody who missed it", because: /people in the file/, make: async () => toFile([...MISSED, "Piotr Wilk"]) },
    {
      title: "takes who was refused or waits for somebody with a place",
      because: /people in the file/,
      make: async () => toFile([...MISSED, "Viktor Kranz", "Emil Drost"]),
    },
  ],
});
