import { countOf } from "../operation/counts.ts";
import { isAnonymous } from "../people/names.ts";

/** Somebody who asked, as Zoom lists them. */
interface Asker {
  name?: string | undefined;
  email?: string | undefined;
  question_details?: readonly unknown[] | undefined;
}

/** "7 questions: 6 from 5 people, 1 anonymous": nobody knows how many people ask without a name. */
export const askedBy = (askers: readonly Asker[]): string => {
  const questionsOf = (some: readonly Asker[]) => some.reduce((sum, { question_details = [] }) => sum + question_details.length, 0);
  const named = askers.filter(({ name, email = "" }) => email !== "" || !isAnonymous(name));
  const [all, known] = [questionsOf(askers), questionsOf(named)];
  const people = countOf(named.length, "person", "people");
  if (known === all) return `${countOf(all, "question")} from ${people}`;
  return known === 0 ? countOf(all, "anonymous question") : `${countOf(all, "question")}: ${known} from ${people}, ${all - known} anonymous`;
};

/** How many of the questions have an answer, as the end of a sentence; "" if nobody asked anything. Zoom writes what was answered aloud as "live answered". */
export const answeredOf = (answers: readonly (string | null | undefined)[]): string => {
  if (answers.length === 0) return "";
  const answered = answers.filter((answer) => (answer ?? "").trim() !== "").length;
  if (answered === 0) return answers.length === 1 ? "; it has no answer" : "; none has an answer";
  return answered === answers.length ? "" : `; ${answered} ${answered === 1 ? "has" : "have"} an answer`;
};
