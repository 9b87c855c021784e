import * as z from "zod";
import { ADDRESS, isAddress, tidyAddress } from "./address.ts";

const EXPECTED = "expected an e-mail address, such as ada@example.com";

/** An e-mail address, by one rule wherever one is asked for. It is trimmed and keeps its case; `addressKey` compares two of them. */
export const email = () => z.string().overwrite(tidyAddress).email({ pattern: ADDRESS, error: EXPECTED, abort: true }).refine(isAddress, EXPECTED);

/** The same if empty text has a meaning: it takes the address away. */
export const emailOrNothing = () =>
  z
    .string()
    .overwrite(tidyAddress)
    .refine((text) => text === "" || isAddress(text), `${EXPECTED}, or empty text to take it away`);

/** A list without spaces and empty places, commas between its parts. */
const tidyList = (text: string): string =>
  text
    .normalize("NFC")
    .split(/[,;\n]/)
    .map(tidyAddress)
    .filter((part) => part !== "")
    .join(",");

/** E-mail addresses or ids as one text with commas between them; semicolons are read as commas. Empty text is an empty list. */
export const idList = () =>
  z
    .string()
    .overwrite(tidyList)
    .refine(
      (text) => text.split(",").every((part) => !part.includes("@") || isAddress(part)),
      "expected e-mail addresses with commas between them, such as ada@example.com,grace@example.com",
    );
