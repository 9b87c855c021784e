import {
  type AuthInfo,
  type CallToolResult,
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type CompleteRequestParams,
  type McpServerFactory,
  ProtocolError,
  ProtocolErrorCode,
  Server,
  type ServerContext,
  type ServerOptions,
  type Tool,
} from "@modelcontextprotocol/server";
import { InternalError, isZoomWebinarError, type ZoomWebinarError } from "@zoom-webinar/foundation";
import type { Complete } from "./context/completions.ts";
import type { Prompts } from "./context/prompts.ts";
import type { Resources } from "./context/resources.ts";
import { answerOf, askWhileOpen, toInputRequired } from "./sdk-question.ts";
import { listSkillResources, readSkillFile, SKILL_TEMPLATE, SKILLS_EXTENSION, serveSkills } from "./sdk-skills.ts";
import { MalformedCall, type ToolCall } from "./tools/tool-call.ts";
import type { Toolbox } from "./tools/toolbox.ts";

export type { McpServerFactory };

/** What one caller gets. */
export interface CallerParts {
  instructions: string;
  toolbox: Toolbox;
  resources: Resources;
  prompts: Prompts;
  complete: Complete;
  /** An error as it may go out: what strangers wrote fenced, or withheld. */
  explain(error: ZoomWebinarError): { message: string; data: unknown };
  /** Whether a state that comes back was signed for this caller's team and has not expired. */
  isGenuine(state: string): Promise<boolean>;
}

/** Who calls over a transport that checks callers. */
export interface CheckedCaller {
  principal: string;
  scopes: readonly string[];
  /** The team that it belongs to; null if all callers share one session. */
  team: string | null;
}

/** What a server is made of, in our own terms. */
export interface ServerParts {
  version: string;
  /** Null: the one caller of a transport that checks nobody. */
  partsFor(caller: CheckedCaller | null): CallerParts;
  /** Faults of the protocol layer, for the log. */
  onError(error: Error): void;
}

/** How long a listing may be kept: it changes only with a restart. */
const LIST_TTL_MS = 5 * 60_000;
const forAWhile = { ttlMs: LIST_TTL_MS, cacheScope: "private" } as const;
const CACHE_HINTS: ServerOptions["cacheHints"] = {
  "server/discover": forAWhile,
  "tools/list": forAWhile,
  "prompts/list": forAWhile,
  "resources/list": forAWhile,
  "resources/templates/list": forAWhile,
  // What is in the account may change at any time.
  "resources/read": { ttlMs: 0, cacheScope: "private" },
};

/**
 * The one place that knows the MCP SDK: puts a toolbox behind the protocol layer, for both eras and any transport. `Server` and not `McpServer`: we own
 * dispatch, so that nothing is loaded or converted before a client asks for it.
 */
