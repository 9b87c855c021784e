/** Slots at the start; always a power of two. */
const FIRST_SLOTS = 1024;

/** A set of texts that only grows. */
export interface TextSet {
  /** True if the text was not there before. */
  add(text: string): boolean;
}

/**
 * Like a `Set`, at about two thirds of its cost for texts that were just parsed: the engine has to work out a hash of each that it cannot use again, and a list has a
 * hundred thousand of them. Hashing begins at a random number, so that nobody can choose texts that all fall together.
 */
export const textSet = (seed: number = Math.floor(Math.random() * 2 ** 32)): TextSet => {
  const texts: string[] = [];
  let hashes = new Int32Array(FIRST_SLOTS);
  /** Number of the text that stands in a slot, counted from 1. A text stands in the first slot from its hash on that was free. */
  let slots = new Int32Array(FIRST_SLOTS);

  const hashOf = (text: string): number => {
    let hash = seed | 0;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
  };
  const freeSlot = (hash: number): number => {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    return slot;
  };
  const grow = () => {
    const more = new Int32Array(slots.length * 2);
    more.set(hashes);
    hashes = more;
    slots = new Int32Array(slots.length * 2);
    for (let number = 1; number <= texts.length; number += 1) slots[freeSlot(hashes[number] ?? 0)] = number;
  };
  return {
    add: (text) => {
      const hash = hashOf(text);
      let slot = hash & (slots.length - 1);
      for (let number = slots[slot]; number !== undefined && number !== 0; number = slots[slot]) {
        if (hashes[number] === hash && texts[number - 1] === text) return false;
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = texts.push(text);
      hashes[texts.length] = hash;
      if (texts.length * 2 >= slots.length) grow();
      return true;
    },
  };
};
