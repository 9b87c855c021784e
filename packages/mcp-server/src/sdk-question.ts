import {
  type ElicitRequestFormParams,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { CONFIRMATION_TTL_MS } from "@zoom-webinar/webinar-core/doors";
import type { Question, ToolCall } from "./tools/tool-call.ts";

/** Name of our one question in `inputRequests`, and of its tick box. */
const QUESTION = "confirm";

const REQUESTED_SCHEMA = {
  type: "object",
  properties: { [QUESTION]: { type: "boolean", title: "Yes, do this" } },
  required: [QUESTION],
} satisfies ElicitRequestFormParams["requestedSchema"];

/** Our question as the result of a call, for a client of revision 2026-07-28: it asks, and calls again with the answer. */
export const toInputRequired = ({ message, state }: Question): InputRequiredResult =>
  inputRequired({ inputRequests: { [QUESTION]: inputRequired.elicit({ message, requestedSchema: REQUESTED_SCHEMA }) }, requestState: state });

/** What came back for our question. Only an accepted form with the box ticked is a yes. */
export const answerOf = (responses: Record<string, unknown> | undefined): ToolCall["answer"] => {
  if (responses === undefined) return "missing";
  const answer = inputResponse(responses, QUESTION);
  if (answer.kind !== "elicit") return "malformed";
  if (answer.action === "cancel") return "dismissed";
  return answer.action === "accept" && answer.content?.[QUESTION] === true ? "agreed" : "refused";
};

/**
 * Puts our question to a client of an older revision, which answers while its call is open. An answer that cannot be read, or an error in place of one, is
 * "malformed": the call then ends in our words. Throws only if the call was cancelled or the client is gone.
 */
export const askWhileOpen = async ({ message }: Question, { mcpReq }: ServerContext): Promise<ToolCall["answer"]> => {
  try {
    const answer = await mcpReq.send(
      { method: "elicitation/create", params: { mode: "form", message, requestedSchema: REQUESTED_SCHEMA } },
      // What a person thinks about may take as long as our question is good for. A client that reports progress is still there.
      { timeout: CONFIRMATION_TTL_MS, resetTimeoutOnProgress: true, onprogress: () => {}, signal: mcpReq.signal },
    );
    return answerOf({ [QUESTION]: answer });
  } catch (error) {
    if (mcpReq.signal.aborted) throw error;
    return "malformed";
  }
};
