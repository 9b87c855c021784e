/** What so many are called: "date", "dates", "people". */
export const nounOf = (count: number, one: string, many = `${one}s`): string => (count === 1 ? one : many);

/** "1 date", "5 dates", "2 people". */
export const countOf = (count: number, one: string, many?: string): string => `${count} ${nounOf(count, one, many)}`;

const SPANS = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** "1 hour 45 minutes", "3 days", "40 seconds": the two largest parts of a stretch of time. */
export const spanOf = (seconds: number): string => {
  const first = SPANS.findIndex(([, size]) => seconds >= size);
  const [[unit, size] = ["second", 1] as const, next] = SPANS.slice(first === -1 ? -1 : first);
  const rest = next === undefined ? 0 : Math.floor((seconds % size) / next[1]);
  return `${countOf(Math.floor(seconds / size), unit)}${next === undefined || rest === 0 ? "" : ` ${countOf(rest, next[0])}`}`;
};

/** "3 of 5 registrants", "1 of 1 registrant"; null: Zoom does not say of how many. */
export const partOf = (count: number, total: number | null | undefined, one: string, many = `${one}s`): string =>
  `${count} of ${total ?? "?"} ${total === 1 ? one : many}`;

/** "a, b and 3 more": the first of some things, and how many there are besides. */
export const firstOf = (things: readonly string[], most: number): string => {
  const more = things.length - most;
  return `${things.slice(0, most).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
};
