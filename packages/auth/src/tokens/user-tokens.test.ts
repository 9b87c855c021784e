import { memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { rotatingZoom, USER_PROFILE } from "@zoom-webinar/testing/rotating-zoom";
import { describe, expect, it } from "vitest";
import { toCredentials } from "../profiles/find-credentials.ts";
import { type ProfileStore, profileStore } from "../profiles/profile-store.ts";
import { createTokens } from "./create-tokens.ts";

const setUp = async (wrap: (profiles: ProfileStore) => ProfileStore = (profiles) => profiles) => {
  const clock = virtualClock();
  const zoom = rotatingZoom();
  const store = memoryStore({ clock });
  const profiles = profileStore(memoryStore({ clock }));
  await profiles.put("me", USER_PROFILE);
  const source = (send = zoom.send) =>
    createTokens(toCredentials("me", USER_PROFILE, wrap(profiles)), { send, store, clock, oauthBaseUrl: "https://zoom.us", allowBaseUrl: false });
  const stored = async () => {
    const profile = await profiles.get("me");
    return profile?.kind === "user" ? profile.refreshToken : null;
  };
  return { clock, zoom, profiles, source, stored };
};

describe("user tokens", () => {
  it("name the public client in the form, and no secret", async () => {
    const { zoom, source } = await setUp();
    await source().get();
    const [request] = zoom.requests;
    expect(request?.headers).not.toHaveProperty("authorization");
    expect(request?.body).toBe("grant_type=refresh_token&refresh_token=canary-refresh-0&client_id=public-app");
  });

  it("store the new refresh token before the access token is given to anybody, one request for fifty callers of two token sources", async () => {
    const { zoom, source, stored } = await setUp();
    const [a, b] = [source(), source()];
    const tokens = await Promise.all(Array.from({ length: 50 }, async (_, at) => [(await (at % 2 ? a : b).get()).value, await stored()]));
    expect(new Set(tokens.map(String))).toEqual(new Set(["canary-access-1,canary-refresh-1"]));
    expect(zoom.requests).toHaveLength(1);
  });

  it("renew five minutes early, once for callers with the same stale token", async () => {
    const { clock, zoom, source, stored } = await setUp();
    const tokens = source();
    const first = await tokens.get();
    clock.advance(3_600_000 - 5 * 60_000 - 1);
    expect((await tokens.get()).value).toBe(first.value);
    clock.advance(1);
    const second = await tokens.get();
    await Promise.all([tokens.renew(second), tokens.renew(second)]);
    expect([zoom.requests.length, await stored(), zoom.refused]).toEqual([3, "canary-refresh-3", 0]);
  });

  it("give no token whose refresh token could not be saved, and save it at the next try", async () => {
    let isFull = true;
    const { zoom, source, stored } = await setUp((profiles) => ({
      ...profiles,
      keeperOf: (...args) => {
        const keeper = profiles.keeperOf(...args);
        return { ...keeper, replace: (...given) => (isFull ? Promise.reject(new Error("ENOSPC")) : keeper.replace(...given)) };
      },
    }));
    const tokens = source();
    const error = await tokens.get().catch((caught: Error) => caught);
    expect(error).toMatchObject({ code: "auth_failed", message: expect.stringContaining("could not be saved") });
    expect(JSON.stringify(error)).not.toContain("canary");
    expect([await stored(), await tokens.peek()]).toEqual(["canary-refresh-0", null]);
    await expect(tokens.get()).rejects.toMatchObject({ code: "auth_failed" });
    expect(zoom.requests).toHaveLength(1);
    isFull = false;
    expect((await tokens.get()).value).toBe("canary-access-2");
    expect([await stored(), zoom.refused]).toEqual(["canary-refresh-2", 0]);
  });

  it("go on with the token that another process stored, if it was first", async () => {
    const { zoom, source, profiles } = await setUp();
    const other = profiles.keeperOf("me", "sign-in-1");
    const send: typeof zoom.send = async (request) => {
      if (zoom.requests.length > 0) return zoom.send(request);
      // Another process, which was taken for dead, redeems the same token while our request is on its way.
      zoom.answer(request);
      await other.replace("canary-refresh-0", zoom.current);
      return zoom.send(request);
    };
    expect((await source(send).get()).value).toBe("canary-access-2");
    expect(zoom.refused).toBe(1);
  });

  it("say to sign in again if the refresh token is dead, or the sign-in is gone", async () => {
    const { zoom, source, profiles } = await setUp();
    zoom.current = "canary-refresh-9";
    const hint = expect.stringContaining("zoom-webinar auth login");
    await expect(source().get()).rejects.toMatchObject({ code: "auth_failed", hint, message: expect.stringContaining("Invalid Token!") });
    await profiles.put("me", { ...USER_PROFILE, signInId: "sign-in-2" });
    await expect(source().get()).rejects.toMatchObject({ code: "auth_missing", hint });
    await profiles.remove("me");
    await expect(source().get()).rejects.toMatchObject({ code: "auth_missing", hint });
  });
});
