import { asList, asNumber, asObject, asText, type JsonObject, pick } from "../../http/json.ts";
import { type Check, flag, integer, list, object, oneOf, text } from "../../rules/validate.ts";

/** Kinds of questions that people pick answers for. */
const CHOICES: readonly string[] = ["single", "multiple", "matching", "rank_order"];
/** Kinds that assign answers to prompts. */
const ASSIGNMENTS: readonly string[] = ["matching", "rank_order"];

/** What differs between polls and surveys. */
export interface QuestionBounds {
  longestName: number;
  longestAnswer: number;
  /** Most answers of single and multiple. */
  mostChoices: number;
  longestLabel: number;
}

const MOST_MATCHING = 16;
const MOST_RANKED = 7;
const MOST_RIGHT = 50;
const LONGEST_TEXT: Readonly<Record<string, number>> = { short_answer: 500, long_answer: 2000 };

/** The fields of a question, in the order that the reference has them. */
export const QUESTION_FIELDS = [
  "name",
  "type",
  "answer_required",
  "answers",
  "right_answers",
  "prompts",
  "answer_min_character",
  "answer_max_character",
  "case_sensitive",
  "show_as_dropdown",
  "rating_min_value",
  "rating_max_value",
  "rating_min_label",
  "rating_max_label",
] as const;

const fieldsFor = ({ longestName, longestAnswer, longestLabel }: QuestionBounds) => {
  const answer = text({ min: 1, max: longestAnswer });
  return object(
    {
      name: text({ max: longestName }),
      type: oneOf(...CHOICES, "short_answer", "long_answer", "fill_in_the_blank", "rating_scale"),
      answer_required: flag,
      answers: list(answer),
      right_answers: list(text({ min: 1 })),
      prompts: list(object({ prompt_question: text({ min: 1, max: longestAnswer }), prompt_right_answers: list(text(), 10) }, ["prompt_question"])),
      answer_min_character: integer({ min: 1 }),
      answer_max_character: integer({ min: 1, max: 2000 }),
      case_sensitive: flag,
      show_as_dropdown: flag,
      rating_min_value: integer({ min: 0 }),
      rating_max_value: integer({ max: 10 }),
      rating_min_label: text({ max: longestLabel }),
      rating_max_label: text({ max: longestLabel }),
    },
    ["name"],
  );
};

/** A question with only the fields named, and of its prompts only what belongs to them. */
export const pickQuestion = (question: JsonObject, names: readonly string[], promptNames: readonly string[]): Record<string, unknown> => {
  const picked = pick(question, names);
  if (picked.prompts === undefined) return picked;
  return { ...picked, prompts: asList(picked.prompts).map((prompt) => pick(asObject(prompt), promptNames)) };
};

/** Which kind a question is; one that does not say is a single choice. */
export const kindOf = (question: JsonObject): string => asText(question.type) ?? "single";

const mostAnswers = (kind: string, bounds: QuestionBounds): number => {
  if (kind === "matching") return MOST_MATCHING;
  return kind === "rank_order" ? MOST_RANKED : bounds.mostChoices;
};

const isGiven = (value: unknown) => value !== undefined && value !== null;

/** What the kind of a question demands of its other fields. */
const kindFaults = (question: JsonObject, field: string, bounds: QuestionBounds): string[] => {
  const kind = kindOf(question);
  const answers = asList(question.answers).length;
  const prompts = asList(question.prompts).length;
  const right = asList(question.right_answers).length;
  const least = asNumber(question.answer_min_character) ?? 1;
  const most = asNumber(question.answer_max_character) ?? 2000;
  const lowest = asNumber(question.rating_min_value) ?? 0;
  const highest = asNumber(question.rating_max_value) ?? 10;
  const faults: [boolean, string][] = [
    [(isGiven(question.answers) || CHOICES.includes(kind)) && (answers < 2 || answers > mostAnswers(kind, bounds)), "answers"],
    [isGiven(question.right_answers) && (right < 1 || right > MOST_RIGHT), "right_answers"],
    [(isGiven(question.prompts) || ASSIGNMENTS.includes(kind)) && (prompts < 2 || prompts > 10), "prompts"],
    [isGiven(question.answer_max_character) && (most < least || most > (LONGEST_TEXT[kind] ?? 2000)), "answer_max_character"],
    [kind === "rating_scale" && lowest >= highest, "rating_max_value"],
  ];
  return faults.filter(([isFault]) => isFault).map(([, name]) => `${field}.${name}`);
};

/** Checks one question of a poll or survey: each field, then what its kind demands. Source: Zoom API. */
export const questionCheck = (bounds: QuestionBounds): Check => {
  const fields = fieldsFor(bounds);
  return (value, field) => {
    const faults = fields(value, field);
    return faults.length > 0 ? faults : kindFaults(asObject(value), field, bounds);
  };
};
