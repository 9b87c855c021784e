import type { HttpResponse, Send, TokenSource } from "@zoom-webinar/auth";
import { type Clock, isZoomWebinarError, ResponseError, systemClock, UnavailableError } from "@zoom-webinar/foundation";
import { type Breaker, breaker } from "./breaker.ts";
import type { EndpointInfo, RateLabel } from "./endpoint-info.ts";
import { doneUnread } from "./errors/done-unread.ts";
import type { EndpointId } from "./generated/endpoints.ts";
import { authenticated } from "./layers/auth.ts";
import { deadline } from "./layers/deadline.ts";
import { type CallProgress, type CallWait, isAnsweredDone, type Layer, stack } from "./layers/layer.ts";
import { type CallLog, log } from "./layers/log.ts";
import { paced } from "./layers/pace.ts";
import { refusals } from "./layers/refusals.ts";
import { retry } from "./layers/retry.ts";
import { retryBudget } from "./layers/retry-budget.ts";
import { loadEndpoints } from "./load-endpoints.ts";
import { loadSchemas } from "./load-schemas.ts";
import { assertAboveZero } from "./numbers.ts";
import { createPacer, type PaceOptions } from "./pacing/pacer.ts";
import { readReply } from "./read-reply.ts";
import { type AnyArgs, buildRequest } from "./request/build.ts";
import { ROW_KEYS } from "./row-keys.ts";
import type { ArgsOf, PagedId, ReplyOf } from "./types.ts";
import { undiciSend } from "./undici-send.ts";
import { type ListPage, walkList } from "./walk-list.ts";

/** What a client is made from. */
export interface ClientOptions {
  /** Returns the access token of each request. */
  tokens: TokenSource;
  /** Default: undici, loaded at the first request. */
  send?: Send;
  /** Down to "/v2". Default, and for null: the region's host that the token names, else https://api.zoom.us/v2. */
  baseUrl?: string | (() => string | null);
  /** Takes the place of the machine's clock. */
  clock?: Clock;
  /** Called after every finished call. What it throws changes nothing for the caller. */
  log?: (entry: CallLog) => void;
  /** Told when a call begins to wait on purpose: for its turn, for a limit to pass, or before another attempt. Must not throw. */
  onWait?: (wait: CallWait) => void;
  /** For a whole call with all its attempts, in milliseconds. Default 60,000. */
  deadlineMs?: number;
  /** How the client keeps to the account's limits; false sends at once and leaves it to Zoom to refuse. */
  pace?: PaceOptions | false;
  /** Stops every call of this client. */
  signal?: AbortSignal;
  /** From 0 up to 1; spreads repeated calls. */
  random?: () => number;
}

/** Options of one call. */
export interface CallOptions {
  /** Ends the call at once; the error says whether it may have been done. */
  signal?: AbortSignal | undefined;
  /** For this call with all its attempts and waits, in milliseconds. Default: the client's. */
  deadlineMs?: number | undefined;
  /** Told when the call begins to wait on purpose; must not throw. */
  onWait?: ((wait: CallWait) => void) | undefined;
}

/** Options of a walk over pages; the signal stops it between and within them. */
export interface PagesOptions extends CallOptions {
  /** Default 10,000. */
  maxPages?: number;
  /** For reading all pages, in milliseconds. Default 30 minutes. */
  maxMs?: number;
}

/** Zoom's webinar API, typed by our OpenAPI document. */
export interface ZoomClient {
  /**
   * Calls one endpoint: `call("GET /webinars/{webinarId}", { path: { webinarId } })`. Undefined fields are left out; the reply holds
   * documented fields only, ids as strings; null if Zoom answers without a body.
   * Throws a `ZoomWebinarError` whose class says who has to act.
   */
  call<Id extends EndpointId>(id: Id, args: ArgsOf<Id>, options?: CallOptions): Promise<ReplyOf<Id>>;
  /**
   * Yields the replies of a list, page by page, in Zoom's order, each row once; one page if the endpoint does not page. A token that has expired
   * starts the list again behind the scenes. Errors as in `call`, and one for which `isIncompleteList` holds if the end was not reached.
   */
  pages<Id extends EndpointId>(id: Id, args: ArgsOf<Id>, options?: PagesOptions): AsyncGenerator<ReplyOf<Id>, void, undefined>;
  /** A time of our clock (milliseconds since the epoch) as Zoom's clock tells it, by the `Date` of its last answer. */
  zoomTime(ourMs: number): number;
  /** Closes the connections that this client opened itself. */
  close(): Promise<void>;
}

const DEADLINE_MS = 60_000;

const isPaged = (id: EndpointId, { page }: EndpointInfo): id is PagedId => page === "token" && id in ROW_KEYS;

/** A reply with its rows, by the property that the table names. */
interface ReplyPage<Reply> extends ListPage<unknown> {
  reply: Reply;
}
const toPage = <Reply>(reply: Reply, items: string): ReplyPage<Reply> => {
  // Read by the schema of a list: an object with these two fields, if Zoom sent them.
  const { [items]: rows, next_page_token, total_records } = reply as Readonly<Record<string, unknown>> & ListPage<unknown>;
  return { reply, rows: Array.isArray(rows) ? rows : [], next_page_token, total_records };
};

const unreadable = (id: string, response: HttpResponse, cause?: unknown) =>
  new ResponseError(`Zoom answered ${id} with HTTP ${response.status}, but not with the JSON that it documents.`, {
    trackingId: response.headers["x-zm-trackingid"],
    cause,
    hint: "Try again; if it happens again, report the tracking id to Zoom.",
  });

