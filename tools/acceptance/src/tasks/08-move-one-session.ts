import { datesOf, faultsOf, listOf, ofOne } from "./judging.ts";
import { datesSaid } from "./saying.ts";
import { defineTask, type World } from "./task.ts";

const GRACE = "grace@example.com";
const TOPIC = "Monday clinic";
const ANSWER = "It now runs on 5, 12, 20 and 26 April, and on 3 May.";

const seriesIn = async ({ emulator }: World) => {
  const series = (await emulator.state.webinars()).find(({ topic }) => topic === TOPIC);
  const date = series?.occurrences.find(({ start_time }) => start_time.startsWith("2027-04-19"));
  return { path: `/webinars/${series?.id}`, date: date?.occurrence_id ?? "" };
};

export const moveOneSession = defineTask({
  page: "08-move-one-session",
  prepare: async (zoom) => {
    const when = { start_time: "2027-04-05T10:00:00", timezone: "America/New_York", duration: 45, weeks: 5 };
    const id = await zoom.plan({ host: GRACE, topic: TOPIC, ...when, settings: { approval_type: 0, registration_type: 1 } });
    await zoom.signUp(id, [
      { first_name: "Nora", last_name: "Falk", email: "nora.falk@example.com" },
      { first_name: "Emil", last_name: "Drost", email: "emil.drost@example.com" },
    ]);
    return undefined;
  },
  judge: (finished) =>
    ofOne(finished, GRACE, TOPIC, (series) =>
      faultsOf([
        [
          "dates",
          datesOf(series),
          [
            "2027-04-05T14:00:00Z, 45 min",
            "2027-04-12T14:00:00Z, 45 min",
            "2027-04-20T18:00:00Z, 45 min",
            "2027-04-26T14:00:00Z, 45 min",
            "2027-05-03T14:00:00Z, 45 min",
          ],
        ],
        ["registered", listOf(series, "approved"), ["emil.drost@example.com", "nora.falk@example.com"]],
        ["webinars in all", Object.keys(finished.after.webinars).length, Object.keys(finished.before.webinars).length],
        ["mails", finished.mails.length, 0],
        ...["04-05", "04-12", "04-20", "04-26", "05-03"].map(
          (date) => [`the answer names the date ${date}`, datesSaid(finished.answer).includes(date), true] as const,
        ),
      ]),
    ),
  wrongEnds: [
    {
      title: "moves the whole series to Tuesdays",
      because: /dates/,
      make: async (world) => {
        const { path } = await seriesIn(world);
        const recurrence = { type: 2, repeat_interval: 1, weekly_days: "3", end_times: 5 };
        await world.call("PATCH", path, { start_time: "2027-04-06T14:00:00", timezone: "America/New_York", recurrence });
        return { answer: ANSWER };
      },
    },
    {
      title: "calls the date off and plans a single webinar",
      because: /webinars in all/,
      make: async (world) => {
        const { path, date } = await seriesIn(world);
        await world.call("DELETE", `${path}?occurrence_id=${date}`);
        await world.plan({ host: GRACE, topic: "Clinic", start_time: "2027-04-20T14:00:00", timezone: "America/New_York", duration: 45 });
        return { answer: ANSWER };
      },
    },
  ],
});
