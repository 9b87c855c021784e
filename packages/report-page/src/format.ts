/** Shown in place of an unknown figure. */
export const UNKNOWN = "–";

const whole = new Intl.NumberFormat("en-GB");
const PERCENT = 100;

/** "3,657"; a dash if it is not known. */
export const countText = (value: number | null | undefined): string => (value === null || value === undefined ? UNKNOWN : whole.format(value));

/** "41.2"; a dash if it is not known. */
export const minutesText = (value: number | null | undefined): string => (value === null || value === undefined ? UNKNOWN : value.toFixed(1));

/** "62%"; never 0% or 100% for what is only nearly so; a dash if it is not known. */
export const shareText = (value: number | null | undefined): string => {
  if (value === null || value === undefined) return UNKNOWN;
  const rounded = Math.round(value * PERCENT);
  if (rounded === 0 && value > 0) return "<1%";
  if (rounded === PERCENT && value < 1) return ">99%";
  return `${rounded}%`;
};

/** "1 person", "2 people". */
export const counted = (value: number, one: string, many = `${one}s`): string => `${countText(value)} ${value === 1 ? one : many}`;

const tenths = (value: number): string => String(Math.round(value * 10) / 10);

/** A place along the width of a chart, from a share of it: "37.2%". */
export const across = (share: number): string => `${tenths(share * PERCENT)}%`;

/** What a stranger typed, without characters that HTML forbids. They would show as boxes, or end the text early in some readers. */
export const safeText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, "");
