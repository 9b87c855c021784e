import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { type PromptReading, readPrompt } from "./read-prompt.ts";
import { readSentence } from "./read-sentence.ts";

const NOW = Date.UTC(2026, 11, 1, 14);
const HOST_ZONE = "America/New_York";
const DAY_MS = 86_400_000;
const RUNS = process.env.FAULTS === "long" ? 10_000 : 1_500;

/** The dates of a rule without our calendar: the days of a plain walk that fit, as moments by luxon. */
const datesByLuxon = ({ recurrence, starts }: PromptReading, from: string): string[] => {
  const rule = recurrence as { type: number; repeat_interval: number; end_times: number } & Record<string, string | number>;
  const dates: string[] = [];
  let begun: number | null = null;
  for (let ms = Date.parse(`${from.slice(0, 10)}T00:00:00Z`); dates.length < rule.end_times; ms += DAY_MS) {
    const day = new Date(ms);
    const weekday = day.getUTCDay() + 1;
    const date = day.getUTCDate();
    const isLast = new Date(ms + 7 * DAY_MS).getUTCMonth() !== day.getUTCMonth();
    const isNth = rule.monthly_week === -1 ? isLast : Math.ceil(date / 7) === rule.monthly_week;
    const isDate =
      rule.type === 1 ||
      (rule.type === 2 && Number(rule.weekly_days) === weekday && ((ms - (begun ?? ms)) / DAY_MS) % (7 * rule.repeat_interval) === 0) ||
      (rule.type === 3 && (rule.monthly_day === undefined ? rule.monthly_week_day === weekday && isNth : rule.monthly_day === date));
    if (!isDate) continue;
    begun ??= ms;
    const moment = DateTime.fromISO(`${day.toISOString().slice(0, 10)}${from.slice(10)}`, { zone: starts.timezone });
    dates.push(moment.toUTC().toISO({ suppressMilliseconds: true }) ?? "");
  }
  return dates;
};

/** What a sentence shall say, and one way to say it. */
interface Said<T> {
  value: T;
  words: string;
}
const oneOf = <T>(...ways: [T, ...string[]][]) =>
  fc.constantFrom(...ways.flatMap(([value, ...words]): Said<T>[] => words.map((said) => ({ value, words: said }))));

const MONTHS = "January February March April May June July August September October November December".split(" ");
const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const ordinal = (day: number) =>
  `${day}${day % 10 === 1 && day !== 11 ? "st" : day % 10 === 2 && day !== 12 ? "nd" : day % 10 === 3 && day !== 13 ? "rd" : "th"}`;

/** Not so far ahead that a day without its year has only just been: that one is refused. */
const day = fc.tuple(fc.integer({ min: 40, max: 330 }), fc.nat(7)).map(([after, way]): Said<DateTime> => {
  const date = DateTime.fromMillis(NOW, { zone: HOST_ZONE }).startOf("day").plus({ days: after });
  const month = MONTHS[date.month - 1] ?? "";
  const weekday = WEEKDAYS[date.weekday - 1] ?? "";
  const ways = [
    date.toISODate() ?? "",
    `${month} ${date.day}`,
    `${date.day} ${month} ${date.year}`,
    `${weekday}, ${month} ${ordinal(date.day)}`,
    `the ${ordinal(date.day)} of ${month}`,
    `${date.day}.${date.month}.${date.year}`,
    `${month.slice(0, 3)} ${date.day}, ${date.year}`,
    `${date.month}/${date.day}/${date.year}`,
  ];
  return { value: date, words: ways[way] ?? "" };
});

const clock = fc.tuple(fc.integer({ min: 7, max: 22 }), fc.constantFrom(0, 15, 30, 45), fc.nat(4)).map(([hour, minute, way]): Said<string> => {
  const mm = String(minute).padStart(2, "0");
  const half = hour < 12 ? "am" : "pm";
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  const ways = [
    `${String(hour).padStart(2, "0")}:${mm}`,
    minute === 0 ? `${twelve}${half}` : `${twelve}:${mm}${half}`,
    `${twelve}:${mm} ${half.toUpperCase()}`,
    `${twelve}.${mm} ${half.charAt(0)}.m.`,
    `${hour}h${mm}`,
  ];
  return { value: `${String(hour).padStart(2, "0")}:${mm}:00`, words: ways[way] ?? "" };
});

