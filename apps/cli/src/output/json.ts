/** Some terminals act on these even inside a JSON string, where JSON would allow them unescaped; others of them turn a line around, or hide. */
const UNESCAPED = /[\u007f-\u009f\u2028\u2029]|\p{Cf}/gu;

const escaped = (character: string): string =>
  Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");

/** A value as JSON text that is safe to show in a terminal. */
export const toJson = (value: unknown, indent = 0): string => (JSON.stringify(value, null, indent) ?? "null").replace(UNESCAPED, escaped);
