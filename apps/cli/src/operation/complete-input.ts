import { CancelledError } from "@zoom-webinar/foundation";
import type { CallOptions, Session } from "@zoom-webinar/webinar-core";
import type { AnyOperation, Catalog } from "@zoom-webinar/webinar-core/doors";
import { kebab } from "../command-path.ts";
import { convert } from "../fields/convert.ts";
import type { Field } from "../fields/fields.ts";
import type { Io } from "../io.ts";
import type { CliOutput } from "../output/output.ts";
import { offerNamed, offersOf } from "./offers.ts";

/** What may be looked up and asked to make an input whole. */
export interface Completion {
  readonly fields: readonly Field[];
  readonly catalog: Catalog;
  readonly session: Session;
  readonly call: CallOptions;
  readonly io: Io;
  readonly output: CliOutput;
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
  const { fields, catalog, session, call, io, output } = completion;
  for (const field of fields) {
    const [name = "", ...rest] = field.path;
    if (rest.length > 0) continue;
    const given = whole[name];
    if (typeof given === "string" && isName(given) && catalog.some(({ offers }) => offers === name) && !fits(operation, name, given)) {
      // A program hears what every door says of a text that names nothing.
      const mustFit = !output.isJson && /\s/.test(given.trim());
      const offer = offerNamed(given, name, (await offersOf(name, catalog, session, call)) ?? [], mustFit);
      if (offer === null) continue;
      await output.remark(`${given}: ${offer.value} (${offer.label})`);
      whole[name] = offer.value;
    }
    if (given === undefined && field.isRequired && canAsk(io) && !output.isJson)
      whole[name] = await ask(field, name, nameOf(operation, name), completion);
  }
  return whole;
};

/** A text with letters that is no link: nobody names a thing by a mistyped number. */
const isName = (text: string): boolean => /\p{L}/u.test(text) && !/^https?:/i.test(text);

/** Zoom's own ids are longer. */
const SHORTEST_ID = 16;

const fits = (operation: AnyOperation, name: string, value: string): boolean => {
  const issues = operation.input.safeParse({ [name]: value }).error?.issues ?? [];
  // A schema takes any text as an id. Text with a space, and short text, is no id; only the word for whoever signed in is.
  const isId = value === "me" || value.includes("@") || (value.length >= SHORTEST_ID && !/\s/.test(value.trim()));
  return isId && !issues.some(({ path }) => path[0] === name);
};

/** What its flag is called, without dashes. */
const nameOf = ({ cli }: AnyOperation, name: string): string =>
  (cli?.flags as Readonly<Record<string, string | undefined>> | undefined)?.[name] ?? kebab(name);

const canAsk = ({ stdin, stderr }: Io): boolean => stdin.isTTY === true && stderr.isTTY === true;

const ask = async (field: Field, name: string, shown: string, { catalog, session, call, io }: Completion): Promise<unknown> => {
  const { isCancel, autocomplete, select, text } = await import("@clack/prompts");
  const streams = { input: io.stdin, output: io.stderr, signal: io.signal };
  const message = `${shown}${field.description === "" ? "" : `: ${field.description}`}`;
  const offers = await offersOf(name, catalog, session, call);
  const answer = await (offers !== null && offers.length > 0
    ? autocomplete({ message, options: offers.map(({ value, label }) => ({ value, label })), maxItems: 10, ...streams })
    : field.choices.length > 0
      ? select({
          message,
          options: field.choices.map((choice) => ({ value: String(choice), label: field.words[String(choice)] ?? String(choice) })),
          ...streams,
        })
      : text({
          message,
          validate: (typed) => (typed === undefined || typed.trim() === "" ? "Please give one." : undefined),
          ...streams,
        }));
  if (isCancel(answer)) throw new CancelledError();
  const converted = await convert(field, [String(answer)]);
  return "fault" in converted ? answer : converted.value;
};
