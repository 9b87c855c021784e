const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
    formats.set(zone, format);
  }
  return format;
};

/** Wall time of an instant in a zone, as if it were UTC: milliseconds. */
export const wallOf = (ms: number, zone: string): number => {
  // "3/1/2032, 10:00"; taking it apart here is faster than formatToParts
  const [month = 1, day = 1, year = 0, hour = 0, minute = 0] = (formatOf(zone).format(ms).match(/\d+/g) ?? []).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute);
};

/** The instant of a wall time "2032-03-01T10:00" in a zone; of an hour that clocks skip, one beside it. */
export const instantOf = (wall: string, zone: string): number => {
  const asUtc = Date.parse(`${wall.slice(0, 16)}:00Z`);
  const first = asUtc - (wallOf(asUtc, zone) - asUtc);
  return asUtc - (wallOf(first, zone) - first);
};

/** Minutes east of UTC at a wall time. */
export const offsetAt = (zone: string, wall: string): number => {
  const ms = instantOf(wall, zone);
  return Math.round((wallOf(ms, zone) - ms) / 60_000);
};

/** True if two zones have the same offsets in January and July, as Paris and Berlin do. */
export const sharesRules = (one: string, other: string): boolean =>
  ["2032-01-15T12:00", "2032-07-15T12:00"].every((wall) => offsetAt(one, wall) === offsetAt(other, wall));
