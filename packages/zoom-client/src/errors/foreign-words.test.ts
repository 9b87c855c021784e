import { expect, test } from "vitest";
import { type EndpointId, endpoints } from "../generated/endpoints.ts";
import { toRefusal } from "./from-response.ts";

const refuse = (status: number, body: object | string, id: EndpointId = "GET /webinars/{webinarId}") =>
  toRefusal(
    { status, text: typeof body === "string" ? body : JSON.stringify(body), headers: {} },
    { id, info: endpoints[id], nowMs: Date.UTC(2027, 0, 15), expectedKeys: () => ["id"] },
  );

const FIELD = { field: "topic", message: "too long" };

/** What each kind of refusal quotes of Zoom's answer: a door for a model fences exactly that. */
test.each<[string, number, object | string, readonly string[]]>([
  ["a refused input with fields", 400, { code: 300, message: "Validation Failed.", errors: [FIELD] }, ["hint", "message", "fields"]],
  ["a refused input with fields alone", 400, { code: 300, errors: [FIELD] }, ["hint", "message", "fields"]],
  ["a refused input", 400, { code: 300, message: "Invalid webinar ID." }, ["message"]],
  ["a refusal without words", 400, { code: 300 }, []],
  ["a missing licence, whose hint names the user", 400, { code: 200, message: "Webinar plan is missing for user jo." }, ["hint", "message"]],
  ["a webinar that is unknown", 404, { code: 3001, message: "Webinar does not exist: 1." }, ["message"]],
  ["a call that is not allowed", 400, { code: 200, message: "No permission." }, ["message"]],
  ["a limit", 429, { code: 429, message: "per-second rate limit" }, ["message"]],
  ["a missing scope, in our words alone", 400, { code: 4711, message: "does not contain scopes:[a:b]." }, []],
  ["a page token, in our words alone", 400, { code: 300, message: "The next page token is invalid or expired." }, []],
  ["a failure of Zoom's, in our words alone", 500, { code: 1000, message: "Internal error" }, []],
  ["a redirect, in our words alone", 302, { code: 1, message: "Elsewhere" }, []],
])("%s (HTTP %i) quotes what it quotes, and nothing else", (_name, status, body, foreign) => {
  expect(new Set(refuse(status, body)?.foreign)).toEqual(new Set(foreign));
});

test("an input that is refused lists its fields in its message, for people, and in its details, for programs", () => {
  const error = refuse(400, { code: 300, message: "Validation Failed.", errors: [FIELD, { field: "agenda", message: "is missing" }] });
  expect(error?.message).toBe("Zoom refused it: Validation Failed. topic: too long agenda: is missing");
  expect(error?.hint).toBe("Correct topic, agenda and try again.");
  expect(error?.details.fields).toEqual([FIELD, { field: "agenda", message: "is missing" }]);
});

test("a refusal without fields has none in its details, and one without words has its status", () => {
  const error = refuse(400, { code: 300 });
  expect(error?.message).toBe("Zoom refused it (HTTP 400).");
  expect("fields" in (error?.details ?? {})).toBe(false);
});

test("a missing scope that Zoom names not is one of those that the call needs, of the kind that the app has", () => {
  const named = refuse(400, { code: 4711, message: "does not contain scopes:[webinar:read:webinar]." });
  expect(named?.hint).toMatch(/^Add the scope webinar:read:webinar to your app/);
  const { classic, granular } = endpoints["GET /webinars/{webinarId}"].scopes;
  const unnamed = refuse(400, { code: 4700, message: "Invalid access token." });
  expect(unnamed?.hint).toMatch(/ \(of the kind your app has\) to your app/);
  expect(unnamed?.details.scopes).toEqual([...granular, ...classic]);
});

test.each([408, 500, 501, 502, 503, 504, 520, 521, 522, 523, 524, 599])("after HTTP %i nobody knows whether it was done", (status) => {
  const write = refuse(status, { code: 1000, message: "x" }, "POST /users/{userId}/webinars");
  expect(write).toMatchObject({ code: "zoom_unavailable", sent: "maybe-sent", message: `Zoom failed with HTTP ${status}.` });
  expect(write?.hint).toBe("It may have been done all the same: look before doing it again.");
  expect(refuse(status, "")?.hint).toMatch(/^Try again later/);
});

test.each([301, 302, 303, 307, 308])("a redirect (HTTP %i) is never followed", (status) => {
  expect(refuse(status, "")).toMatchObject({ code: "unexpected_response", message: expect.stringContaining("never followed") });
});

test("neither yes nor no: for a read it may simply be asked again, for a write it may have been done", () => {
  const read = refuse(304, "");
  expect(read).toMatchObject({
    code: "unexpected_response",
    message: "Zoom answered GET /webinars/{webinarId} with HTTP 304, which says neither yes nor no.",
  });
  expect(read?.hint).toMatch(/^Try again/);
  expect("sent" in (read?.details ?? {})).toBe(false);
  const write = refuse(304, { code: 1, message: "Not modified" }, "POST /users/{userId}/webinars");
  expect(write?.message).toBe("Zoom answered POST /users/{userId}/webinars with HTTP 304, which says neither yes nor no: Not modified");
  expect(write).toMatchObject({ details: { sent: "maybe-sent" }, hint: expect.stringMatching(/^It may have been done/) });
});

test("a status outside of those that say neither yes nor no is a refusal", () => {
  expect(refuse(400, "")).toMatchObject({ code: "zoom_rejected" });
  expect(refuse(410, "")).toMatchObject({ code: "not_found" });
  expect(refuse(418, { code: 3001, message: "Webinar does not exist" })).toMatchObject({ code: "zoom_rejected" });
});

test.each([200, 201, 202, 300, 400, 403, 404, 409])("Zoom refuses with HTTP %i, too, and its code and words decide", (status) => {
  const body = (code: number, message: string) => refuse(status, { code, message }, "GET /metrics/webinars")?.code;
  expect(body(300, "next page token expired")).toBe("zoom_rejected");
  for (const words of ["upgrade your account", "a licensed user", "license needed", "subscribe first", "Paid users", "ZMP account"])
    expect(body(200, words), words).toBe("plan_missing");
  for (const words of ["No permission", "not authorised", "not authorized"]) expect(body(200, words), words).toBe("forbidden");
  for (const code of [3001, 1001, 1010, 2300, 3079, 5110]) expect(body(code, "x"), String(code)).toBe("not_found");
  for (const words of ["was not found", "can not be found", "does not exist", "do not exist", "doesn't exist"])
    expect(body(3000, words), words).toBe("not_found");
});

test.each(["next_page_token", "next page token", "nextPageToken", "next-page-token"])("a refused page token is known by the words %j", (words) => {
  expect(refuse(400, { code: 300, message: `The ${words} is invalid.` })?.details.reason).toBe("page_token");
});
