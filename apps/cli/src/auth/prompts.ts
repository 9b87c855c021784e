import { readCredential } from "@zoom-webinar/auth";
import { decodeText, InputError } from "@zoom-webinar/foundation";
import { readSource, STDIN, TooLargeError } from "../fields/read-source.ts";
import type { Io } from "../io.ts";
import { answerTo, canAsk } from "../questions.ts";

/** Values that a person is asked for, by field. */
export type Answers = Readonly<Record<string, string>>;

/** One thing to ask for. */
export interface Question {
  /** As it is called in JSON: "client_secret". */
  field: string;
  label: string;
  isSecret?: boolean;
  /** May stay empty; only taken from JSON, never asked for. */
  isOptional?: boolean;
}

/** What a sign-in needs, and the command that asks for it, with the flags that decide what it needs. */
export interface Form {
  readonly questions: readonly Question[];
  readonly command: string;
}

const assertText = (field: string, value: unknown): string => {
  if (value === undefined || value === null || value === "") throw InputError.at(field, "is missing");
  const text = typeof value === "string" && !/[\s\p{Cc}]/u.test(value.trim()) ? readCredential(field, value) : undefined;
  if (text !== undefined) return text;
  throw InputError.at(field, "expected one word of text");
};

const MOST_BYTES = 65_536;

/** Longer words may be a secret that stands where a name should. */
const LONGEST_NAME = 30;

const unknownField = (field: string, known: readonly string[], command: string): InputError => {
  const isName = field.length <= LONGEST_NAME && /^[a-z]+(_[a-z]+)*$/i.test(field);
  const hint = field === "account_id" ? `An app that acts for the whole account signs in with ${command} --server-to-server --stdin.` : undefined;
  return InputError.at("--stdin", `unknown field${isName ? ` ${field}` : ""}; the fields are ${known.join(", ")}`, hint);
};

/**
 * Reads the answers from JSON on stdin. Throws `InputError` without repeating what was there: it may be a secret, and `CancelledError` if the user
 * interrupts.
 */
export const readAnswers = async (io: Io, { questions, command }: Form, given: Answers): Promise<Answers> => {
  const bytes = await readSource(STDIN, io, MOST_BYTES).catch((error: unknown) => {
    throw error instanceof TooLargeError ? InputError.at("--stdin", "too long for a sign-in") : error;
  });
  const text = decodeText(Buffer.from(bytes), "--stdin", "stdin");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw InputError.at("--stdin", "expected a JSON object");
  }
  const object: Readonly<Record<string, unknown>> = typeof value === "object" && value !== null ? { ...value } : {};
  const known = questions.map(({ field }) => field);
  const unknown = Object.keys(object).filter((field) => !known.includes(field));
  if (unknown.length > 0) throw unknownField(unknown[0] ?? "", known, command);
  const wanted = questions.filter(({ field, isOptional }) => given[field] !== undefined || object[field] !== undefined || isOptional !== true);
  return Object.fromEntries(wanted.map(({ field }) => [field, assertText(field, object[field] ?? given[field])]));
};

/** Asks a person at the terminal; secrets stay hidden. Throws `CancelledError` if they break off, `InputError` if there is no terminal. */
export const askAnswers = async (io: Io, { questions, command }: Form, given: Answers): Promise<Answers> => {
  const open = questions.filter(({ field, isOptional }) => given[field] === undefined && isOptional !== true);
  if (open.length > 0 && !canAsk(io)) {
    const names = open.map(({ field }) => field);
    throw new InputError(
      `There is no terminal in which to ask for ${names.join(", ")}`,
      names.map((field) => ({ field, message: "missing" })),
      {
        hint: `Pipe them in: … | ${command} --stdin, as JSON with ${names.join(", ")}.`,
      },
    );
  }
  const answers: Record<string, string> = { ...given };
  for (const { field, label, isSecret } of open) {
    const answer = await answerTo<string>(io, ({ password, text }, streams) =>
      (isSecret ? password : text)({ message: label, validate: (typed) => faultOf(field, typed), ...streams }),
    );
    answers[field] = assertText(field, answer);
  }
  return answers;
};

/** What is wrong with an answer, without repeating it: it may be a secret. */
const faultOf = (field: string, typed: string | undefined): string | undefined => {
  if (typed === undefined || typed.trim() === "") return "Please give one.";
  try {
    assertText(field, typed);
    return undefined;
  } catch (error) {
    const message = error instanceof InputError ? (error.faults[0]?.message ?? error.message) : null;
    if (message === null) throw error;
    return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  }
};
