/** A power of two. */
const SLOTS_AT_FIRST = 1024;
const UNITS_AT_FIRST = 16_384;

/** A set of ids. */
export interface IdSet {
  /** False where it was there already. */
  add(id: string): boolean;
}

/** FNV-1a; the low bits choose the slot, so the high ones are folded into them. */
const hashOf = (id: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
};

/** At least twice as long, with the same numbers in front. */
const longer = <Numbers extends Uint16Array | Uint32Array>(numbers: Numbers, made: Numbers): Numbers => {
  made.set(numbers);
  return made;
};

/**
 * An exact set of strings in typed arrays: open addressing into one long row of all their characters. With a `Set`, the strings of a hundred thousand
 * rows outlive their pages, and the garbage collector carries them along: a tenth of the time of a walk (`bench/pages.mjs`).
 */
export const idSet = (): IdSet => {
  /** All ids, one after the other; the n-th, counted from one, ends where `ends[n]` says and starts where its forerunner ends. */
  let units = new Uint16Array(UNITS_AT_FIRST);
  let ends = new Uint32Array(SLOTS_AT_FIRST);
  let size = 0;
  /** By slot: the hash, and which id has it; 0 is a free slot. */
  let hashes = new Uint32Array(SLOTS_AT_FIRST);
  let ordinals = new Uint32Array(SLOTS_AT_FIRST);
  let mask = SLOTS_AT_FIRST - 1;

  const isNth = (ordinal: number, id: string): boolean => {
    const start = ends[ordinal - 1] ?? 0;
    if ((ends[ordinal] ?? 0) - start !== id.length) return false;
    for (let at = 0; at < id.length; at += 1) if (units[start + at] !== id.charCodeAt(at)) return false;
    return true;
  };
  const put = (hash: number, ordinal: number) => {
    let slot = hash & mask;
    while (ordinals[slot] !== 0) slot = (slot + 1) & mask;
    hashes[slot] = hash;
    ordinals[slot] = ordinal;
  };
  const spread = () => {
    const [oldHashes, oldOrdinals] = [hashes, ordinals];
    mask = mask * 2 + 1;
    hashes = new Uint32Array(mask + 1);
    ordinals = new Uint32Array(mask + 1);
    ends = longer(ends, new Uint32Array(mask + 1));
    for (let slot = 0; slot < oldOrdinals.length; slot += 1) {
      const hash = oldHashes[slot] ?? 0;
      const ordinal = oldOrdinals[slot] ?? 0;
      if (ordinal !== 0) put(hash, ordinal);
    }
  };
  const append = (id: string) => {
    const start = ends[size] ?? 0;
    const end = start + id.length;
    if (end > units.length) units = longer(units, new Uint16Array(Math.max(units.length * 2, end)));
    for (let at = 0; at < id.length; at += 1) units[start + at] = id.charCodeAt(at);
    size += 1;
    ends[size] = end;
  };
  return {
    add: (id) => {
      const hash = hashOf(id);
      let slot = hash & mask;
      for (let ordinal = ordinals[slot] ?? 0; ordinal !== 0; ordinal = ordinals[slot] ?? 0) {
        if (hashes[slot] === hash && isNth(ordinal, id)) return false;
        slot = (slot + 1) & mask;
      }
      append(id);
      hashes[slot] = hash;
      ordinals[slot] = size;
      if (size * 2 > mask) spread();
      return true;
    },
  };
};
