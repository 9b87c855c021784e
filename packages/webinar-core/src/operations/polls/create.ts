import { replySchema } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";
import { webinarId } from "../../operation/params.ts";
import { POLL_ABOUT, POLL_WORDS } from "../../operation/words.ts";
import { addPoll } from "./add-poll.ts";
import { checkQuestions, pollFields } from "./poll-input.ts";

export const createPoll = defineOperation({
  id: "polls.create",
  tool: "create_webinar_poll",
  summary: "Add a poll, advanced poll or quiz to a webinar, with questions of any kind.",
  alsoKnownAs: `
    create a poll, add a quiz, ask the audience, new poll, single choice question, multiple choice question, rating question, ranking question,
    vote, survey during the webinar, prepare a poll, set up a quiz, matching question, add poll questions, test for the audience, prepare a quiz
    with right answers, multiple choice question for the audience, ask the audience something, rating scale, anonymous poll, yes or no question,
    new quiz, true or false, a poll with answers, survey question during the webinar, quick vote, fill in the blank, free text question, bring a
    vote, let people vote on the date, build a quiz for the training, ask the audience which they like, a quick show of hands, put a question to
    the audience, add an ice-breaker, a vote with three choices, prepare a ballot, test what they learned, make people guess, knowledge check in
    the middle, let them rate from one to five, survey them while it runs, new question with two answers, insert a poll, an opinion poll, quiz
    with five questions, set up voting, ask something yes or no, let the crowd decide, I'd like people to vote on lunch, get the audience to
    choose, put in a quick quiz, set a test with five questions, we want a show of hands on the budget, ask them how they feel in a poll, new
    multiple choice, a ranking for the audience, a fun quiz at the start, make a poll with yes no and maybe`,
  endpoints: ["POST /webinars/{webinarId}/polls", "GET /webinars/{webinarId}/polls"],
  effect: "create",
  idempotent: false,
  emails: "nobody",
  input: z.strictObject({ webinar_id: webinarId, ...pollFields }).check(checkQuestions),
  output: replySchema("POST /webinars/{webinarId}/polls"),
  cli: {
    words: POLL_WORDS,
    about: POLL_ABOUT,
    positional: ["webinar_id"],
    examples: [`polls create 82834512568 --poll-title Lunch --questions '[{"name":"What do you eat?","type":"single","answers":["Soup","Salad"]}]'`],
  },
  run: ({ webinar_id, ...poll }, ctx) => addPoll(webinar_id, poll, ctx),
  describe: ({ id, title }) => `Created poll "${title ?? ""}" with ID ${id ?? "unknown"}`,
});
