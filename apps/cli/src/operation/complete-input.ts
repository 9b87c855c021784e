import { InputError } from "@zoom-webinar/foundation";
import type { CallOptions, Session } from "@zoom-webinar/webinar-core";
import { type AnyOperation, type Catalog, hostZone, parseInput, type Wish } from "@zoom-webinar/webinar-core/doors";
import { takesPeople } from "../fields/convert.ts";
import type { Field } from "../fields/fields.ts";
import type { Io } from "../io.ts";
import type { Names } from "../our-names.ts";
import type { CliOutput } from "../output/output.ts";
import { canAsk } from "../questions.ts";
import { askFor, emptyOf, faultLine } from "./ask-for.ts";
import { isLink, offerByLink } from "./by-link.ts";
import { EVERY } from "./by-value.ts";
import { assertInPlace } from "./misplaced.ts";
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
  /** The field that holds the person's own default host; null: none does. */
  readonly ownHost: string | null;
  /** False, as with --yes: only values that are required are asked for, and no yes. */
  readonly asksMore: boolean;
  /** Fields that a person was asked for: what is wrong with them is asked for again. */
  readonly asked: Set<string>;
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
  assertInPlace(operation, input);
  assertRestFits(operation, input, isLookedUp);
  if (canAsk(io) && !output.isJson) assertNoJsonIsMissing(operation, input, { fields, io, account: completion.names.account });
  for (const field of fields) {
    const [name = "", ...rest] = field.path;
    if (rest.length > 0) continue;
    const given = whole[name];
    if (given !== undefined && isLookedUp(name)) whole[name] = await withValues(operation, name, given, { ...completion, input: whole });
    if (given !== undefined || output.isJson) continue;
    const isWished = completion.asksMore && means(operation.cli?.asks?.[name], whole);
    if ((!field.isRequired && !isWished) || !canAsk(io)) continue;
    if (completion.asked.size === 0) await assertGivenSuits(operation, whole, completion);
    const answer = await askSuiting(field, operation, { ...completion, input: whole });
    completion.asked.add(name);
    if (answer !== undefined) whole[name] = answer;
  }
  return whole;
};

/** True if a field that may be left out is to be asked for beside what is given. */
const means = (wish: Wish | undefined, given: Readonly<Record<string, unknown>>): boolean =>
  wish !== undefined &&
  (wish.unless ?? []).every((other) => given[other] === undefined) &&
  Object.entries(wish.only ?? {}).every(([other, value]) => given[other] === undefined || given[other] === value);

/**
 * What makes every answer useless is looked up before the first question: a host who is not there, and a webinar that takes no registrations. Throws
 * `NotFoundError`, `InputError`.
 */
const assertGivenSuits = async ({ cli }: AnyOperation, input: Readonly<Record<string, unknown>>, { session, clear }: Completion): Promise<void> => {
  const host = cli?.host === undefined ? undefined : input[cli.host];
  if (typeof host === "string" && !host.includes(",")) await hostZone(session.zoom, host)().finally(clear);
  for (const [name, suits] of Object.entries(cli?.suits ?? {})) {
    const given = input[name];
    if (typeof given === "string") await suits?.(given, session).finally(clear);
  }
};

/** Asks for a field, again if the answer does not suit the operation. */
const askSuiting = async (field: Field, operation: AnyOperation, asking: Asked): Promise<unknown> => {
  const suits = operation.cli?.suits?.[field.path[0] ?? ""];
  for (;;) {
    const answer = await askFor(field, operation, { empty: emptyOf(field, operation) }, asking);
    if (suits === undefined || answer === undefined) return answer;
    try {
      await suits(String(answer), asking.session).finally(asking.clear);
      return answer;
    } catch (error) {
      const [fault] = error instanceof InputError ? error.faults : [];
      if (!(error instanceof InputError) || fault === undefined) throw error;
      await asking.output.remark(faultLine({ ...fault, hint: error.hint }, answer, asking.names));
    }
  }
};

/** True for what can be typed only as JSON: a list of objects, unless they are people, who are written as "Ada Example <ada@example.com>". */
const isJsonOnly = (field: Field): boolean => field.kind === "object" || (field.kind === "list" && field.item === "object" && !takesPeople(field));

/** Nobody types JSON into a question. Before anything is asked, so that nothing is typed in vain. Throws `InputError` with an example. */
const assertNoJsonIsMissing = (
  operation: AnyOperation,
  input: Readonly<Record<string, unknown>>,
  { fields, ...known }: { fields: readonly Field[]; io: Io; account: readonly string[] },
): void => {
  const missing = fields.find(
    (field) => field.isRequired && field.path.length === 1 && input[field.path[0] ?? ""] === undefined && isJsonOnly(field),
  );
  if (missing !== undefined) throw InputError.at(missing.path.join("."), "is required", howToWrite(missing, operation, known));
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
const withValues = async (operation: AnyOperation, name: string, given: unknown, { output, clear, ownHost, ...search }: Asked): Promise<unknown> => {
  // A default that no input needs must not be in its way, whomever it names.
  const isIdle = name === ownHost && name !== operation.cli?.host;
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
    const offer = isIdle ? offerIfAny(text, name, found ?? []) : offerNamed(text, name, found ?? [], mustFit);
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

/** What a text names, if it is one thing; else null. */
const offerIfAny = (text: string, name: string, offers: readonly Offer[]): Offer | null => {
  try {
    return offerNamed(text, name, offers, false);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
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