/** How far Zoom's clock is ahead of ours; null if the answer does not say. It says whole seconds, so less than two are none. */
const aheadOf = ({ headers }: HttpResponse, nowMs: number): number | null => {
  const ms = Date.parse(headers.date ?? "") - nowMs;
  if (Number.isNaN(ms)) return null;
  return Math.abs(ms) < 2000 ? 0 : ms;
};

/** If the answer to a write has no documented field, it says nothing about what was made. */
const isEmpty = (reply: unknown): boolean => typeof reply === "object" && reply !== null && Object.keys(reply).length === 0;

const readAnswer = async (id: EndpointId, response: HttpResponse): Promise<unknown> => {
  const { isBodyless, replySchema } = await loadSchemas();
  if (isBodyless(id)) return null;
  if (response.unread !== undefined) throw response.unread;
  let json: unknown;
  try {
    json = JSON.parse(response.text);
  } catch (error) {
    throw unreadable(id, response, error);
  }
  const reply = readReply(replySchema(id), json);
  if (reply === null || (isEmpty(reply) && !id.startsWith("GET "))) throw unreadable(id, response);
  return reply;
};

const failureOf = (error: unknown): string => {
  if (error instanceof UnavailableError) return "its answer broke off";
  return error instanceof ResponseError ? "its answer cannot be read" : "something failed here before its answer was read";
};

/** True for an error that says nothing about what Zoom answered: a refusal, also one with HTTP 200, is Zoom's own word, and so is a yes and no in one. */
const isOurs = (error: unknown): boolean =>
  !isZoomWebinarError(error) || error instanceof UnavailableError || (error instanceof ResponseError && error.details.sent !== "maybe-sent");

/** Whatever fails after Zoom said yes to a write, the error says that it was done. */
const saysDone: Layer = (next) => async (request) => {
  try {
    return await next(request);
  } catch (error) {
    if (!isAnsweredDone(request) || !isOurs(error)) throw error;
    throw doneUnread(request, failureOf(error), error);
  }
};

const ownSend = () => {
  const send = undiciSend();
  return { send, close: () => send.close() };
};

/** Makes a client. Nothing is loaded, resolved or sent before the first call. */
export const createClient = (options: ClientOptions): ZoomClient => {
  assertAboveZero(options, ["deadlineMs"]);
  const clock = options.clock ?? systemClock;
  const { baseUrl, tokens } = options;
  const { send, close } = options.send === undefined ? ownSend() : { send: options.send, close: async () => {} };
  const breakers = new Map<RateLabel, Breaker>();
  const breakerOf = (label: RateLabel): Breaker => {
    const known = breakers.get(label) ?? breaker(clock, "Zoom");
    breakers.set(label, known);
    return known;
  };
  let aheadMs = 0;
  const timed: Send = async (request) => {
    const response = await send(request);
    aheadMs = aheadOf(response, clock.now()) ?? aheadMs;
    return response;
  };
  const refused = refusals(clock)(
    authenticated({ tokens, send: timed, breakerOf, baseUrl: typeof baseUrl === "string" ? () => baseUrl : (baseUrl ?? null) }),
  );
  const answer = options.pace === false ? refused : paced(createPacer(clock, options.pace), () => clock.monotonic())(refused);
  const run = stack(
    [
      ...(options.log === undefined ? [] : [log(clock, options.log)]),
      deadline(clock, options.signal),
      retry(clock, options.random ?? Math.random, retryBudget()),
      saysDone,
    ],
    async (request) => readAnswer(request.id, await answer(request)),
  );

  const callAny = async <Id extends EndpointId>(id: Id, args: AnyArgs, { signal, deadlineMs, onWait }: CallOptions = {}): Promise<ReplyOf<Id>> => {
    const { endpoints } = await loadEndpoints();
    const info: EndpointInfo = endpoints[id];
    const { target, body } = await buildRequest(info, args);
    const progress: CallProgress = {
      attempts: 0,
      rateLimited: 0,
      sent: "not-sent",
      status: null,
      trackingId: undefined,
      inDoubt: false,
      isSigningIn: false,
      waitedMs: 0,
    };
    const reply = await run({
      id,
      info,
      target,
      body,
      signal,
      deadlineMs: deadlineMs ?? options.deadlineMs ?? DEADLINE_MS,
      deadlineAtMs: Number.POSITIVE_INFINITY,
      progress,
      onWait: (wait) => {
        options.onWait?.(wait);
        onWait?.(wait);
      },
    });
    // Read by the schema of this very id, which comes from the same document as ReplyOf.
    return reply as ReplyOf<Id>;
  };

  return {
    call: callAny,
    async *pages(id, args, { maxPages, maxMs, ...callOptions } = {}) {
      const { endpoints } = await loadEndpoints();
      const info: EndpointInfo = endpoints[id];
      const { items } = info;
      if (!isPaged(id, info) || items === null) return yield await callAny(id, args, callOptions);
      // Zoom ties a token to the filters that it was given for, so they stay as they were.
      const frozen: AnyArgs = structuredClone(args);
      const read = async (next_page_token: string | undefined) =>
        toPage(
          await callAny(id, next_page_token === undefined ? frozen : { ...frozen, query: { ...frozen.query, next_page_token } }, callOptions),
          items,
        );
      for await (const { page, rows } of walkList(read, { key: ROW_KEYS[id], clock, maxPages, maxMs })) {
        yield rows === page.rows ? page.reply : Object.assign({}, page.reply, { [items]: rows });
      }
    },
    zoomTime: (ourMs) => ourMs + aheadMs,
    close,
  };
};
