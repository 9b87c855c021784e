import { isZoomWebinarError } from "@zoom-webinar/foundation";
import { type Emulated, emulated, HOST, NOW } from "@zoom-webinar/testing/emulated";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createWebinar } from "./create.ts";
import { updateWebinar } from "./update.ts";

const RUNS = process.env.FAULTS === "long" ? 500 : 25;
const SEED = 20_270_115;
const CHANGES_EACH = 4;

const pad = (value: number) => String(value).padStart(2, "0");
const wall = fc
  .record({ month: fc.integer({ min: 2, max: 12 }), day: fc.integer({ min: 1, max: 28 }), hour: fc.integer({ min: 0, max: 23 }) })
  .map(({ month, day, hour }) => `2027-${pad(month)}-${pad(day)}T${pad(hour)}:30`);
const start = fc.oneof(
  wall,
  wall.map((text) => `${text}:00Z`),
);
const zone = fc.constantFrom(undefined, "America/New_York", "Europe/Berlin", "Asia/Kolkata", "UTC");
const end = fc.oneof(fc.record({ end_times: fc.integer({ min: 1, max: 8 }) }), fc.constant({ end_date_time: "2028-03-01" }));
const recurrence = fc
  .tuple(
    fc.oneof(
      fc.record({ type: fc.constant(1 as const), repeat_interval: fc.integer({ min: 1, max: 30 }) }),
      fc.record({ type: fc.constant(2 as const), weekly_days: fc.constantFrom("2", "3,5", "1,7") }),
      fc.record({ type: fc.constant(3 as const), monthly_day: fc.integer({ min: 1, max: 31 }) }),
      fc.record({
        type: fc.constant(3 as const),
        monthly_week: fc.constantFrom(1 as const, -1 as const),
        monthly_week_day: fc.constantFrom(2 as const, 6 as const),
      }),
    ),
    end,
  )
  .map(([rule, ends]) => ({ ...rule, ...ends }));
const timed = fc.record({ start_time: start, timezone: zone });
const change = fc.oneof(
  timed,
  fc.record({ recurrence }),
  fc.tuple(timed, recurrence).map(([times, rule]) => ({ ...times, recurrence: rule })),
  fc.record({ duration: fc.integer({ min: 15, max: 300 }) }),
  fc.record({ at: fc.nat(5), start_time: start }),
  fc.record({ type: fc.constant(5 as const), start_time: start }),
);

/** What the emulator has, read past API and core: the dates that lie ahead. */
const stored = async ({ emulator }: Emulated, id: string): Promise<string[]> => {
  const webinar = await emulator.state.webinar(id);
  if (webinar === undefined) throw new Error("it is gone");
  if (webinar.type !== 9) return webinar.start_time === null ? [] : [webinar.start_time];
  const ahead = webinar.occurrences.filter(
    ({ status, start_time, duration }) => status === "available" && Date.parse(start_time) + duration * 60_000 > NOW,
  );
  return ahead.map(({ start_time }) => start_time).sort();
};

it(`${RUNS * CHANGES_EACH} generated changes of a schedule: the dates of each answer are those that the emulator has, and a refusal changes none`, async () => {
  const first = fc.tuple(timed, fc.option(recurrence, { nil: undefined }));
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(first, fc.array(change, { minLength: CHANGES_EACH, maxLength: CHANGES_EACH }), async ([times, rule], changes) => {
      const zoom = emulated();
      const made = await zoom
        .run(createWebinar, { user_id: HOST, topic: "Tides", ...times, ...(rule === undefined ? {} : { recurrence: rule }) })
        .catch(asRefusal);
      if (made === null) return;
      const id = made.webinar.id ?? "";
      expect(made.dates.map(({ utc }) => utc)).toEqual(await stored(zoom, id));
      for (const { at, ...sent } of changes as ((typeof changes)[number] & { at?: number })[]) {
        const before = await stored(zoom, id);
        const date = at === undefined ? undefined : (await zoom.emulator.state.webinar(id))?.occurrences[at];
        const input = { webinar_id: id, ...(date === undefined ? {} : { occurrence_id: date.occurrence_id }), ...sent };
        const answer = await zoom.run(updateWebinar, input).catch(asRefusal);
        const after = await stored(zoom, id);
        if (answer === null) expect(after).toEqual(before);
        else expect(answer.dates?.map(({ utc }) => utc)).toEqual(after);
        answered += answer === null ? 0 : 1;
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(answered).toBeGreaterThan(RUNS * 2);
}, 300_000);

const asRefusal = (error: unknown): null => {
  if (isZoomWebinarError(error) && (error.code === "input_invalid" || error.code === "zoom_rejected")) return null;
  throw error;
};
