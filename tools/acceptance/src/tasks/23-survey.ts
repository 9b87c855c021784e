import { faultsOf, ofOne } from "./judging.ts";
import { pathOf, planSpringRelease, SPRING_RELEASE } from "./spring-release.ts";
import { defineTask } from "./task.ts";

const TITLE = "How was it?";
const AGAIN = { name: "Would you come again?", type: "single", answer_required: true, answers: ["Yes", "No", "Maybe"] };
const LIKED = { name: "Which parts did you like?", type: "multiple", answer_required: false, answers: ["Demo", "Talk", "Questions"] };
const BETTER = { name: "What should we do better?", type: "long_answer", answer_required: false };
const QUESTIONS = [AGAIN, LIKED, BETTER];

const outline = (question: Record<string, unknown>) =>
  [question.name, question.type, question.answer_required === true, ...(Array.isArray(question.answers) ? question.answers : [])].join(" | ");

export const survey = defineTask({
  page: "23-survey",
  prepare: async (zoom) => {
    await planSpringRelease(zoom);
    return undefined;
  },
  judge: (finished) =>
    ofOne(finished, SPRING_RELEASE.host, SPRING_RELEASE.topic, (webinar) => {
      const form = webinar.survey?.custom_survey ?? {};
      const questions = Array.isArray(form.questions) ? form.questions : [];
      return faultsOf([
        ["title", form.title, TITLE],
        ["anonymous", form.anonymous, true],
        ["opens in the browser", webinar.survey?.show_in_the_browser, true],
        ["questions", questions.map(outline), QUESTIONS.map(outline)],
        ["polls", webinar.polls.length, 0],
        ["mails", finished.mails.length, 0],
      ]);
    }),
  wrongEnds: [
    {
      title: "makes a poll of it",
      because: /polls/,
      make: async (world) => {
        await world.call("POST", await pathOf(world, "/polls"), { title: TITLE, poll_type: 2, anonymous: true, questions: QUESTIONS });
        return { answer: "It is set." };
      },
    },
    {
      title: "records names",
      because: /anonymous/,
      make: async (world) => {
        const custom_survey = { title: TITLE, anonymous: false, questions: QUESTIONS };
        await world.call("PATCH", await pathOf(world, "/survey"), { custom_survey, show_in_the_browser: true });
        return { answer: "It is set." };
      },
    },
  ],
});
