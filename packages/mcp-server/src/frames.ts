/** The one revision that has JSON-RPC batches. */
const BATCH_REVISION = "2025-03-26";
/** Nobody writes a batch with more entries than this. */
const MOST_ENTRIES = 100;

const PARSE_ERROR = -32_700;
const INVALID_REQUEST = -32_600;
/** JSON-RPC's code for params that do not fit their method. */
export const INVALID_PARAMS = -32_602;

type RpcId = string | number;

/** An answer to what is not a message, in JSON-RPC's own shape. */
export interface RpcFault {
  readonly jsonrpc: "2.0";
  /** Id of the message, if it could be read. */
  readonly id: RpcId | null;
  readonly error: { readonly code: number; readonly message: string };
}

/** A message as the protocol layer takes it. */
export type RpcMessage = Readonly<Record<string, unknown>>;

/** What came in as one: a message, a batch of them, or what is neither. Entries of a batch are good or faulty each for itself. */
export type Frame =
  /** `text` is the message for the protocol layer: as it came, unless something was left out. */
  | { readonly kind: "message"; readonly message: RpcMessage; readonly text: string }
  | { readonly kind: "batch"; readonly entries: readonly (RpcMessage | RpcFault)[] }
  | { readonly kind: "fault"; readonly fault: RpcFault };

/** True for an entry that is answered instead of read. */
export const isFault = (entry: RpcMessage | RpcFault): entry is RpcFault => "error" in entry && "id" in entry && faults.has(entry);

const faults = new WeakSet<object>();

/** A fault of this shape, which `isFault` knows. */
export const rpcFault = (code: number, message: string, id: RpcId | null = null): RpcFault => {
  const fault: RpcFault = { jsonrpc: "2.0", id, error: { code, message } };
  faults.add(fault);
  return fault;
};

/**
 * The id of the request of ours that a faulty message was meant to answer, null if it was not an answer: the id that it names, or, if no id of it can be read,
 * the only one of `asked`, the requests of ours that wait. Such an id is ours: an error under it would be taken for the answer to whatever request of its
 * own the client counts by the same number.
 */
export const answeredBy = (fault: RpcFault, asked: ReadonlySet<RpcId>): RpcId | null => {
  const named = brokenAnswers.get(fault);
  if (named === undefined) return null;
  if (named === null) return asked.size === 1 ? ([...asked][0] ?? null) : null;
  return [...asked].find((id) => String(id) === String(named)) ?? null;
};

/** What may have been an answer, with the id that it names. */
const brokenAnswers = new WeakMap<object, RpcId | null>();

/** The error for text that is no JSON. An answer that was cut off still shows its id, and no method before it. */
const unreadable = (text: string): RpcFault => {
  const fault = rpcFault(PARSE_ERROR, "Parse error: this is not JSON.");
  const [, words, number] = /"id"\s*:\s*(?:"([^"\\]*)"|(\d+)\s*[,}])/.exec(text) ?? [];
  const named = words ?? number;
  const beforeId = named === undefined ? text : text.slice(0, text.indexOf('"id"'));
  if (!beforeId.includes('"method"')) brokenAnswers.set(fault, named ?? null);
  return fault;
};

const faultOf = (message: RpcMessage, words: string): RpcFault => {
  const id = idOf(message);
  const isAnswer = !("method" in message) && ("result" in message || "error" in message);
  const fault = rpcFault(INVALID_REQUEST, `Invalid request: ${words}`, isAnswer ? null : id);
  if (!("method" in message)) brokenAnswers.set(fault, id);
  return fault;
};

/** The answer to a message that the protocol layer itself cannot read. */
export const malformed = (message: RpcMessage): RpcFault => faultOf(message, "this is not a JSON-RPC message of the Model Context Protocol.");

/**
 * Reads what a client sent as one line or one body. A byte order mark is dropped and `params: null` counts as left out; everything else that is no
 * JSON-RPC 2.0 gets its error. Batches exist only under revision 2025-03-26, `revision` being what was negotiated, null if nothing was.
 */
export const readFrame = (text: string, revision: string | null): Frame => {
  const bare = text.replace(/^\uFEFF/, "");
  let json: unknown;
  try {
    json = JSON.parse(bare);
  } catch {
    return { kind: "fault", fault: unreadable(bare) };
  }
  if (Array.isArray(json)) return readBatch(json, revision);
  const entry = readEntry(json);
  if (isFault(entry)) return { kind: "fault", fault: entry };
  // Not written again without need: endlessly nested JSON can be read, but not written.
  return { kind: "message", message: entry, text: isObject(json) && json.params === null ? JSON.stringify(entry) : bare };
};

const readBatch = (json: readonly unknown[], revision: string | null): Frame => {
  const refuse = (message: string): Frame => ({ kind: "fault", fault: rpcFault(INVALID_REQUEST, `Invalid request: ${message}`) });
  if (revision !== BATCH_REVISION) return refuse("this protocol revision has no batches; send one message at a time.");
  if (json.length === 0) return refuse("the batch is empty.");
  if (json.length > MOST_ENTRIES) return refuse(`a batch holds at most ${MOST_ENTRIES} messages.`);
  const entries = json.map(readEntry).map((entry) => (isFault(entry) || isWritable(entry) ? entry : malformed(entry)));
  if (entries.some((entry) => "method" in entry && entry.method === "initialize")) return refuse("initialize is sent by itself.");
  return { kind: "batch", entries };
};

const isObject = (json: unknown): json is RpcMessage => typeof json === "object" && json !== null && !Array.isArray(json);

const isWritable = (message: RpcMessage): boolean => {
  try {
    return JSON.stringify(message) !== undefined;
  } catch {
    return false; // nested without end
  }
};

const readEntry = (json: unknown): RpcMessage | RpcFault => {
  if (!isObject(json)) {
    const fault = rpcFault(INVALID_REQUEST, "Invalid request: a message is an object.");
    brokenAnswers.set(fault, null);
    return fault;
  }
  const { params, ...rest } = json;
  const invalid = (words: string) => faultOf(rest, words);
  if (rest.jsonrpc !== "2.0") return invalid('"jsonrpc" has to be "2.0".');
  if ("id" in rest && idOf(rest) === null && !("error" in rest)) return invalid('"id" has to be a text or a whole number.');
  if (!("method" in rest)) return "result" in rest || "error" in rest ? rest : invalid('"method" is missing.');
  if (typeof rest.method !== "string") return invalid('"method" has to be a text.');
  if (params === undefined || params === null) return rest;
  if (typeof params !== "object" || Array.isArray(params))
    return rpcFault(INVALID_PARAMS, 'Invalid params: "params" has to be an object.', idOf(rest));
  return { ...rest, params };
};

const idOf = ({ id }: RpcMessage): RpcId | null => (typeof id === "string" || (typeof id === "number" && Number.isInteger(id)) ? id : null);