const length = oneOf<number>(
  [60, "", "for an hour", "1 hour", "lasting 60 minutes"],
  [90, "for 90 minutes", "1.5 hours", "an hour and a half", "for 1h30"],
  [45, "45 min", "for 45 minutes"],
  [30, "for half an hour", "30 mins"],
);
const zone = oneOf<string>(
  [HOST_ZONE, "", "ET", "New York time", "America/New_York"],
  ["Europe/Berlin", "Berlin time", "Europe/Berlin"],
  ["America/Los_Angeles", "PT", "Pacific time"],
  ["Asia/Tokyo", "JST", "Tokyo time"],
  ["UTC", "UTC"],
);
const topic = fc.constantFrom("AI Safety", "Tides", "Tax basics for nurses", "Caring at home", "Roof repair");
const settings = fc.subarray([
  ["with registration", { registration: "automatic" }],
  ["passcode tide7", { passcode: "tide7" }],
  ["with cloud recording", { recording: "cloud" }],
  ["with a practice session", { practice_session: true }],
  ["without Q&A", { qa: false }],
  ["alternative host kim@example.com", { alternative_hosts: ["kim@example.com"] }],
] as const);
const host = oneOf<string | null>(
  [null, ""],
  ["ada@example.com", "hosted by ada@example.com", "host: ada@example.com"],
  ["Grace Hopper", "hosted by Grace Hopper"],
);

const rhythm = fc.oneof(
  fc.tuple(fc.constantFrom(...WEEKDAYS), fc.integer({ min: 2, max: 12 }), fc.nat(2)).map(([weekday, times, way]) => ({
    words: [[`every ${weekday}`, `weekly on ${weekday}`, `${weekday}s`][way] ?? "", `${times} ${["times", "sessions", "dates"][way]}`],
    value: { type: 2, repeat_interval: 1, weekly_days: String(((WEEKDAYS.indexOf(weekday) + 1) % 7) + 1), end_times: times },
  })),
  fc.tuple(fc.constantFrom(...WEEKDAYS), fc.integer({ min: 2, max: 12 })).map(([weekday, times]) => ({
    words: [`every other ${weekday}`, `${times} times`],
    value: { type: 2, repeat_interval: 2, weekly_days: String(((WEEKDAYS.indexOf(weekday) + 1) % 7) + 1), end_times: times },
  })),
  fc
    .tuple(fc.constantFrom("first", "second", "third", "fourth", "last"), fc.constantFrom(...WEEKDAYS), fc.integer({ min: 2, max: 12 }))
    .map(([nth, weekday, times]) => ({
      words: [`the ${nth} ${weekday} of each month`, `${times} times`],
      value: {
        type: 3,
        repeat_interval: 1,
        monthly_week: nth === "last" ? -1 : ["first", "second", "third", "fourth"].indexOf(nth) + 1,
        monthly_week_day: ((WEEKDAYS.indexOf(weekday) + 1) % 7) + 1,
        end_times: times,
      },
    })),
  fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 2, max: 12 })).map(([date, times]) => ({
    words: [`on the ${ordinal(date)} of every month`, `${times} times`],
    value: { type: 3, repeat_interval: 1, monthly_day: date, end_times: times },
  })),
  fc
    .integer({ min: 2, max: 30 })
    .map((times) => ({ words: ["every day", `${times} times`], value: { type: 1, repeat_interval: 1, end_times: times } })),
);

/** Parts in an order by chance, with commas between. */
const inOrder = (parts: readonly string[], seeds: readonly number[]) =>
  parts
    .filter((part) => part !== "")
    .map((part, at) => ({ part, key: seeds[at] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ part }) => part)
    .join(", ");

