/** "1 date", "5 dates", "2 people". */
export const countOf = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** "3 of 5 registrants", "1 of 1 registrant"; null: Zoom does not say of how many. */
export const partOf = (count: number, total: number | null | undefined, one: string, many = `${one}s`): string =>
  `${count} of ${total ?? "?"} ${total === 1 ? one : many}`;
