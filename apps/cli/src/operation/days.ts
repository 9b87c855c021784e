import { type AnyOperation, edgeOfDay, readDayWords } from "@zoom-webinar/webinar-core/doors";

/** Who says a day, and when. */
interface Speaker {
  zone(): string;
  readonly nowMs: number;
  /** Told how each was read. */
  remark(line: string): Promise<void>;
}

/** Longer text is no day. */
const MOST_CHARACTERS = 24;
const DAY = /^\s*\d{4}-\d{2}-\d{2}\s*$/;

/**
 * An input with days in place of words for them: "tomorrow", "last monday", "2 weeks ago". If a field takes an instant as well, a day is one of the
 * viewer's zone: it becomes the instant at which it begins or ends there. What is no day stays as it is.
 */
export const withDays = async (
  operation: AnyOperation,
  input: Readonly<Record<string, unknown>>,
  { zone, nowMs, remark }: Speaker,
): Promise<Record<string, unknown>> => {
  const whole: Record<string, unknown> = { ...input };
  const takes = (name: string, value: string) => !operation.input.safeParse({ [name]: value }).error?.issues.some(({ path }) => path[0] === name);
  const edges: Readonly<Record<string, "start" | "end" | undefined>> = operation.cli?.days ?? {};
  const inWords = async (name: string, value: string): Promise<string | null> => {
    if (value.length > MOST_CHARACTERS || !/^\s*[a-z\d]+(\s|$)/i.test(value) || (edges[name] === undefined && takes(name, value))) return null;
    const day = await readDayWords(value, { zone: zone(), nowMs });
    return day !== null && takes(name, day) ? day : null;
  };
  let isZoned = false;
  for (const [name, value] of Object.entries(input)) {
    if (typeof value !== "string") continue;
    const read = await inWords(name, value);
    if (read !== null) await remark(`"${value.trim()}" was read as ${read}.`);
    const day = read ?? value;
    const edge = edges[name];
    const instant = edge === undefined || !DAY.test(day) || zone() === "UTC" ? null : await edgeOfDay(day.trim(), zone(), edge);
    isZoned ||= instant !== null;
    whole[name] = instant ?? day;
  }
  if (isZoned) await remark(`Days are those of ${zone()}; --zone names another zone.`);
  return whole;
};
