import { memoryStore, systemClock } from "@zoom-webinar/foundation";
import { describe, expect, it } from "vitest";
import type { HttpRequest, Send } from "../send.ts";
import { askForToken, revokeToken } from "./token-endpoint.ts";
import type { TokenParts } from "./token-parts.ts";

const CLIENT = { clientId: "client-1", clientSecret: "canary-secret" };
const HINTS = { client: "", grant: "" };

const partsOf = (send: Send): TokenParts => ({
  send,
  store: memoryStore(),
  clock: systemClock,
  oauthBaseUrl: "https://zoom.us",
  allowBaseUrl: false,
  deadlineMs: 20,
});

type Ask = (parts: TokenParts) => Promise<unknown>;
const grant =
  (type: string): Ask =>
  (parts) =>
    askForToken(parts, CLIENT, { grant_type: type }, HINTS);

const REQUESTS: readonly (readonly [name: string, ask: Ask])[] = [
  ["a token of an app", grant("account_credentials")],
  ["a token of a person", grant("refresh_token")],
  ["the end of a sign-in by browser", grant("authorization_code")],
  ["the end of a token", (parts) => revokeToken(parts, CLIENT, "canary-token")],
];

it.each(REQUESTS)("a refusal stands on one line, however it was worded, and is no longer than one (%s)", async (_name, ask) => {
  const reason = `bad\r\nerror: forged\u2028line\u001b[2J${"x".repeat(5_000)}`;
  const refuse: Send = async () => ({
    status: 400,
    headers: { "content-type": "application/json" },
    text: JSON.stringify({ reason, error: reason }),
  });
  const error: unknown = await ask(partsOf(refuse)).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: "auth_failed",
    message: expect.stringMatching(/^Zoom refused the credentials: bad error: forged line \[2Jx+$/),
  });
  expect(JSON.stringify(error).length + String(error).length).toBeLessThan(2_000);
});

describe("a request to the sign-in service that is never answered", () => {
  it.each(REQUESTS)("ends with an error that names the service, even if `send` ignores the abort signal (%s)", async (_name, ask) => {
    const requests: HttpRequest[] = [];
    const deaf: Send = (request) => {
      requests.push(request);
      return new Promise(() => {});
    };
    await expect(ask(partsOf(deaf))).rejects.toMatchObject({
      code: "zoom_unavailable",
      retryable: true,
      message: "Zoom's sign-in service (zoom.us) did not answer within 0.02 s.",
    });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.signal?.aborted).toBe(true);
  });
});
