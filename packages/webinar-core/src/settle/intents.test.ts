import { CancelledError, InputError, memoryStore, type Store, UnavailableError } from "@zoom-webinar/foundation";
import { describe, expect, it } from "vitest";
import { made, plan } from "../test/planned-write.ts";

describe("notes on this machine", () => {
  const failing = (at: number): Store => {
    const store = memoryStore();
    let count = 0;
    return {
      ...store,
      set: async (...given) => {
        count += 1;
        if (count >= at) throw Object.assign(new Error("no space"), { code: "ENOSPC" });
        return store.set(...given);
      },
    };
  };

  it.each([
    ["Zoom itself", null],
    ["an emulator", "w1"],
  ] as const)("say that they are of %s", async (_what, world) => {
    const store = memoryStore();
    const values: unknown[] = [];
    const set: Store["set"] = (key, value, options) => {
      values.push(JSON.parse(value));
      return store.set(key, value, options);
    };
    const { run } = plan({ store: { ...store, set }, world });
    await run();
    expect(values.at(-1)).toMatchObject({ world });
  });

  it("that cannot be written before the write keep it from being sent, and the error says so", async () => {
    const { run, log } = plan({ store: failing(1) });
    expect(await run()).toMatchObject({
      code: "zoom_unavailable",
      sent: "not-sent",
      message: "Nothing was sent to Zoom: the call could not be noted on this machine first (ENOSPC).",
      hint: expect.stringContaining("Make room"),
    });
    expect(log).toEqual([]);
  });

  it("that fail for no known reason say that, too", async () => {
    const { run } = plan({ store: { ...memoryStore(), set: () => Promise.reject(new Error("odd")) } });
    expect(await run()).toMatchObject({ message: expect.stringContaining("(unexpectedly)"), sent: "not-sent" });
  });

  it("that cannot be written after the write change nothing in its result, and the caller hears of it", async () => {
    const { run, notes } = plan({ sends: ["a"], store: failing(2) });
    expect(await run()).toEqual({ result: "a", adopted: false });
    expect(notes).toEqual([expect.stringContaining("could not be noted on this machine")]);
  });

  it("that cannot be locked keep it from being sent; a lock that cannot be given back takes nothing from the result", async () => {
    const locked = plan({ store: { ...memoryStore(), lock: () => Promise.reject(new UnavailableError("Held by another.", "not-sent")) } });
    expect(await locked.run()).toMatchObject({ message: "Held by another.", sent: "not-sent" });
    const store = memoryStore();
    const late: Store = {
      ...store,
      lock: async (key, work, options) => {
        await store.lock(key, work, options);
        throw new Error("lost");
      },
    };
    expect(await plan({ sends: ["a"], store: late }).run()).toEqual({ result: "a", adopted: false });
    expect(await plan({ sends: [new InputError("No.")], store: late }).run()).toBeInstanceOf(InputError);
  });

  it("are forgotten after a day", async () => {
    const { run, clock, log } = plan({ sends: [new CancelledError("Stopped.", { details: { sent: "maybe-sent" } }), "b"], looks: [[made]] });
    await run();
    clock.advance(86_400_001);
    expect(await run()).toEqual({ result: "b", adopted: false });
    expect(log.filter((line) => line.startsWith("look"))).toEqual([]);
  });

  it("know one write by all that it says, in any spelling of a text, and hold no other up", async () => {
    const { run, log } = plan({ sends: [new CancelledError("Stopped.", { details: { sent: "maybe-sent" } }), "b"], looks: [[made]] });
    await run({ identity: { email: "Rosa@Example.com" } });
    expect(await run({ identity: { email: "other@example.com" } })).toEqual({ result: "b", adopted: false });
    expect(await run({ identity: { email: "rosa@example.com" } })).toEqual({ result: "made", adopted: true });
    expect(log.filter((line) => line.startsWith("send"))).toHaveLength(2);
  });

  it("know one write whatever the order of its fields, but not whatever the order of a list", async () => {
    const stopped = () => new CancelledError("Stopped.", { details: { sent: "maybe-sent" } });
    const isFound = async (first: unknown, second: unknown) => {
      const { run } = plan({ sends: [stopped(), "b"], looks: [[made]] });
      await run({ identity: first });
      const again = await run({ identity: second });
      return typeof again === "object" && again !== null && "adopted" in again ? again.adopted : again;
    };
    expect(await isFound({ a: 1, b: { c: null, d: "x" }, e: 3 }, { e: 3, b: { d: "x", c: null }, a: 1 })).toBe(true);
    expect(await isFound({ a: 1, b: 2 }, { a: 2, b: 1 })).toBe(false);
    expect(await isFound({ list: ["a", "b"] }, { list: ["b", "a"] })).toBe(false);
    expect(await isFound({ list: { 0: "a" } }, { list: ["a"] })).toBe(false);
  });
});
