import { expect, it } from "vitest";
import { readWindow } from "./window.ts";

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
