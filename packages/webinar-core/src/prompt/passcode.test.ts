import { describe, expect, it } from "vitest";
import { readSentence } from "./read-sentence.ts";

const read = (sentence: string) => readSentence(sentence, { nowMs: Date.parse("2027-01-11T09:00:00Z"), hostZone: "Europe/Zurich" });

describe("a passcode", () => {
  it.each([
    ["fire doors 3 March 2pm, passcode tide", "tide"],
    ["fire doors 3 March 2pm, passcode tide please", "tide"],
    ["fire doors 3 March 2pm with password tide and registration", "tide"],
    ["fire doors with passcode tide on 3 March at 2pm", "tide"],
    ["fire doors 3 March 2pm, the passcode is office1", "office1"],
    ["fire doors 3 March 2pm, pw = sunny42", "sunny42"],
    ["fire doors 3 March 2pm, PIN: 4417", "4417"],
    ["Brandschutz, 3. März 14 Uhr, Code Sirene", "Sirene"],
    ["Brandschutz, 3. März 14 Uhr, Passwort sirene und Anmeldung", "sirene"],
    ["Brandschutz mit Kenncode istanbul5 am 3. März um 14 Uhr", "istanbul5"],
    ["webinaire « Thé », 3 mars à 14h, code esther4", "esther4"],
    ["webinaire « Thé », 3 mars à 14h, le mot de passe est sirene", "sirene"],
  ])("is said in %s", (sentence, passcode) => {
    expect(read(sentence).settings.passcode).toBe(passcode);
  });

  it.each([
    ["Webinar zum Code of Conduct, 3. März 14 Uhr", "Code of Conduct"],
    ["Webinar Code of Conduct für Lieferanten am 3. März um 14 Uhr", "Code of Conduct für Lieferanten"],
    ["Am 3. März um 14 Uhr Webinar Code Review für Einsteiger", "Code Review für Einsteiger"],
    ["Clean Code in der Praxis am 3. März um 14 Uhr", "Clean Code in der Praxis"],
    ["Passwort Manager im Alltag, 3. März 14 Uhr", "Passwort Manager im Alltag"],
    ["Webinaire demain à 13h30 sur le code d'éthique des arbitres", "le code d'éthique des arbitres"],
    ["Mot de passe perdu : que faire, le 3 mars à 14h", "Mot de passe perdu : que faire"],
    ["Passcode basics for locksmiths 3 March 2pm", "Passcode basics for locksmiths"],
  ])("is no part of a name: %s", (sentence, topic) => {
    expect(read(sentence)).toMatchObject({ topic, settings: {} });
  });

  it.each(["Webinar Passwort Hygiene am 3. März um 14 Uhr", "Kennwort Sicherheit am 3. März um 14 Uhr"])(
    "that may be a name is refused, because no topic would be left: %s",
    (sentence) => {
      expect(() => read(sentence)).toThrow("it names no topic");
    },
  );
});

describe("approval by hand", () => {
  it.each([
    "bees, 18 March 4pm, registration needs approval",
    "bees, 18 March 4pm, sign-ups need my approval",
    "bees, 18 March 4pm, registrations are subject to our approval",
    "bees, 18 March 4pm, manual registration",
    "bees, 18 March 4pm, with approval",
    "Bienen, 18. März 16 Uhr, Anmeldung mit Freigabe",
    "Bienen, 18. März 16 Uhr, Anmeldungen müssen freigegeben werden",
    "abeilles, 18 mars à 16h, inscription avec validation",
    "abeilles, 18 mars à 16h, les inscriptions sont soumises à notre approbation",
  ])("is said in %s", (sentence) => {
    expect(read(sentence).settings).toEqual({ registration: "manual" });
  });

  it.each(["Manual registration for nurses, 18 March 4pm", "Getting planning approval, 18 March 4pm"])("is no part of a name: %s", (sentence) => {
    expect(read(sentence).settings).toEqual({});
  });
});
