import { type AnyOperation, readDayWords } from "@zoom-webinar/webinar-core/doors";

/** Who says a day in words, and when. */
interface Speaker {
  zone(): string;
  readonly nowMs: number;
  /** Told how each was read. */
  remark(line: string): Promise<void>;
}

/** Longer text is no day. */
const MOST_CHARACTERS = 24;

/** An input with days in place of words for them: "tomorrow", "last monday", "2 weeks ago". What is no day in words stays as it is. */
export const withDays = async (
  operation: AnyOperation,
  input: Readonly<Record<string, unknown>>,
  { zone, nowMs, remark }: Speaker,
): Promise<Record<string, unknown>> => {
  const whole: Record<string, unknown> = { ...input };
  const takes = (name: string, value: string) => !operation.input.safeParse({ [name]: value }).error?.issues.some(({ path }) => path[0] === name);
  for (const [name, value] of Object.entries(input)) {
    if (typeof value !== "string" || value.length > MOST_CHARACTERS || !/^\s*[a-z\d]+(\s|$)/i.test(value)) continue;
    if (operation.cli?.days?.includes(name) !== true && takes(name, value)) continue;
    const day = await readDayWords(value, { zone: zone(), nowMs });
    if (day === null || !takes(name, day)) continue;
    whole[name] = day;
    await remark(`"${value.trim()}" was read as ${day}.`);
  }
  return whole;
};
