import { isZoomWebinarError, RateLimitError, ScopeError } from "@zoom-webinar/foundation";
import { describe, expect, test } from "vitest";
import type { EndpointInfo } from "../endpoint-info.ts";
import { type EndpointId, endpoints } from "../generated/endpoints.ts";
import { replyKeys } from "../schemas.ts";
import { isPageTokenRefusal, toRefusal } from "./from-response.ts";

const NOW = Date.UTC(2027, 0, 15, 12);
const json = (code: number, message: string, more: object = {}) => JSON.stringify({ code, message, ...more });
const refuse = (
  status: number,
  text: string,
  { id = "GET /webinars/{webinarId}", headers = {} }: { id?: EndpointId; headers?: Record<string, string> } = {},
) => {
  const info: EndpointInfo = endpoints[id];
  return toRefusal(
    { status, text, headers: { "x-zm-trackingid": "WEB_1", ...headers } },
    { id, info, nowMs: NOW, expectedKeys: () => replyKeys(id) },
  );
};

/** Bodies as Zoom documents them, or as others have quoted them. */
const DOCUMENTED: readonly [what: string, status: number, body: string, code: string, hint: RegExp, id?: EndpointId][] = [
  ["token expired", 401, json(124, "Access token is expired."), "auth_failed", /activated/],
  ["token invalid", 401, json(124, "Invalid access token."), "auth_failed", /credentials/],
  [
    "scope missing, 4711",
    400,
    json(4711, "Invalid access token, does not contain scopes:[user:read:list_users:admin]."),
    "scope_missing",
    /Add the scope user:read:list_users:admin to your app/,
  ],
  [
    "scope missing, 104, several",
    400,
    json(104, "Invalid access token, does not contain scopes:[webinar:read:admin, webinar:read]."),
    "scope_missing",
    /one of the scopes webinar:read:admin, webinar:read /,
  ],
  [
    "scope missing, quotes not escaped",
    400,
    '{"code":104,"message":"Invalid access token, does not contain scopes:["webinar:read:webinar","webinar:read:webinar:admin"]."}',
    "scope_missing",
    /webinar:read:webinar, webinar:read:webinar:admin/,
  ],
  ["scope missing, 4700, none named", 400, json(4700, "Invalid access token."), "scope_missing", /webinar:read:webinar:admin/],
  [
    "scope missing, told with 401",
    401,
    json(4711, "Invalid access token, does not contain scopes:[webinar:read:webinar]."),
    "scope_missing",
    /Add the scope webinar:read:webinar/,
  ],
  [
    "no webinar plan",
    400,
    json(200, "Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for user jo@example.com to perform this action."),
    "plan_missing",
    /the host jo@example\.com/,
  ],
  ["no webinar plan, no user named", 400, json(200, "Webinar plan is missing."), "plan_missing", /assign a webinar licence to the host /],
  [
    "no webinar licence, 3161",
    400,
    json(3161, "User does not have the webinar feature enabled."),
    "plan_missing",
    /assign a webinar licence/,
    "GET /users/{userId}/webinars",
  ],
  [
    "no licence for meetings, 3161",
    400,
    json(3161, "Meeting hosting and scheduling capabilities are not allowed for your user account."),
    "plan_missing",
    /may not hold meetings/,
    "GET /meetings/meeting_summaries",
  ],
  [
    "scope missing, sent with 403",
    403,
    json(4711, "Invalid access token, does not contain scopes:[webinar:read:admin]."),
    "scope_missing",
    /Add the scope webinar:read:admin/,
  ],
  ["paid accounts only", 400, json(200, "Only available for Paid or ZMP account."), "plan_missing", /account's plan/],
  ["no permission", 400, json(200, "No permission."), "forbidden", /role/],
  ["no permission, dashboards", 400, json(200, "No permission."), "forbidden", /Business plan/, "GET /metrics/webinars"],
  [
    "recording token to a Server-to-Server app",
    400,
    json(124, "This API only supports OAuth2 authorization."),
    "forbidden",
    /OAuth/,
    "GET /webinars/{webinarId}/jointoken/local_recording",
  ],
  ["summaries restricted", 403, json(2305, "Summary restricted."), "forbidden", /summaries/, "GET /meetings/{meetingId}/meeting_summary"],
  ["forbidden", 403, "", "forbidden", /role/],
  ["webinar unknown", 404, json(3001, "Webinar does not exist: 95312345678."), "not_found", /list the host's webinars/],
  ["instance unknown", 404, json(3001, "Webinar ID is invalid or not end."), "not_found", /past instances/, "GET /past_webinars/{webinarId}/qa"],
  ["user unknown", 404, json(1001, "User does not exist: jo@example.com."), "not_found", /list the users/, "GET /users/{userId}"],
  [
    "user of another account",
    400,
    json(1010, "User does not belong to this account: 123."),
    "not_found",
    /list the users/,
    "GET /report/webinars/{webinarId}",
  ],
  [
    "registrant unknown",
    400,
    json(3079, "Registrant does not exist."),
    "not_found",
    /registrants/,
    "GET /webinars/{webinarId}/registrants/{registrantId}",
  ],
  [
    "registrant unknown on delete",
    400,
    json(3000, "Registrant not found."),
    "not_found",
    /registrants/,
    "DELETE /webinars/{webinarId}/registrants/{registrantId}",
  ],
  ["tracking field unknown", 404, json(5110, "Tracking field does not exist."), "not_found", /tracking fields/, "GET /tracking_fields/{fieldId}"],
  ["route unknown", 404, json(2300, "This API endpoint is not recognized."), "not_found", /ZOOM_API_BASE_URL/],
  [
    "field messages",
    400,
    json(300, "Validation Failed.", { errors: [{ field: "start_time", message: "Invalid field." }] }),
    "zoom_rejected",
    /Correct start_time/,
    "POST /users/{userId}/webinars",
  ],
  [
    "odd status of the dashboards",
    300,
    json(300, "Can not access webinar info.", { errors: [{ field: "from", message: "Invalid field." }] }),
    "zoom_rejected",
    /Correct from/,
    "GET /metrics/webinars",
  ],
  ["webinar id unreadable", 400, json(300, "Invalid webinar ID."), "zoom_rejected", /953 1234 5678/],
  [
    "page token expired",
    400,
    json(300, "The next page token is invalid or expired."),
    "zoom_rejected",
    /first page/,
    "GET /webinars/{webinarId}/registrants",
  ],
  [
    "page token expired, dashboards",
    300,
    json(200, "The next page token is invalid or expired."),
    "zoom_rejected",
    /first page/,
    "GET /metrics/webinars",
  ],
  [
    "registration off",
    400,
    json(3000, "Registration has not been enabled for this webinar: 95312345678."),
    "zoom_rejected",
    /approval_type/,
    "GET /webinars/{webinarId}/registrants",
  ],
  ["host registers", 400, json(3027, "Host can not register."), "zoom_rejected", /another e-mail/, "POST /webinars/{webinarId}/registrants"],
  ["webinar over", 400, json(3038, "Webinar is over, you can not register now."), "zoom_rejected", /over/, "POST /webinars/{webinarId}/registrants"],
  [
    "webinar full",
    400,
    json(3043, "Webinar has reached maximum attendee capacity."),
    "zoom_rejected",
    /places/,
    "POST /webinars/{webinarId}/batch_registrants",
  ],
  ["report too old", 400, json(12702, "Can not access a webinar a year ago."), "zoom_rejected", /one year/, "GET /report/webinars/{webinarId}"],
  ["polls off", 400, json(4400, "Webinar polls disabled."), "zoom_rejected", /polls/, "GET /webinars/{webinarId}/polls"],
  ["poll unknown", 400, json(4400, "Poll does not exist."), "not_found", /List the polls/, "GET /webinars/{webinarId}/polls/{pollId}"],
  ["picture too large", 400, json(120, "File size cannot exceed 15M."), "zoom_rejected", /15 MB/, "POST /webinars/{webinarId}/branding/wallpaper"],
  [
    "streaming off",
    400,
    json(200, "Custom live streaming is not enabled."),
    "zoom_rejected",
    /stream URL and key/,
    "PATCH /webinars/{webinarId}/livestream",
  ],
  ["conflict", 409, json(3000, "Conflict."), "zoom_rejected", /words above/],
  [
    "plan told with 200",
    200,
    json(200, "Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for user abc to perform this action."),
    "plan_missing",
    /the host abc/,
    "GET /past_webinars/{webinarId}/absentees",
  ],
  ["plan told with 200 to a write", 200, json(200, "Webinar plan is missing."), "plan_missing", /licence/, "PUT /webinars/{webinarId}/status"],
  ["gateway", 502, "<html><body>Bad Gateway secret</body></html>", "zoom_unavailable", /status\.zoom\.us/],
  ["server error on a write", 500, json(1000, "Internal error"), "zoom_unavailable", /look before doing it again/, "POST /users/{userId}/webinars"],
  ["unknown 5xx", 599, "", "zoom_unavailable", /status\.zoom\.us/],
  ["redirect", 302, "", "unexpected_response", /ZOOM_API_BASE_URL/],
  ["no JSON at all", 400, "bad request", "zoom_rejected", /words above/],
];

describe("each refusal becomes the class of who has to act", () => {
  test.each(DOCUMENTED)("%s", (_, status, body, code, hint, id) => {
    const error = refuse(status, body, id === undefined ? {} : { id });
    if (!isZoomWebinarError(error)) throw new Error("no error");
    expect(error.code).toBe(code);
    expect(error.hint).toMatch(hint);
    expect(error.trackingId).toBe("WEB_1");
    expect(error.details).toMatchObject({ status, endpoint: id ?? "GET /webinars/{webinarId}" });
    expect(error.message).not.toMatch(/<html|secret/);
  });
});

describe("a page in the place of Zoom's JSON", () => {
  const html = (title: string) => `<html><head><title>${title}</title></head><body>secret</body></html>`;
  const bare = (status: number, text: string, id: EndpointId = "GET /webinars/{webinarId}") =>
    toRefusal({ status, text, headers: {} }, { id, info: endpoints[id], nowMs: NOW, expectedKeys: () => replyKeys(id) });

  test("is quoted by its title alone", () => {
    expect(refuse(502, html("502 Bad Gateway"))?.message).toBe('Zoom failed with HTTP 502: a page called "502 Bad Gateway".');
    expect(refuse(403, html("Access denied"))).toMatchObject({ code: "forbidden", message: "Zoom does not allow it: Access denied" });
  });

  test("that is not Zoom's is named, whatever the status is, and no write counts as done", () => {
    for (const status of [200, 204, 403, 404, 511]) {
      for (const id of ["GET /webinars/{webinarId}", "PUT /webinars/{webinarId}/status"] as const) {
        const error = bare(status, html("Welcome to Hotel WiFi"), id);
        expect(error).toMatchObject({ code: "zoom_unavailable", sent: "not-sent", retryable: false });
        expect(error?.message).toBe(`Not Zoom, but something on the way to it answered: a page called "Welcome to Hotel WiFi" (HTTP ${status}).`);
      }
    }
    expect(bare(504, html("Squid proxy: timeout"))).toMatchObject({ code: "zoom_unavailable", sent: "maybe-sent", retryable: true });
  });
});

const LIMITS: readonly [what: string, message: string, headers: Record<string, string>, limit: string, retryAt: string | null][] = [
  ["per second", "You have reached the maximum per-second rate limit for this API. Try again later.", {}, "second", null],
  [
    "per second, reset named",
    "You have reached the maximum per-second rate limit for this API. Try again later.",
    { "x-ratelimit-reset": String(NOW / 1000 + 1) },
    "second",
    "2027-01-15T12:00:01.000Z",
  ],
  ["seconds", "Too many concurrent requests.", { "retry-after": "3" }, "second", "2027-01-15T12:00:03.000Z"],
  [
    "daily, ISO",
    "You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.",
    { "retry-after": "2027-01-16T00:00:00Z" },
    "day",
    "2027-01-16T00:00:00.000Z",
  ],
  [
    "daily, HTTP date",
    "You have reached the maximum daily rate limit for this API.",
    { "retry-after": "Sat, 16 Jan 2027 00:00:00 GMT" },
    "day",
    "2027-01-16T00:00:00.000Z",
  ],
  ["daily, no time", "You have reached the maximum daily rate limit for this API.", {}, "day", null],
  [
    "per host",
    "You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.",
    {},
    "user-day",
    "2027-01-16T00:00:00.000Z",
  ],
  [
    "per registrant",
    "You have exceeded the daily rate limit of (3) for Add meeting registrant API requests for the registrant jo@example.com.",
    {},
    "registrant-day",
    "2027-01-16T00:00:00.000Z",
  ],
  ["header only", "", { "x-ratelimit-type": "QPS" }, "second", null],
  ["header only, daily", "", { "x-ratelimit-type": "Daily-limit", "retry-after": "2027-01-16T00:00:00Z" }, "day", "2027-01-16T00:00:00.000Z"],
  ["nothing said", "", { "retry-after": "soon" }, "unknown", null],
  ["an absurd time", "", { "retry-after": "2099-01-01T00:00:00Z" }, "unknown", null],
];

describe("429", () => {
  test.each(LIMITS)("%s", (_, message, headers, limit, retryAt) => {
    const error = refuse(429, message === "" ? "" : json(429, message), { headers });
    if (!(error instanceof RateLimitError)) throw new Error("no RateLimitError");
    expect([error.limit, error.retryAt?.toISOString() ?? null]).toEqual([limit, retryAt]);
    expect(error.hint).toBeTruthy();
  });
});

test.each([200, 201, 202, 304, 305])("a write that is answered with an error and HTTP %i is not refused: nobody knows", (status) => {
  for (const [id, { method, errors }] of Object.entries(endpoints)) {
    const isRead = method === "GET";
    const isDocumented = id === "PUT /webinars/{webinarId}/status" || errors.some(([documented]) => documented === status);
    if (isRead || isDocumented) continue;
    expect(refuse(status, json(300, "nope"), { id: id as EndpointId }), id).toMatchObject({
      code: "unexpected_response",
      message: expect.stringMatching(/nope$/),
      hint: expect.stringMatching(/^It may have been done/),
      details: { sent: "maybe-sent", zoom_code: 300, status },
    });
  }
});

test("what is not a refusal passes: success, also with keys of its own beside code and message", () => {
  expect(refuse(204, "")).toBeNull();
  expect(refuse(200, '{"id":1,"topic":"code and message"}')).toBeNull();
  expect(refuse(200, '{"id":1,"code":200,"message":"x"}')).toBeNull();
  expect(refuse(200, '{"code":"200","message":"x"}')).toBeNull();
});

test("a refused page token is recognized, and scopes are kept for programs", () => {
  expect(isPageTokenRefusal(refuse(400, json(300, "The next page token is invalid or expired.")))).toBe(true);
  expect(isPageTokenRefusal(refuse(400, json(300, "Invalid webinar ID.")))).toBe(false);
  const error = refuse(400, json(4711, "Invalid access token, does not contain scopes:[a:b:c,d:e:f:admin]."));
  expect(error instanceof ScopeError && error.scopes).toEqual(["a:b:c", "d:e:f:admin"]);
});

test("scopes are read from the whole message, however much of it is shown", () => {
  const scopes = Array.from({ length: 40 }, (_, index) => `webinar:read:thing_${index}:admin`);
  const error = refuse(400, json(4711, `Invalid access token, does not contain scopes:[${scopes.join(",")}].`));
  expect(error instanceof ScopeError && error.scopes).toEqual(scopes);
});

test("a long hostile body is read in no time", () => {
  const startMs = performance.now();
  for (const body of [
    '{"message":"'.repeat(100_000),
    `{"message":"${" ".repeat(1_000_000)}`,
    `{"code":1,"message":"scopes:[${"a:".repeat(500_000)}"}`,
  ])
    refuse(400, body);
  expect(performance.now() - startMs).toBeLessThan(500);
});

test("Zoom's words lose tokens and links, line breaks and invisible signs, and are cut", () => {
  const error = refuse(400, json(300, `Bad\u0000 \u202e link\n https://zoom.us/w/1?tk=abcdef12345 ${"x".repeat(5000)}`));
  expect(error?.message).toContain("Bad link https://zoom.us/w/1?tk=[redacted]");
  expect(error?.message.length).toBeLessThan(500);
});
