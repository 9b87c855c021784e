import { expect, it } from "vitest";
import { randomFrom } from "../../test/attendance/generated-webinar.ts";
import { freeSeats } from "./free-seats.ts";

/** The same, as one would look for a seat: from the first one on. */
const seatsInARow = () => {
  const ends: number[] = [];
  return {
    take: (from: number, to: number): number => {
      const free = ends.findIndex((end) => end <= from);
      const seat = free < 0 ? ends.length : free;
      ends[seat] = to;
      return seat;
    },
  };
};

it("takes the first seat that is free, or a new one, however many there are", () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const random = randomFrom(seed);
    const [seats, inARow] = [freeSeats(), seatsInARow()];
    const longest = 1 + Math.floor(random() * 60);
    let from = Math.floor(random() * 3);
    for (let taken = 0; taken < 80; taken += 1) {
      const to = from + Math.floor(random() * longest);
      expect({ seed, taken, seat: seats.take(from, to) }).toEqual({ seed, taken, seat: inARow.take(from, to) });
      from += Math.floor(random() * 3);
    }
  }
});

it("gives a seat away in the second in which it becomes free, and not before", () => {
  const seats = freeSeats();
  expect([seats.take(0, 10), seats.take(9, 12), seats.take(10, 20), seats.take(12, 13)]).toEqual([0, 1, 0, 1]);
});
