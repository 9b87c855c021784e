import { describe, expect, it } from "vitest";
import { InputError } from "./classes.ts";

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
