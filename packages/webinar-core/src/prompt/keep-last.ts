/** The same reading, which keeps what it made of the last text: one sentence is looked at by several readers in turn. */
export const keepLast = <Made>(make: (text: string) => Made): ((text: string) => Made) => {
  let last: { readonly text: string; readonly made: Made } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, made: make(text) };
    return last.made;
  };
};
