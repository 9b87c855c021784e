import { styleText } from "node:util";
import type { Io } from "./io.ts";
import { answerTo } from "./questions.ts";
import { widthOf, wrapped } from "./width.ts";

/** What each answer means. Whoever says nothing has not agreed. */
const ANSWERS: Readonly<Record<string, boolean | undefined>> = { y: true, yes: true, n: false, no: false };

/** What stands before each line of a question: its bar, or its mark, and a gap. */
const MARGIN = 3;

/**
 * Puts a question that is answered with yes or no. The answer is typed, and only Enter sends it: with keys that decide at once, a y in any word would agree.
 * Another word is asked for again. Throws `CancelledError` if the person breaks off.
 */
export const askYesOrNo = async (question: string, io: Io): Promise<boolean> => {
  const typed = await answerTo<string>(io, ({ S_BAR, text }, { output, ...streams }) => {
    const lines = wrapped(`${question} (y or n; empty: no)`, widthOf(output) - MARGIN);
    return text({ message: lines.replaceAll("\n", `\n${styleText("gray", S_BAR)}  `), defaultValue: "no", output, ...streams });
  });
  return ANSWERS[typed.trim().toLowerCase()] ?? askYesOrNo("Please type y or n. Go on?", io);
};
