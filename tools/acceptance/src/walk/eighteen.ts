import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Answer } from "../eval/desk.ts";
import type { Assistant } from "./assistant.ts";

const ADA = "ada@example.com";
const GRACE = "grace@example.com";

const local = (at: string): string => at.slice(0, 16).replace("T", " ");

/** The eighteen kinds of tasks, by the number of their page, as somebody does them who knows only what the server says of itself. */
export const EIGHTEEN: Readonly<Record<string, (assistant: Assistant) => Promise<string>>> = {
  "01": async ({ use }) => {
    const { data: users } = await use("get_users");
    const { email } = users.users.find((user: Answer) => user.name === "Ada Example");
    const { data } = await use("create_webinar", {
      user_id: email,
      topic: "Spring preview",
      start_time: "2027-03-09T10:00",
      timezone: "Europe/Berlin",
      duration: 75,
      registration: "manual",
      agenda: "A first look at what we ship in spring.",
    });
    return `It is on ${local(data.starts.local)} ${data.starts.timezone}. People sign up at ${data.webinar.registration_url}`;
  },
  "02": async ({ use, find }) => {
    const recurrence = { type: 2, repeat_interval: 1, weekly_days: "3", end_times: 6 };
    const { data } = await use("update_webinar", { webinar_id: await find(ADA, "Office hours"), recurrence });
    return `It is weekly now: ${data.dates.map((date: Answer) => local(date.local)).join(", ")}`;
  },
  "03": async ({ agree, find }) => {
    const webinar_id = await find(GRACE, "Customer onboarding");
    const nora = { email: "nora.falk@example.com", first_name: "Nora", last_name: "Falk", org: "Falk Logistics", job_title: "Head of Operations" };
    const piotr = { email: "piotr.wilk@example.com", first_name: "Piotr", last_name: "Wilk", org: "Wilk & Sons" };
    const { data: first } = await agree("add_webinar_registrant", { webinar_id, ...nora }, [
      /Nora Falk/,
      /"Customer onboarding"/,
      /writes to 1 person/,
    ]);
    const { data: second } = await agree("add_webinar_registrant", { webinar_id, ...piotr }, [/Piotr Wilk/]);
    return `${[first, second].filter(({ status, zoom_mails }: Answer) => status === "approved" && zoom_mails).length} people are in, and Zoom confirms it.`;
  },
  "04": async ({ use, agree, find }) => {
    const webinar_id = await find(ADA, "Partner briefing");
    const { data } = await use("list_webinar_registrants", { webinar_id, status: "pending", all: true });
    const chosen = data.registrants.filter(({ name }: Answer) => name !== "Viktor Kranz");
    const registrants = chosen.map(({ email }: Answer) => email);
    const { text } = await agree("approve_webinar_registrants", { webinar_id, registrants }, [/"Partner briefing"/, /they get their join link/]);
    return `${text.split("\n")[0]}: ${chosen.map(({ name }: Answer) => name).join(", ")}. Viktor Kranz still waits.`;
  },
  "05": async ({ use, agree, find }) => {
    const webinar_id = await find(ADA, "Spring release");
    const { data } = await use("list_panelists", { webinar_id });
    const jonas = data.panelists.find(({ email }: Answer) => email === "jonas.berg@example.com");
    await agree("remove_panelist", { webinar_id, panelist_id: jonas.id }, [/Jonas Berg/, /2027-04-13 15:00 Europe\/Berlin/, /cannot be undone/]);
    const panelists = [
      { name: "Mira Solberg", email: "mira.solberg@example.com" },
      { name: "Linus Example", email: "linus@example.com" },
    ];
    const { text } = await agree("add_panelists", { webinar_id, panelists }, [/Invite 2 panelists to "Spring release"/, /own join link/]);
    return `Jonas is off; ${/\d of \d invited/.exec(text)?.[0]}: Mira Solberg and Linus Example.`;
  },
  "06": async ({ use, find }) => {
    const questions = [
      { name: "Have you used the product before?", type: "single", answers: ["Yes", "No", "Not sure"] },
      { name: "What brings you here?", type: "multiple", answers: ["News", "Prices", "Training"] },
      {
        ...{ name: "How confident do you feel with it?", type: "rating_scale", rating_min_value: 1, rating_max_value: 10 },
        ...{ rating_min_label: "Not at all", rating_max_label: "Very" },
      },
    ];
    const { data } = await use("create_webinar_poll", { webinar_id: await find(ADA, "Spring release"), poll_title: "Before we start", questions });
    return `The poll "${data.title}" is there with ${data.questions.length} questions.`;
  },
  "07": async ({ use, find }) => {
    const webinar_id = await find(ADA, "Partner briefing");
    const { data: found } = await use("find_operations", { words: "a question on the sign-up form that must be answered" });
    const [read, write] = ["get_registration_questions", "replace_registration_questions"].map((tool) =>
      found.operations.find((operation: Answer) => operation.tool === tool),
    );
    const { data: form } = await use(read.call, { tool: read.tool, arguments: { webinar_id } });
    const heard = { title: "How did you hear of us?", type: "single_radio", required: true, answers: ["A colleague", "Newsletter", "Social media"] };
    const input = {
      webinar_id,
      questions: [...form.questions, { field_name: "org", required: true }],
      custom_questions: [...form.custom_questions, heard],
    };
    const { text } = await use(write.call, { tool: write.tool, arguments: input });
    return text.split("\n")[0] ?? "";
  },
  "08": async ({ use, agree, find }) => {
    const webinar_id = await find(GRACE, "Monday clinic");
    const { data } = await use("get_webinar", { webinar_id });
    const date = data.occurrences.find(({ local_start }: Answer) => local_start === "2027-04-19T10:00");
    const move = { webinar_id, occurrence_id: date.occurrence_id, start_time: "2027-04-20T14:00" };
    const said = [/2027-04-19 10:00 becomes 2027-04-20 14:00/, /only the date 2027-04-19 10:00/, /2 registered people are not told/];
    const { data: moved } = await agree("update_webinar", move, said);
    return `It now runs on ${moved.dates.map((one: Answer) => local(one.local)).join(", ")}`;
  },
  "09": async ({ use, find }) => {
    const wanted = { password: "Tulip-27", auto_recording: "cloud", practice_session: true };
    const { data } = await use("update_webinar", { webinar_id: await find(ADA, "Spring release"), ...wanted });
    return `Set: ${data.changed.join(", ")}.`;
  },
  "10": async ({ use, agree, find }) => {
    const webinar_id = await find(GRACE, "Customer onboarding");
    await use("find_operations", { words: "follow_up_attendees_email_notification" });
    const settings = {
      attendees_and_panelists_reminder_email_notification: { enable: true, type: 3 },
      follow_up_attendees_email_notification: { enable: true, type: 1 },
      follow_up_absentees_email_notification: { enable: true, type: 1 },
    };
    const said = [/1 hour and 1 day before/, /everybody who came: 1 day after/, /did not come: 1 day after/];
    await agree("update_webinar", { webinar_id, settings }, said);
    const { data } = await use("get_webinar", { webinar_id });
    const isOn = Object.keys(settings).every((name) => data.settings[name]?.enable === true);
    return isOn ? "All three are on." : "They are not on.";
  },
  "11": async ({ use, find }) => {
    const { data } = await use("get_attendance_report", { webinar_id: await find(GRACE, "Getting started, March") });
    const came = data.people.filter(({ status }: Answer) => status === "attended");
    const long = came.filter(({ minutes }: Answer) => minutes >= 30).map(({ name }: Answer) => name);
    const rows = came.map(({ name, minutes }: Answer) => `- ${name}: ${minutes} minutes`);
    return `${data.totals.attended} of ${data.totals.approved} came.\n${rows.join("\n")}\nCertificates for ${long.join(", ")}.`;
  },
  "12": async ({ use, find }) => {
    const { data } = await use("list_webinar_qa", { webinar_id: await find(GRACE, "Getting started, March") });
    const rows = data.questions.flatMap(({ name, email, question_details }: Answer) =>
      question_details.map(({ question }: Answer) => `${name} (${email}): ${question}`),
    );
    return `${rows.length} questions from ${data.questions.length} people.\n${rows.join("\n")}`;
  },
  "13": async ({ use }) => {
    const { data: found } = await use("find_operations", { words: "calendar of all webinars in a month" });
    const [calendar] = found.operations;
    const window = { from: "2027-04-01", to: "2027-04-30", timezone: "Europe/Berlin" };
    const { data } = await use(calendar.call, { tool: calendar.tool, arguments: window });
    const lines = data.events.map(
      ({ viewer_start, topic, host }: Answer) => `${local(viewer_start)} ${topic} (${host.startsWith("ada") ? "Ada" : "Grace"})`,
    );
    return `${lines.join("\n")}\nSpring release and Customer onboarding run at the same time on 13 April, from 15:30 to 16:00.`;
  },
  "14": async ({ use, agree, find }) => {
    const webinar_id = await find(ADA, "Office hours");
    const { data } = await use("get_webinar", { webinar_id });
    const date = data.occurrences.find(({ local_start }: Answer) => local_start.startsWith("2027-06-15"));
    const { text } = await agree("delete_webinar", { webinar_id, occurrence_id: date.occurrence_id, cancel_webinar_reminder: true }, [
      /one date of the webinar "Office hours", 2027-06-15/,
      /are told that it is cancelled/,
    ]);
    return `${/(\d+) dates? stays?/.exec(text)?.[1]} dates are left.`;
  },
  "15": async ({ agree, find }) => {
    const webinar_id = await find(GRACE, "Friday lab");
    const { text } = await agree("delete_webinar", { webinar_id }, [
      /whole series "Friday lab"/,
      /6 dates, 3 registrations/,
      /Zoom writes to nobody/,
    ]);
    return `6 dates are gone, and 3 people registered for them. ${/Zoom mails nobody/.exec(text)?.[0]}.`;
  },
  "16": async ({ use, agree, find, desk }) => {
    const webinar_id = await find(GRACE, "Summer academy");
    const [, ...lines] = (await readFile(join(desk.folder, "summer-academy.csv"), "utf8")).trim().split("\n");
    const rows = lines.map((line) => {
      const [first_name, last_name, email] = line.split(",");
      return { first_name, last_name, email };
    });
    const { data } = await agree("import_registrants", { webinar_id, rows }, [/Register 43 people for "Summer academy"/, /2 registered already/]);
    const { data: waiting } = await use("list_webinar_registrants", { webinar_id, status: "pending", all: true });
    const registrants = waiting.registrants.map(({ email }: Answer) => email);
    const { text } = await agree("approve_webinar_registrants", { webinar_id, registrants }, [/Approve 45 registrants of "Summer academy"/]);
    return `${/\d+ of \d+ approved/.exec(text)?.[0]}; ${data.counts.failed} could not be added.`;
  },
  "17": async ({ use, find }) => {
    const webinar_id = await find(ADA, "Spring release");
    const { data: found } = await use("find_operations", { words: "stream the webinar live to another platform" });
    const stream = found.operations.find(({ tool }: Answer) => tool === "set_webinar_live_stream");
    const target = { stream_url: "rtmp://stream.example.com/live", stream_key: "spring-2027-key", page_url: "https://example.com/watch" };
    const { text } = await use(stream.call, { tool: stream.tool, arguments: { webinar_id, ...target, resolution: "720p" } });
    return text.split("\n")[0] ?? "";
  },
  "18": async ({ use, find, desk }) => {
    const webinar_id = await find(ADA, "Spring release");
    const { data: found } = await use("find_operations", { words: "upload a virtual background picture" });
    const upload = found.operations.find(({ tool }: Answer) => tool === "upload_virtual_background");
    const picture = await readFile(join(desk.folder, "stage.png"));
    const file = { name: "stage.png", data: picture.toString("base64") };
    const { data } = await use(upload.call, { tool: upload.tool, arguments: { webinar_id, file, default: true } });
    return data.size === picture.byteLength && data.is_default ? "The picture is there, as the default." : "The picture is not there as it was sent.";
  },
};
