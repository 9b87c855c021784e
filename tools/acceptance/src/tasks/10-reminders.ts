import { CUSTOMER_ONBOARDING, HOST, planCustomerOnboarding } from "./customer-onboarding.ts";
import { asBefore, faultsOf, ofOne } from "./judging.ts";
import { defineTask, type World } from "./task.ts";

/** Zoom's numbers: an hour before and a day before; one day after. */
const HOUR_AND_DAY = 3;
const DAY_ONLY = 2;
const ONE_DAY = 1;

const set = async (world: World, settings: Record<string, { enable: boolean; type: number }>) => {
  const [webinar] = (await world.emulator.state.webinars()).filter(({ topic }) => topic === CUSTOMER_ONBOARDING);
  await world.call("PATCH", `/webinars/${webinar?.id}`, { settings });
  return { answer: "All three are on." };
};

export const reminders = defineTask({
  page: "10-reminders",
  prepare: async (zoom) => {
    await planCustomerOnboarding(zoom);
    return undefined;
  },
  judge: (finished) =>
    ofOne(finished, HOST, CUSTOMER_ONBOARDING, (webinar) =>
      faultsOf([
        ["reminder", webinar.settings.attendees_and_panelists_reminder_email_notification, { enable: true, type: HOUR_AND_DAY }],
        ["mail to those who came", webinar.settings.follow_up_attendees_email_notification, { enable: true, type: ONE_DAY }],
        ["mail to those who did not", webinar.settings.follow_up_absentees_email_notification, { enable: true, type: ONE_DAY }],
        ["start", webinar.start_time, asBefore(finished, webinar)?.start_time],
        ["minutes", webinar.duration, 60],
        ["sign-up, 0 for at once", webinar.settings.approval_type, 0],
        ["mails", finished.mails.length, 0],
      ]),
    ),
  wrongEnds: [
    {
      title: "chooses the times and leaves a mail switched off",
      because: /those who did not/,
      make: (world) =>
        set(world, {
          attendees_and_panelists_reminder_email_notification: { enable: true, type: HOUR_AND_DAY },
          follow_up_attendees_email_notification: { enable: true, type: ONE_DAY },
          follow_up_absentees_email_notification: { enable: false, type: ONE_DAY },
        }),
    },
    {
      title: "reminds people once",
      because: /reminder/,
      make: (world) =>
        set(world, {
          attendees_and_panelists_reminder_email_notification: { enable: true, type: DAY_ONLY },
          follow_up_attendees_email_notification: { enable: true, type: ONE_DAY },
          follow_up_absentees_email_notification: { enable: true, type: ONE_DAY },
        }),
    },
  ],
});
