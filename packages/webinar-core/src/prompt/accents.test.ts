import { describe, expect, it } from "vitest";
import { readSentence } from "./read-sentence.ts";

const read = (text: string) => readSentence(text, { nowMs: Date.parse("2027-01-11T09:00:00Z"), hostZone: "Europe/Paris" });

describe("a sentence that is typed without accents", () => {
  it.each([
    ["webinaire demain à 15h, thème : la vaccination", "webinaire demain a 15h, theme : la vaccination"],
    ["créer un webinaire après-demain à 10h sur les abeilles", "creer un webinaire apres-demain a 10h sur les abeilles"],
    ["webinaire tous les mercredis à 9h jusqu'à fin juin sur la paie", "webinaire tous les mercredis a 9h jusqu'a fin juin sur la paie"],
    ["peux-tu prévoir un webinaire demain à 9h, intitulé Bien dormir", "peux-tu prevoir un webinaire demain a 9h, intitule Bien dormir"],
    ["Webinar übermorgen um 15 Uhr über Bienen", "Webinar uebermorgen um 15 Uhr ueber Bienen"],
    ["Webinar Bienen, täglich um 10 Uhr, 5 mal, ab 3. März", "Webinar Bienen, taeglich um 10 Uhr, 5 mal, ab 3. Maerz"],
  ])("is read as %s", (accented, plain) => {
    const { topic, local, recurrence } = read(accented);
    expect(read(plain)).toMatchObject({ topic, local, recurrence });
  });
});
