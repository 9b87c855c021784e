import { InputError } from "@zoom-webinar/foundation";
import type { CallOptions, Session } from "@zoom-webinar/webinar-core";
import { type AnyOperation, type Catalog, parseInput } from "@zoom-webinar/webinar-core/doors";
import type { Field } from "../fields/fields.ts";
import type { Io } from "../io.ts";
import { inOurNames, type Names } from "../our-names.ts";
import type { CliOutput } from "../output/output.ts";
import { safeLine } from "../output/safe-text.ts";
import { isRow } from "../output/shape.ts";
import { canAsk } from "../questions.ts";
import { askFor, askText, type Choice, labelOf } from "./ask-for.ts";
import { isLink, offerByLink } from "./by-link.ts";
import { EVERY } from "./by-value.ts";
import { terminalAsk } from "./confirm.ts";
import { type Offer, offerNamed, offersOf } from "./offers.ts";
import { howToWrite } from "./way-to-find.ts";

/** What may be looked up and asked to make an input whole. */
export interface Completion {
  readonly fields: readonly Field[];
  readonly catalog: Catalog;
  readonly session: Session;
  readonly call: CallOptions;
  readonly io: Io;
  readonly output: CliOutput;
  /** Takes away the line that says how far a look-up is. */
  clear(): void;
  /** What this door calls fields. */
  readonly names: Names;
  /** False, as with --yes: only values that are required are asked for, and no yes. */
  readonly asksMore: boolean;
}

/**
 * Fills what a person left open: a name becomes the id that it stands for, and at a terminal a missing required value is asked for, from a list if there
 * is one. Throws `InputError` for a name that fits none or several, `CancelledError` if the person breaks off.
 */
export const completeInput = async (
  operation: AnyOperation,
  input: Readonly<Record<string, unknown>>,
  completion: Completion,
): Promise<Record<string, unknown>> => {
  const whole: Record<string, unknown> = { ...input };
  const { fields, catalog, io, output } = completion;
  const isLookedUp = (name: string): boolean => catalog.some(({ offers }) => offers?.includes(name));
  assertRestFits(operation, input, isLookedUp);
  if (canAsk(io) && !output.isJson) assertNoJsonIsMissing(operation, input, fields, io);
  for (const field of fields) {
    const [name = "", ...rest] = field.path;
    if (rest.length > 0) continue;
    const given = whole[name];
    if (given !== undefined && isLookedUp(name)) whole[name] = await withValues(operation, name, given, { ...completion, input: whole });
    if (given !== undefined || output.isJson) continue;
    const wish = operation.cli?.asks?.[name];
    const isWished = wish !== undefined && completion.asksMore && wish.unless.every((other) => whole[other] === undefined);
    if ((!field.isRequired && !isWished) || !canAsk(io)) continue;
    const empty = field.isRequired || wish === undefined ? null : wish.empty;
    const answer = await askFor(field, operation, { empty }, { ...completion, input: whole });
    if (answer !== undefined) whole[name] = answer;
  }
  return whole;
};

/**
 * Runs an operation, and at a terminal asks for a field that was left out if the operation says that it needs it, once for each. Returns what it answers.
 * Throws what the operation throws, `CancelledError` if the person breaks off.
 */
export const runAsking = async (
  operation: AnyOperation,
  input: Readonly<Record<string, unknown>>,
  completion: Completion,
  run: (input: Readonly<Record<string, unknown>>) => Promise<unknown>,
): Promise<unknown> => {
  try {
    return await run(input);
  } catch (error) {
    const { io, output, fields, names } = completion;
    const whole = canAsk(io) && !output.isJson ? await withUnsaid(error, input, completion) : null;
    if (whole !== null) return runAsking(operation, whole, completion, run);
    const left = error instanceof InputError ? error.faults.filter(({ field }) => input[field] === undefined) : [];
    const field = fields.find(({ path }) => path.join(".") === left[0]?.field);
    if (!(error instanceof InputError) || left.length !== 1 || error.faults.length !== 1 || field === undefined || !canAsk(io) || output.isJson)
      throw error;
    const [name = ""] = field.path;
    const message = inOurNames(left[0]?.message ?? "", names);
    completion.clear();
    if (field.kind === "boolean") {
      if (completion.asksMore && (await agrees(message, io))) return runAsking(operation, { ...input, [name]: true }, completion, run);
      throw error;
    }
    // That it is missing is said by the question.
    if (!/^is (?:required|missing)\b/.test(message)) await output.remark(`${labelOf(operation, name)} ${message}`, {});
    const answer = await askFor(field, operation, { empty: null, offers: candidatesOf(error) }, { ...completion, input });
    return runAsking(operation, { ...input, [name]: answer }, completion, run);
  }
};

