import { loadTemporal } from "./temporal.ts";

/** An instant as wall time of a zone, "2032-03-01T10:00:00"; null for a zone that this machine does not know, or what is not an instant. */
export const localTime = async (utc: string, timezone: string): Promise<string | null> => {
  const Temporal = await loadTemporal();
  try {
    return Temporal.Instant.from(utc).toZonedDateTimeISO(timezone).toPlainDateTime().toString({ smallestUnit: "second" });
  } catch {
    return null; // Zoom may send a zone that this machine does not know
  }
};
