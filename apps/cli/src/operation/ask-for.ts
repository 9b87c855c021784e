import { basename } from "node:path";
import { InputError } from "@zoom-webinar/foundation";
import { type AnyOperation, parseInput } from "@zoom-webinar/webinar-core/doors";
import { kebab } from "../command-path.ts";
import { convert } from "../fields/convert.ts";
import type { Field } from "../fields/fields.ts";
import { shownNames } from "../fields/shown-names.ts";
import type { Io } from "../io.ts";
import { inOurNames, type Names } from "../our-names.ts";
import type { CliOutput } from "../output/output.ts";
import { answerTo } from "../questions.ts";
import { momentFault } from "./moment-answer.ts";
import { MOST_TO_CHOOSE, type Offer, type OfferSearch, offersOf } from "./offers.ts";
import { questionFor } from "./question-words.ts";

/** What is needed to ask for a field. */
interface Asking extends Pick<OfferSearch, "catalog" | "session" | "call" | "input"> {
  readonly io: Io;
  /** Takes away the line that says how far a look-up is. */
  clear(): void;
  readonly output: Pick<CliOutput, "remark">;
  /** What this door calls fields. */
  readonly names: Names;
}

/** Something to choose. */
export type Choice = Pick<Offer, "value" | "label">;

/** What an empty answer means, null: it needs one; what there is to choose from, if that is known already; and the field that says how it is typed, if another does. */
interface Question {
  readonly empty: string | null;
  readonly offers?: readonly Choice[] | null;
  readonly place?: Field;
}

/** How a field is typed: "--host", "<webinar-id>". */
export const labelOf = ({ cli = {} }: AnyOperation, name: string): string => {
  const shown = shownNames(cli)[name] ?? kebab(name);
  return cli.positional?.includes(name) === true ? `<${shown}>` : `--${shown}`;
};

/** What there is to choose from: the part of the list that the operation prefers, all of it if that part is empty; null if no list offers the field. */
const choicesFor = async (name: string, { cli = {} }: AnyOperation, search: Asking): Promise<readonly Offer[] | null> => {
  const [only, isOffered] = [cli.offersFirst?.[name], cli.offersOnly?.[name]];
  const part = only === undefined && isOffered === undefined ? null : await offersOf(name, { ...search, only, isOffered, most: MOST_TO_CHOOSE });
  return part?.length ? part : offersOf(name, { ...search, most: MOST_TO_CHOOSE });
};

/** Puts a question whose answer is typed, and not empty. */
export const askText = async (message: string, io: Io): Promise<string> =>
  answerTo<string>(io, ({ text }, streams) => text({ message, validate: (typed) => (isEmpty(typed) ? "Please give one." : undefined), ...streams }));

/** What to do if no row of a list has what was typed: then none is chosen. */
const noneChosen = (chosen: unknown): string | undefined =>
  chosen === undefined ? "Nothing in the list matches: type less of it, or something else." : undefined;

const isEmpty = (typed: string | undefined): boolean => typed === undefined || typed.trim() === "";

/**
 * Asks for a field at the terminal, again if the field does not take the answer. Undefined for an empty answer, if the field may be left empty. Throws
 * `CancelledError` if the person breaks off.
 */
export const askFor = async (
  field: Field,
  operation: AnyOperation,
  { empty, offers: known = null, place = field }: Question,
  asking: Asking,
): Promise<unknown> => {
  const { io, clear, output, names } = asking;
  const [name = ""] = field.path;
  const offers = known ?? (await choicesFor(name, operation, asking));
  clear();
  const isChosen = (offers !== null && offers.length > 0) || field.choices.length > 0;
  const message = questionFor(place, { label: labelOf(operation, place.path[0] ?? ""), empty, isChosen });
  const put = () =>
    answerTo<unknown>(io, ({ autocomplete, select, text }, streams) => {
      if (offers !== null && offers.length > 0)
        return autocomplete({
          message,
          options: offers.map(({ value, label }) => ({ value, label })),
          maxItems: 10,
          validate: noneChosen,
          ...streams,
        });
      if (field.choices.length > 0) {
        const options = field.choices.map((choice) => ({ value: String(choice), label: field.words[String(choice)] ?? String(choice) }));
        return select({ message, options, ...streams });
      }
      return text({ message, validate: (typed) => (empty === null && isEmpty(typed) ? "Please give one." : undefined), ...streams });
    });
  for (;;) {
    const answer = await put();
    if (empty !== null && (answer === undefined || String(answer).trim() === "")) return undefined;
    const read = await readAnswer(field, String(answer), operation, asking);
    if (!("fault" in read)) return read.value;
    await output.remark(faultLine(read.fault, String(answer), names));
  }
};

/** What an empty answer to the question for a field means; null if it needs one. */
export const emptyOf = ({ isRequired, path: [name = ""] }: Field, { cli }: AnyOperation): string | null =>
  isRequired ? null : (cli?.asks?.[name]?.empty ?? null);

/** The value that an answer stands for, or what is wrong with it as far as can be told before the operation runs. */
const readAnswer = async (field: Field, answer: string, operation: AnyOperation, asking: Asking): Promise<{ value: unknown } | { fault: Fault }> => {
  const converted = await convert(field, [answer], asking.io);
  if ("fault" in converted) return { fault: { message: converted.fault } };
  const { value } = converted;
  const wrong = schemaError(operation, { [field.path[0] ?? ""]: value }) ?? (field.isMoment ? await momentFault(answer, operation, asking) : null);
  const fault = wrong?.faults.find(({ field: at }) => at.split(".")[0] === field.path[0]);
  return fault === undefined ? { value } : { fault: { message: fault.message, hint: wrong?.hint } };
};

/** What the schema says of a part of the input, null if nothing. */
const schemaError = ({ input }: AnyOperation, part: Readonly<Record<string, unknown>>): InputError | null => {
  try {
    parseInput(input, part);
    return null;
  } catch (error) {
    const isAbout = error instanceof InputError && error.faults.some(({ field }) => Object.hasOwn(part, field.split(".")[0] ?? ""));
    return isAbout ? error : null;
  }
};

interface Fault {
  readonly message: string;
  readonly hint?: string | undefined;
}

/** The hint of faults of all kinds: whoever is asked again knows which field is meant. */
const IS_PLAIN = /^Correct the named field/;

/** True if a sentence begins with what the person typed, or with the file's name of a path: "list.csv does not exist". */
const beginsWithAnswer = (said: string, answer: unknown): boolean =>
  [answer]
    .flat()
    .flatMap((one) => [String(one).trim(), basename(String(one).trim())])
    .some((text) => text !== "" && said.startsWith(text) && !/^[\p{L}\p{N}]/u.test(said.slice(text.length)));

/** What is wrong with an answer, as a sentence, with the way out. What was typed stays as it was typed: with a capital it may be another file. */
export const faultLine = ({ message, hint = "" }: Fault, answer: unknown, names: Names): string => {
  const said = inOurNames(message, names).replace(/^(?=(?:is|was|has) )/, "it ");
  const begun = beginsWithAnswer(said, answer) ? said : `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
  const sentence = `${begun}${/[.?!]$/.test(said) ? "" : "."}`;
  return hint === "" || IS_PLAIN.test(hint) ? sentence : `${sentence} ${inOurNames(hint, names)}`;
};
