import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { describe, expect, it } from "vitest";
import { cliOf, demoZoom } from "./test/run-cli.ts";

describe("a name that is a resource and a shortcut", () => {
  const cli = cliOf({ catalog: manifest, emulator: demoZoom() });

  it("is the shortcut before an id, and the resource before its verbs", async () => {
    const long = await cli("attendance report 91974973765 --json");
    expect(long.code).toBe(0);
    expect((await cli("attendance 91974973765 --json")).stdout).toBe(long.stdout);
    expect((await cli("attendance --json 91974973765")).stdout).toBe(long.stdout);
    expect((await cli("attendance --help")).stdout).toContain("attendance <webinar-id> is short for attendance report <webinar-id>.");
    expect((await cli("attendance repot 91974973765")).stderr).toContain("did you mean report?");
    expect((await cli("attendance")).code).toBe(2);
  });

  it("is what messages call a command that was typed by it", async () => {
    const sentence = 'webinar "Tides" on 2032-03-01 at 10:00';
    const { code, stderr } = await cli(["schedule", sentence, "--host", "ada@example.com"]);
    expect([code, stderr]).toEqual([3, expect.stringContaining("zoom-webinar schedule needs a confirmation")]);
    const long = await cli(["webinars", "create-from-sentence", sentence, "--host", "ada@example.com"]);
    expect(long.stderr).toContain("zoom-webinar webinars create-from-sentence needs a confirmation");
    expect((await cli("schedule --help")).stdout).toContain("Asks first, showing what it will touch");
  });

  it("goes with the words that people type for others", async () => {
    const read = async (line: string) => ({ ...JSON.parse((await cli(line)).stdout), read_at: null });
    expect(await read("calendar --json")).toEqual(await read("webinars calendar --json"));
    expect((await cli("webinars copy --help")).stdout).toBe((await cli("webinars clone --help")).stdout);
    // Whoever reads a calendar reads it in their own zone, as every table.
    expect(JSON.parse((await cli("calendar --json")).stdout).timezone).toBe("UTC");
    expect(JSON.parse((await cli("calendar --json --zone Asia/Tokyo")).stdout).timezone).toBe("Asia/Tokyo");
    expect(JSON.parse((await cli("calendar --json", { zone: "America/Denver" })).stdout).timezone).toBe("America/Denver");
    for (const word of ["ls", "rm"]) expect((await cli(`webinars ${word} --help`)).code).toBe(0);
  });
});