export const serverFactory =
  ({ version, partsFor, onError }: ServerParts): McpServerFactory =>
  ({ era, authInfo }) => {
    const { instructions, toolbox, resources, prompts, complete, explain, isGenuine } = partsFor(authInfo ? toCaller(authInfo) : null);
    const orProtocolError = <T>(work: Promise<T>) => work.catch((error: unknown) => Promise.reject(toProtocolError(error, explain)));
    const server = new Server(
      { name: "zoom-webinar", title: "Zoom Webinar", version },
      {
        // Clients of the older revisions may set a log level as soon as they connect; we accept it there and send no log messages in either era.
        capabilities: {
          tools: {},
          resources: {},
          prompts: {},
          completions: {},
          extensions: SKILLS_EXTENSION,
          ...(era === "legacy" ? { logging: {} } : {}),
        },
        instructions,
        cacheHints: CACHE_HINTS,
        requestState: { verify: (state) => assertGenuine(state, isGenuine) },
        // Older clients are asked here, so that every way in which that fails ends in our words.
        inputRequired: { legacyShim: false },
      },
    );
    server.onerror = onError;
    server.setRequestHandler("tools/list", async ({ params }) => {
      assertNoCursor(params);
      return { tools: [...(await orProtocolError(toolbox.list()))] as Tool[] };
    });
    server.setRequestHandler("tools/call", async ({ params }, ctx) => {
      const call = toCall(params.name, params.arguments ?? {}, ctx, declaredElicitation(server, ctx));
      let answer = await orProtocolError(toolbox.call(call));
      if ("question" in answer && era === "legacy") {
        const { state } = answer.question;
        answer = await orProtocolError(toolbox.call({ ...call, state, answer: await askWhileOpen(answer.question, ctx) }));
      }
      return "question" in answer ? toInputRequired(answer.question) : (answer.result as CallToolResult);
    });
    server.setRequestHandler("resources/list", async ({ params }) => {
      assertNoCursor(params);
      return { resources: [...resources.list, ...(await listSkillResources())] };
    });
    server.setRequestHandler("resources/templates/list", ({ params }) => {
      assertNoCursor(params);
      return { resourceTemplates: [...resources.templates, SKILL_TEMPLATE] };
    });
    server.setRequestHandler("resources/read", async ({ params: { uri } }, { mcpReq }) => ({
      contents: [
        (await readSkillFile(uri)) ?? { uri, mimeType: "application/json", text: await orProtocolError(resources.read(uri, mcpReq.signal)) },
      ],
    }));
    serveSkills(server, era === "legacy" ? {} : forAWhile);
    server.setRequestHandler("prompts/list", ({ params }) => {
      assertNoCursor(params);
      return { prompts: prompts.list.map((prompt) => ({ ...prompt, arguments: [...prompt.arguments] })) };
    });
    server.setRequestHandler("prompts/get", async ({ params }, { mcpReq }) => {
      const { description, text } = await orProtocolError(prompts.get(params.name, params.arguments ?? {}, mcpReq.signal));
      return { description, messages: [{ role: "user", content: { type: "text", text } }] };
    });
    server.setRequestHandler("completion/complete", async ({ params: { ref, argument } }, { mcpReq }) => {
      assertCompletable(ref, resources, prompts);
      const { values, total } = await orProtocolError(complete(argument.name, argument.value, mcpReq.signal));
      return { completion: { values: [...values], total, hasMore: total > values.length } };
    });
    return server;
  };

/** Our own transport fills this in, from a token that it has checked. */
export const toCaller = ({ clientId, scopes, extra }: AuthInfo): CheckedCaller => ({
  principal: clientId,
  scopes,
  team: typeof extra?.team === "string" ? extra.team : null,
});

/** Our lists are one page: no cursor was ever given out. */
const assertNoCursor = (params: { cursor?: string | undefined } | undefined): void => {
  if (params?.cursor) throw new ProtocolError(ProtocolErrorCode.InvalidParams, "Unknown cursor.");
};

const assertCompletable = (ref: CompleteRequestParams["ref"], { templates }: Resources, { list }: Prompts): void => {
  const isKnown =
    ref.type === "ref/prompt"
      ? list.some(({ name }) => name === ref.name)
      : [...templates, SKILL_TEMPLATE].some(({ uriTemplate }) => uriTemplate === ref.uri);
  if (!isKnown) throw new ProtocolError(ProtocolErrorCode.InvalidParams, "There is no such prompt or template.");
};

const assertGenuine = async (state: string, isGenuine: CallerParts["isGenuine"]): Promise<undefined> => {
  if (!(await isGenuine(state))) throw new Error("not signed by this server, or expired");
};

/** A protocol error with a text of ours: the SDK would send out whatever an exception says. */
const toProtocolError = (error: unknown, explain: CallerParts["explain"]): ProtocolError => {
  if (error instanceof MalformedCall) return new ProtocolError(ProtocolErrorCode.InvalidParams, error.message, error.data);
  if (error instanceof InternalError) return new ProtocolError(ProtocolErrorCode.InternalError, error.message, error.details);
  if (!isZoomWebinarError(error)) return new ProtocolError(ProtocolErrorCode.InternalError, "Internal error.");
  // A tool answers these as a result; if there is none to answer with, the report goes along as data.
  const isCallers = error.code === "not_found" || error.code === "input_invalid";
  const { message, data } = explain(error);
  return new ProtocolError(isCallers ? ProtocolErrorCode.InvalidParams : ProtocolErrorCode.InternalError, message, data);
};

/**
 * What the client said about elicitation. The newer revision says it on every request, the older once at `initialize`; on stateless HTTP an older client
 * said it to a server object that is gone, and could not be asked anyway.
 */
const declaredElicitation = (server: Server, { mcpReq }: ServerContext): object | undefined => {
  const envelope = mcpReq.envelope as { [CLIENT_CAPABILITIES_META_KEY]?: ClientCapabilities } | undefined;
  return (envelope ? envelope[CLIENT_CAPABILITIES_META_KEY] : server.getClientCapabilities())?.elicitation;
};

/** Forms are the default if no mode is named; a client that names only `url` has none. */
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
