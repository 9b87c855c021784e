/** The same reading, which keeps what it made of the last text: one sentence is looked at by several readers in turn. */
export const keepLast = <Made>(make: (text: string) => Made): ((text: string) => Made) => {
  let last: { readonly text: string; readonly made: Made } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, made: make(text) };
    return last.made;
  };
};

/** The same making, which keeps up to so many things that it made. It forgets all of them when there is one too many. */
export const keepUpTo = <Key, Made>(most: number, make: (key: Key) => Made): ((key: Key) => Made) => {
  const kept = new Map<Key, Made>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    if (kept.size >= most) kept.clear();
    kept.set(key, made);
    return made;
  };
};
