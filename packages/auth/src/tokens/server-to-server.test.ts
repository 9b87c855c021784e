import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileStore, memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { describe, expect, it } from "vitest";
import type { HttpRequest, HttpResponse } from "../send.ts";
import { serverToServerTokens } from "./server-to-server.ts";

const credentials = { kind: "server-to-server", accountId: "acc-1", clientId: "client-1", clientSecret: "canary-secret-1" } as const;

const zoom = (answer: (n: number) => Partial<HttpResponse> = () => ({})) => {
  const requests: HttpRequest[] = [];
  const send = async (request: HttpRequest): Promise<HttpResponse> => {
    requests.push(request);
    await new Promise((resolve) => setImmediate(resolve));
    const body = {
      access_token: `token-number-${requests.length}`,
      token_type: "bearer",
      expires_in: 3600,
      scope: "webinar:read:admin user:read:admin",
      api_url: "https://api-us.zoom.us",
    };
    return { status: 200, headers: {}, text: JSON.stringify(body), ...answer(requests.length) };
  };
  return { requests, send };
};
const refusal = (status: number, body: object) => () => ({ status, text: JSON.stringify(body), headers: { "x-zm-trackingid": "WEB_1" } });

describe("server-to-server tokens", () => {
  it("lets the token be looked at without asking Zoom, also one that another process left in the store", async () => {
    const { requests, send } = zoom();
    const clock = virtualClock();
    const store = memoryStore({ clock });
    const make = () => serverToServerTokens({ credentials, send, store, clock });
    expect(await make().peek()).toBeNull();
    const token = await make().get();
    expect(await make().peek()).toEqual(token);
    clock.advance(56 * 60_000);
    expect(await make().peek()).toEqual(token);
    expect(requests).toHaveLength(1);
  });

  it("asks as Zoom documents it, and reads what Zoom says", async () => {
    const { requests, send } = zoom();
    const clock = virtualClock();
    const token = await serverToServerTokens({ credentials, send, store: memoryStore({ clock }), clock }).get();
    expect(requests[0]).toMatchObject({
      method: "POST",
      url: "https://zoom.us/oauth/token",
      body: "grant_type=account_credentials&account_id=acc-1",
    });
    expect(requests[0]?.headers.authorization).toBe(`Basic ${Buffer.from("client-1:canary-secret-1").toString("base64")}`);
    expect(token).toEqual({
      value: "token-number-1",
      expiresAtMs: clock.now() + 3_600_000,
      scopes: ["user:read:admin", "webinar:read:admin"],
      apiUrl: "https://api-us.zoom.us",
    });
  });

  it("makes one request for fifty callers", async () => {
    const { requests, send } = zoom();
    const clock = virtualClock();
    const source = serverToServerTokens({ credentials, send, store: memoryStore({ clock }), clock });
    const tokens = await Promise.all(Array.from({ length: 50 }, () => source.get()));
    expect(new Set(tokens.map(({ value }) => value))).toEqual(new Set(["token-number-1"]));
    expect(requests).toHaveLength(1);
  });

  it("renews five minutes before the end, and not a moment sooner", async () => {
    const { requests, send } = zoom();
    const clock = virtualClock();
    const source = serverToServerTokens({ credentials, send, store: memoryStore({ clock }), clock });
    await source.get();
    clock.advance(3_600_000 - 5 * 60_000 - 1);
    await source.get();
    expect(requests).toHaveLength(1);
    clock.advance(1);
    expect((await source.get()).value).toBe("token-number-2");
  });

  it("gives late callers with the same stale token the new one, with one request", async () => {
    const { requests, send } = zoom();
    const clock = virtualClock();
    const source = serverToServerTokens({ credentials, send, store: memoryStore({ clock }), clock });
    const stale = await source.get();
    const renewed = await Promise.all([source.renew(stale), source.renew(stale), source.renew(stale)]);
    expect(renewed.map(({ value }) => value)).toEqual(["token-number-2", "token-number-2", "token-number-2"]);
    expect((await source.renew(stale)).value).toBe("token-number-2");
    expect(requests).toHaveLength(2);
  });

  it("shares a token through a file store, and never across accounts", async () => {
    const dir = await mkdtemp(join(tmpdir(), "zw-auth-"));
    try {
      const { requests, send } = zoom();
      const clock = virtualClock();
      const source = (accountId: string, oauthBaseUrl = "https://zoom.us") =>
        serverToServerTokens({
          credentials: { ...credentials, accountId },
          send,
          store: fileStore({ folder: join(dir, "s"), clock }),
          clock,
          oauthBaseUrl,
        });
      const first = await source("acc-1").get();
      expect((await source("acc-1").get()).value).toBe(first.value);
      expect((await source("acc-2").get()).value).not.toBe(first.value);
      expect((await source("acc-1", "https://zoomgov.com").get()).value).not.toBe(first.value);
      expect(requests).toHaveLength(3);
    } finally {
      await rm(dir, { recursive: true });
    }
  });

  it.each([
    [400, { reason: "Invalid client_id or client_secret", error: "invalid_client" }, "auth_failed", "Invalid client_id or client_secret"],
    [400, { reason: "unsupported grant type", error: "unsupported_grant_type" }, "auth_failed", "unsupported grant type"],
    [400, { error: "invalid_grant" }, "auth_failed", "invalid_grant"],
    [503, {}, "zoom_unavailable", "down"],
  ])("HTTP %i %j is %s, with Zoom's reason and without the secret; asked once", async (status, body, code, text) => {
    const { requests, send } = zoom(refusal(status, body));
    const clock = virtualClock();
    const source = serverToServerTokens({ credentials, send, store: memoryStore({ clock }), clock });
    const error = await source.get().catch((caught: Error) => caught);
    expect(error).toMatchObject({ code, message: expect.stringContaining(text) });
    expect(JSON.stringify(error)).not.toContain("canary-secret-1");
    expect(requests).toHaveLength(1);
  });

  it("refuses an api_url outside Zoom", async () => {
    const { send } = zoom(() => ({ text: JSON.stringify({ access_token: "t-value", expires_in: 3600, api_url: "https://evil.example.com" }) }));
    const clock = virtualClock();
    await expect(serverToServerTokens({ credentials, send, store: memoryStore({ clock }), clock }).get()).rejects.toMatchObject({
      code: "input_invalid",
    });
  });

  it("lets one caller give up without taking the request from the others", async () => {
    const { requests, send } = zoom();
    const clock = virtualClock();
    const source = serverToServerTokens({ credentials, send, store: memoryStore({ clock }), clock });
    const stop = new AbortController();
    const leaving = source.get({ signal: stop.signal });
    const staying = source.get();
    stop.abort(new Error("gone"));
    await expect(leaving).rejects.toThrow("gone");
    expect((await staying).value).toBe("token-number-1");
    expect(requests).toHaveLength(1);
  });
});
