import * as z from "zod";
import { BREAK_OR_CONTROL } from "./edges.ts";

/** A character that a person sees. */
const INK = /[^\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u;

const EXPECTED = "expected one line, without line breaks and control characters";

/** One line of text, as it was written. Line breaks and control characters are refused: a field of one line would show them as something else. */
export const line = () => z.string().refine((text) => !BREAK_OR_CONTROL.test(text), EXPECTED);

/** Characters that act on a terminal: never part of a text. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u;

/** A text of any number of lines, as it was written. Control characters are refused. */
export const lines = () => z.string().refine((text) => !CONTROL.test(text), "expected text without control characters");

const inked = () =>
  z
    .string()
    .min(1, { abort: true })
    .refine((text) => INK.test(text), { error: "is blank", abort: true });

/** A text of any number of lines that a person can read, such as a question. Blank text and control characters are refused. */
export const question = () => inked().refine((text) => !CONTROL.test(text), "expected text without control characters");

/** One line that a person can read: a name, a topic, a heading. Blank text is refused. */
export const name = () => inked().refine((text) => !BREAK_OR_CONTROL.test(text), EXPECTED);
