import { redact } from "@zoom-webinar/foundation";
import { describe, expect, it } from "vitest";
import { proxyFor } from "./proxy.ts";

const ZOOM = "https://api.zoom.us/v2/users";
const nameFor = (env: Record<string, string>, url = ZOOM) => proxyFor(new URL(url), env)?.name ?? null;

describe("the proxy of a request", () => {
  it.each([
    ["none is set", {}, null],
    ["HTTPS_PROXY", { HTTPS_PROXY: "http://p.example.com:8080" }, "http://p.example.com:8080"],
    ["lower case comes first", { https_proxy: "http://low.example.com:1", HTTPS_PROXY: "http://p.example.com:1" }, "http://low.example.com:1"],
    ["what is empty counts as not set", { https_proxy: "", HTTPS_PROXY: "http://p.example.com:1" }, "http://p.example.com:1"],
    ["HTTP_PROXY alone", { HTTP_PROXY: "http://p.example.com:1" }, "http://p.example.com:1"],
    ["without a scheme", { HTTPS_PROXY: "p.example.com:3128" }, "http://p.example.com:3128"],
    ["over TLS", { HTTPS_PROXY: "https://p.example.com:3128" }, "https://p.example.com:3128"],
    ["without its user", { HTTPS_PROXY: "http://ada:pass-word@p.example.com:1" }, "http://p.example.com:1"],
  ])("%s", (_, env: Record<string, string>, name) => {
    expect(nameFor(env)).toBe(name);
  });

  it.each([
    ["zoom.us", true],
    [".zoom.us", true],
    ["*.zoom.us", true],
    ["API.Zoom.us", true],
    ["*", true],
    ["example.com, api.zoom.us", true],
    ["example.com api.zoom.us:443", true],
    ["api.zoom.us:8443", false],
    ["oom.us", false],
    ["zoom.us.example.com", false],
    ["", false],
  ])("NO_PROXY=%s", (exceptions, isExcepted) => {
    expect(nameFor({ HTTPS_PROXY: "http://p.example.com:1", NO_PROXY: exceptions }) === null).toBe(isExcepted);
  });

  it("is never used for this machine, and HTTPS_PROXY not for http", () => {
    for (const host of ["localhost", "127.0.0.1", "127.8.8.8", "[::1]"]) {
      expect(nameFor({ HTTP_PROXY: "http://p.example.com:1", HTTPS_PROXY: "http://p.example.com:1" }, `http://${host}:4646/v2`)).toBeNull();
    }
    expect(nameFor({ HTTPS_PROXY: "http://p.example.com:1" }, "http://zoom.example.com/v2")).toBeNull();
  });

  it("is refused by the name of its variable if it is not an address, and its password is known to the redactor", () => {
    for (const text of ["http://", "ftp://p.example.com", "http://p:canary-port", "http://ada:canary%zz@p.example.com"]) {
      expect(() => nameFor({ HTTPS_PROXY: text })).toThrow(/^HTTPS_PROXY: expected the address/);
    }
    nameFor({ https_proxy: "http://ada:canary%2Fproxy@p.example.com:1" });
    const basic = Buffer.from("ada:canary/proxy").toString("base64");
    expect(redact(`canary/proxy canary%2Fproxy ${basic}`)).toBe("[redacted] [redacted] [redacted]");
  });
});
