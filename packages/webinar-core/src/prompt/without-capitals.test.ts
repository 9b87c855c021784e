import { describe, expect, it } from "vitest";
import { readPrompt } from "./read-prompt.ts";

const read = (prompt: string) => readPrompt(prompt, { nowMs: Date.UTC(2026, 11, 1, 14), hostZone: "Europe/Berlin" });

describe("a sentence without capitals", () => {
  it.each([
    ["am 14. april um 10 uhr londoner zeit: versicherungsfragen", "Europe/London"],
    ["20. april, 18 uhr toronto-zeit, verpackungsgesetz", "America/Toronto"],
    ["5. mai um 9 uhr new yorker zeit das webinar fagottrohre", "America/New_York"],
    ["le 26 janvier à 15h, heure de montréal : sirop", "America/Toronto"],
    ["le 17/06/2027 à 10h (heure de dakar !!) webinaire : arachide", "Africa/Dakar"],
    ["10 june 2027 8pm nzst garden design", "Pacific/Auckland"],
    ["18 may 2:30pm sast: bursaries", "Africa/Johannesburg"],
    ["19 jan 10am eat, payroll", "Africa/Nairobi"],
    ["tokyo time, 14:00, 3rd of june: spare parts", "Asia/Tokyo"],
    ["7pm alaska time oct 12, wildfire smoke", "America/Anchorage"],
    ["tz: europe/lisbon\nwhen: 2027-06-22 17:30\nwhat: cork harvest", "Europe/Lisbon"],
  ])("keeps its time zone: %j", async (prompt, timezone) => {
    expect((await read(prompt)).starts.timezone).toBe(timezone);
  });

  it("keeps a zone that is said further off", async () => {
    expect((await read("7 July, 10 in the morning over in Tokyo, Sword polishing")).starts.timezone).toBe("Asia/Tokyo");
  });

  it.each([
    ["le 26 janvier à 15h, heure de tombouctouville : sirop", /heure de tombouctouville/],
    ["10 March 3pm kitchen time: pies", /kitchen time/],
  ])("is refused if the zone is not known: %s", async (prompt, message) => {
    await expect(read(prompt)).rejects.toThrow(message);
  });

  it.each(["screen time, 10 march 3pm", "tea time: 10 march 3pm", "harvest time, 10 march 3pm"])(
    "keeps a name that ends with time: %s",
    async (prompt) => {
      expect(await read(prompt)).toMatchObject({ topic: prompt.split(/[,:]/)[0], starts: { timezone: "Europe/Berlin" } });
    },
  );

  it.each([
    ["gastgeberin ist annegret, nicht ich: solardach, 8. april, 18 uhr", "Annegret"],
    ["priya is hosting. retinopathy grading, tue 16 march, 10am", "Priya"],
    ["can you put the gardening ama on delphine's account, may 27 5pm", "Delphine"],
    ["le 25 février à 11 h, animé par maude, les avis clients", "Maude"],
    ["need storm season inspections, wed 24 feb 2027, 1pm, lachlan doyle hosting", "Lachlan Doyle"],
    ["for tama@example.com as host: stock effluent rules, wed 17 feb 2027 11am", "tama@example.com"],
    ["the board is hosting, 3 may 4pm, potholes", null],
  ])("names its host: %s", async (prompt, host) => {
    expect((await read(prompt)).host).toBe(host);
  });
});

describe("a sentence without commas", () => {
  it.each([
    ["Exam Drill on Monday Wednesday and Friday at 7am April 5 through April 23", 9, "2027-04-05"],
    ["toutes les deux semaines le vendredi 19h 3 fois à partir du 3 sept webinaire Permaculture", 3, "2027-09-03"],
  ])("keeps its days: %s", async (prompt, count, first) => {
    const { series, starts } = await read(prompt);
    expect([series?.dates.length, starts.local.slice(0, 10)]).toEqual([count, first]);
  });

  it("keeps its length and its passcode", async () => {
    expect(await read("webinar sturzprophylaxe 19.5. 10 uhr 45 min reichen dicke")).toMatchObject({
      starts: { local: "2027-05-19T10:00:00" },
      duration: 45,
    });
    expect((await read("feb 13 11am voxel art jam pw: heron7 rec on my computer pls")).settings).toEqual({ passcode: "heron7", recording: "local" });
  });
});

describe("where to record", () => {
  it.each(["record it on the computer 🙏", "record it on the computer (no rush)", "rec on my computer pls 👍", "record it to my laptop, thanks"])(
    "is kept, whatever stands behind it: %s",
    async (said) => {
      expect((await read(`Kiln Care 28 Jan 2.15pm, ${said}`)).settings).toEqual({ recording: "local" });
    },
  );

  it("is kept in other languages", async () => {
    expect((await read("18 mai 17h30 webinaire sur les frelons, enregistrement sur l'ordinateur 🙏")).settings).toEqual({ recording: "local" });
  });
});

describe("a face at the end", () => {
  it.each([
    ["28 Jan 2.15pm Kiln Care 🙏🏽", "Kiln Care"],
    ["28 Jan 2.15pm Hedgehogs 🦔", "Hedgehogs 🦔"],
  ])("is no part of the name; a picture may be one: %s", async (prompt, topic) => {
    expect(await read(prompt)).toMatchObject({ topic });
  });
});

describe("settings behind the sign of Q&A", () => {
  it.each([
    ["hip fracture audit 24 Feb 2.30pm turn off the Q&A passcode hip-24", { qa: false, passcode: "hip-24" }],
    ["book Trustee Induction 29 October 10am no Q&A alternative hosts j.reed@example.com", { qa: false, alternative_hosts: ["j.reed@example.com"] }],
    ["29 avril 19h sans inscription svp enregistrement sur l'ordinateur sans questions, chevaux", { registration: "none", recording: "local" }],
  ])("are all taken over: %s", async (prompt, settings) => {
    expect((await read(prompt)).settings).toMatchObject(settings);
  });
});
