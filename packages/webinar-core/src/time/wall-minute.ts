const formats = new Map<string, Intl.DateTimeFormat | null>();

const formatOf = (timezone: string): Intl.DateTimeFormat | null => {
  try {
    // The Swedish form of a date is the one of ISO.
    return new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, dateStyle: "short", timeStyle: "short" });
  } catch {
    return null; // Zoom may send a zone that this machine does not know
  }
};

/** An instant as wall time of a zone, "2032-03-01T10:00"; null for an invalid instant or zone. `localTime` says the seconds too. */
export const wallMinute = (utc: string, timezone: string): string | null => {
  const format = formats.get(timezone) ?? formatOf(timezone);
  if (formats.size < 1_000) formats.set(timezone, format);
  const at = Date.parse(utc);
  return format === null || Number.isNaN(at) ? null : format.format(at).replace(" ", "T");
};
