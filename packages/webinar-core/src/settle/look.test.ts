import { CancelledError, NotFoundError, RejectedError } from "@zoom-webinar/foundation";
import { describe, expect, it, vi } from "vitest";
import { lost, made, plan, START, unread } from "../test/planned-write.ts";
import { listLag } from "./list-lag.ts";

describe("a write that Zoom said was done, without an answer that can be read", () => {
  it("is found, and the note says that the answer could not be read", async () => {
    const { run, notes, log } = plan({ sends: [unread()], looks: [[], [made]] });
    expect(await run()).toEqual({ result: "made", adopted: true });
    expect(notes).toEqual(["Zoom's answer could not be read; what was made was found in the list of things."]);
    expect(log).toHaveLength(3);
  });

  it("is never sent again if it is not found, and the error says that it was done", async () => {
    const { run, log } = plan({ sends: [unread()] });
    expect(await run()).toMatchObject({
      code: "unexpected_response",
      message: 'The thing "Tides" was done: Zoom said so. But its answer could not be read, and the list of things did not show it for 65 s.',
      hint: "Do not repeat it. Look at the list of things in a minute to see what was made.",
      trackingId: "WEB_1",
      details: { sent: "done", status: 201, candidates: [] },
      foreign: ["candidates"],
    });
    expect(log.filter((line) => line.startsWith("send"))).toHaveLength(1);
  });

  it.each([
    ["that of several it is not known which", [[made, { id: "other" }]], "2 of that kind are there."],
    ["that looking failed", [new NotFoundError("gone")], "looking it up failed."],
  ] as const)("says %s", async (_name, looks, why) => {
    expect(await plan({ sends: [unread()], looks }).run()).toMatchObject({ code: "unexpected_response", message: expect.stringContaining(why) });
  });

  it("says that Zoom can show it nowhere", async () => {
    const { run } = plan({ sends: [unread()], write: { find: null } });
    expect(await run()).toMatchObject({ message: expect.stringContaining("Zoom has no list to look it up in.") });
  });

  it("is a result by itself if nothing of the answer is needed", async () => {
    const { run, notes } = plan({ sends: [unread()], write: { unread: () => "as it was asked for" } });
    expect(await run()).toEqual({ result: "as it was asked for", adopted: false });
    expect(notes).toEqual(["Zoom said that it was done, but the rest of its answer could not be read, and the list of things did not show it yet."]);
  });

  it("is what was found even if nothing of the answer is needed", async () => {
    const { run } = plan({ sends: [unread()], looks: [[made]], write: { unread: () => "as it was asked for" } });
    expect(await run()).toEqual({ result: "made", adopted: true });
  });

  it("is found by an identical call that comes later", async () => {
    const { run, log } = plan({ sends: [unread()], looks: [...Array.from({ length: 7 }, () => []), [made]] });
    await run();
    expect(await run()).toEqual({ result: "made", adopted: true });
    expect(log.filter((line) => line.startsWith("send"))).toHaveLength(1);
  });
});

describe("a caller that stops", () => {
  const stopped = new CancelledError("Stopped.", { details: { sent: "maybe-sent" } });

  it("hears that it stopped, and an identical call later takes what was made", async () => {
    const { run, log, sinces } = plan({ sends: [stopped], looks: [[made]] });
    expect(await run()).toBe(stopped);
    expect(log).toEqual(["send at 0 s"]);
    expect(await run()).toEqual({ result: "made", adopted: true });
    expect(sinces).toEqual([START]);
  });

  it("before anything was sent leaves nothing behind", async () => {
    const { run, log } = plan({ sends: [new CancelledError(), "b"] });
    await run();
    expect(await run()).toEqual({ result: "b", adopted: false });
    expect(log).toEqual(["send at 0 s", "send at 0 s"]);
  });

  it("is taken up after a minute for the attempt and one for the lag: what is not there then is sent", async () => {
    const { run, clock } = plan({ sends: [stopped, "b"] });
    await run();
    clock.advance(125_000);
    expect(await run()).toEqual({ result: "b", adopted: false });
  });

  it("is looked for until then, if the identical call comes a little earlier", async () => {
    const { run, clock, log } = plan({ sends: [stopped, "b"] });
    await run();
    clock.advance(120_000);
    expect(await run()).toEqual({ result: "b", adopted: false });
    expect(log).toEqual(["send at 0 s", ...[120, 121, 123, 127].map((second) => `look at ${second} s`), "send at 127 s"]);
  });

  it("while an identical call is at work does not wait for it, and sends nothing", async () => {
    const first: { end?: () => void } = {};
    const { run, log, context } = plan();
    const running = run({
      send: () =>
        new Promise((resolve) => {
          first.end = () => resolve("a");
        }),
    });
    await vi.waitFor(() => expect(first.end).toBeDefined());
    const stop = new AbortController();
    Object.assign(context, { signal: stop.signal });
    const waiting = run();
    stop.abort();
    expect(await waiting).toBeInstanceOf(Error);
    first.end?.();
    expect(await running).toEqual({ result: "a", adopted: false });
    expect(log).toEqual([]);
  });

  it("is not taken up as absent before that: the identical call is undecided", async () => {
    const { run, log } = plan({ sends: [stopped] });
    await run();
    expect(await run()).toMatchObject({ code: "ambiguous" });
    expect(log.filter((line) => line.startsWith("send"))).toHaveLength(1);
  });
});

