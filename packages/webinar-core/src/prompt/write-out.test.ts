import { describe, expect, it } from "vitest";
import { readSentence } from "./read-sentence.ts";
import { writeOut } from "./write-out.ts";

const read = (text: string) => readSentence(text, { nowMs: Date.parse("2027-01-13T10:00:00Z"), hostZone: "Europe/London" });

describe("what is shortened", () => {
  it.each([
    ["17 jun 27 Irrigation consents", "17 jun 2027 Irrigation consents"],
    ["06 May 27 - Touchline", "06 May 2027 - Touchline"],
    ["10 Dec '26", "10 Dec 2026"],
    ["third wed of every month", "third Wednesday of every month"],
    ["weds next week", "Wednesday next week"],
    ["w/ registration, w/o Q&A", "with registration, without Q&A"],
  ])("is written out: %s", (said, written) => {
    expect(writeOut(said)).toBe(written);
  });

  it.each(["5 May 27 Ways to grow", "5 May 27 people", "5 May 30 minutes", "10 Dec 27:30", "first sun cream, then hats", "a wed guest"])(
    "stays as it is if it may mean something else: %s",
    (said) => {
      expect(writeOut(said)).toBe(said);
    },
  );

  it.each([
    ["1400hrs 17 jun 27 Irrigation consents refresher", "Irrigation consents refresher", "2027-06-17T14:00:00", 60],
    ["Fencing grants explained - 18 feb, kick off 6.45pm, wrap up 8pm", "Fencing grants explained", "2027-02-18T18:45:00", 75],
    ["Monday, 8.30 sharp: Vault access rules", "Vault access rules", "2027-01-18T08:30:00", 60],
    ["April 15, 1pm, half an hour, no more: Competitor Snapshot", "Competitor Snapshot", "2027-04-15T13:00:00", 30],
    ["Webinar am ersten Freitag im Monat, 10 Uhr, März bis und mit Juni: Freiwilligen-Café", "Freiwilligen-Café", "2027-03-05T10:00:00", 60],
  ])("is read in its sentence: %s", (said, topic, local, duration) => {
    expect(read(said)).toMatchObject({ topic, local, duration });
  });
});
