import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";

const setUp = async () => {
  const emulator = demoZoom();
  const before = await emulator.state.webinars();
  const creations = () => emulator.requests().filter(({ endpoint }) => endpoint === "POST /users/{userId}/webinars").length;
  const isClean = async () => JSON.stringify(await emulator.state.webinars()) === JSON.stringify(before);
  return { run: cliOf({ catalog: manifest, emulator }), creations, isClean };
};

describe("doctor --live-audit", () => {
  it("says what it will do and asks; after a yes it runs, after a no it changes nothing", async () => {
    const { run, creations, isClean } = await setUp();
    const refused = await run("doctor --live-audit", { columns: 80, keys: "n\r" });
    expect([refused.code, creations()]).toEqual([3, 0]);
    expect(refused.stderr).toContain("example.com; nobody reads mail there");
    const agreed = await run("doctor --live-audit", { columns: 80, keys: "y\r" });
    expect(agreed.stdout.replaceAll(/\s+/g, " ")).toMatch(
      /live audit: found out \d+ of the things that Zoom's documents leave open; the throwaway webinar \d+ is removed/,
    );
    expect(agreed.stdout).toMatch(/^duplicateRegistrant +same or remail \(/m);
    expect(agreed.stdout).toMatch(/\n\d\d more switches were not seen: --verbose names each, and why\.\n$/);
    expect(agreed.stdout).not.toContain("pendingMail");
    expect([creations(), await isClean()]).toEqual([1, true]);
  });

  it("needs --yes if nobody can be asked, accepts a host's e-mail address, and prints JSON", async () => {
    const { run, creations, isClean } = await setUp();
    expect((await run("doctor --live-audit --json")).code).toBe(3);
    expect(creations()).toBe(0);
    const { stdout } = await run("doctor --live-audit grace@example.com --yes --json");
    expect(JSON.parse(stdout)).toMatchObject({
      live_audit: {
        host: "grace@example.com",
        removed: true,
        switches: expect.arrayContaining([expect.objectContaining({ switch: "statusReply", holds: 204 })]),
      },
    });
    expect((await run("doctor --live-audit nobody@example.com --yes")).stdout).toContain("error    live audit: ");
    expect((await run("doctor --live-audit --safety read-only")).code).toBe(3);
    expect(await isClean()).toBe(true);
  });

  it("names what was not seen one by one with --verbose, and always in JSON", async () => {
    const { run } = await setUp();
    const { stdout } = await run("doctor --live-audit --yes --verbose");
    expect(stdout).toMatch(/^pendingMail +not seen: shows only in a mailbox/m);
    expect(stdout).not.toContain("more switches");
    const { live_audit } = JSON.parse((await run("doctor --live-audit --yes --json")).stdout);
    expect(live_audit.not_seen).toHaveLength(stdout.match(/ not seen: /g)?.length ?? 0);
  });

  it("removes the webinar when it is interrupted, and exits with 130", async () => {
    const { run, creations, isClean } = await setUp();
    const interrupt = new AbortController();
    const onStderr = (text: string) => text.includes("throwaway webinar is") && interrupt.abort();
    expect((await run("doctor --live-audit --yes", { signal: interrupt.signal, onStderr })).code).toBe(130);
    expect([creations(), await isClean()]).toEqual([1, true]);
  });
});
