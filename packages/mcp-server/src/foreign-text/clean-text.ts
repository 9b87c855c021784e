import { withoutInvisible } from "@zoom-webinar/foundation";

/** Names of HTML entities that stand for such characters. */
const INVISIBLE_NAMES = "zwj|zwnj|lrm|rlm|shy|ZeroWidthSpace|NegativeThinSpace|NegativeMediumSpace|NegativeThickSpace|NegativeVeryThinSpace|NoBreak";
const MORE_NAMES = "af|ApplyFunction|it|InvisibleTimes|ic|InvisibleComma";
const ENTITY = new RegExp(`&(?:#(?<decimal>\\d{1,10});?|#[xX](?<hex>[\\da-fA-F]{1,8});?|(?:${INVISIBLE_NAMES}|${MORE_NAMES});)`, "g");

/** A text needs more passes only if it was made to: then what could still become an entity goes. */
const MOST_PASSES = 8;

const isInvisible = (codePoint: number): boolean => codePoint > 0x10_ff_ff || withoutInvisible(String.fromCodePoint(codePoint)) === "";

/** Takes out entities of invisible characters: whoever decodes the text later must not get them back. Others stay as they were written. */
const withoutEntities = (text: string): string =>
  text.replace(ENTITY, (entity, ...rest) => {
    const { decimal, hex } = rest.at(-1) as { decimal?: string; hex?: string };
    if (decimal === undefined && hex === undefined) return "";
    return isInvisible(decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal)) ? "" : entity;
  });

/**
 * A text that strangers wrote, without what only a machine would see. Cleaning twice changes nothing more: taking one thing out may put another together,
 * so it goes on until nothing changes.
 */
export const cleanText = (text: string): string => {
  let cleaned = text;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const next = withoutEntities(withoutInvisible(cleaned));
    if (next === cleaned) return cleaned;
    cleaned = next;
  }
  return withoutInvisible(cleaned.replaceAll("&", ""));
};
