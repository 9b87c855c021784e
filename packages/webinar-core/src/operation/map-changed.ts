/** The list with each item as `toShown` returns it; the same list if no item changes. Answers have up to a hundred thousand rows. */
export const mapChanged = (values: readonly unknown[], toShown: (value: unknown) => unknown): readonly unknown[] => {
  let kept: unknown[] | undefined;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    const shown = toShown(value);
    if (shown !== value) kept ??= values.slice(0, at);
    kept?.push(shown);
  }
  return kept ?? values;
};
