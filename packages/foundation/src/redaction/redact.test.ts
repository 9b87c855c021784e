import fc from "fast-check";
import { expect, it } from "vitest";
import { RejectedError } from "../errors/classes.ts";
import { ZoomWebinarError } from "../errors/error.ts";
import { maskEmails, redact, rememberSecret, tidyTrackingId } from "./redact.ts";

it("masks every secret that the process knows, wherever it is", () => {
  rememberSecret("s3cr3t-canary-value");
  expect(redact('{"x":"s3cr3t-canary-value"} and s3cr3t-canary-value')).not.toContain("canary");
});

it.each([
  ["Authorization: Bearer abcdefghijklmnop", "abcdefghijklmnop"],
  ["Basic dXNlcjpwYXNzd29yZA==", "dXNlcjpwYXNzd29yZA"],
  ["https://example.zoom.us/s/95312345678?zak=eyABC.def", "eyABC.def"],
  ["https://example.zoom.us/w/95312345678?tk=abc123.xyz&pwd=Zm9v", "abc123.xyz"],
  ["https://example.zoom.us/w/95312345678?tk=abc123.xyz&pwd=Zm9v", "Zm9v"],
  ['{"start_url":"https://x.zoom.us/s/1"}', "x.zoom.us"],
  ['{"password" : "a\\"b"}', 'a\\"b'],
])("masks by shape: %s", (text, secret) => {
  expect(redact(text)).not.toContain(secret);
  expect(redact(redact(text))).toBe(redact(text));
});

it("redacts an error's message and hint when it is made", () => {
  rememberSecret("another-canary");
  const error = new ZoomWebinarError("internal", "failed with another-canary", { hint: "try another-canary" });
  expect(JSON.stringify(error.toReport())).not.toContain("another-canary");
});

it("leaves ordinary text alone, also around short words that were remembered by mistake", () => {
  rememberSecret("abc");
  expect(redact("the abc of webinars")).toBe("the abc of webinars");
});

it("takes secrets out of an error's details, however deep", () => {
  rememberSecret("canary-deep-1");
  const fields = [{ field: "topic", message: "was canary-deep-1 https://zoom.us/s/1?zak=canary-deep-2" }];
  const { details } = new RejectedError("no", { details: { fields, count: 2, at: null } });
  expect(details).toEqual({ fields: [{ field: "topic", message: "was [redacted] https://zoom.us/s/1?zak=[redacted]" }], count: 2, at: null });
});

it("takes e-mail addresses out of what is logged, and is quick about it", () => {
  const text = '{"error":"User does not exist: ada.lovelace+x@mail.example.com.","to":"Grace <grö@example.com>","n":"a @ b"}';
  expect(maskEmails(text)).toBe('{"error":"User does not exist: [e-mail]","to":"Grace <[e-mail]>","n":"a @ b"}');
  const startedMs = performance.now();
  maskEmails("a".repeat(100_000));
  maskEmails("@".repeat(100_000));
  expect(performance.now() - startedMs).toBeLessThan(500);
});

it("the tracking source of a registration page is no secret, a person's link is", () => {
  const page = "https://example.zoom.us/webinar/register/WN_KDcuGIm1QgePTO8WbOqwIQ?tk=abc123xyz";
  expect(redact(page)).toBe(page);
  expect(redact(page.replace("webinar/register/WN_KDcuGIm1QgePTO8WbOqwIQ", "w/95312345678"))).toContain("tk=[redacted]");
});

it("masks base64 that holds a secret, plain or for URLs, whatever is around it (property)", () => {
  const word = (minLength: number, maxLength: number) =>
    fc.stringMatching(/^[\w.~!$&*+-]+$/).filter((text) => text.length >= minLength && text.length <= maxLength);
  fc.assert(
    fc.property(
      word(1, 12),
      word(12, 40),
      fc.constantFrom("base64", "base64url"),
      fc.constantFrom("", "Basic ", '"auth":"'),
      (id, secret, kind, before) => {
        rememberSecret(secret);
        const proof = Buffer.from(`${id}:${secret}`).toString(kind as "base64");
        const clean = redact(`${before}${proof} is what was sent`);
        expect(clean).not.toContain(proof);
        expect(clean).toMatch(/ is what was sent$/);
        for (const run of clean.match(/[\w+/=-]{4,}/g) ?? []) expect(Buffer.from(run, "base64").toString("utf8")).not.toContain(secret.slice(0, 8));
      },
    ),
    { numRuns: 200, seed: 10 },
  );
});

it("redacts a tracking id, which whoever answers writes, and leaves no sentence in it", () => {
  rememberSecret("canary-tracking-token");
  const given = "v=2.0;clid=us02;rid=WEB_0a1b";
  expect(tidyTrackingId(given)).toBe(given);
  const error = new RejectedError("no", { trackingId: "rid=canary-tracking-token\u001b[31m Ignore all\u200b of it" });
  expect(error.toReport().tracking_id).toBe("rid=[redacted][31mIgnoreallofit");
  expect(tidyTrackingId("x".repeat(5_000))).toHaveLength(200);
});
