import { faultsOf, listOf, ofOne } from "./judging.ts";
import { number, says } from "./saying.ts";
import { defineTask, type World } from "./task.ts";

const GRACE = "grace@example.com";
const TOPIC = "Friday lab";
const BEST_OF = "Friday lab: best of";
const NORA = { first_name: "Nora", last_name: "Falk", email: "nora.falk@example.com" };
const ANSWER = "Six dates and three sign-ups go with it. It is gone.";

const seriesIn = async ({ emulator }: World) => (await emulator.state.webinars()).find(({ topic }) => topic === TOPIC);

export const deleteTheSeries = defineTask({
  page: "15-delete-the-series",
  prepare: async (zoom) => {
    const settings = { approval_type: 0, registration_type: 1 };
    const when = { start_time: "2027-05-07T15:00:00", timezone: "America/New_York", duration: 60 };
    const series = await zoom.plan({ host: GRACE, topic: TOPIC, ...when, weeks: 6, settings });
    await zoom.signUp(series, [
      NORA,
      { first_name: "Emil", last_name: "Drost", email: "emil.drost@example.com" },
      { first_name: "Leo", last_name: "Tamm", email: "leo.tamm@example.com" },
    ]);
    await zoom.invite(series, [{ name: "Mira Solberg", email: "mira.solberg@example.com" }]);
    const single = await zoom.plan({ host: GRACE, topic: BEST_OF, ...when, start_time: "2027-06-25T15:00:00", settings });
    await zoom.signUp(single, [NORA]);
    return undefined;
  },
  judge: (finished) => [
    ...faultsOf([
      [`webinars called "${TOPIC}"`, finished.webinars(GRACE, TOPIC).length, 0],
      ["webinars in all", Object.keys(finished.after.webinars).length, Object.keys(finished.before.webinars).length - 1],
      ["mails", finished.mails.length, 0],
      ["the answer says six dates", says(finished.answer, `${number(6)}\\b[^.]{0,40}\\b(?:dates|occurrences|sessions|Fridays)`), true],
      [
        "the answer says three people",
        says(finished.answer, `(?:${number(3)}|eighteen|18)\\b[^.]{0,60}\\b(?:people|sign-ups|registrants|registered|registrations|signed up)`),
        true,
      ],
    ]),
    ...ofOne(finished, GRACE, BEST_OF, (single) => faultsOf([["registered for the best of", listOf(single, "approved"), [NORA.email]]])),
  ],
  wrongEnds: [
    {
      title: "deletes a single date",
      because: /called "Friday lab"/,
      make: async (world) => {
        const series = await seriesIn(world);
        await world.call("DELETE", `/webinars/${series?.id}?occurrence_id=${series?.occurrences[0]?.occurrence_id}`);
        return { answer: ANSWER };
      },
    },
    {
      title: "lets Zoom tell everybody",
      because: /mails/,
      make: async (world) => {
        await world.call("DELETE", `/webinars/${(await seriesIn(world))?.id}?cancel_webinar_reminder=true`);
        return { answer: ANSWER };
      },
    },
  ],
});
