import type { AnyOperation } from "@zoom-webinar/webinar-core/doors";
import { kebab } from "../command-path.ts";
import { convert } from "../fields/convert.ts";
import type { Field } from "../fields/fields.ts";
import { shownNames } from "../fields/shown-names.ts";
import type { Io } from "../io.ts";
import { answerTo } from "../questions.ts";
import { MOST_TO_CHOOSE, type Offer, type OfferSearch, offersOf } from "./offers.ts";
import { questionFor } from "./question-words.ts";

/** What is needed to ask for a field. */
interface Asking extends Pick<OfferSearch, "catalog" | "session" | "call" | "input"> {
  readonly io: Io;
  /** Takes away the line that says how far a look-up is. */
  clear(): void;
}

/** Something to choose. */
export type Choice = Pick<Offer, "value" | "label">;

/** What an empty answer means, null: it needs one; and what there is to choose from, if that is known already. */
interface Question {
  readonly empty: string | null;
  readonly offers?: readonly Choice[] | null;
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

const isEmpty = (typed: string | undefined): boolean => typed === undefined || typed.trim() === "";

/** Asks for a field at the terminal. Undefined for an empty answer, if the field may be left empty. Throws `CancelledError` if the person breaks off. */
export const askFor = async (field: Field, operation: AnyOperation, { empty, offers: known = null }: Question, asking: Asking): Promise<unknown> => {
  const { io, clear } = asking;
  const [name = ""] = field.path;
  const offers = known ?? (await choicesFor(name, operation, asking));
  clear();
  const isChosen = (offers !== null && offers.length > 0) || field.choices.length > 0;
  const message = questionFor(field, { label: labelOf(operation, name), empty, isChosen });
  const answer = await answerTo<unknown>(io, ({ autocomplete, select, text }, streams) => {
    if (offers !== null && offers.length > 0)
      return autocomplete({ message, options: offers.map(({ value, label }) => ({ value, label })), maxItems: 10, ...streams });
    if (field.choices.length > 0) {
      const options = field.choices.map((choice) => ({ value: String(choice), label: field.words[String(choice)] ?? String(choice) }));
      return select({ message, options, ...streams });
    }
    return text({ message, validate: (typed) => (empty === null && isEmpty(typed) ? "Please give one." : undefined), ...streams });
  });
  if (empty !== null && (answer === undefined || String(answer).trim() === "")) return undefined;
  const converted = await convert(field, [String(answer)], io);
  return "fault" in converted ? answer : converted.value;
};
