import { describe, expect, it } from "vitest";
import { InputError, RateLimitError } from "./classes.ts";
import { reworded } from "./error.ts";

describe("InputError.at", () => {
  it("names the field in the message and in the faults", () => {
    const cause = new Error("why");
    const error = InputError.at("start_time", "is not a date", "Write 2027-03-01T10:00.", { cause });
    expect(error).toMatchObject({ code: "input_invalid", message: "start_time: is not a date", hint: "Write 2027-03-01T10:00.", cause });
    expect(error.faults).toEqual([{ field: "start_time", message: "is not a date" }]);
    expect(error.foreign).toEqual([]);
  });

  it("leaves the field out of the message if the fault is the whole input", () => {
    expect(InputError.at("", "unexpected argument")).toMatchObject({ message: "unexpected argument", hint: undefined });
  });
});

describe("reworded", () => {
  it("is the same error in other words: its class and all that it holds stay, and the first one is as it was", () => {
    const first = new RateLimitError("Wait.", "day", new Date(0), { hint: "Try later.", trackingId: "v=2.0;rid=1", foreign: ["message"] });
    const said = reworded(first, { message: "a.yaml: Wait.", details: { document: "a.yaml" } });
    expect(said).toBeInstanceOf(RateLimitError);
    expect(said).toMatchObject({ name: "RateLimitError", limit: "day", retryAt: new Date(0), foreign: ["message"], cause: first });
    const { message: _, details, ...rest } = first.toReport();
    expect(said.toReport()).toEqual({ ...rest, message: "a.yaml: Wait.", details: { ...details, document: "a.yaml" } });
    expect(first.message).toBe("Wait.");
  });

  it("shows no secret", () => {
    const said = reworded(new InputError("m"), {
      message: "Bearer abcdefghijklmnopqrstuvwxyz",
      hint: "Bearer abcdefghijklmnopqrstuvwxyz",
      details: { note: "Bearer abcdefghijklmnopqrstuvwxyz" },
    });
    expect(JSON.stringify(said.toReport())).not.toContain("abcdefghijklmnop");
  });
});
