import { describe, expect, it } from "vitest";
import { intentOf, moodOf } from "./intent.ts";

describe("how something is said", () => {
  it.each([
    ["who came", "asks"],
    ["how do the two kick-offs differ", "asks"],
    ["do the same people come back", "asks"],
    ["give me the figures", "asks"],
    ["dump the questions into a csv", "asks"],
    ["get rid of the AI notes", "deletes"],
    ["no ice-breaker tonight", "deletes"],
    ["badges off", "deletes"],
    ["Omar won't speak after all", "deletes"],
    ["how do I delete a poll", "deletes"],
    ["do the same event again next month, please change the host", "orders"],
    ["sign up several people", "orders"],
    ["do not ask people afterwards", "orders"],
    ["regster a guest", "orders"],
    ["everyone moaned about crackling, check", "names"],
    ["alternative hosts", "names"],
  ])("%s: %s", (said, mood) => {
    expect(moodOf(intentOf(said))).toBe(mood);
  });
});