describe("a reading that is written out as a sentence", { timeout: 900_000 }, () => {
  const common = fc.record({
    day,
    clock,
    length,
    zone,
    topic,
    settings,
    host,
    seeds: fc.array(fc.nat(1000), { minLength: 16, maxLength: 16 }),
    intro: fc.nat(3),
  });
  const rest = (
    said: Readonly<Record<"clock" | "zone" | "length" | "host", { words: string }>> & { settings: readonly (readonly [string, object])[] },
  ) => [
    `at ${said.clock.words}${said.zone.words === "" ? "" : ` ${said.zone.words}`}`,
    said.length.words,
    said.host.words,
    ...said.settings.map(([words]) => words),
  ];
  const introduce = (topic: string, way: number) =>
    [`webinar "${topic}"`, `Please schedule a webinar called ${topic}`, `a webinar about ${topic}`, `Topic: "${topic}"`][way] ?? "";

  it("is read back the same, one webinar", async () => {
    await fc.assert(
      fc.asyncProperty(common, async ({ seeds, intro, ...said }) => {
        const parts = [`on ${said.day.words}`, ...rest(said)];
        const sentence = `${introduce(said.topic, intro)}, ${inOrder(parts, seeds)}`;
        const read = readSentence(sentence, { nowMs: NOW, hostZone: HOST_ZONE });
        expect({ ...read, assumed: [], unused: read.unused }, sentence).toMatchObject({
          topic: said.topic,
          local: `${said.day.value.toISODate()}T${said.clock.value}`,
          timezone: said.zone.value,
          duration: said.length.value,
          host: said.host.value,
          recurrence: null,
          settings: Object.assign({}, ...said.settings.map(([, value]) => value)),
          unused: [],
        });
        const { starts } = await readPrompt(sentence, { nowMs: NOW, hostZone: HOST_ZONE });
        expect(Date.parse(starts.utc), sentence).toBe(
          DateTime.fromISO(`${said.day.value.toISODate()}T${said.clock.value}`, { zone: said.zone.value }).toMillis(),
        );
      }),
      { numRuns: RUNS * 0.6, seed: 20261128 },
    );
  });

  it("is read back the same, a series", async () => {
    await fc.assert(
      fc.asyncProperty(common, rhythm, async ({ seeds, intro, ...said }, often) => {
        const parts = [...often.words, `starting ${said.day.words}`, ...rest(said)];
        const sentence = `${introduce(said.topic, intro)}, ${inOrder(parts, seeds)}`;
        const read = readSentence(sentence, { nowMs: NOW, hostZone: HOST_ZONE });
        expect(read, sentence).toMatchObject({
          topic: said.topic,
          local: expect.stringMatching(new RegExp(`T${said.clock.value}$`)),
          timezone: said.zone.value,
          duration: said.length.value,
          host: said.host.value,
          recurrence: often.value,
          unused: [],
        });
        const planned = await readPrompt(sentence, { nowMs: NOW, hostZone: HOST_ZONE });
        expect(
          planned.series?.dates.map(({ utc }) => utc),
          sentence,
        ).toEqual(datesByLuxon(planned, `${said.day.value.toISODate()}T${said.clock.value}`));
      }),
      { numRuns: RUNS * 0.4, seed: 20261129 },
    );
  });
});

describe("random words", { timeout: 900_000 }, () => {
  it("never name a webinar without a day and a time among them", () => {
    const plain = fc.constantFrom(
      ..."webinar on about called the tides of a with please schedule for Grace and in 5 to or AI five host until from recording zoom topic: next, last. 2027 UTC no yes it market weekly".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 20 }), (words) => {
        expect(() => readSentence(words.join(" "), { nowMs: NOW, hostZone: HOST_ZONE })).toThrow(/prompt: /);
      }),
      { numRuns: RUNS, seed: 20261130 },
    );
  });

  it("are read or refused as an input, nothing else, whatever they are", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 80, unit: "grapheme" }),
          fc
            .array(fc.constantFrom("10:00", "on", "Friday", '"', "every", "until", "3/4", "Dec 9", "«", "at 5", "-", "\n", "EST", "x", "14h"), {
              maxLength: 14,
            })
            .map((words) => words.join(" ")),
        ),
        (text) => {
          try {
            expect(readSentence(text, { nowMs: NOW, hostZone: HOST_ZONE })).toMatchObject({
              topic: expect.stringMatching(/\S/),
              local: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00$/),
            });
          } catch (error) {
            expect(error).toMatchObject({
              code: "input_invalid",
              faults: [expect.objectContaining({ field: "prompt" })].concat((error as { faults: never[] }).faults.slice(1)),
            });
          }
        },
      ),
      { numRuns: RUNS, seed: 20261201 },
    );
  });
});
