import { RejectedError, ResponseError, UnavailableError } from "@zoom-webinar/foundation";
import { describe, expect, it } from "vitest";
import type { Looked } from "./look.ts";
import { ambiguous, doneUnseen } from "./refusal.ts";
import type { Candidate, SettledWrite } from "./settled-write.ts";

const write: SettledWrite<string> = {
  operation: "things.make",
  what: 'The thing "Tides"',
  identity: {},
  where: "the list of things",
  send: async () => "made",
  idOf: (id) => id,
  find: async () => [],
};
const nowhere: SettledWrite<string> = { ...write, find: null };
const candidate = (id: string): Candidate<string> => ({ id, label: `Tides ${id}`, adopt: async () => id });
const nothing: Looked<string> = { candidates: [], failure: null, afterMs: 65_000, lagMs: 60_000 };
const two = { ...nothing, candidates: [candidate("1"), candidate("2")] };
const shown = [
  { id: "1", label: "Tides 1" },
  { id: "2", label: "Tides 2" },
];
const failed = (failure: unknown): Looked<string> => ({ ...nothing, failure });
const lost = new UnavailableError("The connection broke.", "maybe-sent");

describe("an error of which nobody knows whether it was done says", () => {
  const NONE = "Zoom gave no usable answer";
  it.each<[what: string, write: SettledWrite<string>, looked: Looked<string>, isRepeated: boolean, said: string]>([
    [
      "that nothing was found, for how long",
      write,
      nothing,
      false,
      `${NONE}, and it was not found in the list of things for 65 s, which Zoom's lists may lag behind`,
    ],
    [
      "that it was sent twice",
      write,
      nothing,
      true,
      `${NONE}, it was sent once more, and it was not found in the list of things for 65 s, which Zoom's lists may lag behind`,
    ],
    ["that Zoom has no list", nowhere, nothing, false, `${NONE}, and Zoom has no list to look it up in, so it was not tried again`],
    [
      "why looking failed, in Zoom's words",
      write,
      failed(new RejectedError("No such list")),
      false,
      `${NONE}, and looking it up failed (No such list), so it was not tried again`,
    ],
    [
      "that looking failed, without the words of a fault of ours",
      write,
      failed(new TypeError("x is undefined")),
      false,
      `${NONE}, and looking it up failed (unexpectedly), so it was not tried again`,
    ],
    ["how many are there", write, two, false, `${NONE}, and 2 of that kind are there`],
  ])("%s", (_what, given, looked, isRepeated, said) => {
    expect(ambiguous(given, looked, { cause: lost, isRepeated })).toMatchObject({
      code: "ambiguous",
      message: `The thing "Tides" may have been done or not: ${said}.`,
      cause: lost,
      foreign: ["candidates"],
    });
  });

  it.each<[what: string, looked: Looked<string>, hint: string, candidates: unknown]>([
    ["where the candidates are", two, "Look at the candidates in the list of things and remove those that should not be there.", shown],
    ["where to look, in a minute", nothing, "Look at the list of things in 60 s, and repeat it only if it is not there.", []],
    [
      "where to look, when the lag is over",
      { ...nothing, lagMs: 85_400 },
      "Look at the list of things in 85 s, and repeat it only if it is not there.",
      [],
    ],
    [
      "where to look, never sooner than in a minute",
      { ...nothing, lagMs: 0 },
      "Look at the list of things in 60 s, and repeat it only if it is not there.",
      [],
    ],
  ])("%s", (_what, looked, hint, candidates) => {
    expect(ambiguous(write, looked, { cause: lost, isRepeated: false })).toMatchObject({ hint, details: { candidates } });
  });

  it.each<[what: string, sent: string, message: string, foreign: string[], said: string, marked: string[]]>([
    [
      "what Zoom said, with a yes and a no in one",
      "maybe-sent",
      "Zoom said both: Busy.",
      ["message"],
      "Zoom said both: Busy, and",
      ["candidates", "message"],
    ],
    ["our own words as ours", "maybe-sent", "Zoom said both", [], "Zoom said both, and", ["candidates"]],
    ["no words of an answer of another kind", "done", "Zoom said: Busy.", ["message"], "Zoom gave no usable answer, and", ["candidates"]],
  ])("%s", (_what, sent, message, foreign, said, marked) => {
    const cause = new ResponseError(message, { details: { sent }, foreign });
    const error = ambiguous(write, nothing, { cause, isRepeated: false });
    expect(error.message).toContain(`may have been done or not: ${said} it was not found`);
    expect(error.foreign).toEqual(marked);
  });
});

describe("an error of what was done, and that nobody can show, says", () => {
  const cause = new ResponseError("Its answer broke off.", { trackingId: "WEB_1", details: { status: 201, sent: "maybe" } });
  it.each<[what: string, write: SettledWrite<string>, looked: Looked<string>, why: string]>([
    ["that nothing showed, for how long", write, { ...nothing, afterMs: 30_400 }, "the list of things did not show it for 30 s"],
    ["that Zoom has no list", nowhere, two, "Zoom has no list to look it up in"],
    ["that looking failed", write, { ...two, failure: new TypeError("x") }, "looking it up failed"],
    ["how many are there", write, two, "2 of that kind are there"],
  ])("%s", (_what, given, looked, why) => {
    expect(doneUnseen(given, looked, cause)).toMatchObject({
      code: "unexpected_response",
      message: `The thing "Tides" was done: Zoom said so. But its answer could not be read, and ${why}.`,
      hint: "Do not repeat it. Look at the list of things in a minute to see what was made.",
      trackingId: "WEB_1",
      details: { status: 201, sent: "done", candidates: looked.candidates.map(({ id, label }) => ({ id, label })) },
      foreign: ["candidates"],
    });
  });

  it("nothing of an error that is not Zoom's", () => {
    const error = doneUnseen(write, nothing, new TypeError("x"));
    expect([error.trackingId, error.details]).toEqual([undefined, { sent: "done", candidates: [] }]);
  });
});
