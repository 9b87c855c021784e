import { describe, expect, it } from "vitest";
import { answeredOf } from "./answered-of.ts";
import { sumAnswers } from "./sum-answers.ts";

const said = (email: string | null, ...answers: string[]) => ({
  email,
  given: answers.map((answer) => ({ key: "lunch", question: "Lunch?", answer })),
});

describe("answers to a poll or survey", () => {
  it("are counted by people, most frequent first, each choice of a multiple choice for itself", () => {
    const people = [
      said("a@example.com", "Soup"),
      said("b@example.com", "Soup;Salad"),
      said("c@example.com", "Salad"),
      said("d@example.com", "Soup"),
    ];
    expect(sumAnswers(people)).toEqual({
      people: 4,
      results: [
        {
          question: "Lunch?",
          people: 4,
          answers: [
            { answer: "Soup", count: 3 },
            { answer: "Salad", count: 2 },
          ],
        },
      ],
      repeaters: 0,
    });
  });

  it("count once for somebody who gives the same one twice, under any spelling of the address, and say so", () => {
    const { people, results, repeaters } = sumAnswers([said("a@example.com", "Soup", "Soup", "Salad"), said("A@example.com", "Soup")]);
    expect([people, repeaters]).toEqual([1, 1]);
    expect(results).toMatchObject([
      {
        people: 1,
        answers: [
          { answer: "Soup", count: 1 },
          { answer: "Salad", count: 1 },
        ],
      },
    ]);
  });

  it("of people without an address are counted one by one", () => {
    expect(sumAnswers([said(null, "Soup"), said("", "Soup")])).toMatchObject({ people: 2, results: [{ answers: [{ count: 2 }] }] });
  });

  it("keep a sentence with a semicolon whole, and are cut and left out beyond what is read", () => {
    const long = "x".repeat(400);
    const { results } = sumAnswers([
      said("a@example.com", "Good; but long"),
      said("b@example.com", long),
      ...Array.from({ length: 20 }, (_none, at) => said(`p${at}@example.com`, `Answer ${at}`)),
    ]);
    expect(results[0]?.answers[0]).toEqual({ answer: "Good; but long", count: 1 });
    expect([...(results[0]?.answers[1]?.answer ?? "")]).toHaveLength(160);
    expect([results[0]?.people, results[0]?.answers.length, results[0]?.more_answers]).toEqual([22, 12, 10]);
  });

  it("that are empty count nowhere, and two polls with the same question stay apart", () => {
    const twice = { email: "a@example.com", given: ["1", "2"].map((key) => ({ key, question: "Again?", answer: key === "1" ? "" : "Yes" })) };
    expect(sumAnswers([twice]).results).toEqual([
      { question: "Again?", people: 0, answers: [] },
      { question: "Again?", people: 1, answers: [{ answer: "Yes", count: 1 }] },
    ]);
  });
});

describe("how many questions were answered", () => {
  it.each([
    [[], ""],
    [[""], "; it has no answer"],
    [["", null], "; none has an answer"],
    [["Yes.", ""], "; 1 has an answer"],
    [["Yes.", "live answered", ""], "; 2 have an answer"],
    [["Yes."], ""],
  ])("is said of %j", (answers, said) => {
    expect(answeredOf(answers)).toBe(said);
  });
});
