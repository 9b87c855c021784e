import { describe, expect, it } from "vitest";
import { createConceptReader } from "./concept-reader.ts";
import { createMender } from "./mend.ts";
import { readText } from "./reading.ts";
import { stemOf } from "./terms.ts";

const reader = createConceptReader({
  "@poll": ["poll", "quiz"],
  "@tag": ["name tag"],
  "@label": ["tag"],
  "@remove": ["strike * off"],
  "@person": ["him"],
});
const conceptsOf = (text: string) => [...readText(text, reader).concepts].sort();

describe("reading a text", () => {
  it.each([
    ["a concept by any of its words", "show the quizzes", ["@poll"]],
    ["the longer expression, without the shorter one in it", "one name tag", ["@tag"]],
    ["the shorter one where it stands alone", "one tag", ["@label"]],
    ["an expression around other words", "strike the two of them off", ["@remove"]],
    ["no expression around too many words", "strike while the iron is hot and then get off", []],
    ["a name within a sentence as somebody", "let Sofia in", ["@person"]],
    ["an address as somebody", "invite kim@example.com", ["@person"]],
    ["no day as somebody", "what is on Thursday", []],
  ])("finds %s", (_, text, concepts) => {
    expect(conceptsOf(text)).toEqual(concepts);
  });

  it("leaves out words that say nothing", () => {
    expect([...readText("could you please show me the poll now", reader).terms]).toEqual(["show", "poll"]);
  });
});

describe("mending a word", () => {
  const known = ["webinar", "panelist", "ballot", "delet", "mean", "recur"];
  const mend = createMender(known, (stem) => known.includes(stem));
  it.each([
    ["delte", "delet"],
    ["weibnar", "webinar"],
    ["panellists", "panelist"],
    ["registrnt", stemOf("registrant")],
  ])("finds what %s is but for a typing error", (word, stem) => {
    expect(mend(word)).toBe(stem);
  });
  it.each(["ballet", "moan", "xyzzy"])("takes %s for no other word", (word) => {
    expect(mend(word)).toBeNull();
  });
});
