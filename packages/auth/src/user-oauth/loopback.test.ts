import { connect } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { listenForCode } from "./loopback.ts";

afterEach(() => vi.useRealTimers());

describe("the wait for the browser", () => {
  it.each([
    ["nobody agrees in time", () => vi.advanceTimersByTime(1000), { code: "auth_failed" }],
    ["the user interrupts", (interrupt: AbortController) => interrupt.abort(new Error("interrupted")), { message: "interrupted" }],
  ])("leaves no timer behind if %s", async (_name, end, error) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const loopback = await listenForCode("state");
    const interrupt = new AbortController();
    const before = vi.getTimerCount();
    const waiting = loopback.code({ timeoutMs: 1000, signal: interrupt.signal });
    expect(vi.getTimerCount()).toBe(before + 1);
    end(interrupt);
    await expect(waiting).rejects.toMatchObject(error);
    expect(vi.getTimerCount()).toBe(before);
    await loopback.close();
  });

  it("ends at once if the browser holds a connection on which it asks nothing, and after the page that is under way", async () => {
    const loopback = await listenForCode("state");
    const { port } = new URL(loopback.redirectUri);
    const spare = connect(Number(port), "127.0.0.1");
    await new Promise((resolve) => spare.once("connect", resolve));
    const ended = new Promise((resolve) => spare.once("close", resolve));
    const page = fetch(`${loopback.redirectUri}?code=abc&state=state`);
    expect(await loopback.code({ timeoutMs: 60_000 })).toBe("abc");
    await loopback.close();
    expect(await (await page).text()).toContain("You are signed in.");
    await ended;
  });
});
