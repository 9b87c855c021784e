import type { ReplyOf } from "@zoom-webinar/zoom-client";
import type * as z from "zod";
import type { OperationContext } from "../../operation/operation.ts";
import { toCandidates } from "../../settle/candidates.ts";
import { settleWrite } from "../../settle/settle-write.ts";
import { type pollFields, toPollBody } from "./poll-input.ts";

const CREATE = "POST /webinars/{webinarId}/polls";

const asked = (questions: readonly { name?: string | undefined }[] | undefined): string => JSON.stringify((questions ?? []).map(({ name }) => name));

/** Adds a poll once: if no answer comes, it is looked up in the webinar's polls. */
export const addPoll = async (
  webinarId: string,
  poll: z.output<z.ZodObject<typeof pollFields>>,
  ctx: OperationContext,
): Promise<ReplyOf<typeof CREATE>> => {
  const { zoom } = ctx;
  const path = { webinarId };
  const body = toPollBody(poll);
  const { result } = await settleWrite(
    {
      operation: "polls.create",
      what: `Adding the poll "${poll.poll_title}"`,
      identity: [webinarId, body],
      send: () => zoom.call(CREATE, { path, body }),
      idOf: ({ id }) => id ?? null,
      isUndated: true,
      find: async () => {
        const { polls = [] } = await zoom.call("GET /webinars/{webinarId}/polls", { path });
        return toCandidates(polls, ({ title, questions }) => title === body.title && asked(questions) === asked(body.questions));
      },
      where: "the webinar's polls",
    },
    ctx,
  );
  return result;
};
