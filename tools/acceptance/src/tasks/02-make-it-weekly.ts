import { datesOf, faultsOf, ofOne } from "./judging.ts";
import { datesSaid } from "./saying.ts";
import { defineTask, type World } from "./task.ts";

const ADA = "ada@example.com";
const TOPIC = "Office hours";
const FIRST = { host: ADA, topic: TOPIC, start_time: "2027-03-02T15:00:00", timezone: "Europe/Berlin", duration: 60 };
const ANSWER = "It is weekly now: 2, 9, 16, 23 and 30 March, and 6 April 2027.";

const idIn = async ({ emulator }: World) => (await emulator.state.webinars()).find(({ topic }) => topic === TOPIC)?.id;

export const makeItWeekly = defineTask({
  page: "02-make-it-weekly",
  prepare: async (zoom) => {
    await zoom.plan(FIRST);
    return undefined;
  },
  judge: (finished) =>
    ofOne(finished, ADA, TOPIC, (webinar) =>
      faultsOf([
        ["the number that it had", finished.before.webinars[webinar.id]?.topic, TOPIC],
        ["kind, 9 for a series", webinar.type, 9],
        [
          "dates",
          datesOf(webinar),
          [
            "2027-03-02T14:00:00Z, 60 min",
            "2027-03-09T14:00:00Z, 60 min",
            "2027-03-16T14:00:00Z, 60 min",
            "2027-03-23T14:00:00Z, 60 min",
            "2027-03-30T13:00:00Z, 60 min",
            "2027-04-06T13:00:00Z, 60 min",
          ],
        ],
        ["dates in the answer", datesSaid(finished.answer), ["03-02", "03-09", "03-16", "03-23", "03-30", "04-06"]],
        ["mails", finished.mails.length, 0],
      ]),
    ),
  wrongEnds: [
    {
      title: "makes a series beside the webinar",
      because: /has 2 webinars/,
      make: async (world) => {
        await world.plan({ ...FIRST, weeks: 6 });
        return { answer: ANSWER };
      },
    },
    {
      title: "stops a week early",
      because: /dates/,
      make: async (world) => {
        const recurrence = { type: 2, repeat_interval: 1, weekly_days: "3", end_times: 5 };
        await world.call("PATCH", `/webinars/${await idIn(world)}`, { type: 9, recurrence });
        return { answer: ANSWER };
      },
    },
  ],
});
