import { describe, expect, it } from "vitest";
import {
  AmbiguousError,
  AuthError,
  CancelledError,
  ForbiddenError,
  InputError,
  InternalError,
  NotFoundError,
  PartialError,
  PlanError,
  PolicyError,
  RateLimitError,
  RejectedError,
  ResponseError,
  ScopeError,
  UnavailableError,
} from "./classes.ts";
import { type ErrorCode, isZoomWebinarError, ZoomWebinarError } from "./error.ts";
import { EXIT_CODES } from "./exit-codes.ts";

/** Each class as whoever throws it makes it, its code, and whether the same call may work later. */
const MADE: readonly (readonly [string, ZoomWebinarError, ErrorCode, boolean])[] = [
  ["InputError", new InputError("m"), "input_invalid", false],
  ["PolicyError", new PolicyError("not_allowed", "m"), "not_allowed", false],
  ["PolicyError", new PolicyError("confirmation_required", "m"), "confirmation_required", false],
  ["AuthError", new AuthError("auth_missing", "m"), "auth_missing", false],
  ["AuthError", new AuthError("auth_failed", "m"), "auth_failed", false],
  ["ScopeError", new ScopeError("m", []), "scope_missing", false],
  ["PlanError", new PlanError("m"), "plan_missing", false],
  ["ForbiddenError", new ForbiddenError("m"), "forbidden", false],
  ["NotFoundError", new NotFoundError("m"), "not_found", false],
  ["RejectedError", new RejectedError("m"), "zoom_rejected", false],
  ["RateLimitError", new RateLimitError("m", "day", null), "rate_limited", true],
  ["UnavailableError", new UnavailableError("m", "maybe-sent"), "zoom_unavailable", true],
  ["AmbiguousError", new AmbiguousError("m"), "ambiguous", false],
  ["PartialError", new PartialError("m"), "partial", false],
  ["CancelledError", new CancelledError("m"), "cancelled", false],
  ["ResponseError", new ResponseError("m"), "unexpected_response", false],
];

describe("an error", () => {
  it.each(MADE)("%s has its name and its message, and its code says who has to act (%#)", (name, error, code, retryable) => {
    expect(error).toBeInstanceOf(ZoomWebinarError);
    expect(error).toMatchObject({ name, message: "m", code, retryable, hint: undefined, foreign: [] });
    expect(isZoomWebinarError(error)).toBe(true);
  });

  it("is known for every code but the one of our own faults, which has a fixed sentence", () => {
    expect(new Set([...MADE.map(([, , code]) => code), "internal"])).toEqual(new Set(Object.keys(EXIT_CODES)));
    const internal = new InternalError("c-1");
    expect(internal).toMatchObject({ code: "internal", hint: expect.stringContaining("correlation id"), details: { correlation_id: "c-1" } });
    expect(internal.message).toContain("nothing is known about the effect");
  });

  it("of our own keeps the facts that it is given beside its number", () => {
    const error = new InternalError("c-1", { details: { operation: "webinars.list" }, hint: "Ask us." });
    expect(error).toMatchObject({ hint: "Ask us.", details: { operation: "webinars.list", correlation_id: "c-1" } });
  });

  it("that stopped says so by itself", () => {
    expect(new CancelledError().message).toBe("Stopped before it was done.");
  });

  it("keeps what was thrown below it, and has no cause otherwise", () => {
    const cause = new Error("below");
    expect(new NotFoundError("m", { cause }).cause).toBe(cause);
    expect(Object.hasOwn(new NotFoundError("m"), "cause")).toBe(false);
  });
});

describe("an error as programs read it", () => {
  it("has no key without a value", () => {
    expect(new NotFoundError("m").toReport()).toEqual({ code: "not_found", message: "m", retryable: false });
  });

  it("has the way out, Zoom's number of the request and the facts, if there are any", () => {
    const init = { hint: "h", trackingId: "WEB_1", details: { endpoint: "GET /users" } };
    expect(new UnavailableError("m", "not-sent", init).toReport()).toEqual({
      code: "zoom_unavailable",
      message: "m",
      hint: "h",
      retryable: true,
      tracking_id: "WEB_1",
      details: { endpoint: "GET /users" },
    });
  });

  it("lists each fault of an input, beside the facts that it is given", () => {
    const faults = [{ field: "topic", message: "is empty" }];
    expect(new InputError("m", faults, { details: { operation: "webinars.create" } }).details).toEqual({ operation: "webinars.create", faults });
    expect(new InputError("m").details).toEqual({});
  });

  it("names the scopes of which one is missing", () => {
    const error = new ScopeError("m", ["webinar:read"], { details: { endpoint: "GET /users" } });
    expect(error.scopes).toEqual(["webinar:read"]);
    expect(error.details).toEqual({ endpoint: "GET /users", scopes: ["webinar:read"] });
  });

  it("says which limit was hit and when to come back, if Zoom says it", () => {
    const retryAt = new Date(Date.UTC(2027, 0, 16));
    const error = new RateLimitError("m", "day", retryAt, { details: { endpoint: "GET /users" } });
    expect([error.limit, error.retryAt]).toEqual(["day", retryAt]);
    expect(error.details).toEqual({ endpoint: "GET /users", limit: "day", retry_at: "2027-01-16T00:00:00.000Z" });
    expect(new RateLimitError("m", "second", null).details).toEqual({ limit: "second", retry_at: null });
  });

  it("may say that trying again is no use, also of what usually passes", () => {
    expect(new UnavailableError("m", "maybe-sent", { retryable: false }).toReport().retryable).toBe(false);
    expect(new RateLimitError("m", "day", null, { retryable: false }).toReport().retryable).toBe(false);
  });

  it("holds no token and no link, neither in its words nor in its facts", () => {
    const link = "https://zoom.us/w/1?tk=abcdef12345";
    const error = new RejectedError(`see ${link}`, { hint: `open ${link}`, details: { link } });
    expect(JSON.stringify(error.toReport())).not.toContain("abcdef12345");
    expect(error.toReport().hint).toContain("https://zoom.us/w/1");
  });
});

describe("an error from another copy of this package", () => {
  const like = (more: object) => Object.assign(new Error("m"), more);

  it("is known by its code and its report", () => {
    expect(isZoomWebinarError(like({ code: "not_found", toReport: () => ({}) }))).toBe(true);
  });

  it.each([
    ["an error of the system", like({ code: "ENOENT" })],
    ["an error with a report and no code", like({ toReport: () => ({}) })],
    ["an error whose report is no function", like({ code: "not_found", toReport: {} })],
    ["something that is no error", { code: "not_found", toReport: () => ({}) }],
    ["nothing", null],
    ["a text", "not_found"],
  ])("is not %s", (_name, error) => {
    expect(isZoomWebinarError(error)).toBe(false);
  });
});

it("each code has the exit code that scripts rely on", () => {
  const byExit: Record<number, string[]> = {};
  for (const [code, exit] of Object.entries(EXIT_CODES)) byExit[exit] = [...(byExit[exit] ?? []), code];
  expect(byExit).toEqual({
    1: ["not_found", "zoom_rejected", "unexpected_response", "internal"],
    2: ["input_invalid"],
    3: ["not_allowed", "confirmation_required"],
    4: ["auth_missing", "auth_failed", "scope_missing"],
    5: ["plan_missing", "forbidden"],
    6: ["rate_limited", "zoom_unavailable"],
    7: ["partial"],
    8: ["ambiguous"],
    130: ["cancelled"],
  });
});
