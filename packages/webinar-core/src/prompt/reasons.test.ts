import { describe, expect, it } from "vitest";
import { readSentence } from "./read-sentence.ts";

const read = (text: string) => readSentence(text, { nowMs: Date.parse("2027-01-11T09:00:00Z"), hostZone: "Europe/London" });
const AT = { local: "2027-03-08T14:00:00", topic: "Wound Care" };

describe("a reason", () => {
  it.each([
    "Wound Care, 8 March, 2pm, because half of the nurses are on the other coast",
    "Because the auditors moved their visit, Wound Care can only be on 8 March at 2pm.",
    "since the speaker is shy, turn off the Q&A, Wound Care 8 March 2pm",
    "turn off the Q&A since the speaker is shy, Wound Care, 8 March 2pm",
    "As it is the only day the parents have free, run Wound Care on 8 March at 2pm",
    "Wound Care, 8 March 2pm, now that the room is booked",
    "Webinar Wound Care am 8. März um 14 Uhr, weil die Referentin nur dann kann",
    "Webinaire Wound Care le 8 mars à 14h, parce que la salle est libre",
    "Webinaire Wound Care le 8 mars à 14h, comme le fournisseur l'a demandé",
  ])("is left out and listed: %s", (said) => {
    const reading = read(said);
    expect(reading).toMatchObject(AT);
    expect(reading.unused.length).toBeGreaterThan(0);
  });

  it("stays within a topic in quotes, and elsewhere the preview names both", () => {
    expect(read('webinar "Because the Night", 8 March 2pm').topic).toBe("Because the Night");
    const { topic, assumed } = read("webinar about why seeds fail because the soil is cold, 8 March 2pm");
    expect([topic, ...assumed].join("\n")).toContain("why seeds fail because the soil is cold");
  });
});

describe("mails that are not to be sent", () => {
  it.each([
    "Wound Care, 8 March at 2pm. Don't send any invites yet, I still have to ask the vet.",
    "Wound Care, 8 March at 2pm, no emails yet please",
    "Please don't mail anyone before I have seen the page: Wound Care, 8 March at 2pm",
    "Webinar „Wound Care“ am 8. März um 14 Uhr. Bitte noch keine Einladungen verschicken.",
    "Webinaire « Wound Care » le 8 mars à 14h. N'envoyez pas encore les invitations.",
  ])("change nothing, and the preview says so: %s", (said) => {
    const reading = read(said);
    expect(reading).toMatchObject(AT);
    expect(reading.assumed.join(" ")).toContain("scheduling a webinar mails nobody");
  });

  it("are refused if panelists are named, whom Zoom mails at once", () => {
    expect(() => read("Wound Care, 8 March at 2pm, panelist mei@example.com, don't send any invites yet")).toThrow(/may change/);
  });
});

describe("words of who talks around a topic", () => {
  it.each([
    ["webinar about snake-proof boots mate, 8 March 2pm", "snake-proof boots"],
    ["Could 8 March 2pm be used for pool chemicals?", "pool chemicals"],
    ["Flu vaccine chains is what the clinic webinar is about, 8 March 2pm", "Flu vaccine chains"],
    ["No registration please, just Street Food Permits on 8 March at 2pm", "Street Food Permits"],
    ["Re: Re: spring programme\n\nyes go ahead! Zoning Appeals Explained, 8 March, 2pm", "Zoning Appeals Explained"],
    ["It's called Valve Repair, and the distributor chose that hour, not me. 8 March 2pm", "Valve Repair"],
    ["8 March 2pm, Tire Storage for Dealers, nothing fancy pls", "Tire Storage for Dealers"],
  ])("are no part of it: %s", (said, topic) => {
    expect(read(said)).toMatchObject({ topic, local: "2027-03-08T14:00:00" });
  });

  it.each([
    ["a 45 minute chat about bees, sweet, 8 March 2pm", "bees"],
    ["ok so bees for beginners yeah, 8 March 2pm", "bees for beginners"],
  ])("are named beside it if they may be: %s", (said, name) => {
    const { topic, assumed } = read(said);
    expect(topic === name || assumed.some((note) => note.includes(`it may be "${name}"`))).toBe(true);
  });
});
