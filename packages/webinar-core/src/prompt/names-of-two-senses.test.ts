import { describe, expect, it } from "vitest";
import { readPrompt } from "./read-prompt.ts";

const read = (prompt: string) => readPrompt(prompt, { nowMs: Date.UTC(2026, 11, 1, 14), hostZone: "Europe/London" });

describe("words that belong to a name and may be something else", () => {
  it.each([
    ["Fixing Wobbly Chairs, from 3 to 4:30pm on 10 March", "Fixing Wobbly Chairs"],
    ["Wobbly chairs, 10 March at 3pm", "Wobbly chairs"],
    ["Sales leads, Tuesday 5 January at 3pm", "Sales leads"],
    ["Payroll Office Hour: 10 March at noon", "Payroll Office Hour"],
    ["happy hour: 10 March at 5pm", "happy hour"],
    ["Open Day: 10 March at 3pm", "Open Day"],
    ["10 March 3pm – Title Insurance Basics", "Title Insurance Basics"],
    ["10 March 3pm, Subject Access Requests Explained", "Subject Access Requests Explained"],
    ["10 March 3pm – 7 Habits of Tidy Workshops", "7 Habits of Tidy Workshops"],
    ["10 March 3pm – 9 to 5: Burnout", "9 to 5: Burnout"],
    ["10 March 3pm – Five O'Clock Cattle Report", "Five O'Clock Cattle Report"],
    ["Tram Works Update, 10 March at 3pm", "Tram Works Update"],
    ["New Till Software, 10 March at 3pm", "New Till Software"],
    ["Can we do Record keeping for small farms on 10 March at 3pm please?", "Record keeping for small farms"],
    ["Can we do Every second counts on 10 March at 3pm please?", "Every second counts"],
    ["Can we do stage lighting on 10 March at 3pm please?", "stage lighting"],
    ["SOC 2 for Marketers: 10 March, 3pm", "SOC 2 for Marketers"],
    ["screen time: 10 March, 3pm", "screen time"],
    ["Beating the 3pm Slump, 10 March at 3pm", "Beating the 3pm Slump"],
    ["who owns the foreshore, 10 March at 3pm", "who owns the foreshore"],
    ["calf scours w/ the vet, 10 March at 3pm", "calf scours w/ the vet"],
    ["Swarm Control for the Second-Year Beekeeper, 14 January at 10am", "Swarm Control for the Second-Year Beekeeper"],
    ["Notes for the third-generation farmer, 14 January at 10am", "Notes for the third-generation farmer"],
  ])("are the topic, and name no host, label or day: %s", async (prompt, topic) => {
    expect(await read(prompt)).toMatchObject({ topic, host: null });
  });

  it.each([
    ["10 March 3pm, kiln safety, Bea chairs", { topic: "kiln safety", host: "Bea" }],
    ["Leah leads, kiln safety 5 March 11am", { topic: "kiln safety", host: "Leah" }],
    ["Bees, date: 10 March, time: 3pm", { topic: "Bees", host: null }],
    ["10 March 3pm, topic kiln safety", { topic: "kiln safety", host: null }],
    ["hosted by Prof. Dr. Ada Lane: bees, 10 March 3pm", { topic: "bees", host: "Prof. Dr. Ada Lane" }],
    ["im Auftrag von Frau Dr. Lindenau: Bienen am 10. März um 15 Uhr", { topic: "Bienen", host: "Dr. Lindenau" }],
  ])("are what they say otherwise: %s", async (prompt, expected) => {
    expect(await read(prompt)).toMatchObject(expected);
  });

  it.each([
    ["10 March 3pm - 5 bee keeping", /may be from 3pm to 5, or "5 bee" may begin the topic/],
    ["24 Hours in A&E, 10 March at 3pm", /begins with what may be the length/],
    ["10 Minutes to Better Sourdough: 10 March, 3pm", /begins with what may be the length/],
  ])("are refused if they may be either: %s", async (prompt, message) => {
    await expect(read(prompt)).rejects.toThrow(message);
  });

  it.each([
    ["10 March 3pm - 5 London time, bees", 120],
    ["10 March 3pm - 5 on tides", 120],
    ["10 March 2 – 4pm Cattle Report", 120],
    ["10 March 3pm, 75 minutes to be safe, bees", 75],
  ])("are the length if nothing else can follow: %s", async (prompt, duration) => {
    expect(await read(prompt)).toMatchObject({ duration });
  });

  it.each(["Topic Bees and Wasps", "GST filing basics"])("are shown with the name that they may begin: %s", async (name) => {
    expect((await read(`10 March 3pm ${name}`)).assumed).toContainEqual(expect.stringContaining(`it may be "${name}"`));
  });
});

