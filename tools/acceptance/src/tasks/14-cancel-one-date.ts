import { datesOf, faultsOf, listOf, ofOne, recipients } from "./judging.ts";
import { number, says } from "./saying.ts";
import { defineTask, type World } from "./task.ts";

const ADA = "ada@example.com";
const TOPIC = "Office hours";
const PEOPLE = ["ben.ortiz@example.com", "sofia.marek@example.com"];

const cancel = async (world: World, day: string, query: string) => {
  const series = (await world.emulator.state.webinars()).find(({ topic }) => topic === TOPIC);
  const date = series?.occurrences.find(({ start_time }) => start_time.startsWith(day));
  await world.call("DELETE", `/webinars/${series?.id}?occurrence_id=${date?.occurrence_id}${query}`);
  return { answer: "Four dates are left." };
};

export const cancelOneDate = defineTask({
  page: "14-cancel-one-date",
  prepare: async (zoom) => {
    const when = { start_time: "2027-06-01T10:00:00", timezone: "Europe/Berlin", duration: 60, weeks: 5 };
    const id = await zoom.plan({ host: ADA, topic: TOPIC, ...when, settings: { approval_type: 0, registration_type: 1 } });
    await zoom.signUp(id, [
      { first_name: "Sofia", last_name: "Marek", email: "sofia.marek@example.com" },
      { first_name: "Ben", last_name: "Ortiz", email: "ben.ortiz@example.com" },
    ]);
    return undefined;
  },
  judge: (finished) =>
    ofOne(finished, ADA, TOPIC, (series) =>
      faultsOf([
        ["dates", datesOf(series), ["06-01", "06-08", "06-22", "06-29"].map((day) => `2027-${day}T08:00:00Z, 60 min`)],
        ["registered", listOf(series, "approved"), PEOPLE],
        ["mails to", recipients(finished), PEOPLE],
        ["the answer says that four are left", says(finished.answer, number(4)), true],
      ]),
    ),
  wrongEnds: [
    { title: "cancels another Tuesday", because: /dates/, make: (world) => cancel(world, "2027-06-22", "&cancel_webinar_reminder=true") },
    { title: "tells nobody", because: /mails to/, make: (world) => cancel(world, "2027-06-15", "") },
  ],
});
