import * as z from "zod";
import { toEmailKey } from "../people/names.ts";

/** What one person answered. */
export interface Respondent {
  /** Without one, nobody knows whether two of them are one person. */
  readonly email: string | null | undefined;
  readonly given: readonly Given[];
}

/** One answer of a person. */
export interface Given {
  /** What makes two questions the same. */
  readonly key: string;
  readonly question: string | null | undefined;
  /** The choices of a multiple choice come joined by semicolons. */
  readonly answer: string | null | undefined;
}

/** Who answered the polls of a webinar, as both of Zoom's lists have it. */
interface PollRow {
  email?: string | undefined;
  question_details?: readonly { polling_id?: string | undefined; question?: string | undefined; answer?: string | undefined }[] | undefined;
}

/** Those who answered polls: the same question of two polls is two questions. */
export const pollRespondents = ({ questions = [] }: { questions?: readonly PollRow[] | undefined }): Respondent[] =>
  questions.map(({ email, question_details = [] }) => ({
    email,
    given: question_details.map(({ polling_id, question, answer }) => ({ key: `${polling_id ?? ""}\n${question ?? ""}`, question, answer })),
  }));

/** An answer beyond these many different ones of a question is only counted. */
const MOST_ANSWERS = 12;
/** Longer texts are cut. */
const LONGEST_ANSWER = 160;

const questionSum = z.object({
  question: z.string().meta({ description: "As it was asked", untrusted: true }),
  people: z.number().describe("How many answered it"),
  answers: z
    .array(
      z.object({
        answer: z.string().meta({ description: "A choice, or a text", untrusted: true }),
        count: z.number().describe("How many people gave it"),
      }),
    )
    .describe(`Most frequent first, at most ${MOST_ANSWERS}`),
  more_answers: z.number().optional().describe("How many further different answers there are"),
});

/** The sums of a poll, a quiz or a survey. */
export const answerSums = z.object({
  people: z.number().describe("How many answered anything"),
  results: z.array(questionSum).describe("Each question with how many gave which answer"),
});

/** Sums, with how many people answered one question more than once. */
export interface AnswerSums extends z.output<typeof answerSums> {
  readonly repeaters: number;
}

interface Tally {
  readonly question: string;
  readonly people: Set<string>;
  readonly answers: Map<string, Set<string>>;
}

/** A text with a space behind its semicolon is a sentence; Zoom joins choices without one. */
const choicesIn = (answer: string): string[] =>
  answer
    .split(/;(?!\s)/)
    .map((choice) => choice.trim())
    .filter((choice) => choice !== "");

const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length <= LONGEST_ANSWER ? text : `${characters.slice(0, LONGEST_ANSWER - 1).join("")}…`;
};

const toSum = ({ question, people, answers }: Tally): z.output<typeof questionSum> => {
  const sorted = [...answers].map(([answer, by]) => ({ answer: shortened(answer), count: by.size })).sort((a, b) => b.count - a.count);
  const left = sorted.length - MOST_ANSWERS;
  return { question, people: people.size, answers: sorted.slice(0, MOST_ANSWERS), ...(left > 0 ? { more_answers: left } : {}) };
};

/**
 * How many people gave which answer, by question in the order of their first answer. Whoever gives the same answer twice counts once; an empty answer counts
 * nowhere. People without an address are counted one by one.
 */
export const sumAnswers = (respondents: readonly Respondent[]): AnswerSums => {
  const tallies = new Map<string, Tally>();
  const everybody = new Set<string>();
  const repeaters = new Set<string>();
  for (const [number, { email, given }] of respondents.entries()) {
    const person = toEmailKey(email) || `#${number}`;
    for (const { key, question, answer } of given) {
      const tally = tallies.get(key) ?? { question: question ?? "", people: new Set(), answers: new Map() };
      tallies.set(key, tally);
      const choices = choicesIn(answer ?? "");
      if (choices.length === 0) continue;
      if (tally.people.has(person)) repeaters.add(person);
      tally.people.add(person);
      everybody.add(person);
      for (const choice of choices) tally.answers.set(choice, (tally.answers.get(choice) ?? new Set()).add(person));
    }
  }
  return { people: everybody.size, results: [...tallies.values()].map(toSum), repeaters: repeaters.size };
};
