import { isZoomWebinarError } from "@zoom-webinar/foundation";
import type { Session } from "@zoom-webinar/webinar-core";
import { type AnyOperation, edgeOfDay, hostZone, readDayWords } from "@zoom-webinar/webinar-core/doors";

/** Whose days are meant, and from when they count. */
interface Speaker {
  /** Asked only if a day is given. */
  zone(): Promise<string>;
  /** What time it is for whoever schedules, in milliseconds since the epoch. */
  now(): Promise<number>;
  /** Told how each was read. */
  remark(line: string): Promise<void>;
}

/** Longer text is no day. */
const MOST_CHARACTERS = 32;
const DAY = /^\s*\d{4}-\d{2}-\d{2}\s*$/;

/**
 * An input with days in place of words for them: "tomorrow", "last monday", "2 weeks ago". If a field takes an instant as well, a day is one of the
 * speaker's zone: it becomes the instant at which it begins or ends there. What is no day stays as it is.
 */
export const withDays = async (
  operation: AnyOperation,
  input: Readonly<Record<string, unknown>>,
  { zone, now, remark }: Speaker,
): Promise<Record<string, unknown>> => {
  const whole: Record<string, unknown> = { ...input };
  let asked: Promise<string> | undefined;
  const zoneOnce = () => {
    asked ??= zone();
    return asked;
  };
  const takes = (name: string, value: string) => !operation.input.safeParse({ [name]: value }).error?.issues.some(({ path }) => path[0] === name);
  const edges: Readonly<Record<string, "start" | "end" | undefined>> = operation.cli?.days ?? {};
  const inWords = async (name: string, value: string): Promise<string | null> => {
    if (value.length > MOST_CHARACTERS || !/^\s*[a-z\d]+(\s|$)/i.test(value) || (edges[name] === undefined && takes(name, value))) return null;
    const day = await readDayWords(value, { zone: await zoneOnce(), nowMs: await now() });
    return day !== null && takes(name, day) ? day : null;
  };
  let isZoned = false;
  for (const [name, value] of Object.entries(input)) {
    if (typeof value !== "string") continue;
    const read = await inWords(name, value);
    if (read !== null) await remark(`"${value.trim()}" was read as ${read}.`);
    const day = read ?? value;
    const edge = edges[name];
    const instant = edge === undefined || !DAY.test(day) || (await zoneOnce()) === "UTC" ? null : await edgeOfDay(day.trim(), await zoneOnce(), edge);
    isZoned ||= instant !== null;
    whole[name] = instant ?? day;
  }
  if (isZoned) await remark(`Days are those of ${await zoneOnce()}; --zone names another zone.`);
  return whole;
};

/** The zone of the one host whom a command is about, by their profile, as the times of their webinars are; null if it names none, or none that Zoom shows. */
export const zoneOfHost = async (
  { cli }: AnyOperation,
  input: Readonly<Record<string, unknown>>,
  { zoom }: Pick<Session, "zoom">,
): Promise<string | null> => {
  const field = cli?.host ?? Object.entries(cli?.flags ?? {}).find(([, flag]) => flag === "host")?.[0];
  const host = field === undefined ? undefined : input[field];
  if (typeof host !== "string") return null;
  try {
    return await hostZone(zoom, host)();
  } catch (error) {
    // A name that stands for nobody is refused where it is looked up.
    if (isZoomWebinarError(error) && error.code === "not_found") return null;
    throw error;
  }
};
