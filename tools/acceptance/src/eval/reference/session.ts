import type { Answer } from "../desk.ts";
import { ADA, GRACE, idOf, type Solution } from "./solution.ts";

const HELD = "Getting started, March";

/** What belongs to the webinar itself, and looking back: tasks 6, 11, 12, 17, 18, 22, 23, 24 and 25. */
export const SESSION: Readonly<Record<string, Solution>> = {
  "06": async (desk) => {
    const webinar_id = await idOf(desk, ADA, "Spring release");
    const questions = [
      { name: "Have you used the product before?", type: "single", answers: ["Yes", "No", "Not sure"] },
      { name: "What brings you here?", type: "multiple", answers: ["News", "Prices", "Training"] },
      {
        name: "How confident do you feel with it?",
        type: "rating_scale",
        rating_min_value: 1,
        rating_max_value: 10,
        rating_min_label: "Not at all",
        rating_max_label: "Very",
      },
    ];
    await desk.call("create_webinar_poll", { webinar_id, poll_title: "Before we start", questions });
    return "The poll is there.";
  },
  "11": async (desk) => {
    const webinar_id = await idOf(desk, GRACE, HELD);
    const { people, totals } = await desk.call("get_attendance_report", { webinar_id });
    const came = people.filter(({ status }: Answer) => status === "attended");
    const rows = came.map(({ name, minutes }: Answer) => `- ${name}: ${minutes} minutes`);
    const long = came.filter(({ minutes }: Answer) => minutes >= 30).map(({ name }: Answer) => name);
    return `${totals.attended} of ${totals.approved} came.\n${rows.join("\n")}\nCertificates for ${long.join(", ")}.`;
  },
  "12": async (desk) => {
    const { questions: people } = await desk.call("list_webinar_qa", { webinar_id: await idOf(desk, GRACE, HELD) });
    const rows = people.flatMap(({ name, email, question_details }: Answer) =>
      question_details.map(({ question }: Answer) => `${name} (${email}): ${question}`),
    );
    return `${rows.length} questions from ${people.length} people.\n${rows.join("\n")}`;
  },
  "17": async (desk) => {
    const webinar_id = await idOf(desk, ADA, "Spring release");
    await desk.write("set_webinar_live_stream", {
      webinar_id,
      stream_url: "rtmp://stream.example.com/live",
      stream_key: "spring-2027-key",
      page_url: "https://example.com/watch",
      resolution: "720p",
    });
    return "It is set.";
  },
  "18": async (desk) => {
    const webinar_id = await idOf(desk, ADA, "Spring release");
    await desk.write("upload_virtual_background", { webinar_id, file: { name: "stage.png", data: await desk.picture("stage.png") }, default: true });
    return "The picture is there.";
  },
  "22": async (desk) => {
    const webinar_id = await idOf(desk, ADA, "Office hours");
    const { webinars: instances } = await desk.read("list_webinar_instances", { webinar_id });
    const came: string[][] = [];
    for (const { uuid } of instances) {
      const { people } = await desk.call("get_attendance_report", { webinar_id: uuid, status: ["attended"] });
      came.push(people.map(({ name }: Answer) => name));
    }
    const [first = [], second = []] = came;
    const both = first.filter((name) => second.includes(name));
    return [
      `2 February: ${first.length} people. 9 February: ${second.length} people.`,
      `Both times: ${both.join(", ")}.`,
      `Lost: ${first.filter((name) => !second.includes(name)).join(", ")}.`,
      `New: ${second.filter((name) => !first.includes(name)).join(", ")}.`,
      `${Math.round((100 * both.length) / first.length)} % of the first audience came back.`,
    ].join("\n");
  },
  "23": async (desk) => {
    const webinar_id = await idOf(desk, ADA, "Spring release");
    const questions = [
      { name: "Would you come again?", type: "single", answers: ["Yes", "No", "Maybe"], answer_required: true },
      { name: "Which parts did you like?", type: "multiple", answers: ["Demo", "Talk", "Questions"] },
      { name: "What should we do better?", type: "long_answer" },
    ];
    await desk.write("set_webinar_survey", {
      webinar_id,
      custom_survey: { title: "How was it?", anonymous: true, questions },
      show_in_the_browser: true,
    });
    return "It is set.";
  },
  "24": async (desk) => {
    const webinar_id = await idOf(desk, ADA, "Spring release");
    const { tracking_sources } = await desk.read("list_webinar_tracking_sources", { webinar_id });
    const links = tracking_sources.map(({ source_name, visitor_count, registration_count }: Answer) => ({
      name: source_name,
      visits: visitor_count,
      signUps: registration_count,
      share: Math.round((100 * registration_count) / visitor_count),
    }));
    const sum = (key: string) => links.reduce((total: number, link: Answer) => total + link[key], 0);
    const [best] = links.toSorted((one: Answer, other: Answer) => other.share - one.share);
    return [
      ...links.map(({ name, visits, signUps, share }: Answer) => `${name}: ${visits} visits, ${signUps} sign-ups, ${share} %`),
      `In all ${sum("visits")} visits and ${sum("signUps")} sign-ups.`,
      `${best.name} is the best.`,
      "A link for the podcast cannot be made from here: the host adds it on Zoom's web pages.",
    ].join("\n");
  },
  "25": async (desk) => {
    const webinar_id = await idOf(desk, GRACE, HELD);
    const { people } = await desk.call("get_attendance_report", { webinar_id, status: ["absent"] });
    const rows = people.map(({ name, email }: Answer) => [name.split(" ")[0], name.split(" ").slice(1).join(" "), email].join(","));
    await desk.save("no-shows.csv", ["first name,last name,e-mail", ...rows].join("\n"));
    return `${people.length} people had a place and did not come.`;
  },
};
