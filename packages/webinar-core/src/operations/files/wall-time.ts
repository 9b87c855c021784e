import type { ReplyOf } from "@zoom-webinar/zoom-client";
import { readStartTime } from "../../time/start-time.ts";

export type ZoomWebinar = ReplyOf<"GET /webinars/{webinarId}">;

/** The start as a file has it: wall time in the webinar's zone. */
export const wallTime = async (utc: string, timezone: string): Promise<string> => {
  const { reading } = await readStartTime(utc, timezone, { hostZone: async () => null, operatorZone: null });
  return reading.local.replace(/:00$/, "");
};
