import { AmbiguousError, NotFoundError, RejectedError, ResponseError } from "@zoom-webinar/foundation";
import { describe, expect, it } from "vitest";
import { lost, made, plan, START } from "../test/planned-write.ts";
import { listLag } from "./list-lag.ts";

describe("a write that is answered", () => {
  it("is sent once and looked at once, for a double that is not there", async () => {
    const { run, log, notes } = plan({ sends: ["a"], looks: [[{ id: "a" }]] });
    expect(await run()).toEqual({ result: "a", adopted: false });
    expect([log, notes]).toEqual([["send at 0 s"], []]);
  });

  it("that is refused is the refusal, and an identical one later is sent again", async () => {
    const refusal = new RejectedError("No.");
    const { run, log } = plan({ sends: [refusal, "b"] });
    expect(await run()).toBe(refusal);
    expect(await run()).toEqual({ result: "b", adopted: false });
    expect(log).toEqual(["send at 0 s", "send at 0 s"]);
  });
});

describe("a write without an answer", () => {
  it("is adopted as soon as it is found, and the note says where", async () => {
    const { run, log, notes, sinces } = plan({ sends: [lost()], looks: [[], [], [made]] });
    expect(await run()).toEqual({ result: "made", adopted: true });
    expect(log).toEqual(["send at 0 s", "look at 0 s", "look at 1 s", "look at 3 s"]);
    expect(notes).toEqual(["Zoom's answer was lost; what was made was found in the list of things."]);
    expect(new Set(sinces)).toEqual(new Set([START]));
  });

  it("that stays away for longer than the list may lag is sent once more, and the note says so", async () => {
    const { run, log, notes } = plan({ sends: [lost(), "second"] });
    expect(await run()).toEqual({ result: "second", adopted: false });
    expect(log).toEqual(["send at 0 s", ...[0, 1, 3, 7, 15, 30, 65].map((second) => `look at ${second} s`), "send at 65 s", "look at 65 s"]);
    expect(notes).toEqual(["Zoom did not answer at first, and the list of things did not show it for 65 s, so it was sent once more."]);
  });

  it("is never sent a third time", async () => {
    const { run, log } = plan({ sends: [lost()] });
    const error = await run();
    expect(error).toMatchObject({
      code: "ambiguous",
      message:
        'The thing "Tides" may have been done or not: Zoom gave no usable answer, it was sent once more, and it was not found in the list of things for 30 s, which Zoom\'s lists may lag behind.',
      hint: "Look at the list of things in 60 s, and repeat it only if it is not there.",
      details: { candidates: [] },
    });
    expect(log.filter((line) => line.startsWith("send"))).toHaveLength(2);
  });

  it("is not sent again if looking fails, and the error says why", async () => {
    const { run, log } = plan({ sends: [lost()], looks: [new NotFoundError("There is no list.")] });
    expect(await run()).toMatchObject({
      code: "ambiguous",
      message: expect.stringContaining("looking it up failed (There is no list.), so it was not tried again."),
    });
    expect(log).toEqual(["send at 0 s", "look at 0 s"]);
    const ours = plan({ sends: [lost()], looks: [new TypeError("x is undefined")] });
    expect(await ours.run()).toMatchObject({ message: expect.stringContaining("looking it up failed (unexpectedly)") });
  });

  it("is looked for again after a look that did not get through, but not taken for absent because of it", async () => {
    const { run } = plan({ sends: [lost()], looks: [lost(), [made]] });
    expect(await run()).toEqual({ result: "made", adopted: true });
    const never = plan({ sends: [lost()], looks: [lost()] });
    expect(await never.run()).toMatchObject({ code: "ambiguous" });
    expect(never.log.filter((line) => line.startsWith("send"))).toHaveLength(1);
  });

  it("that may be one of two things is none of them: both are named", async () => {
    const { run } = plan({ sends: [lost()], looks: [[made, { id: "other", label: "Tides, too" }]] });
    expect(await run()).toMatchObject({
      code: "ambiguous",
      message: expect.stringContaining("2 of that kind are there."),
      hint: "Look at the candidates in the list of things and remove those that should not be there.",
      details: {
        candidates: [
          { id: "made", label: "Tides" },
          { id: "other", label: "Tides, too" },
        ],
      },
      foreign: ["candidates"],
    });
  });

  it("leaves alone what an identical one made before", async () => {
    const { run } = plan({ sends: ["a", lost(), "c"], looks: [[{ id: "a" }]] });
    await run();
    expect(await run()).toEqual({ result: "c", adopted: false });
  });

  it("that Zoom can show nowhere is never sent again, and an identical one later is a new one", async () => {
    const { run, log } = plan({ sends: [lost(), "b"], write: { find: null } });
    expect(await run()).toMatchObject({
      code: "ambiguous",
      message: expect.stringContaining("Zoom has no list to look it up in, so it was not tried again."),
    });
    expect(await run()).toEqual({ result: "b", adopted: false });
    expect(log).toEqual(["send at 0 s", "send at 0 s"]);
  });

  it("that failed for a reason of ours is looked for, and never sent again", async () => {
    const { run, log } = plan({ sends: [new TypeError("x is undefined")] });
    expect(await run()).toBeInstanceOf(AmbiguousError);
    expect(log.filter((line) => line.startsWith("send"))).toHaveLength(1);
  });

  it("that Zoom answered with yes and no in one says what Zoom said", async () => {
    const both = new ResponseError("Zoom answered with success and with an error in one: Busy.", {
      details: { sent: "maybe-sent" },
      foreign: ["message"],
    });
    const { run } = plan({ sends: [both] });
    expect(await run()).toMatchObject({
      message: expect.stringContaining("may have been done or not: Zoom answered with success and with an error in one: Busy, and it was not found"),
      foreign: ["candidates", "message"],
    });
  });

  it("waits no longer than ninety seconds for a list that is known to lag", async () => {
    const { run, log, clock, context } = plan({ sends: [lost()] });
    await listLag(context.store, null).shown(86_000);
    expect(await run()).toMatchObject({ code: "ambiguous", hint: expect.stringContaining("in 86 s") });
    expect(log.at(-1)).toBe("look at 30 s");
    expect(clock.now()).toBe(START + 30_000);
  });

  it("waits for a lag that ends before that", async () => {
    const { run, log, context } = plan({ sends: [lost(), "second"] });
    await listLag(context.store, null).shown(80_000);
    expect(await run()).toMatchObject({ result: "second" });
    expect(log).toContain("look at 85 s");
  });

  it("that was adopted is never the result of another identical one", async () => {
    const { run } = plan({ sends: [lost(), lost(), "c"], looks: [[made]] });
    expect(await run()).toEqual({ result: "made", adopted: true });
    expect(await run()).toEqual({ result: "c", adopted: false });
  });

  it("depends on how late the lists of its own account are", async () => {
    const { run, log, context } = plan({ sends: [lost(), "second"] });
    const credentials = { kind: "server-to-server", accountId: "harbour", clientId: "c", clientSecret: "s" } as const;
    Object.assign(context, { account: { inForce: { credentials } } });
    await listLag(context.store, "harbour").shown(80_000);
    await run();
    expect(log).toContain("look at 85 s");
    const other = plan({ sends: [lost(), "second"] });
    await listLag(other.context.store, "harbour").shown(80_000);
    await other.run();
    expect(other.log).toContain("look at 65 s");
  });
});
