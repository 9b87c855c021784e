import { describe, expect, it } from "vitest";
import { createGuard } from "./guards.ts";

const local = createGuard({ host: "127.0.0.1", allowHosts: [], allowOrigins: [] }, 3000);

describe("Host", () => {
  it.each(["127.0.0.1:3000", "localhost:3000", "LOCALHOST:3000", "[::1]:3000"])("%s is ours", (host) => expect(local({ host })).toBeNull());

  it.each([
    undefined,
    "",
    "evil.example.com",
    "evil.example.com:3000",
    "127.0.0.1",
    "127.0.0.1:3001",
    "127.0.0.1:03000",
    "127.0.0.1.nip.io:3000",
    "localhost.:3000",
    "localhost.evil.example.com:3000",
    "evil.example.com@localhost:3000",
    "localhost:3000@evil.example.com",
    "localhost:3000, evil.example.com",
    "localhost:3000\t",
    "2130706433:3000",
    "0x7f.1:3000",
    "0.0.0.0:3000",
    "[::ffff:127.0.0.1]:3000",
    "[::]:3000",
  ])("%s is foreign", (host) => expect(local({ host })).toContain("Host"));

  it("port 80 may be left out, as browsers do", () => {
    const guard = createGuard({ host: "127.0.0.1", allowHosts: [], allowOrigins: [] }, 80);
    expect(guard({ host: "localhost", origin: "http://localhost" })).toBeNull();
  });

  it("names that the operator allows are served: on every port, or on the one named", () => {
    const guard = createGuard({ host: "0.0.0.0", allowHosts: ["mcp.example.com", "other.example.com:8443"], allowOrigins: [] }, 3000);
    expect(guard({ host: "mcp.example.com" })).toBeNull();
    expect(guard({ host: "mcp.example.com:443" })).toBeNull();
    expect(guard({ host: "other.example.com:8443" })).toBeNull();
    expect(guard({ host: "other.example.com" })).not.toBeNull();
    expect(guard({ host: "evil.example.com" })).not.toBeNull();
  });

  it("a bind to one address serves that address; a bind to all names none by itself", () => {
    expect(createGuard({ host: "192.0.2.7", allowHosts: [], allowOrigins: [] }, 3000)({ host: "192.0.2.7:3000" })).toBeNull();
    expect(createGuard({ host: "2001:db8::7", allowHosts: [], allowOrigins: [] }, 3000)({ host: "[2001:db8::7]:3000" })).toBeNull();
    expect(createGuard({ host: "0.0.0.0", allowHosts: [], allowOrigins: [] }, 3000)({ host: "0.0.0.0:3000" })).not.toBeNull();
    expect(createGuard({ host: "::", allowHosts: [], allowOrigins: [] }, 3000)({ host: "[::]:3000" })).not.toBeNull();
  });
});

describe("Origin", () => {
  const host = "127.0.0.1:3000";
  it.each([undefined, "http://127.0.0.1:3000", "http://localhost:3000", "http://[::1]:3000"])("%s may call", (origin) =>
    expect(local({ host, origin })).toBeNull(),
  );

  it.each([
    "",
    "null",
    "https://evil.example.com",
    "http://localhost",
    "http://localhost:5173",
    "https://localhost:3000",
    "http://localhost:3000.evil.example.com",
    "http://evil.example.com#http://localhost:3000",
    "file://",
    "chrome-extension://abc",
  ])("%s may not", (origin) => expect(local({ host, origin })).toContain("Origin"));

  it("an origin that the operator allows may call", () => {
    const guard = createGuard({ host: "127.0.0.1", allowHosts: [], allowOrigins: ["https://app.example.com"] }, 3000);
    expect(guard({ host, origin: "https://app.example.com" })).toBeNull();
    expect(guard({ host, origin: "http://app.example.com" })).not.toBeNull();
  });
});
