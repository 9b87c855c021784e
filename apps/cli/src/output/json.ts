/** Some terminals act on these even inside a JSON string, where JSON would allow them unescaped. */
const UNESCAPED = /[\u007f-\u009f\u2028\u2029]/g;

/** A value as JSON text that is safe to show in a terminal. */
export const toJson = (value: unknown, indent = 0): string =>
  (JSON.stringify(value, null, indent) ?? "null").replace(UNESCAPED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
