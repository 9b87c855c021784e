import { localTime } from "./local-time.ts";
import { describeReading } from "./start-time.ts";

/** An instant for a sentence: "2032-03-01 10:00 America/New_York (15:00 UTC)"; in UTC alone if no zone is known. */
export const toldTime = async (utc: string, timezone: string | null): Promise<string> => {
  const local = timezone === null || timezone === "UTC" ? null : await localTime(utc, timezone);
  return timezone === null || local === null ? `${utc.slice(0, 16).replace("T", " ")} UTC` : describeReading({ utc, local, timezone });
};
