// Texts with their topics, to learn from: the sentences of the tests, and requests with topics put in.
import { readdirSync, readFileSync } from "node:fs";

const SENTENCES = "tools/testing/data/sentences";
const CARRIERS = "tools/testing/data/carriers";
/** So many topics are put into each request. */
const EACH = 4;

const rowsOf = (path) =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const filesIn = (folder) => readdirSync(folder).filter((name) => name.endsWith(".jsonl"));

export const sentencesWithTopics = () =>
  filesIn(SENTENCES).flatMap((name) =>
    rowsOf(`${SENTENCES}/${name}`).flatMap(({ sentence, lang, expect }) => {
      const [topic] = [expect.topic ?? []].flat();
      return topic === undefined || expect.kind === "refused" ? [] : [{ text: sentence, lang, topic }];
    }),
  );

const WHENS = {
  en: [
    "on 3 March 2027 at 3pm",
    "tomorrow at 10am",
    "on Friday at 2:30 pm",
    "next Tuesday, 9.30am",
    "on the 14th of May at noon",
    "on 02/11 at 16:00",
  ],
  de: ["am 3. März 2027 um 15 Uhr", "morgen um 10 Uhr", "am Freitag um 14:30 Uhr", "am 14.5. ab 9 Uhr", "nächsten Dienstag, 16 Uhr"],
  fr: ["le 3 mars 2027 à 15h", "demain à 10h", "vendredi à 14h30", "le 14 mai à 9 h", "mardi prochain, 16h"],
};
const DAYS = { en: ["3 March 2027", "14 May", "02/11/2027"], de: ["3. März 2027", "14.5.2027"], fr: ["3 mars 2027", "14 mai"] };
const TIMES = { en: ["3pm", "10:30", "9.30am"], de: ["15 Uhr", "9:30 Uhr"], fr: ["15h", "9h30"] };
const WEEKDAYS = { en: ["Friday", "Tuesday"], de: ["Freitag", "Dienstag"], fr: ["vendredi", "mardi"] };

const RHYTHMS = {
  en: ["every Tuesday at 9am until 30 June", "weekly on Mondays at 3pm, 6 times", "on the first Friday of each month at noon, five sessions"],
  de: ["jeden Dienstag um 9 Uhr bis 30. Juni", "wöchentlich montags um 15 Uhr, 6 Mal"],
  fr: ["tous les mardis à 9h jusqu'au 30 juin", "chaque premier vendredi du mois à 12h, cinq fois"],
};

/** Requests of the carriers, each with several topics: those beside the carriers, and those of the sentences. */
export const carried = () => {
  const topics = [...rowsOf(`${CARRIERS}/topics.jsonl`), ...sentencesWithTopics().filter(({ lang }) => lang !== undefined)];
  const carriers = filesIn(CARRIERS).filter((name) => name !== "topics.jsonl");
  return carriers.flatMap((name) => rowsOf(`${CARRIERS}/${name}`).flatMap((carrier, index) => fill(carrier, index, topics)));
};

/** A request with topics of its language put in, and with days and times. */
const fill = ({ lang, frame, case: letters }, index, topics) => {
  const own = topics.filter((topic) => topic.lang === lang);
  const written = (text) => (letters === "lower" ? text.toLowerCase() : text);
  return Array.from({ length: EACH }, (_, time) => {
    const at = (list) => written(list[(index + time) % list.length]);
    const topic = written(own[(index * 7 + time * 1013) % own.length].topic);
    const text = frame
      .replace("{WHEN}", at(WHENS[lang]))
      .replace("{RHYTHM}", at(RHYTHMS[lang]))
      .replace("{DAY}", at(DAYS[lang]))
      .replace("{WEEKDAY}", at(WEEKDAYS[lang]))
      .replace("{TIME}", at(TIMES[lang]))
      .replace("{TOPIC}", () => topic);
    return { text, topic };
  });
};