describe("things whose age nobody can tell", () => {
  it("are looked at before the write, and what was there then is not taken", async () => {
    const { run, log } = plan({ sends: [lost(), "new"], looks: [[{ id: "old" }]], write: { isUndated: true } });
    expect(await run()).toEqual({ result: "new", adopted: false });
    expect(log.slice(0, 2)).toEqual(["look at 0 s", "send at 0 s"]);
  });

  it("are named and not taken if nobody could look before", async () => {
    const { run } = plan({ sends: [lost()], looks: [new NotFoundError("gone"), [made]], write: { isUndated: true } });
    expect(await run()).toMatchObject({ code: "ambiguous", details: { candidates: [{ id: "made" }] } });
  });

  it("are not written at all if the look before ends with a fault of ours, or by its caller", async () => {
    for (const error of [new TypeError("x"), new CancelledError()]) {
      const { run, log } = plan({ looks: [error], write: { isUndated: true } });
      expect(await run()).toBe(error);
      expect(log).toEqual(["look at 0 s"]);
    }
  });
});

describe("a write of which only a part shows", () => {
  const part = { id: "slice", isPartial: true, adopt: async () => "a part" };

  it("is looked at until it shows whole", async () => {
    const { run } = plan({
      sends: [lost()],
      looks: [[part], [part], [{ ...part, isPartial: false, adopt: async () => "whole" }]],
      write: { idOf: () => null },
    });
    expect(await run()).toEqual({ result: "whole", adopted: true });
  });

  it("is that part if it happens again, and an identical call afterwards is not held up", async () => {
    const { run, log } = plan({ sends: [lost(), "b"], looks: [[part]], write: { idOf: () => null } });
    expect(await run()).toEqual({ result: "a part", adopted: true });
    expect(await run()).toEqual({ result: "b", adopted: false });
    expect(log.filter((line) => line.startsWith("send"))).toHaveLength(2);
  });

  it("is not held up afterwards if nobody knows which part it is", async () => {
    const unclear = { ...part, adopt: () => Promise.reject(new RejectedError("Only a part.")) };
    const { run, log } = plan({ sends: [lost(), "b"], looks: [[unclear]], write: { idOf: () => null } });
    expect(await run()).toMatchObject({ message: "Only a part." });
    expect(await run()).toEqual({ result: "b", adopted: false });
    expect(log.at(-1)).toMatch(/^send/);
  });

  it("is late, not a part, if Zoom said that it was done", async () => {
    const { run } = plan({ sends: [unread()], looks: [[part]], write: { idOf: () => null } });
    expect(await run()).toMatchObject({ details: { sent: "done", candidates: [{ id: "slice" }] } });
  });
});

describe("what was sent once more", () => {
  it("and is refused because the first one is there after all, is the first one", async () => {
    const { run } = plan({ sends: [lost(), new RejectedError("There already.")], looks: [...Array.from({ length: 7 }, () => []), [made]] });
    expect(await run()).toEqual({ result: "made", adopted: true });
  });

  it("and is refused for good, is refused", async () => {
    const refusal = new RejectedError("No.");
    const { run } = plan({ sends: [lost(), refusal] });
    expect(await run()).toBe(refusal);
  });

  it("and shows beside the first one that came late, is named with it, and so long a lag is remembered", async () => {
    const { run, context } = plan({ sends: [lost(), "second"], looks: [...Array.from({ length: 7 }, () => []), [made, { id: "second" }]] });
    expect(await run()).toMatchObject({ code: "ambiguous", details: { candidates: [{ id: "made" }, { id: "second" }] } });
    expect(await listLag(context.store, null).knownMs()).toBe(65_000);
  });

  it("is looked for no further if it has no id of its own, or if nobody could look before", async () => {
    const nameless = plan({ sends: [lost(), "second"], write: { idOf: () => null } });
    expect(await nameless.run()).toEqual({ result: "second", adopted: false });
    expect(nameless.log.at(-1)).toBe("send at 65 s");
    const blind = plan({ sends: [lost(), "second"], looks: [new NotFoundError("gone"), []], write: { isUndated: true } });
    expect(await blind.run()).toEqual({ result: "second", adopted: false });
    expect(blind.log.at(-1)).toBe("send at 65 s");
  });

  it("stays what it is if the look for doubles fails", async () => {
    const { run } = plan({ sends: [lost(), "second"], looks: [...Array.from({ length: 7 }, () => []), new NotFoundError("gone")] });
    expect(await run()).toEqual({ result: "second", adopted: false });
  });
});
