/** "1 date", "5 dates", "2 people". */
export const countOf = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** "3 of 5 registrants", "1 of 1 registrant"; null: Zoom does not say of how many. */
export const partOf = (count: number, total: number | null | undefined, one: string, many = `${one}s`): string =>
  `${count} of ${total ?? "?"} ${total === 1 ? one : many}`;

/** "a, b and 3 more": the first of some things, and how many there are besides. */
export const firstOf = (things: readonly string[], most: number): string => {
  const more = things.length - most;
  return `${things.slice(0, most).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
};
