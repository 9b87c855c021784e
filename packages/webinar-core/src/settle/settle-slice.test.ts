import { CancelledError, RejectedError, ResponseError, UnavailableError } from "@zoom-webinar/foundation";
import { describe, expect, it } from "vitest";
import { type End, lost, plan, unread } from "../test/planned-write.ts";
import { toCandidates } from "./candidates.ts";
import { doubtOf } from "./doubt.ts";
import { settleSlice } from "./settle-slice.ts";

describe("what an error says of a write", () => {
  it.each([
    ["nothing reached Zoom", new UnavailableError("m", "not-sent"), "none"],
    ["the connection broke", new UnavailableError("m", "maybe-sent"), "open"],
    ["Zoom said that it was done", new ResponseError("m", { details: { sent: "done" } }), "done"],
    ["Zoom said yes and no", new ResponseError("m", { details: { sent: "maybe-sent" } }), "unclear"],
    ["an answer of another kind", new ResponseError("m"), "unclear"],
    ["stopped before it was sent", new CancelledError(), "none"],
    ["stopped while Zoom was at work", new CancelledError("m", { details: { sent: "maybe-sent" } }), "stopped"],
    ["stopped after Zoom said that it was done", new CancelledError("m", { details: { sent: "done" } }), "stopped"],
    ["refused", new RejectedError("m"), "none"],
    ["a fault of ours", new TypeError("m"), "unclear"],
    ["something that is no error", "m", "unclear"],
  ])("%s", (_name, error, doubt) => {
    expect(doubtOf(error)).toBe(doubt);
  });
});

describe("a write about several people", () => {
  const slice = async (sends: readonly End[], done: readonly (readonly string[])[]) => {
    const { context, log } = plan();
    let at = 0;
    let look = 0;
    const left = await settleSlice(
      ["a", "b", "c"],
      {
        operation: "people.add",
        what: "Three people",
        identity: ["a", "b", "c"],
        where: "the list",
        send: async () => {
          const end = sends[Math.min(at++, sends.length - 1)];
          if (end instanceof Error) throw end;
        },
        doneOf: async () => done[Math.min(look++, done.length - 1)] ?? [],
      },
      context,
    ).catch((error: unknown) => error);
    return { left, sent: at, log };
  };

  it("that is answered leaves nobody in doubt, and so does Zoom's word that it was done", async () => {
    expect(await slice(["ok"], [[]])).toMatchObject({ left: [], sent: 1 });
    expect(await slice([unread()], [[]])).toMatchObject({ left: [], sent: 1 });
  });

  it("without an answer leaves those in doubt who do not show it", async () => {
    expect(await slice([lost()], [["a"], ["a", "b"]])).toMatchObject({ left: ["c"], sent: 1 });
    expect(await slice([lost()], [["a"], ["a", "b", "c"]])).toMatchObject({ left: [], sent: 1 });
  });

  it("that nobody shows is sent once more, and is undecided if that gets no answer either", async () => {
    expect(await slice([lost(), "ok"], [[]])).toMatchObject({ left: [], sent: 2 });
    expect((await slice([lost()], [[]])).left).toMatchObject({ code: "ambiguous" });
  });
});

it("things of a list are candidates by their id, with the name that they have", async () => {
  const rows = [{ id: "1", name: "A" }, { id: "2", title: "B" }, { id: "3" }, { name: "no id" }, { id: "4", name: "other" }];
  const found = toCandidates(rows, ({ name }) => name !== "other");
  expect(found.map(({ id, label }) => [id, label])).toEqual([
    ["1", "A"],
    ["2", "B"],
    ["3", "3"],
  ]);
  expect(await found[0]?.adopt()).toBe(rows[0]);
  expect(toCandidates(undefined, () => true)).toEqual([]);
});