describe("what somebody says beside a request", () => {
  it.each([
    ["so, während die Suppe kocht: am 10. März, 18:30 Uhr, Stimmbildung für Bässe, danke dir", "Stimmbildung für Bässe"],
    ["While the kettle boils: 10 March 3pm, tyre pressures", "tyre pressures"],
    ["Tant que j'y pense, le 10 mars à 14h, Devis sans douleur", "Devis sans douleur"],
    ["front desk asked me to pass this along >> implants vs bridges, 10 March, 6 in the evening", "implants vs bridges"],
    ["Same drill as always: 10 March 3pm, tenancy deposits", "tenancy deposits"],
    ["any chance of getting Termite Barriers up for 10 March 4pm?", "Termite Barriers"],
    ["Do 8:30 Frühstücksrunde Speditionsrecht!!", "Frühstücksrunde Speditionsrecht"],
    ["Freitag vormittag um halb elf, Dachlawinen und Haftung, passt?", "Dachlawinen und Haftung"],
    ["can we do it tonite at 8pm? its the one about beehive thefts", "beehive thefts"],
    ["I'd like to give an evening webinar about estuary birds, 12 January, 7:30pm", "estuary birds"],
    ["Topic: Signal failures\nDate: 24 June 2027\nStart: 0930", "Signal failures"],
    ["quiet gardens, 11 March 4pm Atlantic", "quiet gardens"],
    ["10 March, noon, cold chains for florists – could that be made a webinar?", "cold chains for florists"],
    ["Put Sunday 6pm down for the novel writers' hour", "the novel writers' hour"],
    ["Put a webinar on solar inverters down for 10 March at 7pm", "solar inverters"],
    ["Title: Damp and mould – what tenants can do\nDate: 28/01/2027\nTime: 18:00", "Damp and mould – what tenants can do"],
    ["immer mittwochs, 12 Uhr, 4 mal, los am 2. Juni. Mittagspause mit Moos heißt das Ganze.", "Mittagspause mit Moos"],
    ["Übermorgen um 10 Uhr soll die Einführung in die Zeiterfassung als Webinar laufen.", "Einführung in die Zeiterfassung"],
  ])("is no part of the topic: %s", async (prompt, topic) => {
    expect(await read(prompt)).toMatchObject({ topic });
  });

  it("decides the half of the day if it speaks of one", async () => {
    expect((await read("Give an evening webinar about estuary birds, 12 January at 8")).starts.local).toBe("2027-01-12T20:00:00");
  });
});

describe("talk at the edges of a topic", () => {
  it.each([
    ["10 March 3pm, tower crane checks, totally forgot sorry", "tower crane checks"],
    ["Hofübergabe Landwirtschaft eintragen bitte sehr, 10. März 15 Uhr", null],
    ["10 March 3pm, tyre pressures n tread, yep thats all", "tyre pressures n tread"],
  ])("is left out, or the preview names the topic without it: %s", async (prompt, other) => {
    const { topic, assumed } = await read(prompt);
    if (other === null) expect(topic).toBe("Hofübergabe Landwirtschaft");
    else expect(topic === other || assumed.some((line) => line.includes(`it may be "${other}"`))).toBe(true);
  });
});
