import type { ReplyOf, ZoomClient } from "@zoom-webinar/zoom-client";
import { inputSchema } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { countOf } from "../operation/counts.ts";
import { defineOperation } from "../operation/define-operation.ts";
import type { Operation } from "../operation/operation.ts";
import { full, withReply } from "../operation/short.ts";
import { answerSums, type Respondent, sumAnswers } from "./sum-answers.ts";

/** The endpoints that tell who answered what. All take the same input. */
type AnswersId = "GET /past_webinars/{webinarId}/polls" | "GET /report/webinars/{webinarId}/polls" | "GET /report/webinars/{webinarId}/survey";

interface SumDefinition<Id extends AnswersId> {
  id: string;
  tool: string;
  summary: string;
  alsoKnownAs: string;
  examples: readonly string[];
  /** Further fields of the reply that a short answer has. */
  short?: readonly string[];
  /** Property of the reply that lists people, and the one of a person that lists answers. */
  list: string;
  details: string;
  read(zoom: ZoomClient, webinarId: string): Promise<ReplyOf<Id>>;
  respondents(reply: ReplyOf<Id>): readonly Respondent[];
}

const { webinar_id } = inputSchema("GET /past_webinars/{webinarId}/polls").shape;
const input = z.strictObject({ webinar_id, full: full.describe("Also who answered what") });

type Sums = z.output<typeof answerSums>;
type Output<Id extends AnswersId> = z.ZodType<Sums & Omit<Partial<ReplyOf<Id>>, keyof Sums>>;

/** An operation that answers how many people gave which answer; with `full: true` also who gave it, as Zoom's reply has it. */
export const sumOperation = <Id extends AnswersId>(
  endpoint: Id,
  { examples, short = [], list, details, read, respondents, ...definition }: SumDefinition<Id>,
): Operation<typeof input, Output<Id>> => {
  const output: Output<Id> = withReply(endpoint, answerSums);
  return defineOperation({
    ...definition,
    endpoints: [endpoint],
    input,
    output,
    // Both are properties of the reply; for an endpoint that is not known yet, TypeScript does not see that.
    rows: list as Extract<keyof z.output<Output<Id>>, string>,
    short: [...short, ...Object.keys(answerSums.shape)],
    cli: {
      positional: ["webinar_id"],
      columns: ["name", "email"],
      answers: { list: details, question: "question", answer: "answer", show: "counts", sums: "results" },
      // The sentence says it.
      hidden: ["people"],
      examples,
    },
    async run({ webinar_id: webinarId }, { zoom, note }) {
      const reply = await read(zoom, webinarId);
      const { repeaters, ...sums } = sumAnswers(respondents(reply));
      if (repeaters > 0)
        note(`${countOf(repeaters, "person", "people")} answered a question more than once: each different answer of a person counts once.`);
      // For an endpoint that is not known yet, TypeScript does not see that a reply with our fields is what `withReply` describes.
      return { ...(reply as object), ...sums } as z.output<Output<Id>>;
    },
    describe: ({ people, results }) => `${countOf(people, "person", "people")} answered ${countOf(results.length, "question")}`,
  });
};
