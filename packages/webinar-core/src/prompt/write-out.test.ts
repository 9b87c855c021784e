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
    ["the ninth of March twenty twenty seven", "the ninth of March 2027"],
    ["March the ninth, twenty twenty-eight", "March the ninth, 2028"],
    ["am 9. März zweitausendsiebenundzwanzig", "am 9. März 2027"],
    ["le 9 mars deux mille vingt-sept", "le 9 mars 2027"],
    ["sat arvo at 3", "Saturday arvo at 3"],
    ["45 mins shd do it", "45 mins should do it"],
    ["evry 2 weeks on monday", "every 2 weeks on monday"],
    ["every 2nd day at 3pm", "every second day at 3pm"],
    ["wk days 7.30am, 5 days, starting mon 6 sept", "weekdays 7.30am, for 5 days, starting mon 6 sept"],
    ["Sunday eves 6pm", "Sunday evenings 6pm"],
    ["wd u mind putting bees on 14 april 6pm", "could you mind putting bees on 14 april 6pm"],
    ["1 semaine sur 2 le vendredi 9h", "une semaine sur deux le vendredi 9h"],
    ["une séance par semaine le samedi", "chaque semaine le samedi"],
    ["un webi sur le CRM", "un webinaire sur le CRM"],
  ])("is written out: %s", (said, written) => {
    expect(writeOut(said)).toBe(written);
  });

  it.each([
    "5 May 27 Ways to grow",
    "5 May 27 people",
    "5 May 30 minutes",
    "10 Dec 27:30",
    "first sun cream, then hats",
    "a wed guest",
    "our vision twenty twenty seven",
  ])("stays as it is if it may mean something else: %s", (said) => {
    expect(writeOut(said)).toBe(said);
  });

  it.each([
    ["1400hrs 17 jun 27 Irrigation consents refresher", "Irrigation consents refresher", "2027-06-17T14:00:00", 60],
    ["Fencing grants explained - 18 feb, kick off 6.45pm, wrap up 8pm", "Fencing grants explained", "2027-02-18T18:45:00", 75],
    ["Monday, 8.30 sharp: Vault access rules", "Vault access rules", "2027-01-18T08:30:00", 60],
    ["April 15, 1pm, half an hour, no more: Competitor Snapshot", "Competitor Snapshot", "2027-04-15T13:00:00", 30],
    ["Half an hour only!!! Huddle, 4 Feb, 7:15am", "Huddle", "2027-02-04T07:15:00", 30],
    ["45 mins shd do it. Thurs 18 Feb 10am. Tubeless setup", "Tubeless setup", "2027-02-18T10:00:00", 45],
    ["Could you book out 90 min for Fence Law on 9 June, 5pm?", "Fence Law", "2027-06-09T17:00:00", 90],
    ["dauert nur 20 Minuten: Kurzinfo Dienstplan, 11. Februar, 7:45", "Kurzinfo Dienstplan", "2027-02-11T07:45:00", 20],
    ["Le 11 mai à 10h, atelier d'une heure trente sur la taille", "la taille", "2027-05-11T10:00:00", 90],
    ["a talk of 2 hours on 7 May at 6pm: the future of the high street", "the future of the high street", "2027-05-07T18:00:00", 120],
    ["put in our drill for a week on Thursday at 7pm", "drill", "2027-01-21T19:00:00", 60],
    ["kommenden di 8:15 uhr – kontoumzug leicht gemacht", "kontoumzug leicht gemacht", "2027-01-19T08:15:00", 60],
    ["Webinar am ersten Freitag im Monat, 10 Uhr, März bis und mit Juni: Freiwilligen-Café", "Freiwilligen-Café", "2027-03-05T10:00:00", 60],
  ])("is read in its sentence: %s", (said, topic, local, duration) => {
    expect(read(said)).toMatchObject({ topic, local, duration });
  });
});

describe("the day after tomorrow", () => {
  it.each([
    "Webinar über morgen um 9 Uhr Rosen schneiden",
    "ueber morgen 9 Uhr Webinar Rosen schneiden",
    "apres demain 9h webinaire Rosen",
    "après demain 9h webinaire Rosen",
  ])("is not tomorrow, however it is typed: %s", (said) => {
    expect(read(said).local).toBe("2027-01-15T09:00:00");
  });
});
