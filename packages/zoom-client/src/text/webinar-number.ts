import { trimEdges } from "./edges.ts";

/** A webinar ID as people write it: 9 to 19 digits, at times in groups. */
export const PRINTED = "\\d(?:[ -]*\\d){8,18}";
const WHOLE = new RegExp(`^${PRINTED}$`);

/** The wide and narrow spaces and the dashes that a web page or a mail puts between groups of digits. */
export const tidyNumber = (text: string): string =>
  trimEdges(text)
    .replace(/\p{Zs}/gu, " ")
    .replace(/[\u2010-\u2015]/g, "-");

/** The digits of a webinar ID, null if the text is not one: "953 1234 5678" is "95312345678". */
export const toWebinarNumber = (text: string): string | null => {
  const tidy = tidyNumber(text);
  return WHOLE.test(tidy) ? tidy.replace(/[ -]/g, "") : null;
};
