import { AuthError, UnavailableError } from "@zoom-webinar/foundation";
import { created, read, setUp, token } from "@zoom-webinar/testing/given-answers";
import { describe, expect, it, test } from "vitest";
import { addressKey, comparableText } from "./text/address.ts";
import { toFormFile } from "./upload.ts";

const PICTURE = Buffer.from("GIF89a");

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
])("a picture called %s is sent as %s", async (name, contentType) => {
  expect(await toFormFile("file", { name, data: PICTURE })).toMatchObject({ name, contentType });
});

test("an empty picture, and one above 15 MB, are refused before they are sent", async () => {
  const toForm = (data: Uint8Array) => toFormFile("file", { name: "a.png", data });
  const largest = new Uint8Array(15 * 1024 * 1024);
  largest.set(PICTURE);
  await expect(toForm(new Uint8Array())).rejects.toThrow("The file a.png is empty.");
  await expect(toForm(new Uint8Array(largest.length + 1))).rejects.toThrow("larger than 15 MB");
  expect((await toForm(largest)).data.size).toBe(largest.length);
});

describe("a picture", () => {
  const asEach = (bytes: Uint8Array) => [bytes, Buffer.from(bytes).toString("base64"), new Blob([Uint8Array.from(bytes)])];

  test.each([
    ["PNG", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ["JPG", [0xff, 0xd8, 0xff, 0xe0]],
    ["GIF", [...Buffer.from("GIF89a")]],
  ])("is known by its first bytes: %s", async (_kind, bytes) => {
    for (const data of asEach(Uint8Array.from(bytes))) expect(await toFormFile("file", { name: "stage", data })).toMatchObject({ name: "stage" });
  });

  test.each([
    ["a secret", "ZOOM_CLIENT_SECRET=x"],
    ["a drawing with a script", "<svg onload=x>"],
    ["an archive", "PK\u0003\u0004"],
    ["a picture cut short", "\u0089PN"],
  ])("is not %s, whatever its name says", async (_what, text) => {
    for (const data of asEach(Buffer.from(text, "latin1")))
      await expect(toFormFile("file", { name: "stage.png", data })).rejects.toMatchObject({
        message: "The file stage.png is not a picture.",
        details: { faults: [{ field: "file", message: "only JPG, GIF and PNG files work" }] },
      });
  });
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
