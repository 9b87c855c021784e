import { asBefore, faultsOf, ofOne } from "./judging.ts";
import { pathOf, planSpringRelease, SPRING_RELEASE } from "./spring-release.ts";
import { defineTask } from "./task.ts";

const ADA = SPRING_RELEASE.host;
const SUMMER = "Summer release";
const QUESTION = { name: "Have you used the product before?", type: "single", answers: ["Yes", "No"] };
const SPEAKERS = [
  { name: "Mira Solberg", email: "mira.solberg@example.com" },
  { name: "Jonas Berg", email: "jonas.berg@example.com" },
];
const SETTINGS = { approval_type: 1, auto_recording: "cloud" };

export const cloneAWebinar = defineTask({
  page: "21-clone-a-webinar",
  prepare: async (zoom) => {
    const id = await planSpringRelease(zoom, SETTINGS);
    await zoom.call("PATCH", `/webinars/${id}`, { agenda: "What is new this spring." });
    await zoom.call("PATCH", `/webinars/${id}/registrants/questions`, { questions: [{ field_name: "org", required: true }], custom_questions: [] });
    await zoom.invite(id, SPEAKERS);
    await zoom.call("POST", `/webinars/${id}/polls`, { title: "Before we start", poll_type: 1, questions: [QUESTION] });
    await zoom.signUp(
      id,
      ["Agnes", "Bruno", "Chiara"].map((name) => ({
        first_name: name,
        last_name: "Example",
        email: `${name.toLowerCase()}@example.com`,
        org: "Example Ltd",
      })),
    );
    return undefined;
  },
  judge: (finished) => [
    ...ofOne(finished, ADA, SUMMER, (webinar) =>
      faultsOf([
        ["start", webinar.start_time, "2027-07-06T14:00:00Z"],
        ["minutes", webinar.duration, 60],
        ["description", webinar.agenda, "What is new this summer."],
        ["sign-up, 1 for by hand", webinar.settings.approval_type, 1],
        ["recording", webinar.settings.auto_recording, "cloud"],
        ["the form requires the organisation", webinar.questions.find(({ field_name }) => field_name === "org")?.required, true],
        [
          "speakers",
          webinar.panelists.map(({ name, email }) => `${name} ${email}`).sort(),
          SPEAKERS.map(({ name, email }) => `${name} ${email}`).sort(),
        ],
        ["polls", webinar.polls.map(({ title }) => title), ["Before we start"]],
        [
          "the poll's question",
          webinar.polls[0]?.questions.map(({ name, answers }) => ({ name, answers })),
          [{ name: QUESTION.name, answers: QUESTION.answers }],
        ],
        ["people registered", webinar.registrants.length, 0],
      ]),
    ),
    ...ofOne(finished, ADA, SPRING_RELEASE.topic, (webinar) =>
      faultsOf([["the spring webinar", JSON.stringify(webinar), JSON.stringify(asBefore(finished, webinar))]]),
    ),
  ],
  wrongEnds: [
    {
      title: "moves and renames the spring webinar",
      because: /no webinar called "Spring release"/,
      make: async (world) => {
        const body = { topic: SUMMER, start_time: "2027-07-06T16:00:00", timezone: "Europe/Berlin", agenda: "What is new this summer." };
        await world.call("PATCH", await pathOf(world), body);
        return { answer: "It is copied." };
      },
    },
    {
      title: "copies the settings and nothing around them",
      because: /speakers/,
      make: async (world) => {
        const plan = { ...SPRING_RELEASE, topic: SUMMER, start_time: "2027-07-06T16:00:00", agenda: "What is new this summer.", settings: SETTINGS };
        await world.plan(plan);
        return { answer: "It is copied." };
      },
    },
  ],
});
