import { describe, expect, it } from "vitest";
import { readSentence } from "./read-sentence.ts";

const read = (text: string, hostZone = "Europe/London") => readSentence(text, { nowMs: Date.parse("2027-01-13T10:00:00Z"), hostZone });

describe("the name in a sentence that talks", () => {
  it.each([
    ["I've got a gap on 8 March at 2pm and want to use it for the Wound Care Refresher", "Wound Care Refresher"],
    ["So the speaker confirmed, and we are going with 8 March at 2pm GMT for the Wound Care Refresher", "Wound Care Refresher"],
    ["The Wound Care Evening has finally got a date, it's 8 March and we open at 14:00", "Wound Care Evening"],
    ["Our chief executive has approved Understanding Wound Care for 8 March at 2pm", "Understanding Wound Care"],
    ["the Zoom for Wound Care vs Burns wants to start at 2pm on 8 March", "Wound Care vs Burns"],
    ["could we please have Wound Care Refresher sitting there for 8 March at 2pm", "Wound Care Refresher"],
    ["people keep asking about Wound Care so put one on for 8 March at 2pm", "Wound Care"],
    ["can you stick the wound care update in for 8 March at 2pm", "wound care update"],
    ["Wound care update – slot me in on 8 March, 2pm", "Wound care update"],
    ["get Wound Care Refresher onto the Zoom calendar for 8 March at 2pm", "Wound Care Refresher"],
    ["Put me down for Wound Care Refresher at 2pm on 8 March", "Wound Care Refresher"],
    ["Is 8 March at 2pm any good for Wound Care Refresher? If yes stick it in", "Wound Care Refresher"],
    ["Wound Care Refresher - Ted can do 8 March at 2pm so go with that", "Wound Care Refresher"],
    ["The Ashby Garden Club would like pruning in frost on 8 March at 2pm", "pruning in frost"],
    ["for the members of the Ashby Garden Club a webinar on 8 March at 2pm: Pruning in Frost", "Pruning in Frost"],
    ["we're doing the one about wills again on 8 March at 2pm", "wills"],
    ["du kannst du mir noch schnell den pflege-abend eintragen, 8. märz, 14 uhr", "pflege-abend"],
    ["hoi, Pflege-Stammtisch am 8. März um 14 Uhr, bitte anlegen", "Pflege-Stammtisch"],
    ["Als Nächstes steht Rückenschule an, und zwar am 8. März um 14 Uhr", "Rückenschule"],
    ["Leg doch bitte noch was an, und zwar am 8. März, 14 Uhr, Thema: Rückenschule", "Rückenschule"],
    ["8. März, 14 Uhr, Sommerschliessung – was Filialleiter wissen müssen", "Sommerschliessung – was Filialleiter wissen müssen"],
    ["ich hätte gern am 8. März um 14 Uhr ein Webinar, Titel Hofübergabe planen", "Hofübergabe planen"],
    ["alors pour le webinaire sur les gardes de nuit ce serait le 8 mars à 14h", "les gardes de nuit"],
    ["Je me permets de vous écrire pour programmer Fiscalité des associations le 8 mars à 14h", "Fiscalité des associations"],
    ["Le bureau a validé Jardiner en hiver pour le 8 mars à 14h", "Jardiner en hiver"],
    ["Vu avec Paul, Jardiner en hiver se fera le 8 mars à 14h", "Jardiner en hiver"],
    ["Petite demande : pourriez-vous inscrire La laïcité au travail au 8 mars à 14h ?", "La laïcité au travail"],
  ])("is found: %s", (said, topic) => {
    expect(read(said)).toMatchObject({ topic, local: "2027-03-08T14:00:00" });
  });

  it("is shown where a topic in small letters leaves a name in capitals out", () => {
    const { topic, assumed } = read("the one about damp is back, 8 March 2pm, Damp and Your Home");
    expect([topic, ...assumed].join("\n")).toContain("Damp and Your Home");
    expect(assumed.join()).toContain('"damp"');
  });

  it("is shown if it is what the moment is for", () => {
    const { topic, assumed } = read("The Garden Club meets on 8 March at 2pm for pruning in frost");
    expect([topic, ...assumed].join("\n")).toMatch(/pruning in frost[\s\S]*Garden Club|Garden Club[\s\S]*pruning in frost/);
  });

  it("may stand within a setting", () => {
    const { topic, settings } = read("Please record Syringe Driver Skills to the cloud, it's on 8 March at 2pm");
    expect(topic).toBe("Syringe Driver Skills");
    expect(settings).toEqual({ recording: "cloud" });
    expect(read("Record keeping in the cloud, 8 March 2pm").settings).toEqual({});
  });

  it("stays as it was written, while a day with a slip is mended", () => {
    const { topic, assumed } = read("wensday 2pm port tasting evning");
    expect(topic).toBe("port tasting evning");
    expect(assumed).toContain('"wensday" was read as Wednesday.');
    expect(assumed.join()).not.toContain("evning");
  });
});
