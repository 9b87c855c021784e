import { describe, expect, it } from "vitest";
import { assertWindow, readWindow } from "./window.ts";

it("takes UTC days, both whole, and instants, both included", () => {
  const days = readWindow({ from: "2027-03-01", to: "2027-03-02" });
  expect(["2027-02-28T23:59:59Z", "2027-03-01T00:00:00Z", "2027-03-02T23:59:59Z", "2027-03-03T00:00:00Z"].map((utc) => days?.holds(utc))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(readWindow({ from: "2027-03-01T10:00:00Z" })?.holds("2027-03-01T10:00:00Z")).toBe(true);
  expect(readWindow({ to: "2027-03-01T10:00Z" })?.holds("2027-03-01T10:00:01Z")).toBe(false);
  expect(readWindow({})).toBeNull();
  const moment = readWindow({ from: "2027-03-01T10:00:00Z", to: "2027-03-01T10:00:00Z" });
  expect(["2027-03-01T09:59:59Z", "2027-03-01T10:00:00Z", "2027-03-01T10:00:01Z"].map((utc) => moment?.holds(utc))).toEqual([false, true, false]);
});

it.each([
  [{ from: "2027-02-30" }, "from"],
  [{ from: "soon" }, "from"],
  [{ from: "2027-03-01T10:00" }, "from"],
  [{ to: "2027-02-30T10:00:00Z" }, "to"],
  [{ from: "2027-03-02", to: "2027-03-01" }, "to"],
])("refuses %j, naming %s", (ends, field) => {
  expect(() => readWindow(ends)).toThrowError(expect.objectContaining({ code: "input_invalid", faults: [expect.objectContaining({ field })] }));
});

describe("a window that Zoom is asked for", () => {
  const fault = (from: unknown, to: unknown, longest?: "month") => {
    try {
      assertWindow({ from, to }, longest);
      return "fine";
    } catch (error) {
      return error instanceof Error ? error.message : error;
    }
  };

  it("may be open at an end, and one day long", () => {
    expect([fault(undefined, "2027-03-01"), fault("2027-03-01", undefined), fault("2027-03-01", "2027-03-01")]).toEqual(["fine", "fine", "fine"]);
    expect([fault(0, "1969-03-01"), fault("2027-03-02", 5), fault("1970-03-02", null, "month")]).toEqual(["fine", "fine", "fine"]);
  });

  it("does not end before it begins", () => {
    expect(fault("2027-03-02", "2027-03-01")).toBe("to: 2027-03-01 is before from, 2027-03-02");
  });

  it.each([
    ["2027-03-01", "2027-04-01", "2027-04-02"],
    ["2027-01-31", "2027-02-28", "2027-03-01"],
    ["2028-01-31", "2028-02-29", "2028-03-01"],
    ["2027-12-15", "2028-01-15", "2028-01-16"],
    ["2027-03-31", "2027-04-30", "2027-05-01"],
  ])("from %s is at most until %s if Zoom gives a month", (from, last, after) => {
    expect(fault(from, last, "month")).toBe("fine");
    expect(fault(from, after, "month")).toContain("more than a month after from");
    expect(fault(from, after)).toBe("fine");
  });
});

it("takes spaces around an end, seconds and parts of them, and nothing before or behind", () => {
  expect(readWindow({ from: " 2027-03-01 " })?.holds("2027-03-01T00:00:00Z")).toBe(true);
  expect(readWindow({ from: "2027-03-01T10:00:00.5Z" })?.holds("2027-03-01T10:00:00.499Z")).toBe(false);
  for (const from of ["x2027-03-01", "2027-03-01x", "x2027-03-01T10:00Z", "2027-03-01T10:00Zx", "27-03-01", "2027-3-1", "2027-03-01T25:00Z"])
    expect(() => readWindow({ from }), from).toThrow("is not a day or an instant");
  expect(() => readWindow({ from: "2027-03-02", to: "2027-03-01" })).toThrow("to: is before from");
});
