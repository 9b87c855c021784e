/** What a value may be, in words and as a question. */
export type ValueRule = readonly [means: string, isFine: (value: unknown) => boolean];

/** One of these words. */
export const oneOf = (...words: readonly string[]): ValueRule => [
  `one of ${words.join(", ")}`,
  (value) => typeof value === "string" && words.includes(value),
];

/** True or false. */
export const yesNo: ValueRule = ["true or false", (value) => typeof value === "boolean"];

/** A value in an error, cut to length. */
export const shownValue = (value: unknown): string => {
  if (typeof value === "string") return JSON.stringify(value).slice(0, 60);
  return typeof value === "object" && value !== null ? "an object" : String(value);
};
