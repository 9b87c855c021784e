import {
  type CallToolResult,
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  type McpServerFactory,
  ProtocolError,
  ProtocolErrorCode,
  Server,
  type ServerContext,
  type Tool,
} from "@modelcontextprotocol/server";
import { InternalError } from "@zoom-webinar/foundation";
import { CONFIRMATION_TTL_MS } from "@zoom-webinar/webinar-core";
import { MalformedCall, type Question, type ToolCall } from "./tools/tool-call.ts";
import type { Toolbox } from "./tools/toolbox.ts";

export type { McpServerFactory };

/** What a server is made of, in our own terms. */
export interface ServerParts {
  version: string;
  instructions: string;
  toolbox: Toolbox;
  /** Whether a state that comes back was signed by us and has not expired. */
  isGenuine(state: string): Promise<boolean>;
  /** Faults of the protocol layer, for the log. */
  onError(error: Error): void;
}

/** Name of our one question in `inputRequests`, and of its tick box. */
const QUESTION = "confirm";

/** How long a listing may be kept: it changes only with a restart. */
const LIST_TTL_MS = 5 * 60_000;

/**
 * The one place that knows the MCP SDK: puts a toolbox behind the protocol layer, for both eras and any transport. `Server` and not `McpServer`: we own
 * dispatch, so that nothing is loaded or converted before a client asks for it.
 */
export const serverFactory =
  ({ version, instructions, toolbox, isGenuine, onError }: ServerParts): McpServerFactory =>
  ({ era }) => {
    const server = new Server(
      { name: "zoom-webinar", title: "Zoom Webinar", version },
      {
        // Clients of the older revisions may set a log level as soon as they connect; we accept it there and send no log messages in either era.
        capabilities: era === "legacy" ? { tools: {}, logging: {} } : { tools: {} },
        instructions,
        cacheHints: { "tools/list": { ttlMs: LIST_TTL_MS }, "server/discover": { ttlMs: LIST_TTL_MS } },
        requestState: { verify: (state) => assertGenuine(state, isGenuine) },
        // Older clients hold their call open while the person thinks; our state is void after this time anyway.
        inputRequired: { roundTimeoutMs: CONFIRMATION_TTL_MS, maxRounds: 2 },
      },
    );
    server.onerror = onError;
    server.setRequestHandler("tools/list", async ({ params }) => {
      // The list is one page: no cursor was ever given out.
      if (params?.cursor) throw new ProtocolError(ProtocolErrorCode.InvalidParams, "Unknown cursor.");
      return { tools: [...(await orProtocolError(toolbox.list()))] as Tool[] };
    });
    server.setRequestHandler("tools/call", async ({ params }, ctx) => {
      const call = toCall(params.name, params.arguments ?? {}, ctx, declaredElicitation(server, ctx));
      const answer = await orProtocolError(toolbox.call(call));
      return "question" in answer ? toInputRequired(answer.question) : (answer.result as CallToolResult);
    });
    return server;
  };

const assertGenuine = async (state: string, isGenuine: ServerParts["isGenuine"]): Promise<undefined> => {
  if (!(await isGenuine(state))) throw new Error("not signed by this server, or expired");
};

/** A protocol error with a text of ours: the SDK would send out whatever an exception says. */
const orProtocolError = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof MalformedCall) throw new ProtocolError(ProtocolErrorCode.InvalidParams, error.message);
    if (error instanceof InternalError) throw new ProtocolError(ProtocolErrorCode.InternalError, error.message, error.details);
    throw new ProtocolError(ProtocolErrorCode.InternalError, "Internal error.");
  }
};

/**
 * What the client said about elicitation. The newer revision says it on every request, the older once at `initialize`; on stateless HTTP an older client
 * said it to a server object that is gone, and could not be asked anyway.
 */
const declaredElicitation = (server: Server, { mcpReq }: ServerContext): object | undefined => {
  const envelope = mcpReq.envelope as { [CLIENT_CAPABILITIES_META_KEY]?: ClientCapabilities } | undefined;
  return (envelope ? envelope[CLIENT_CAPABILITIES_META_KEY] : server.getClientCapabilities())?.elicitation;
};

/** Forms are the default where no mode is named; a client that names only `url` has none. */
const hasForms = (elicitation: object | undefined): boolean =>
  elicitation !== undefined && ("form" in elicitation || Object.keys(elicitation).length === 0);

const toCall = (name: string, args: Record<string, unknown>, { mcpReq }: ServerContext, elicitation: object | undefined): ToolCall => {
  const { progressToken, traceparent } = mcpReq._meta ?? {};
  const state = mcpReq.requestState<string>();
  return {
    name,
    args,
    signal: mcpReq.signal,
    sendProgress:
      progressToken === undefined
        ? null
        : ({ done, total, message }) =>
            mcpReq.notify({
              method: "notifications/progress",
              params: { progressToken, progress: done, ...(total === null ? {} : { total }), ...(message === undefined ? {} : { message }) },
            }),
    canAsk: hasForms(elicitation),
    state: state ?? null,
    answer: answerOf(mcpReq.inputResponses),
    traceparent: typeof traceparent === "string" && /^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/.test(traceparent) ? traceparent : null,
  };
};

/** Only an accepted form with the box ticked is a yes. */
const answerOf = (responses: Record<string, unknown> | undefined): ToolCall["answer"] => {
  const answer = inputResponse(responses, QUESTION);
  if (answer.kind === "missing") return "missing";
  return answer.kind === "elicit" && answer.action === "accept" && answer.content?.[QUESTION] === true ? "agreed" : "refused";
};

const toInputRequired = ({ message, state }: Question): InputRequiredResult =>
  inputRequired({
    inputRequests: {
      [QUESTION]: inputRequired.elicit({
        message,
        requestedSchema: { type: "object", properties: { [QUESTION]: { type: "boolean", title: "Yes, do this" } }, required: [QUESTION] },
      }),
    },
    requestState: state,
  });
