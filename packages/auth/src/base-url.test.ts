import { memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { describe, expect, it } from "vitest";
import { assertBaseUrl } from "./base-url.ts";
import { askForToken } from "./tokens/token-endpoint.ts";

const check = (url: string, allowAnyHost = false) => assertBaseUrl("ZOOM_API_BASE_URL", url, { allowAnyHost });

describe("a base URL", () => {
  it.each([
    "http://api.zoom.us/v2",
    "https://zoom.us.example.com",
    "https://example.com/zoom.us",
    "https://notzoom.us",
    "https://zoom.us@example.com",
    "https://example.com#.zoom.us",
    "https://example.com?.zoom.us",
    "https://example.com\\.zoom.us",
    "https://z\u043e\u043em.us", // Cyrillic letters: xn--zm-jlcb.us
    "https://xn--zm-fmc.us",
    "https://zoom.us\u3002example.com", // another full stop
    "http://169.254.169.254/latest",
    "https://169.254.169.254",
    "http://[::ffff:169.254.169.254]",
    "http://[::ffff:127.0.0.1]:4646",
    "http://127.0.0.1.example.com",
    "http://localhost.example.com",
    "http://127.0.0.1@example.com",
    "http://10.0.0.1",
    "http://0.0.0.0:4646",
    "file:///etc/passwd",
    "ftp://zoom.us",
    "javascript:alert(1)",
    "//api.zoom.us",
  ])("is refused, by the name of its setting: %s", (url) => {
    expect(() => check(url)).toThrow(/^ZOOM_API_BASE_URL/);
  });

  it("outside Zoom takes the operator's word and https, and even then no user", () => {
    expect(check("https://zoom.example.com/v2/", true)).toBe("https://zoom.example.com/v2");
    for (const url of ["http://zoom.example.com", "http://169.254.169.254", "https://a:b@example.com"]) expect(() => check(url, true)).toThrow();
  });

  it("of a token request that is redirected sends the secret nowhere else", async () => {
    const asked: string[] = [];
    const send = async ({ url }: { url: string }) => {
      asked.push(url);
      return { status: 307, headers: { location: "http://169.254.169.254/" }, text: "" };
    };
    const clock = virtualClock();
    const parts = { send, clock, store: memoryStore({ clock }), oauthBaseUrl: "https://zoom.us", allowBaseUrl: false };
    const asking = askForToken(
      parts,
      { clientId: "a", clientSecret: "any-secret" },
      { grant_type: "account_credentials" },
      { client: "c", grant: "g" },
    );
    await expect(asking).rejects.toMatchObject({ code: "auth_failed", message: "Zoom refused the credentials: HTTP 307" });
    expect(asked).toEqual(["https://zoom.us/oauth/token"]);
  });
});
