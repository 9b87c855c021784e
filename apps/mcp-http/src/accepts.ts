/** What a client takes as an answer: both kinds, as the protocol asks of it, or one alone. */
export type Accepts = "both" | "json" | "stream" | "neither";

/** What the protocol layer expects of every client. */
export const ACCEPT_BOTH = "application/json, text/event-stream";

/** Reads an Accept header. None, and the wildcard that most HTTP libraries send, mean what such programs can read: JSON. */
export const readAccept = (header: string | null): Accepts => {
  const types = (header ?? "")
    .split(",")
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .filter(([type = "", ...parameters]) => type !== "" && !parameters.some((each) => /^q=0(\.0*)?$/.test(each)))
    .map(([type]) => type);
  const json =
    header === null || header.trim() === "" || types.some((type) => type === "*/*" || type === "application/*" || type === "application/json");
  const stream = types.some((type) => type === "text/*" || type === "text/event-stream");
  if (json) return stream ? "both" : "json";
  return stream ? "stream" : "neither";
};

/** True for an answer that is sent as events, piece by piece. */
export const isStream = (response: Response): boolean => response.headers.get("content-type")?.startsWith("text/event-stream") ?? false;

/** Data of the events of a stream, which ends when its last answer is out. */
const messagesOf = (text: string): Record<string, unknown>[] =>
  text.split(/\r?\n\r?\n/).flatMap((event) => {
    const lines = event.split(/\r?\n/).flatMap((line) => (line.startsWith("data:") ? [line.slice("data:".length)] : []));
    const data = lines.join("\n").trim();
    return data === "" ? [] : [JSON.parse(data) as Record<string, unknown>];
  });

/** A stream as one document: its answers, without the notifications before them. A batch is answered by a list. */
const toJson = async (response: Response, isBatch: boolean): Promise<Response> => {
  const answers = messagesOf(await response.text()).filter((message) => "id" in message && !("method" in message));
  const headers = new Headers(response.headers);
  for (const name of ["content-type", "x-accel-buffering", "connection"]) headers.delete(name);
  return Response.json(isBatch ? answers : answers.at(-1), { status: response.status, headers });
};

/** A document as a stream of one event. */
const toStream = async (response: Response): Promise<Response> => {
  const headers = new Headers(response.headers);
  headers.set("content-type", "text/event-stream");
  headers.set("cache-control", "no-cache, no-transform");
  headers.delete("content-length");
  return new Response(`event: message\ndata: ${JSON.stringify(await response.json())}\n\n`, { status: response.status, headers });
};

/** The answer in the kind that the client takes. Refusals keep their status and are JSON; an empty answer stays empty. */
export const inKind = (response: Response, accepts: Accepts, isBatch: boolean): Promise<Response> | Response => {
  if (accepts === "json" && isStream(response)) return toJson(response, isBatch);
  if (accepts === "stream" && response.ok && response.body !== null && !isStream(response)) return toStream(response);
  return response;
};
