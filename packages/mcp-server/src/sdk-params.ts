import { specTypeSchemas } from "@modelcontextprotocol/server";
import { INVALID_PARAMS, type RpcFault, type RpcMessage, rpcFault } from "./frames.ts";

/** What each method of the protocol takes. Methods that are not here take nothing that can be wrong, or are not ours. */
const REQUESTS = {
  "completion/complete": "CompleteRequest",
  initialize: "InitializeRequest",
  "logging/setLevel": "SetLevelRequest",
  "prompts/get": "GetPromptRequest",
  "prompts/list": "ListPromptsRequest",
  "resources/list": "ListResourcesRequest",
  "resources/read": "ReadResourceRequest",
  "resources/templates/list": "ListResourceTemplatesRequest",
  "tools/call": "CallToolRequest",
  "tools/list": "ListToolsRequest",
} as const;

type Method = keyof typeof REQUESTS;
/** What the revision without sessions does not have: there the protocol layer says that the method is unknown. */
const OF_SESSIONS: ReadonlySet<Method> = new Set(["initialize", "logging/setLevel"]);
const isMethod = (method: unknown): method is Method => typeof method === "string" && Object.hasOwn(REQUESTS, method);

/** As many faults as one message names. */
const MOST_NAMES = 5;

/**
 * The error for a request whose params are not what its method takes, null for every other message. The protocol layer would answer "internal error" with
 * what its validator says, and would drop an argument called `__proto__` in silence.
 */
export const paramsFault = (message: RpcMessage, isSessionless = false): RpcFault | null => {
  const { method, id } = message;
  if (!isMethod(method) || (isSessionless && OF_SESSIONS.has(method)) || (typeof id !== "string" && typeof id !== "number")) return null;
  const invalid = (words: string): RpcFault => rpcFault(INVALID_PARAMS, `Invalid params of ${method}: ${words}`, id);
  if (hasPrototypeArgument(message.params)) return invalid('there is no argument "__proto__".');
  const read = specTypeSchemas[REQUESTS[method]]["~standard"].validate(message);
  if (read instanceof Promise || read.issues === undefined) return null;
  const names = [...new Set(read.issues.map(({ path = [] }) => path.map(toKey).slice(1).join(".") || "params"))];
  const shown = names.slice(0, MOST_NAMES).map((name) => JSON.stringify(name.slice(0, 64)));
  return invalid(`${shown.join(", ")} ${names.length === 1 ? "is" : "are"} missing or not of the right kind.`);
};

const toKey = (key: PropertyKey | { readonly key: PropertyKey }): string => String(typeof key === "object" ? key.key : key);

const hasPrototypeArgument = (params: unknown): boolean => {
  const given = typeof params === "object" && params !== null && "arguments" in params ? params.arguments : null;
  return typeof given === "object" && given !== null && Object.hasOwn(given, "__proto__");
};
