import { faultsOf, ofOne } from "./judging.ts";
import { pathOf, planSpringRelease, SPRING_RELEASE } from "./spring-release.ts";
import { defineTask } from "./task.ts";

const USED = { name: "Have you used the product before?", type: "single", answers: ["Yes", "No", "Not sure"] };
const BRINGS = { name: "What brings you here?", type: "multiple", answers: ["News", "Prices", "Training"] };
const CONFIDENT = {
  name: "How confident do you feel with it?",
  type: "rating_scale",
  rating_min_value: 1,
  rating_max_value: 10,
  rating_min_label: "Not at all",
  rating_max_label: "Very",
};
const POLL = { title: "Before we start", poll_type: 2, anonymous: false };
const KEPT = Object.keys({ ...USED, ...CONFIDENT });

export const pollOfThreeKinds = defineTask({
  page: "06-poll-of-three-kinds",
  prepare: async (zoom) => {
    await planSpringRelease(zoom);
    return undefined;
  },
  judge: (finished) =>
    ofOne(finished, SPRING_RELEASE.host, SPRING_RELEASE.topic, ({ polls, runningSince }) =>
      faultsOf([
        ["polls", polls.length, 1],
        ["title", polls[0]?.title, POLL.title],
        ["anonymous", polls[0]?.anonymous, false],
        ["started", polls[0]?.status, "notstart"],
        [
          "questions",
          polls[0]?.questions.map((question) =>
            Object.fromEntries(KEPT.filter((key) => question[key] !== undefined && question[key] !== null).map((key) => [key, question[key]])),
          ),
          [USED, BRINGS, CONFIDENT].map((question) =>
            Object.fromEntries(KEPT.filter((key) => key in question).map((key) => [key, (question as Record<string, unknown>)[key]])),
          ),
        ],
        ["running", runningSince, null],
        ["mails", finished.mails.length, 0],
      ]),
    ),
  wrongEnds: [
    {
      title: "makes a poll for each question",
      because: /polls: 3/,
      make: async (world) => {
        const path = await pathOf(world, "/polls");
        for (const question of [USED, BRINGS, CONFIDENT]) await world.call("POST", path, { ...POLL, questions: [question] });
        return { answer: "The poll is there." };
      },
    },
    {
      title: "makes a choice out of the scale",
      because: /questions/,
      make: async (world) => {
        const choice = { name: CONFIDENT.name, type: "single", answers: Array.from({ length: 10 }, (_, index) => String(index + 1)) };
        await world.call("POST", await pathOf(world, "/polls"), { ...POLL, questions: [USED, BRINGS, choice] });
        return { answer: "The poll is there." };
      },
    },
  ],
});