/** The input with a sentence made whole by the person, if all that an error finds wrong is what the sentence leaves out; else null. */
const withUnsaid = async (error: unknown, input: Readonly<Record<string, unknown>>, { io, clear }: Completion): Promise<typeof input | null> => {
  if (!(error instanceof InputError) || !Array.isArray(error.details.unsaid)) return null;
  const [field = ""] = error.faults.map((fault) => fault.field);
  let sentence = String(input[field]).trim();
  clear();
  // Quotes are the sentence's own.
  for (const { question, before, after } of error.details.unsaid as { question: string; before: string; after: string }[])
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

/** True for what can be typed only as JSON: a list of objects, unless they are people, who are written as "Ada Example <ada@example.com>". */
const isJsonOnly = ({ kind, item, parts }: Field): boolean =>
  kind === "object" || (kind === "list" && item === "object" && !parts().some(({ path }) => path.at(-1) === "email"));

/** Nobody types JSON into a question. Before anything is asked, so that nothing is typed in vain. Throws `InputError` with an example. */
const assertNoJsonIsMissing = (operation: AnyOperation, input: Readonly<Record<string, unknown>>, fields: readonly Field[], io: Io): void => {
  const missing = fields.find(
    (field) => field.isRequired && field.path.length === 1 && input[field.path[0] ?? ""] === undefined && isJsonOnly(field),
  );
  if (missing !== undefined) throw InputError.at(missing.path.join("."), "is required", howToWrite(missing, operation, io));
};

/** Stand in for what is looked up only afterwards: an id, and an address. */
const STAND_INS = ["82834512568", "ada@example.com"];

/** Faults of what was typed and is not looked up come before any look-up, and all at once. Throws `InputError`. */
const assertRestFits = (operation: AnyOperation, input: Readonly<Record<string, unknown>>, isLookedUp: (name: string) => boolean): void => {
  const fits = (name: string, value: unknown) => !operation.input.safeParse({ [name]: value }).error?.issues.some(({ path }) => path[0] === name);
  const standIn = (name: string, value: unknown) => STAND_INS.flatMap((one): unknown[] => [one, [one]]).find((one) => fits(name, one)) ?? value;
  // "all", or several with commas, are words of this door, which stand for one call after another.
  const isDivided = (name: string, value: unknown) => value === EVERY || (name === operation.cli?.countsBy && String(value).includes(","));
  const given = Object.entries(input).filter(([name, value]) => value !== undefined && !isDivided(name, value));
  const tried = Object.fromEntries(given.map(([name, value]) => [name, isLookedUp(name) ? standIn(name, value) : value]));
  const isTyped = ({ path: [name] }: { path: PropertyKey[] }) => typeof name === "string" && Object.hasOwn(tried, name) && !isLookedUp(name);
  if (operation.input.safeParse(tried).error?.issues.some(isTyped)) withEvery(operation, () => parseInput(operation.input, tried));
};

/** Throws what `parse` throws, with this door's word for every value of the field that divides the list. */
const withEvery = ({ cli }: AnyOperation, parse: () => unknown): void => {
  try {
    parse();
  } catch (error) {
    const fault = error instanceof InputError && error.faults.length === 1 ? error.faults[0] : undefined;
    if (!(error instanceof InputError) || fault === undefined || fault.field !== cli?.countsBy) throw error;
    throw InputError.at(fault.field, fault.message.replace(/^(expected one of [^"]*), got/, `$1 or ${EVERY}, got`), error.hint ?? undefined);
  }
};

interface Asked extends Completion {
  /** The input as far as it is known. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** A value with ids in place of names, each told to the person; of a list, every one. */
const withValues = async (operation: AnyOperation, name: string, given: unknown, { output, clear, ...search }: Asked): Promise<unknown> => {
  let offers: Promise<readonly Offer[] | null> | undefined;
  const idsOnly = operation.cli?.idsOnly?.includes(name) === true;
  const toValue = async (text: unknown): Promise<unknown> => {
    const linked = typeof text === "string" && isLink(text) ? await offerByLink(text, name, search).finally(clear) : null;
    if (linked !== null) {
      await output.remark(`The link belongs to ${linked.value} (${linked.label})`, {});
      return linked.value;
    }
    if (typeof text !== "string" || !isName(text) || fits(operation, name, text, idsOnly)) return text;
    offers ??= offersOf(name, { ...search, most: null });
    const found = await offers;
    if (found?.some(({ value }) => value === text)) return text;
    // A program hears what every door says of a text that names nothing.
    const mustFit = found !== null && ((idsOnly && text.includes("@")) || !output.isJson);
    const offer = offerNamed(text, name, found ?? [], mustFit);
    if (offer === null) return text;
    clear();
    await output.remark(`${text}: ${offer.value} (${offer.label})`, {});
    return offer.value;
  };
  if (!Array.isArray(given)) return toValue(given);
  const values: unknown[] = [];
  for (const one of given) values.push(await toValue(one));
  return values;
};

/** A text with letters that is not a link: nobody names a thing by a mistyped number. */
const isName = (text: string): boolean => /\p{L}/u.test(text) && !/^https?:/i.test(text);

/** Zoom's own ids are longer. */
const SHORTEST_ID = 16;

const fits = (operation: AnyOperation, name: string, value: string, idsOnly: boolean): boolean => {
  const issues = [value, [value]].map(
    (each) => operation.input.safeParse({ [name]: each }).error?.issues.filter(({ path }) => path[0] === name) ?? [],
  );
  // A schema takes any text as an id. Text with a space, and short text, is no id; only the word for whoever signed in is.
  const isId = value === "me" || (value.includes("@") && !idsOnly) || (value.length >= SHORTEST_ID && !/[\s@]/.test(value.trim()));
  return isId && issues.some((faults) => faults.length === 0);
};

/** A switch that says whether to go on in spite of something is a question to answer with yes or no. */
const agrees = async (message: string, io: Io): Promise<boolean> => (await terminalAsk(io)?.(`${message}. Go on?`)) === true;
