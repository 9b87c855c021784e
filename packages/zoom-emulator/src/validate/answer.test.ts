import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
import { expect, test } from "vitest";
import { emulatedEndpoints } from "../handlers.ts";
import { probe } from "../test/probe.ts";
import { answerFaults } from "./answer.ts";

test("the contract check finds a field too many, a wrong type and a body where none belongs", async () => {
  const { call } = await probe();
  const { body } = await call("GET", "/users/ada@example.com");
  const id = "GET /users/{userId}";
  expect(answerFaults(id, 200, JSON.stringify(body))).toBe("");
  expect(answerFaults(id, 200, JSON.stringify({ ...body, extra: 1 }))).toContain("unevaluated");
  expect(answerFaults(id, 200, JSON.stringify({ ...body, type: "2" }))).toContain("type");
  expect(answerFaults(id, 202, "{}")).toContain("does not document 202");
  expect(answerFaults("DELETE /webinars/{webinarId}", 204, "{}")).toContain("has a body");
  expect(answerFaults(id, 404, JSON.stringify({ message: "no code" }))).toContain("code");
});

test("every handler is for an endpoint of the document", () => {
  expect(emulatedEndpoints().filter((id) => endpoints[id] === undefined)).toEqual([]);
});

test("every endpoint of the document answers, as documented, to whatever is asked of it", async () => {
  const { call } = await probe({ rateLimits: false });
  for (const endpoint of Object.values(endpoints)) {
    const path = endpoint.path.replace("{userId}", "nobody@example.com").replace(/\{\w+\}/g, "12345678901");
    const body = endpoint.body === "none" ? undefined : { action: "end", email: "a@example.com", first_name: "A" };
    expect((await call(endpoint.method, path, body)).status).toBeLessThan(500);
  }
});
