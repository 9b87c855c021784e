import { readServerCommand } from "@zoom-webinar/mcp-server";
import { describe, expect, it } from "vitest";
import { HTTP_FLAGS, readHttpSettings } from "./http-options.ts";

const read = (argv: readonly string[], env: Record<string, string> = {}) => {
  const command = readServerCommand(HTTP_FLAGS, { argv, env });
  if (command.wants !== null) throw new Error(`wants ${command.wants}`);
  return readHttpSettings(command.values);
};

describe("HTTP options", () => {
  it("default to this machine, port 3000", () => {
    expect(read([])).toMatchObject({
      gate: null,
      metadata: null,
      principals: null,
      admin: null,
      callsPerMinute: 600,
      host: "127.0.0.1",
      port: 3000,
      allowHosts: [],
      allowOrigins: [],
    });
  });

  it("come from flags, repeated ones together, or from variables with commas", () => {
    expect(
      read(["--port", "0", "--allow-host", "A.example.com", "--allow-host", "b.example.com:8443", "--allow-origin", "https://App.example.com/"]),
    ).toMatchObject({
      host: "127.0.0.1",
      port: 0,
      allowHosts: ["a.example.com", "b.example.com:8443"],
      allowOrigins: ["https://app.example.com"],
    });
    expect(read([], { ZOOM_WEBINAR_PORT: "8080", ZOOM_WEBINAR_ALLOW_HOST: "a.example.com, b.example.com" })).toMatchObject({
      port: 8080,
      allowHosts: ["a.example.com", "b.example.com"],
    });
  });

  it.each(["0.0.0.0", "::", "192.0.2.7", "mcp.example.com", "127.0.0.1.evil.example.com"])(
    "refuse to listen on %s unless told that it is unsafe",
    (host) => {
      expect(() => read(["--host", host])).toThrow("does not check who calls");
      expect(read(["--host", host, "--unsafe-no-auth"]).host).toBe(host);
    },
  );

  it("give health and figures a port of their own, on this machine unless told otherwise, and never the main one", () => {
    expect(read(["--admin-port", "9090"]).admin).toEqual({ host: "127.0.0.1", port: 9090 });
    expect(read([], { ZOOM_WEBINAR_ADMIN_PORT: "9090", ZOOM_WEBINAR_ADMIN_HOST: "0.0.0.0" }).admin).toEqual({ host: "0.0.0.0", port: 9090 });
    expect(() => read(["--port", "9090", "--admin-port", "9090"])).toThrow("--admin-port: is 9090, and so is --port");
  });

  it("refuse a file of principals if callers are not checked, and a profile beside it", () => {
    expect(() => read(["--principals", "p.json"])).toThrow("--principals: needs --auth bearer or --auth oauth");
    const more = ["--auth", "oauth", "--issuer", "https://a.example.com", "--public-url", "https://m.example.com/mcp", "--principals", "p.json"];
    expect(read(more).principals).toEqual({ path: "p.json", auth: "oauth" });
    expect(() => read([...more, "--profile", "prod"])).toThrow("--profile: cannot be used with --principals");
  });

  const BEARER = ["--auth", "bearer"];
  const OAUTH = ["--auth", "oauth", "--issuer", "https://a.example.com", "--public-url", "https://m.example.com/mcp"];

  it.each([
    ["tokens that nobody checks", ["--tokens", "t"], "--tokens: has no effect without --auth bearer: nobody would be checked", "Add --auth bearer"],
    ["the same on any address", ["--tokens", "t", "--host", "0.0.0.0"], "--tokens: has no effect without --auth bearer", "Add --auth bearer"],
    ["the same at one's own risk", ["--tokens", "t", "--unsafe-no-auth"], "--tokens: has no effect without --auth bearer", "leave --tokens out"],
    ["tokens beside an issuer", ["--tokens", "t", ...OAUTH], "--tokens: has no effect with --auth oauth", "--auth bearer instead"],
    ["both without a choice", ["--tokens", "t", "--issuer", "https://a.example.com"], "--tokens: has no effect without", "Add --auth bearer"],
    ["an issuer alone", ["--issuer", "https://a.example.com"], "--issuer: has no effect without --auth oauth: nobody", "Add --auth oauth"],
    ["keys alone", ["--jwks", "https://a.example.com/k"], "--jwks: has no effect without --auth oauth: nobody", "leave --jwks out"],
    [
      "an issuer beside tokens",
      [...BEARER, "--tokens", "t", "--issuer", "https://a.example.com"],
      "--issuer: has no effect with",
      "Leave --issuer out",
    ],
    ["keys beside tokens", [...BEARER, "--tokens", "t", "--jwks", "https://a.example.com/k"], "--jwks: has no effect with", "Leave --jwks out"],
    ["a check and none", [...OAUTH, "--unsafe-no-auth"], "--unsafe-no-auth: has no effect with --auth oauth", "one of the two"],
    ["an address without its port", ["--admin-host", "0.0.0.0"], "--admin-host: has no effect without --admin-port", "Add --admin-port"],
  ])("refuse what has no effect, with the way out: %s", (_what, argv, message, hint) => {
    const refusal = expect.objectContaining({ name: "InputError", message: expect.stringContaining(message), hint: expect.stringContaining(hint) });
    expect(() => read(argv)).toThrow(refusal);
  });

  it("refuse it from a variable as well", () => {
    expect(() => read([], { ZOOM_WEBINAR_TOKENS: "t" })).toThrow("--tokens: has no effect without --auth bearer");
  });

  it.each([
    ["--rate-limit", "0", "1 to 1000000000"],
    ["--rate-limit", "-1", "1 to 1000000000"],
    ["--rate-limit", "1.5", "1 to 1000000000"],
    ["--rate-limit", "1e9", "1 to 1000000000"],
    ["--port", "65536", "0 to 65535"],
    ["--admin-port", "1.5", "0 to 65535"],
  ])("name the range of a number: %s %s", (flag, value, range) => {
    expect(() => read([`${flag}=${value}`])).toThrow(`${flag}: expected a whole number from ${range}, got "${value}"`);
  });

  it("name the variable that a number out of range came from", () => {
    expect(() => read([], { ZOOM_WEBINAR_RATE_LIMIT: "0" })).toThrow("ZOOM_WEBINAR_RATE_LIMIT: expected a whole number from 1");
    expect(read([], { ZOOM_WEBINAR_RATE_LIMIT: "1" }).callsPerMinute).toBe(1);
  });

  it.each(["127.0.0.1", "127.8.8.8", "localhost", "::1"])("listen on %s as it is", (host) => expect(read(["--host", host]).host).toBe(host));

  it.each([
    ["--port", "65536"],
    ["--port", "-1"],
    ["--port", "80a"],
    ["--admin-port", "65536"],
    ["--admin-port", "x"],
    ["--rate-limit", "many"],
    ["--allow-host", "https://mcp.example.com"],
    ["--allow-host", "mcp.example.com/mcp"],
    ["--allow-host", "*"],
    ["--allow-origin", "app.example.com"],
    ["--allow-host", "mcp.example.com:70000"],
    ["--allow-host", "mcp.example.com."],
    ["--allow-host", "ada@mcp.example.com"],
    ["--allow-origin", "null"],
    ["--allow-origin", "*"],
    ["--allow-origin", "https://*.example.com"],
    ["--allow-origin", "https://app.example.com/path"],
    ["--allow-origin", "https://app.example.com?x"],
    ["--allow-origin", "https://ada@app.example.com"],
    ["--allow-origin", "ftp://app.example.com"],
    ["--public-url", "mcp.example.com/mcp"],
    ["--public-url", "ftp://mcp.example.com/mcp"],
    ["--public-url", "https://mcp.example.com/mcp?x=1"],
    ["--public-url", "https://mcp.example.com/mcp#x"],
    ["--public-url", "https://ada:secret@mcp.example.com/mcp"],
  ])("refuse %s %s", (flag, value) => {
    expect(() => read([`${flag}=${value}`])).toThrow(`${flag}: expected`);
    expect(() => read([`${flag}=${value}`])).not.toThrow("ada:secret");
  });
});
