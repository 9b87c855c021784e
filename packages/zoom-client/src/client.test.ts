import { InputError } from "@zoom-webinar/foundation";
import { countingTokens, created, read, setUp } from "@zoom-webinar/testing/given-answers";
import { expect, test } from "vitest";

test("a call sends method, address, token and body, and reads the reply", async () => {
  const { client, requests, logged } = setUp([{ ...created, headers: { "x-zm-trackingid": "WEB_1" } }]);
  const reply = await client.call("POST /users/{userId}/webinars", {
    path: { userId: "jo@example.com" },
    body: { topic: "Launch", agenda: undefined },
  });
  expect(reply).toEqual({ id: "95312345678" });
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({ method: "POST", url: "https://api.zoom.us/v2/users/jo%40example.com/webinars", body: '{"topic":"Launch"}' });
  expect(requests[0]?.headers).toEqual({
    accept: "application/json",
    authorization: "Bearer t1",
    "content-type": "application/json",
    "user-agent": "zoom-webinar",
  });
  expect(logged).toEqual([
    {
      endpoint: "POST /users/{userId}/webinars",
      status: 201,
      error: null,
      attempts: 1,
      rateLimited: 0,
      label: "LIGHT",
      durationMs: 0,
      waitedMs: 0,
      trackingId: "WEB_1",
    },
  ]);
});

test("the address: the operator's, else the token's region, else Zoom's", async () => {
  for (const [options, host] of [
    [{ baseUrl: "http://127.0.0.1:4646/v2/" }, "http://127.0.0.1:4646/v2/webinars/"],
    [{ baseUrl: () => "https://x.zoom.us/v2", tokens: countingTokens("https://api-eu.zoom.us") }, "https://x.zoom.us/v2/webinars/"],
    [{ tokens: countingTokens("https://api-eu.zoom.us") }, "https://api-eu.zoom.us/v2/webinars/"],
    [{}, "https://api.zoom.us/v2/webinars/"],
  ] as const) {
    const { client, requests } = setUp([{}], options);
    await client.call("GET /webinars/{webinarId}", read);
    expect(requests[0]?.url).toBe(`${host}95312345678`);
  }
});

test("success without a body is null, whatever stands in it", async () => {
  for (const answer of [
    { status: 204, text: "" },
    { status: 200, text: "" },
    { status: 200, text: "ok" },
  ]) {
    const { client } = setUp([answer]);
    expect(await client.call("PUT /webinars/{webinarId}/status", { ...read, body: { action: "end" } })).toBeNull();
  }
});

test("a success that is not the documented JSON is a ResponseError with the tracking id", async () => {
  for (const text of ["", "<html>", "[]", "7"]) {
    const { client, logged } = setUp([{ text, headers: { "x-zm-trackingid": "WEB_1" } }]);
    await expect(client.call("GET /webinars/{webinarId}", read)).rejects.toMatchObject({ code: "unexpected_response", trackingId: "WEB_1" });
    expect(logged[0]).toMatchObject({ status: 200, error: "unexpected_response" });
  }
});

test("what cannot be sent is an InputError, and nothing goes out", async () => {
  const { client, requests } = setUp([{}]);
  await expect(client.call("GET /webinars/{webinarId}", { path: { webinarId: ".." } })).rejects.toThrow(InputError);
  expect(requests).toHaveLength(0);
});

test("a refusal with status 200 throws", async () => {
  const { client } = setUp([
    {
      text: '{"code":200,"message":"Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for user abc to perform this action."}',
    },
  ]);
  await expect(client.call("GET /past_webinars/{webinarId}/absentees", read)).rejects.toMatchObject({ code: "plan_missing" });
});
