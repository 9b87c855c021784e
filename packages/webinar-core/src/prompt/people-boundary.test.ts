import { describe, expect, it } from "vitest";
import { readSentence } from "./read-sentence.ts";

const read = (text: string) => readSentence(text, { nowMs: Date.parse("2027-01-13T10:00:00Z"), hostZone: "Europe/London" });

/** Addresses that begin with a word that may stand between a role and its person. */
const NAMES = [
  "isla",
  "isabel.cruz",
  "area51",
  "areti",
  "asa",
  "willa",
  "bela",
  "shoulder",
  "istvan",
  "sindbad",
  "estelle",
  "sonty",
  "andy",
  "etienne",
  "withers",
  "byron",
];

describe.each(NAMES)("an address that begins like a small word, %s@example.com,", (name) => {
  const email = `${name}@example.com`;

  it.each([
    `Kiln care, 3 May 3pm, host ${email}`,
    `Kiln care, 3 May 3pm, host: ${email}`,
    `Kiln care, 3 May 3pm, host is ${email}`,
    `Kiln care, 3 May 3pm, hosted by ${email}`,
    `Brennofenpflege, 3. Mai, 15 Uhr, Gastgeber ${email}`,
    `Brennofenpflege, 3. Mai, 15 Uhr, Gastgeber ist ${email}`,
    `Entretien du four, 3 mai, 15 h, hôte ${email}`,
    `Entretien du four, 3 mai, 15 h, hôte : ${email}`,
  ])("is taken whole as the host: %s", (text) => {
    expect(read(text).host).toBe(email);
  });

  it.each([
    `Kiln care, 3 May 3pm, alternative host ${email}`,
    `Kiln care, 3 May 3pm, alternative host is ${email}`,
    `Brennofenpflege, 3. Mai, 15 Uhr, alternativer Host ${email}`,
    `Entretien du four, 3 mai, 15 h, hôte suppléant ${email}`,
  ])("is taken whole as an alternative host: %s", (text) => {
    expect(read(text).settings.alternative_hosts).toEqual([email]);
  });

  it.each([
    `Kiln care, 3 May 3pm, panelist ${email}`,
    `Kiln care, 3 May 3pm, panelists ada@example.com and ${email}`,
    `Brennofenpflege, 3. Mai, 15 Uhr, Referentin ${email}`,
    `Entretien du four, 3 mai, 15 h, intervenante ${email}`,
  ])("is taken whole as a panelist: %s", (text) => {
    expect(read(text).settings.panelists?.at(-1)).toEqual({ email });
  });
});
