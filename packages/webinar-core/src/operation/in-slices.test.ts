import { CancelledError, NotFoundError, RateLimitError, RejectedError, UnavailableError } from "@zoom-webinar/foundation";
import { describe, expect, it } from "vitest";
import { inSlices } from "./in-slices.ts";

const ITEMS = ["a", "b", "c", "d", "e"];

/** Sends two at a time; `errors` are thrown by the first, second, third slice. */
const send = async (...errors: (Error | null)[]) => {
  const sent: string[][] = [];
  const told: number[] = [];
  const failures = await inSlices(
    ITEMS,
    2,
    async (slice) => {
      sent.push(slice);
      const error = errors[sent.length - 1];
      if (error) throw error;
      return [];
    },
    { progress: ({ done }) => told.push(done) },
  );
  return { sent, told, outcomes: ITEMS.map((item) => failures.get(item)?.outcome ?? "done"), failures };
};

describe("inSlices", () => {
  it("sends all, a slice at a time, and tells how far it is", async () => {
    const { sent, told, outcomes } = await send();
    expect(sent).toEqual([["a", "b"], ["c", "d"], ["e"]]);
    expect(told).toEqual([2, 4, 5]);
    expect(outcomes).toEqual(Array(5).fill("done"));
  });

  it("goes on after a refusal of one slice, and after one without an answer", async () => {
    const { sent, outcomes } = await send(new RejectedError("no"), new UnavailableError("cut", "maybe-sent"));
    expect(sent).toHaveLength(3);
    expect(outcomes).toEqual(["failed", "failed", "unknown", "unknown", "done"]);
    expect((await send(new UnavailableError("down", "not-sent"))).outcomes[0]).toBe("failed");
  });

  it.each([new RateLimitError("wait", "day", null), new NotFoundError("gone")])("stops if the next slice would meet the same: %s", async (error) => {
    const { sent, outcomes, failures } = await send(null, error);
    expect(sent).toHaveLength(2);
    expect(outcomes).toEqual(["done", "done", "failed", "failed", "not_tried"]);
    expect(failures.get("e")).toMatchObject({ message: `not tried: ${error.message}`, error });
  });

  it.each([
    ["may have been done", "maybe-sent", ["done", "done", "unknown", "unknown", "not_tried"]],
    ["was not sent", "not-sent", ["done", "done", "not_tried", "not_tried", "not_tried"]],
    ["was done", "done", ["done", "done", "done", "done", "not_tried"]],
  ])("stops when it is interrupted; a slice that %s says nothing about those behind it", async (_what, sent, expected) => {
    const error = new CancelledError("It may have been done.", { details: { sent } });
    const { outcomes, failures } = await send(null, error);
    expect(outcomes).toEqual(expected);
    expect(failures.get("e")).toMatchObject({ message: "not tried", error });
  });

  it("passes on what is not an error of ours", async () => {
    await expect(send(new TypeError("a fault"))).rejects.toThrow("a fault");
  });
});
