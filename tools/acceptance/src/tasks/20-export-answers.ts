import { parse } from "csv-parse/sync";
import { faultsOf, onlyLooked, type Point } from "./judging.ts";
import { planPartnerBriefing, WISH } from "./partner-briefing.ts";
import { defineTask } from "./task.ts";

const FILE = "partner-briefing.csv";
const PEOPLE = [
  ["Agnes Poulsen", "Fjord & Co", "Prices, and the new portal", "approved"],
  ["Bruno Keller", "Keller GmbH", 'The "big" picture', "approved"],
  ["Chiara Riva", "Riva Srl", "", "approved"],
  ["Elif Aydin", "Aydin Ltd", "Rollout in Türkiye", "approved"],
  ["Dario Smit", "Smit BV", "Training dates", "waiting"],
  ["Viktor Kranz", "Rival Inc", "Everything", "denied"],
] as const;
const WANTED = PEOPLE.filter(([, , , state]) => state !== "denied");

const emailOf = (name: string) => `${name.toLowerCase().replace(" ", ".")}@example.com`;
const quoted = (cell: string) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const toFile = (people: readonly (readonly string[])[], cell = quoted) => ({
  answer: "The file is there.",
  files: {
    [FILE]: [
      "name,e-mail,organisation,wish,state",
      ...people.map(([name = "", org = "", wish = "", state = ""]) => [name, emailOf(name), org, wish, state].map(cell).join(",")),
    ].join("\n"),
  },
});

const readRows = (text: string): string[][] | undefined => {
  try {
    return parse(text, { bom: true, relax_column_count: true }) as string[][];
  } catch {
    return undefined;
  }
};

const pointsOfRows = (head: readonly string[], rows: readonly (readonly string[])[]): Point[] => {
  const rowOf = (name: string) => rows.find((row) => row.some((cell) => cell.toLowerCase() === emailOf(name))) ?? [];
  // a column for all questions has the question before its answer
  const wishOf = (cell: string | undefined) => (cell?.startsWith(`${WISH}: `) ? cell.slice(WISH.length + 2) : cell);
  const wishAt = rowOf("Agnes Poulsen").map(wishOf).indexOf(PEOPLE[0][2]);
  const stateAt = rowOf("Dario Smit").findIndex((cell) => /^(waiting|pending)/i.test(cell));
  return [
    ["people in the file", rows.length, WANTED.length],
    ["columns in each line", rows.every((row) => row.length === head.length), true],
    ...WANTED.flatMap(([name, org, wish, state]): Point[] => {
      const row = rowOf(name);
      return [
        [`the name of ${name}`, name.split(" ").every((part) => row.some((cell) => cell.split(" ").includes(part))), true],
        [`the organisation of ${name}`, row.includes(org), true],
        [`what ${name} wishes to hear`, wishOf(row[wishAt]), wish],
        [`the state of ${name}`, state === "approved" ? /^approved/i.test(row[stateAt] ?? "") : stateAt >= 0, true],
      ];
    }),
  ];
};

export const exportAnswers = defineTask({
  page: "20-export-answers",
  prepare: async (zoom) => {
    const id = await planPartnerBriefing(zoom);
    await zoom.call("PATCH", `/webinars/${id}/registrants/questions`, {
      questions: [{ field_name: "org", required: false }],
      custom_questions: [{ title: WISH, type: "short", required: false }],
    });
    await zoom.signUp(
      id,
      PEOPLE.map(([name, org, value]) => {
        const [first_name = "", last_name = ""] = name.split(" ");
        return { first_name, last_name, email: emailOf(name), org, custom_questions: [{ title: WISH, value }] };
      }),
    );
    const those = (state: string) => PEOPLE.filter((person) => person[3] === state).map(([name]) => emailOf(name));
    await zoom.decide(id, "approve", those("approved"));
    await zoom.decide(id, "deny", those("denied"));
    return undefined;
  },
  judge: (finished) => {
    const text = finished.files[FILE];
    if (text === undefined) return [`there is no file ${FILE}`];
    const [head, ...rows] = readRows(text) ?? [];
    if (head === undefined) return [`${FILE} is not a CSV file`];
    return faultsOf([...pointsOfRows(head, rows), ...onlyLooked(finished)]);
  },
  wrongEnds: [
    {
      title: "leaves out who waits",
      because: /people in the file/,
      make: async () => toFile(WANTED.filter(([, , , state]) => state === "approved")),
    },
    { title: "writes a comma as it is", because: /columns|wishes/, make: async () => toFile(WANTED, (cell) => cell.replaceAll('"', "")) },
  ],
});
