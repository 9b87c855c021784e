import { ForbiddenError, NotFoundError, ScopeError } from "@zoom-webinar/foundation";
import type { ZoomClient } from "@zoom-webinar/zoom-client";
import { describe, expect, it } from "vitest";
import { hostZone } from "./host-zone.ts";
import { localTime } from "./local-time.ts";
import { isKnownZone, showInZone } from "./start-time.ts";
import { wallMinute } from "./wall-minute.ts";

const UTC = "2027-03-14T07:30:45Z";

describe("a moment in the time of a zone", () => {
  it.each([
    ["America/New_York", "2027-03-14T03:30"],
    ["Asia/Kathmandu", "2027-03-14T13:15"],
    ["Pacific/Kiritimati", "2027-03-14T21:30"],
    ["Pacific/Niue", "2027-03-13T20:30"],
    ["UTC", "2027-03-14T07:30"],
  ])("is what clocks there show, in each form: %s", async (zone, wall) => {
    expect(wallMinute(UTC, zone)).toBe(wall);
    expect(await localTime(UTC, zone)).toBe(`${wall}:45`);
    expect(await showInZone(UTC, zone)).toBe(`${wall.replace("T", " ")} ${zone}`);
    expect(isKnownZone(zone)).toBe(true);
  });

  it("is nothing, or stays in UTC, in a zone that this machine does not know", async () => {
    const zone = "Mars/Olympus_Mons";
    expect([wallMinute(UTC, zone), await localTime(UTC, zone), await showInZone(UTC, zone), isKnownZone(zone)]).toEqual([null, null, UTC, false]);
    expect(wallMinute(UTC, zone)).toBeNull();
  });

  it("is nothing if it is not a moment", async () => {
    expect([wallMinute("soon", "UTC"), await localTime("soon", "UTC"), await showInZone("soon", "UTC")]).toEqual([null, null, "soon"]);
  });

  it("at midnight is the new day", () => {
    expect(wallMinute("2027-03-01T00:00:00Z", "UTC")).toBe("2027-03-01T00:00");
  });
});

describe("the zone of a host", () => {
  const zoneOf = (answer: unknown) => {
    const asked: unknown[] = [];
    const call = async (...given: unknown[]) => {
      asked.push(given);
      if (answer instanceof Error) throw answer;
      return answer;
    };
    // Only `call` is used of it.
    return { zone: hostZone({ call } as unknown as ZoomClient, "ada@example.com"), asked };
  };

  it("is that of the profile, asked only when it is needed", async () => {
    const { zone, asked } = zoneOf({ timezone: "Europe/Berlin" });
    expect(asked).toEqual([]);
    expect(await zone()).toBe("Europe/Berlin");
    expect(asked).toEqual([["GET /users/{userId}", { path: { userId: "ada@example.com" } }]]);
  });

  it.each([
    ["the profile has none", {}],
    ["it is empty", { timezone: "" }],
    ["the app may not read users", new ScopeError("no", ["user:read:user:admin"])],
    ["the role may not read users", new ForbiddenError("no")],
  ])("is not known if %s", async (_name, answer) => {
    expect(await zoneOf(answer).zone()).toBeNull();
  });

  it("is an error if there is no such host, or something else failed", async () => {
    for (const error of [new NotFoundError("no"), new TypeError("x")]) await expect(zoneOf(error).zone()).rejects.toBe(error);
  });
});
