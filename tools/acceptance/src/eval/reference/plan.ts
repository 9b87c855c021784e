import type { Answer } from "../desk.ts";
import { ADA, GRACE, idOf, type Solution } from "./solution.ts";

const datesOf = ({ occurrences }: Answer): string[] =>
  occurrences.filter(({ status }: Answer) => status !== "deleted").map(({ start_time }: Answer) => start_time);

/** Planning: tasks 1, 2, 8, 9, 10, 13, 14, 15 and 21. */
export const PLAN: Readonly<Record<string, Solution>> = {
  "01": async ({ call }) => {
    const { webinar } = await call("create_webinar", {
      user_id: ADA,
      topic: "Spring preview",
      start_time: "2027-03-09T10:00",
      timezone: "Europe/Berlin",
      duration: 75,
      registration: "manual",
      agenda: "A first look at what we ship in spring.",
    });
    return `It stands. People sign up at ${webinar.registration_url}`;
  },
  "02": async (desk) => {
    const webinar_id = await idOf(desk, ADA, "Office hours");
    await desk.call("update_webinar", { webinar_id, recurrence: { type: 2, repeat_interval: 1, weekly_days: "3", end_times: 6 } });
    const dates = datesOf(await desk.call("get_webinar", { webinar_id }));
    return `It is weekly now: ${dates.join(", ")}`;
  },
  "08": async (desk) => {
    const webinar_id = await idOf(desk, GRACE, "Monday clinic");
    const { occurrences } = await desk.call("get_webinar", { webinar_id });
    const date = occurrences.find(({ start_time }: Answer) => start_time.startsWith("2027-04-19"));
    await desk.call("update_webinar", {
      webinar_id,
      occurrence_id: date.occurrence_id,
      start_time: "2027-04-20T14:00",
      timezone: "America/New_York",
    });
    const dates = datesOf(await desk.call("get_webinar", { webinar_id }));
    return `It now runs on ${dates.join(", ")}`;
  },
  "09": async (desk) => {
    const webinar_id = await idOf(desk, ADA, "Spring release");
    await desk.call("update_webinar", { webinar_id, password: "Tulip-27", auto_recording: "cloud", practice_session: true });
    return "Passcode, recording and rehearsal are set.";
  },
  "10": async (desk) => {
    const webinar_id = await idOf(desk, GRACE, "Customer onboarding");
    const settings = {
      attendees_and_panelists_reminder_email_notification: { enable: true, type: 3 },
      follow_up_attendees_email_notification: { enable: true, type: 1 },
      follow_up_absentees_email_notification: { enable: true, type: 1 },
    };
    await desk.call("update_webinar", { webinar_id, settings });
    return "All three are on.";
  },
  "13": async (desk) => {
    const { events } = await desk.read("list_webinar_calendar", { from: "2027-04-01", to: "2027-04-30", timezone: "Europe/Berlin" });
    const lines = events.map(({ viewer_start, topic, host }: Answer) => {
      const [day, time] = viewer_start.split("T");
      return `${day} ${time.slice(0, 5)} ${topic} (${host.startsWith("ada") ? "Ada" : "Grace"})`;
    });
    return `${lines.join("\n")}\nSpring release and Customer onboarding run at the same time on 13 April, from 15:30 to 16:00.`;
  },
  "14": async (desk) => {
    const webinar_id = await idOf(desk, ADA, "Office hours");
    const { occurrences } = await desk.call("get_webinar", { webinar_id });
    const date = occurrences.find(({ start_time }: Answer) => start_time.startsWith("2027-06-15"));
    await desk.call("delete_webinar", { webinar_id, occurrence_id: date.occurrence_id, cancel_webinar_reminder: true });
    return `${occurrences.length - 1} dates are left.`;
  },
  "15": async (desk) => {
    const webinar_id = await idOf(desk, GRACE, "Friday lab");
    const { occurrences } = await desk.call("get_webinar", { webinar_id });
    const { registrants } = await desk.call("list_webinar_registrants", { webinar_id, all: true });
    await desk.call("delete_webinar", { webinar_id });
    return `${occurrences.length} dates are gone, and ${registrants.length} people registered for them. Nobody gets mail.`;
  },
  "21": async (desk) => {
    const webinar_id = await idOf(desk, ADA, "Spring release");
    await desk.write("clone_webinar", { webinar_id, start_time: "2027-07-06T16:00", timezone: "Europe/Berlin", topic: "Summer release" });
    await desk.call("update_webinar", { webinar_id: await idOf(desk, ADA, "Summer release"), agenda: "What is new this summer." });
    return "It is copied.";
  },
};
