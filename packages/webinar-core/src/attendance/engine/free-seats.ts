/** Seats in the order in which they were made; each is taken until some time. */
export interface FreeSeats {
  /** Takes the first seat that is free at `from`, until `to`; a new one if none is. Returns its number. */
  take(from: number, to: number): number;
}

/**
 * Finds the first free seat among many: a tree whose nodes hold the earliest end below them, so that a thousand people of one name at once cost no more
 * than a few steps each.
 */
export const freeSeats = (): FreeSeats => {
  let capacity = 1;
  let count = 0;
  let ends: number[] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

  const set = (seat: number, end: number): void => {
    let node = capacity + seat;
    ends[node] = end;
    for (node >>= 1; node >= 1; node >>= 1) ends[node] = Math.min(ends[2 * node] ?? 0, ends[2 * node + 1] ?? 0);
  };
  const grow = (): void => {
    const old = ends.slice(capacity, capacity + count);
    capacity *= 2;
    ends = new Array<number>(2 * capacity).fill(Number.POSITIVE_INFINITY);
    for (const [seat, end] of old.entries()) set(seat, end);
  };
  const add = (end: number): number => {
    if (count === capacity) grow();
    set(count, end);
    count += 1;
    return count - 1;
  };
  return {
    take: (from, to) => {
      if ((ends[1] ?? 0) > from) return add(to);
      let node = 1;
      while (node < capacity) node = (ends[2 * node] ?? 0) <= from ? 2 * node : 2 * node + 1;
      set(node - capacity, to);
      return node - capacity;
    },
  };
};
