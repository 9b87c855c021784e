import { describe, expect, it } from "vitest";
import { askedBy } from "./answered-of.ts";

const asker = (name: string, email: string, questions: number) => ({ name, email, question_details: Array.from({ length: questions }, () => ({})) });

describe("who asked how much", () => {
  it.each([
    ["nobody", [], "0 questions from 0 people"],
    ["one person", [asker("Ann", "ann@example.com", 1)], "1 question from 1 person"],
    ["people of whom one has no address", [asker("Ann", "ann@example.com", 2), asker("Bob", "", 1)], "3 questions from 2 people"],
    [
      "somebody without a name beside others",
      [asker("Ann", "ann@example.com", 1), asker("Anonymous Attendee", "", 2)],
      "3 questions: 1 from 1 person, 2 anonymous",
    ],
    ["only people without a name", [asker("", "", 2)], "2 anonymous questions"],
  ])("%s", (_who, askers, words) => {
    expect(askedBy(askers)).toBe(words);
  });
});
