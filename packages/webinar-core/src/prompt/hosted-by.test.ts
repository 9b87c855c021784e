import { describe, expect, it } from "vitest";
import { readSentence } from "./read-sentence.ts";

const read = (text: string) => readSentence(text, { nowMs: Date.parse("2027-01-11T09:00:00Z"), hostZone: "Europe/London" });

describe("a host by name", () => {
  it.each([
    ["Webinar hosted by grace tomorrow at 3pm about soil health", "grace"],
    ["Webinar on soil health, tomorrow 3pm, hosted by grace.", "grace"],
    ["soil health hosted by grace hopper, tomorrow 3pm", "grace hopper"],
    ["soil health tomorrow 3pm, host is grace", "grace"],
    ["soil health tomorrow 3pm, with grace as host", "grace"],
    ["host: grace, tomorrow 3pm, soil health", "grace"],
  ])("may be in small letters: %s", (said, host) => {
    expect(read(said)).toMatchObject({ host, topic: "soil health", local: "2027-01-12T15:00:00" });
  });

  it.each([
    ["Webinar morgen um 15 Uhr, hosted by Grace, über Bodenpflege", "Grace", "Bodenpflege"],
    ["webinar morgen 15 uhr bodenpflege, host: grace", "grace", "bodenpflege"],
    ["Webinaire demain à 15h sur les sols, hosted by ada@example.com", "ada@example.com", "les sols"],
  ])("may be named in English in another language: %s", (said, host, topic) => {
    expect(read(said)).toMatchObject({ host, topic, local: "2027-01-12T15:00:00" });
  });

  it.each(["Webinar on being hosted by strangers, tomorrow at 3pm", "Webinar hosted by the library, tomorrow 3pm: Reading aloud"])(
    "is no word that names nobody: %s",
    (said) => {
      expect(() => read(said)).toThrow(/hosts|setting/);
    },
  );
});
