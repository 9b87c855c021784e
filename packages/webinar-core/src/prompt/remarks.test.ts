import { describe, expect, it } from "vitest";
import { readSentence } from "./read-sentence.ts";

const read = (text: string) => readSentence(text, { nowMs: Date.parse("2027-01-13T10:00:00Z"), hostZone: "Europe/London" });

describe("what is said beside a request", () => {
  it.each([
    ["Kiln Safety, 5 Feb at 3pm, can't move it, just book it", "can't move it"],
    ["Kiln Safety, 5 Feb at 3pm (not a joke)", "not a joke"],
    ["3pm on 5 Feb, that's Kiln Safety, dont shout at me about the hour", "dont shout at me about the hour"],
    ["I know it's the weekend but Kiln Safety, 5 Feb at 3pm please", "I know it's the weekend but"],
    ["Kiln Safety, 5 Feb at 3pm, I'll bring the donuts", "I'll bring the donuts"],
    ["Kiln Safety, 5 Feb at 3pm, lmk when done", "lmk when done"],
    ["just a chat really: Kiln Safety, 5 Feb at 3pm", "just a chat really"],
    ["sorry, bit last minute, Kiln Safety, 5 Feb at 3pm", "sorry, bit last minute"],
  ])("is listed as not used: %s", (said, remark) => {
    const { topic, local, unused } = read(said);
    expect(topic).toBe("Kiln Safety");
    expect(local).toBe("2027-02-05T15:00:00");
    expect(unused).toContain(remark);
  });

  it("takes no place that is ruled out for the zone", () => {
    expect(read("11 am Brisbane (not Sydney!!) on 5 Feb, Kiln Safety")).toMatchObject({ topic: "Kiln Safety", timezone: "Australia/Brisbane" });
  });

  it.each([
    "Kiln Safety, 5 Feb at 3pm, not sure yet",
    "Kiln Safety, 5 Feb at 3pm, can't do it, call it off",
    "Kiln Safety, 5 Feb at 3pm, not on Zoom",
    "Kiln Safety, 5 Feb at 3pm, don't book it",
    "Kiln Safety, 5 Feb at 3pm (not 4pm)",
  ])("is refused if it may turn the request around: %s", (said) => {
    expect(() => read(said)).toThrow();
  });
});
