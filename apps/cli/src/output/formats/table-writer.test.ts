import { describe, expect, it } from "vitest";
import type { Row } from "../shape.ts";
import { openText } from "./text.ts";

describe("a table says each thing once", () => {
  const BERLIN = { start_time: "2032-03-01T13:30:00Z", local_start: "2032-03-01T14:30", timezone: "Europe/Berlin" };
  const NEW_YORK = { start_time: "2032-03-01T13:30:00Z", local_start: "2032-03-01T08:30", timezone: "America/New_York" };
  const UNTIMED = { start_time: null, local_start: null, timezone: "Europe/Berlin" };
  const headOf = async (rows: readonly Row[], { fields = null, zone }: { fields?: readonly string[] | null; zone?: string } = {}) => {
    const written: string[] = [];
    const viewing = { zone, viewerZone: () => "Asia/Tokyo", words: {} };
    const format = {
      shape: { columns: ["start_time", "local_start", "timezone"] },
      fields,
      width: null,
      isColored: false,
      isRaw: false,
      isFile: false,
      showsEach: false,
    };
    const writer = openText({ ...format, viewing, leaveOut: () => {}, now: () => 0, write: async (text) => void written.push(text) });
    await writer.rows(rows, {});
    return written.join("").split("\n");
  };

  it("names zones that differ behind each time, not in a column of their own", async () => {
    expect(await headOf([BERLIN, NEW_YORK])).toEqual([
      "start_time",
      "Mon 2032-03-01 14:30 Europe/Berlin",
      "Mon 2032-03-01 08:30 America/New_York",
      "",
    ]);
  });

  it("names one zone in the head of its times", async () => {
    expect((await headOf([BERLIN, UNTIMED]))[0]).toBe("start_time (Berlin)");
  });

  it("keeps a start by the webinar's clock if its instant is shown in another zone", async () => {
    expect((await headOf([BERLIN], { zone: "Asia/Tokyo" }))[0]).toBe("start_time (Tokyo)\tlocal_start");
  });

  it("keeps zones that no time names, also if they are the same", async () => {
    expect(await headOf([UNTIMED, UNTIMED])).toEqual(["start_time\tlocal_start\ttimezone", "\t\tEurope/Berlin", "\t\tEurope/Berlin", ""]);
  });

  it("shows what is asked for by name", async () => {
    const fields = ["start_time", "local_start", "timezone"];
    expect((await headOf([BERLIN], { fields }))[0]).toBe("start_time (Berlin)\tlocal_start\ttimezone");
  });
});
