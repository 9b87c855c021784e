const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;

/** Every instant inside a text. */
export const INSTANTS = /(?<![\w:.-])\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z(?!\w)/g;

/** Whether a value is an instant as our answers hold it, in UTC. */
export const isInstant = (value: unknown): value is string => typeof value === "string" && INSTANT.test(value);

const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

/** Whether a value is a time by the clock on a wall, without a zone. */
export const isWallTime = (value: unknown): value is string => typeof value === "string" && WALL_TIME.test(value);

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (zone: string): Intl.DateTimeFormat => {
  const kept = formatters.get(zone);
  if (kept !== undefined) return kept;
  const parts = { weekday: "short", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
  const made = new Intl.DateTimeFormat("en-GB", { ...parts, hourCycle: "h23", timeZone: zone });
  formatters.set(zone, made);
  return made;
};

/** An instant as people write it: "Tue 2032-04-13 15:00", in this zone; as it is if the zone is unknown. */
export const localTime = (instant: string, zone: string): string => {
  try {
    const parts = Object.fromEntries(
      formatterOf(zone)
        .formatToParts(new Date(instant))
        .map(({ type, value }) => [type, value]),
    );
    return `${parts.weekday} ${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
  } catch {
    return instant; // Zoom keeps zones under names that not every Node knows
  }
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Short names of some instants, for heads of columns: "2 Feb", or with the hour or the year if two would read the same. */
export const dayNames = (instants: readonly string[], zone: string): ReadonlyMap<string, string> => {
  const times = instants.map((instant) => localTime(instant, zone));
  const parts = times.map((time) => /^\w+ (\d{4})-(\d{2})-(\d{2}) (.+)$/.exec(time) ?? []);
  const days = parts.map(([whole = "", , month = "", day = ""]) => (whole === "" ? "" : `${Number(day)} ${MONTHS[Number(month) - 1] ?? ""}`));
  const forms = [days, parts.map(([, , , , clock = ""], at) => `${days[at]} ${clock}`), times];
  const names = forms.find((form) => new Set(form).size === form.length) ?? instants;
  return new Map(instants.map((instant, at) => [instant, names[at] ?? instant]));
};

let machineZone: string | undefined;

/** The viewer's own zone. Asked for only if a time is shown: Node takes longer for it than for all else of a short command. */
export const viewerZone = (): string => {
  machineZone ??= new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return machineZone;
};

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How another clock goes beside this one: "1 hour 45 minutes ahead of", "2 days behind", "the same as". */
export const aheadBy = (instant: string, now: number): string => {
  const minutes = Math.round((Date.parse(instant) - now) / 60_000);
  if (minutes === 0) return "the same as";
  let rest = Math.abs(minutes) * 60_000;
  const words = UNITS.flatMap(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count === 0 ? [] : [`${count} ${unit}${count === 1 ? "" : "s"}`];
  });
  return `${words.slice(0, 2).join(" ")} ${minutes > 0 ? "ahead of" : "behind"}`;
};

/** How far an instant is from now: "in 3 days", "2 hours ago", "now". */
export const fromNow = (instant: string, now: number): string => {
  const ms = Date.parse(instant) - now;
  const [unit, length] = UNITS.find(([, each]) => Math.abs(ms) >= each) ?? ["minute", 60_000];
  const count = Math.trunc(ms / length);
  if (count === 0) return "now";
  const words = `${Math.abs(count)} ${unit}${Math.abs(count) === 1 ? "" : "s"}`;
  return count > 0 ? `in ${words}` : `${words} ago`;
};

/** A start as sentences have it: "2032-04-12 10:00 Europe/Berlin (08:00 UTC)". What is followed by "=" is in the reader's zone already. */
const TOLD_START = /(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}) ([A-Za-z][\w+/-]*) \((?:(\d{4}-\d{2}-\d{2}) )?(\d{2}:\d{2}) UTC\)(?! =)/g;

/** A text whose starts are told in the reader's zone as well, if its clocks show another time than the webinar's and UTC. */
export const withViewerTimes = (text: string, zoneOfViewer: () => string): string =>
  text.replace(TOLD_START, (told: string, day: string, time: string, _zone: string, utcDay: string | undefined, utcTime: string) => {
    const zone = zoneOfViewer();
    const [weekday, ownDay, ownTime] = localTime(`${utcDay ?? day}T${utcTime}:00Z`, zone).split(" ");
    const isSame = [`${day} ${time}`, `${utcDay ?? day} ${utcTime}`].includes(`${ownDay} ${ownTime}`);
    return isSame || ownTime === undefined
      ? told
      : `${told.slice(0, -1)}; ${ownDay === day ? "" : `${weekday} ${ownDay} `}${ownTime} in your zone, ${zone})`;
  });
