/** Words of a text, to look up. */
export const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
