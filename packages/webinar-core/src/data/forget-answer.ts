import * as z from "zod";
import { countOf } from "../operation/counts.ts";

const texts = z.array(z.string());

/** What was done to forget somebody, and what is left to do. */
export const forgetAnswer = z.object({
  person: z.string().describe("What replaces the address: a keyed hash"),
  replaced: texts.describe("Files in which it was replaced"),
  removed: texts.describe("Files that could only be removed"),
  elsewhere: texts.describe("Files outside the state folder that hold the person, and stay as they are"),
  unread: texts.describe("Files outside the state folder that are gone or cannot be read: the person may be in them"),
  commands: texts.describe("What removes the person at Zoom from webinars in whose files they were found"),
  guesses: texts.describe("The same for webinars in whose files they may be: Zoom may say that nobody of this address is there"),
});
export type ForgetAnswer = z.output<typeof forgetAnswer>;

/** One line about it. */
export const describeForgotten = ({ replaced, removed, elsewhere, unread, guesses }: ForgetAnswer): string =>
  [
    replaced.length + removed.length === 0
      ? "Forgotten: no file of the state folder held them, and no later export holds them"
      : `Forgotten: replaced in ${countOf(replaced.length, "file")}, ${countOf(removed.length, "file")} removed`,
    ...(elsewhere.length === 0
      ? []
      : [`${countOf(elsewhere.length, "file")} elsewhere still ${elsewhere.length === 1 ? "holds" : "hold"} the person`]),
    ...(unread.length === 0 ? [] : [`${countOf(unread.length, "file")} could not be looked into`]),
    ...(guesses.length === 0 ? [] : [countOf(guesses.length, "command is a guess", "commands are guesses")]),
  ].join("; ");
