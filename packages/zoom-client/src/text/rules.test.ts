import { describe, expect, it } from "vitest";
import { day, instant, passcode } from "./rules.ts";

const said = (rule: { safeParse(text: string): { success: boolean; data?: unknown; error?: { issues: { message: string }[] } } }, text: string) => {
  const { success, data, error } = rule.safeParse(text);
  return success ? data : error?.issues.map(({ message }) => message).join();
};

describe("a day", () => {
  it.each(["2027-03-01", "2028-02-29", "2000-02-29"])("%s exists", (text) => expect(said(day(), text)).toBe(text));
  it("may have spaces around it", () => expect(said(day(), " 2027-03-01 ")).toBe("2027-03-01"));
  it.each([
    "2027-02-29",
    "2027-02-30",
    "2100-02-29",
    "2027-13-01",
    "2027-00-10",
    "2027-04-31",
    "1 March",
    "2027-3-1",
    "2027-03-01T10:00",
    "x2027-03-01",
    "",
  ])("%j is not one, and the way out is shown", (text) => expect(said(day(), text)).toBe("expected a day that exists, as 2032-03-01"));
});

describe("a moment in UTC", () => {
  it.each(["2027-03-01T10:00Z", "2027-03-01T10:00:00Z", "2027-03-01T10:00:00.5Z"])("%s exists", (text) => expect(said(instant(), text)).toBe(text));
  it.each([
    "2027-02-30T10:00:00Z",
    "2027-03-01T25:00:00Z",
    "2027-03-01T10:61:00Z",
    "2027-03-01T10:00:00",
    "2027-03-01T10:00:00+01:00",
    "2027-03-01",
    "xT10:00Z",
  ])("%j is not one, and the way out is shown", (text) =>
    expect(said(instant(), text)).toBe("expected a time in UTC that exists, as 2032-03-01T10:00:00Z"),
  );
});

describe("a passcode", () => {
  it.each(["", "abc123", "@-_*!", "0123456789"])("%j is one", (text) => expect(said(passcode(), text)).toBe(text));
  it.each(["01234567890", "a b", "pässe", "a\n"])("%j is not one", (text) => expect(said(passcode(), text)).toContain("at most 10 characters"));
});
