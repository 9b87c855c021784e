import { expect, test } from "vitest";
import { forbiddenHint, notFoundHint, planHint, rejectedHint } from "./hints.ts";

const refusal = (code: number | null, message = "", status = 400) => ({ status, code, message, scopes: [], fields: [] });

test.each([
  ["Webinar plan is missing for user jo@example.com", "the host jo@example.com in"],
  ["Webinar plan is missing for user: jo@example.com.", "the host jo@example.com in"],
  ["Webinar plan is missing for the user jo.", "the host jo in"],
  ["Webinar plan is missing for user jo, sorry", "the host jo in"],
  ["Webinar plan is missing for user :  jo to do it", "the host jo in"],
  ["Webinar plan is missing.", "the host in"],
])("a licence is missing: %j names %j", (message, host) => {
  expect(planHint(refusal(200, message))).toContain(`assign a webinar licence to ${host}`);
});

test("a licence is missing: the host is named as the call names it, if that is an address", () => {
  const missing = refusal(200, "Webinar plan is missing for user JkevI3AcDVZW3T-ey0lQfg in order to do it.");
  expect(planHint(missing, "/users/jo%40example.com/webinars?type=upcoming")).toContain("the host jo@example.com in");
  expect(planHint(missing, "/users/JkevI3AcDVZW3T-ey0lQfg/webinars")).toContain("the host JkevI3AcDVZW3T-ey0lQfg in");
  expect(planHint(missing, "/webinars/82834512568")).toContain("the host JkevI3AcDVZW3T-ey0lQfg in");
});

test("a plan that lacks a feature is for the owner of the account, a user without meetings for an administrator", () => {
  expect(planHint(refusal(200, "Paid accounts only"))).toContain("account owner");
  expect(planHint(refusal(3161, "Meeting hosting is not allowed"))).toContain("may not hold meetings");
  expect(planHint(refusal(3161, "no feature"))).toContain("webinar licence");
  expect(planHint(refusal(200, "Meeting upgrade"))).toContain("account owner");
});

test("who can allow it depends on code, status and endpoint", () => {
  const id = "GET /webinars/{webinarId}";
  expect(forbiddenHint(refusal(124, "", 400), id)).toContain("OAuth");
  expect(forbiddenHint(refusal(124, "", 403), id)).toContain("role");
  expect(forbiddenHint(refusal(7, "", 400), id)).toContain("role");
  expect(forbiddenHint(refusal(2305, "", 403), id)).toContain("summaries");
  expect(forbiddenHint(refusal(7), "GET /metrics/webinars")).toContain("Business plan");
});

test.each([
  [2300, "", "GET /x", "ZOOM_API_BASE_URL"],
  [1001, "", "GET /x", "list the users"],
  [1010, "", "GET /x", "list the users"],
  [5110, "", "GET /x", "tracking fields"],
  [3079, "", "GET /x", "registrants"],
  [3000, "No such Registrant", "GET /x", "registrants"],
  [4400, "No such Poll", "GET /x", "polls"],
  [3001, "", "GET /past_webinars/{webinarId}/qa", "past instances"],
  [3001, "", "GET /report/webinars/{webinarId}", "past instances"],
  [3001, "", "GET /metrics/webinars/{webinarId}", "past instances"],
  [3001, "", "GET /webinars/{webinarId}", "host's webinars"],
])("code %s, %j of %s is found by the list that has it: %s", (code, message, id, wayOut) => {
  expect(notFoundHint(refusal(code, message), id)).toContain(wayOut);
});

test.each([
  [120, "15 MB"],
  [3003, "blocked this e-mail domain"],
  [3027, "another e-mail"],
  [3034, "work e-mail"],
  [3035, "number of places"],
  [3038, "is over"],
  [3043, "number of places"],
  [3063, "own servers"],
  [4400, "polls are switched on"],
  [4505, "type 5 or 9"],
  [12702, "one year"],
  [9999, "Zoom's own words"],
  [null, "Zoom's own words"],
])("code %s says what to change: %s", (code, wayOut) => {
  expect(rejectedHint(refusal(code))).toContain(wayOut);
});

test.each([
  ["Registration has not been enabled for this webinar", "approval_type"],
  ["registration not enabled", "approval_type"],
  ["registration has not enabled", "approval_type"],
  ["registration not been enabled", "approval_type"],
  ["a webinar without registration", "approval_type"],
  ["Registration is disabled", "approval_type"],
  ["registration is switched off", "approval_type"],
  ["Invalid Webinar ID", "953 1234 5678"],
  ["Branding is off", "session branding"],
  ["No survey", "Surveys"],
  ["The webinar has not started", "has to be running"],
  ["It was not been started", "has to be running"],
  ["not started yet", "has to be running"],
  ["The webinar is not running", "has to be running"],
  ["Is a Panelist", "list of panelists"],
  ["Bad occurrence", "its occurrences"],
  ["something else", "Zoom's own words"],
])("the words %j say what to change: %s", (message, wayOut) => {
  expect(rejectedHint(refusal(300, message))).toContain(wayOut);
});

test("fields at fault are named before anything else", () => {
  expect(rejectedHint({ ...refusal(3027), fields: [{ field: "email", message: "x" }] })).toBe("Correct email and try again.");
});
