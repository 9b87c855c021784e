const LONGEST = 64;

/** A value in an error, cut to length: as JSON if that can hold it, else by its kind. */
export const shownValue = (value: unknown): string => {
  if (typeof value === "bigint") return `bigint ${value}`;
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};
