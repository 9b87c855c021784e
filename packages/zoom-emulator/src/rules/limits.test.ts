import { expect, test } from "vitest";
import { planWebinar, probe, refusalOf } from "../test/probe.ts";
import { rateLimiter } from "./rate-limits.ts";

const PER_SECOND = "429/429 You have reached the maximum per-second rate limit for this API. Try again later.";
const PER_DAY =
  "429/429 You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.";

const times = async (count: number, ask: () => Promise<{ status: number }>) => {
  for (let index = 0; index < count; index++) expect((await ask()).status).toBeLessThan(400);
};

test("a free account may ask four light things in a second", async () => {
  const { call, clock } = await probe({ plan: "free" });
  const ask = () => call("GET", "/users/ada@example.com");
  await times(4, ask);
  const refused = await ask();
  expect(refusalOf(refused)).toBe(PER_SECOND);
  expect(refused.headers).toMatchObject({
    "x-ratelimit-category": "Light",
    "x-ratelimit-type": "QPS",
    "x-ratelimit-limit": "4",
    "x-ratelimit-remaining": "0",
    "x-ratelimit-reset": String(clock.now() / 1000 + 1),
  });
  expect((await call("GET", "/users")).status).toBe(200); // another label, another bucket
  clock.advance(1000);
  await times(4, ask);
});

test("headers on every answer, or on none, by switch", async () => {
  const always = await probe({ switches: { rateHeaders: "always" } });
  expect((await always.call("GET", "/users")).headers).toMatchObject({ "x-ratelimit-limit": "60", "x-ratelimit-remaining": "59" });
  const never = await probe({ plan: "free", switches: { rateHeaders: "never" } });
  await never.call("GET", "/users");
  await never.call("GET", "/users");
  const refused = await never.call("GET", "/users");
  expect(refused.status).toBe(429);
  expect(Object.keys(refused.headers).filter((name) => /ratelimit|retry/.test(name))).toEqual(["x-ratelimit-category"]);
});

test("no account limits if they are switched off", async () => {
  const { call } = await probe({ plan: "free", rateLimits: false });
  await times(20, () => call("GET", "/users/ada@example.com"));
});

test("a day's worth is used up until midnight UTC, as an ISO time in retry-after", async () => {
  const limiter = rateLimiter("free", "refusals");
  const noon = Date.UTC(2027, 0, 15, 12);
  for (let index = 0; index < 1000; index++) limiter.admit("HEAVY", noon + index * 1000);
  const late = noon + 2000 * 1000;
  expect(() => limiter.admit("HEAVY", late)).toThrowError(PER_DAY.slice("429/429 ".length));
  try {
    limiter.admit("HEAVY", late);
  } catch (error) {
    expect(error).toMatchObject({
      status: 429,
      headers: { "x-ratelimit-type": "Daily-limit", "x-ratelimit-limit": "1000", "retry-after": "2027-01-16T00:00:00Z" },
    });
  }
  expect(limiter.admit("HEAVY", Date.UTC(2027, 0, 16))).toEqual({});
});

test("heavy and resource-intensive requests share their day on paid plans", () => {
  const limiter = rateLimiter("pro", "refusals");
  const start = Date.UTC(2027, 0, 15);
  for (let index = 0; index < 30_000; index++) limiter.admit("HEAVY", start + Math.floor(index / 10) * 1000);
  expect(() => limiter.admit("RESOURCE_INTENSIVE", start + 4_000_000)).toThrowError(/daily rate limit/);
});

test("twenty resource-intensive requests in a minute", () => {
  const limiter = rateLimiter("business", "refusals");
  for (let index = 0; index < 20; index++) limiter.admit("RESOURCE_INTENSIVE", index * 1000);
  expect(() => limiter.admit("RESOURCE_INTENSIVE", 59_999)).toThrowError(/per-second/);
  expect(limiter.admit("RESOURCE_INTENSIVE", 60_000)).toEqual({});
});

test("a host's webinars are created and updated a hundred times a day, counted together", async () => {
  const { call, clock, signIn } = await probe({ rateLimits: false });
  const { id } = await planWebinar(call);
  await times(99, () => call("PATCH", `/webinars/${id}`, { topic: "Again" }));
  const refused = await call("PATCH", `/webinars/${id}`, { topic: "Once more" });
  expect(refusalOf(refused)).toBe(
    "429/429 You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.",
  );
  expect(refused.headers["retry-after"]).toBe("2027-01-16T00:00:00Z");
  expect((await call("POST", "/users/ada@example.com/webinars", {})).status).toBe(201); // another host
  clock.advance(12 * 3_600_000);
  await signIn();
  await planWebinar(call);
});
