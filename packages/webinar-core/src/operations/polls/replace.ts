import { anyId } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { countOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { quoted } from "../../operation/losses.ts";
import { webinarId } from "../../operation/params.ts";
import { previewChange, readBefore, webinarTarget } from "../../operation/preview-change.ts";
import { POLL_ABOUT, POLL_WORDS } from "../../operation/words.ts";
import { checkQuestions, pollFields, toPollBody } from "./poll-input.ts";

const pollId = anyId(128).describe("Poll ID, from the poll list");

export const replacePoll = defineOperation({
  id: "polls.replace",
  tool: "replace_webinar_poll",
  summary: "Replace a whole poll of a webinar; what is left out is lost, as Zoom has no partial update.",
  alsoKnownAs: `
    change a poll, edit poll questions, update a quiz, fix a poll, rename a poll, add an answer to a poll, correct a quiz question, rewrite a
    poll, modify a poll, poll has a typo, reword a poll question, change the options of a poll, correct a poll, fix a typo in the poll, make the
    poll anonymous, edit a quiz, the quiz has a mistake, swap the questions, new wording for the vote, fix the typo in poll two, change an answer
    of the quiz, one more choice in the poll, the right answer is wrong, rephrase the question of the poll, exchange the options, rework the
    ice-breaker, turn the poll into multiple choice, alter the vote, make the vote anonymous, the second option should read different, improve a
    poll, the poll needs another answer, poll one has an error, change what the vote asks, new answers for quiz two, the spelling in the poll is
    off, edit the options of the vote, update the ice-breaker question, swap the quiz for a better one, a different right answer in the quiz`,
  endpoints: ["PUT /webinars/{webinarId}/polls/{pollId}", "GET /webinars/{webinarId}/polls/{pollId}", "GET /webinars/{webinarId}"],
  effect: "update",
  idempotent: true,
  emails: "nobody",
  input: z.strictObject({ webinar_id: webinarId, poll_id: pollId, ...pollFields }).check(checkQuestions),
  output: z.object({ done: z.string(), webinar_id: z.string(), poll_id: z.string() }),
  cli: {
    words: POLL_WORDS,
    about: POLL_ABOUT,
    positional: ["webinar_id", "poll_id"],
    examples: [
      `polls replace 82834512568 QalIoKWLTJehBJ8e1xRrbQ --poll-title Tea --questions '[{"name":"Which?","type":"single","answers":["Black","Green"]}]'`,
    ],
  },
  async preview({ webinar_id, poll_id, ...poll }, { zoom }) {
    const path = { webinarId: webinar_id, pollId: poll_id };
    const before = await readBefore(() => zoom.call("GET /webinars/{webinarId}/polls/{pollId}", { path }));
    const { title, anonymous, questions } = before ?? {};
    return previewChange({
      summary: `Replace the poll ${quoted(title ?? poll_id)} by ${quoted(poll.poll_title)} with ${countOf(poll.questions.length, "question")}.`,
      targets: [{ kind: "poll", id: poll_id, ...(title === undefined ? {} : { label: title }) }, await webinarTarget(zoom, webinar_id)],
      before: before && { title, anonymous, questions },
      after: toPollBody(poll),
      how: "replace",
    });
  },
  async run({ webinar_id, poll_id, ...poll }, { zoom }) {
    await zoom.call("PUT /webinars/{webinarId}/polls/{pollId}", { path: { webinarId: webinar_id, pollId: poll_id }, body: toPollBody(poll) });
    return { done: "replace_webinar_poll", webinar_id, poll_id };
  },
  describe: ({ webinar_id, poll_id }) => `Replaced poll ${poll_id} of webinar ${webinar_id}`,
});
