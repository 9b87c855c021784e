import { InputError } from "@zoom-webinar/foundation";
import { type AnyOperation, asksBefore } from "@zoom-webinar/webinar-core/doors";
import type { Field } from "../fields/fields.ts";
import type { Io } from "../io.ts";
import { inOurNames } from "../our-names.ts";
import { safeLine } from "../output/safe-text.ts";
import { isRow } from "../output/shape.ts";
import { canAsk } from "../questions.ts";
import { askFor, askText, type Choice, emptyOf, faultLine } from "./ask-for.ts";
import type { Completion } from "./complete-input.ts";
import { terminalAsk } from "./confirm.ts";

type Input = Readonly<Record<string, unknown>>;

/** A sentence as it was before the person said what it leaves out, and what they were asked. */
interface Sentence {
  readonly field: string;
  readonly input: Input;
  readonly unsaid: readonly Unsaid[];
}

interface Unsaid {
  readonly question: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Runs an operation, and at a terminal asks for a field that was left out if the operation says that it needs it, and again for an answer that it refuses.
 * Returns what it answers. Throws what the operation throws, `CancelledError` if the person breaks off.
 */
export const runAsking = async (
  operation: AnyOperation,
  input: Input,
  completion: Completion,
  run: (input: Input) => Promise<unknown>,
  said: Sentence | null = null,
): Promise<unknown> => {
  try {
    return await run(input);
  } catch (error) {
    const { io, output } = completion;
    if (!(error instanceof InputError) || !canAsk(io) || output.isJson) throw error;
    const sentence = await sentenceOf(error, input, said, completion);
    if (sentence !== null) return runAsking(operation, await withUnsaid(sentence, completion), completion, run, sentence);
    return runAsking(operation, await withAnswer(operation, input, completion, error), completion, run);
  }
};

/** The input with an answer to what an error finds wrong. Throws the error if it is not about one thing that a person can be asked. */
const withAnswer = async (operation: AnyOperation, input: Input, completion: Completion, error: InputError): Promise<Input> => {
  const { io, output, fields, names, asked } = completion;
  const [fault, ...others] = error.faults;
  const [top = ""] = fault?.field.split(".") ?? [];
  const isAskedAgain = asked.has(top) && input[top] !== undefined;
  const field = fields.find(({ path }) => path.join(".") === (isAskedAgain ? top : fault?.field));
  if (fault === undefined || others.length > 0 || field === undefined || (!isAskedAgain && input[top] !== undefined)) throw error;
  completion.clear();
  if (field.kind === "boolean") {
    const message = inOurNames(fault.message, names);
    if (isAskedAgain || !completion.asksMore) throw error;
    const agreed = { ...input, [top]: true };
    // Whoever is asked about the whole call is asked once.
    const isAskedAnyway = await asksBefore(operation, agreed, completion.session, completion.call).finally(completion.clear);
    if (isAskedAnyway) await output.remark(message, {});
    else if (!(await agrees(message, io))) throw error;
    return agreed;
  }
  const place = typedAs(field, operation, fields);
  // That it is missing is said by the question.
  const isSaid = (place !== field && !isAskedAgain) || /^is (?:required|missing)\b/.test(fault.message);
  if (!isSaid) await output.remark(faultLine(isAskedAgain ? { ...fault, hint: error.hint } : fault, input[top], names));
  const { [top]: _wrong, ...rest } = input;
  const empty = isAskedAgain ? emptyOf(field, operation) : null;
  const answer = await askFor(field, operation, { empty, offers: candidatesOf(error), place }, { ...completion, input: rest });
  asked.add(top);
  return answer === undefined ? rest : { ...rest, [top]: answer };
};

/** The field by whose place people are asked for another: that of addresses, if the other takes people. */
const typedAs = (field: Field, { cli }: AnyOperation, fields: readonly Field[]): Field => {
  const [name = ""] = Object.entries(cli?.named ?? {}).find(([, other]) => other === field.path.join(".")) ?? [];
  return fields.find(({ path }) => path.join(".") === name) ?? field;
};

/** What a sentence leaves out, if that is all that an error finds wrong; or the sentence before, if what the person said to it is wrong. Else null. */
const sentenceOf = async (error: InputError, input: Input, said: Sentence | null, { output, names, clear }: Completion): Promise<Sentence | null> => {
  const [fault] = error.faults;
  const unsaid = Array.isArray(error.details.unsaid) ? (error.details.unsaid as Unsaid[]) : [];
  const isAgain = unsaid.length === 0 || unsaid.some(({ question }) => said?.unsaid.some((before) => before.question === question));
  if (said !== null && fault !== undefined && isAgain && error.faults.every(({ field }) => field === said.field)) {
    clear();
    for (const each of error.faults) await output.remark(faultLine({ ...each, hint: error.hint }, input[said.field], names));
    return said;
  }
  return unsaid.length === 0 || fault === undefined ? null : { field: fault.field, input, unsaid };
};

/** The input with the sentence made whole by the person. */
const withUnsaid = async ({ field, input, unsaid }: Sentence, { io, clear }: Completion): Promise<Input> => {
  let sentence = String(input[field]).trim();
  clear();
  // Quotes are the sentence's own.
  for (const { question, before, after } of unsaid)
    sentence = `${sentence}${before}${(await askText(question, io)).replaceAll(/["“”„«»]/g, "").trim()}${after}`;
  return { ...input, [field]: sentence };
};

/** Those whom an error names to choose from; null if it names none. */
const candidatesOf = ({ details }: InputError): readonly Choice[] | null => {
  const candidates = Array.isArray(details.candidates) ? details.candidates.filter(isRow) : [];
  const choices = candidates.flatMap(({ id, email, name }) => {
    const value = [email, id].find((each) => typeof each === "string");
    const label = [name, email].filter((each) => typeof each === "string").join(", ");
    return typeof value === "string" ? [{ value, label: safeLine(label === "" ? value : label) }] : [];
  });
  return choices.length === 0 ? null : choices;
};

/** A switch that says whether to go on in spite of something is a question to answer with yes or no. */
const agrees = async (message: string, io: Io): Promise<boolean> => (await terminalAsk(io)?.(`${message}. Go on?`)) === true;
