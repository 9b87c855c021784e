import { AuthError, UnavailableError } from "@zoom-webinar/foundation";
import { created, read, setUp, token } from "@zoom-webinar/testing/given-answers";
import { describe, expect, it, test } from "vitest";
import { addressKey, comparableText } from "./text/address.ts";
import { toFormFile } from "./upload.ts";

describe("a token that cannot be had", () => {
  const tokensWith = (error: Error) => ({ get: () => Promise.reject(error), renew: async () => token("t2") });

  it("because the sign-in is refused ends the call with that refusal, and nothing is sent", async () => {
    const error = new AuthError("auth_failed", "Zoom refused the credentials.");
    const { client, requests } = setUp([created], { tokens: tokensWith(error) });
    await expect(client.call("POST /users/{userId}/webinars", { path: { userId: "me" }, body: {} })).rejects.toBe(error);
    expect(requests).toEqual([]);
  });

  it("because of an outage ends a write as surely not sent, whatever the request for the token came to", async () => {
    for (const sent of ["not-sent", "maybe-sent"] as const) {
      const error = new UnavailableError("The sign-in service is down.", sent, { hint: "Wait.", trackingId: "WEB_3" });
      const { client } = setUp([created], { tokens: tokensWith(error) });
      const call = client.call("POST /users/{userId}/webinars", { path: { userId: "me" }, body: {} });
      await expect(call).rejects.toMatchObject({ message: "The sign-in service is down.", sent: "not-sent", hint: "Wait.", trackingId: "WEB_3" });
    }
  });
});

test("a fault of ours is logged as internal, and goes on as it is", async () => {
  const fault = new TypeError("x is undefined");
  const { client, logged } = setUp([fault]);
  await expect(client.call("GET /webinars/{webinarId}", read)).rejects.toBe(fault);
  expect(logged).toMatchObject([{ endpoint: "GET /webinars/{webinarId}", error: "internal", attempts: 1 }]);
});

test.each([
  ["stage.png", "image/png"],
  ["stage.JPG", "image/jpeg"],
  ["stage.jpeg", "image/jpeg"],
  ["stage.gif", "image/gif"],
  ["stage.tiff", "application/octet-stream"],
  ["stage", "application/octet-stream"],
  ["stage.constructor", "application/octet-stream"],
])("a picture called %s is sent as %s", (name, contentType) => {
  expect(toFormFile("file", { name, data: "UE5H" })).toMatchObject({ name, contentType });
});

test("an empty picture, and one above 15 MB, are refused before they are sent", () => {
  expect(() => toFormFile("file", { name: "a.png", data: new Uint8Array() })).toThrow("The file a.png is empty.");
  expect(() => toFormFile("file", { name: "a.png", data: new Uint8Array(15 * 1024 * 1024 + 1) })).toThrow("larger than 15 MB");
  expect(toFormFile("file", { name: "a.png", data: new Uint8Array(15 * 1024 * 1024) }).data.size).toBe(15 * 1024 * 1024);
});

describe("spellings of an address", () => {
  it("have one key: case, composed letters and the spelling of the domain do not count", () => {
    expect(addressKey(" Rosa@Example.COM ")).toBe("rosa@example.com");
    expect(addressKey("rosa@bücher.example")).toBe(addressKey("ROSA@xn--bcher-kva.example"));
    expect(addressKey("ro\u0301sa@example.com")).toBe(addressKey("r\u00f3sa@example.com"));
  });

  it("are left as they are if there is no address, or no domain that could be one", () => {
    expect(addressKey("Rosa")).toBe("rosa");
    expect(addressKey("rosa@exa mple")).toBe("rosa@exa mple");
  });

  it("count as one in a digest, also several with commas, and other texts as they are", () => {
    expect(comparableText("A@Example.com,b@example.com")).toBe("a@example.com,b@example.com");
    expect(comparableText("Tides @ Noon")).toBe("Tides @ Noon");
    expect(comparableText("Tides")).toBe("Tides");
  });
});
