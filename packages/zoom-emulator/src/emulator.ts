import { CancelledError, UnavailableError } from "@zoom-webinar/foundation";
import { type ApiAnswer, createApi } from "./api.ts";
import { type Controls, createControls } from "./control/controls.ts";
import { type Fault, faultPlan } from "./control/faults.ts";
import { createView, type StateView } from "./control/view.ts";
import type { Listening, ListenOptions } from "./http/listen.ts";
import { BodyTooLong, type HttpRequest, type HttpResponse, readBody } from "./http/messages.ts";
import { Refusal } from "./http/reply.ts";
import { type RequestRecord, requestLog } from "./http/request-log.ts";
import { orRefusal, toResponse } from "./http/respond.ts";
import { matchEndpoint } from "./http/routes.ts";
import { answerRevoke, answerToken, isSignIn } from "./oauth/oauth.ts";
import { answerAuthorize } from "./oauth/user-sign-in.ts";
import type { Settled } from "./options.ts";
import { categoryHeader, rateLimiter, rateRefusal } from "./rules/rate-limits.ts";
import { refusals } from "./rules/refusals.ts";
import { changer } from "./state/change.ts";
import type { Mail } from "./state/mail-log.ts";
import type { EmulatorState, StateHolder } from "./state/state.ts";
import { courier } from "./webhooks/courier.ts";
import { NO_NEWS } from "./webhooks/event.ts";

/** A Zoom of one's own. */
export interface Emulator {
  /**
   * Answers one request, without a socket: fits wherever our client takes its innermost `send`. Throws `UnavailableError` where a planned fault breaks
   * the connection, `CancelledError` where the signal aborts.
   */
  send(request: HttpRequest): Promise<HttpResponse>;
  /** Serves the same on a port of this machine. */
  listen(options?: ListenOptions): Promise<Listening>;
  /** Every mail that Zoom would have sent, oldest first. */
  mailLog(): Promise<readonly Mail[]>;
  /** The latest requests that reached this process, oldest first. */
  requests(): readonly RequestRecord[];
  /** What time it is there, milliseconds since the epoch: the clock's, moved by what `advance` added. */
  now(): Promise<number>;
  readonly state: StateView;
  readonly controls: Controls;
  /** Closes every port. The emulator is of no use afterwards. */
  close(): Promise<void>;
}

const ZOOM_HOST = /(^|\.)(zoom\.us|zoomgov\.com)$/;

/** The address that a token names: this server's own, or Zoom's where the request thinks it talks to Zoom. */
const apiUrlFor = (url: URL) => (ZOOM_HOST.test(url.hostname) ? "https://api.zoom.us" : url.origin);

/** Query and form body together: Zoom's OAuth takes its parameters from either. */
const parametersOf = (url: URL, bodyText: string) => new URLSearchParams([...url.searchParams, ...new URLSearchParams(bodyText)]);

/** Pictures are not text, and of no use in the list of requests. */
const isUpload = ({ headers }: HttpRequest) => /^multipart\//i.test(headers["content-type"] ?? "");

/** Builds an emulator around a state. */
export const buildEmulator = (holder: StateHolder, settled: Settled): Emulator => {
  const { clock, plan, switches, apps } = settled;
  const limiter = rateLimiter(plan, switches.rateHeaders);
  const faults = faultPlan();
  const log = requestLog();
  const view = createView(holder, settled);
  const post = courier(settled.webhookSend, clock);
  const change = changer(holder, settled, post.tell);
  const controls = createControls({ holder, change, limiter, faults, courier: post, settled });
  const mailLog = () => holder.read(({ mails }) => structuredClone(mails));
  const answerApi = createApi({ holder, limiter, settled });
  const listening = new Set<Listening>();

  const answerOAuth = async (request: HttpRequest, url: URL, bodyText: string): Promise<HttpResponse> => {
    const { authorization } = request.headers;
    const asked = { path: url.pathname, authorization, parameters: parametersOf(url, bodyText), apiUrl: apiUrlFor(url) };
    return orRefusal(toResponse, async () => {
      const nowMs = (state: EmulatorState) => clock.now() + state.clockOffsetMs;
      if (request.method === "GET" && url.pathname === "/oauth/authorize") {
        return toResponse(await holder.read((state) => answerAuthorize(url.searchParams, state, nowMs(state))));
      }
      if (request.method !== "POST") throw refusals.noRoute();
      if (url.pathname === "/oauth/token") {
        // Only a person's sign-in is remembered: the token of an app says everything itself.
        const look = isSignIn(asked) ? holder.change : holder.read;
        return toResponse(await look((state) => answerToken(asked, state, { nowMs: nowMs(state), apps, switches })));
      }
      if (url.pathname === "/oauth/revoke") return toResponse(await holder.change((state) => answerRevoke(asked, state, apps)));
      throw refusals.noRoute();
    });
  };

  /** The answer without any fault. */
  const answer = async (request: HttpRequest, url: URL): Promise<ApiAnswer> => {
    const body = await readBody(request.body);
    const bodyText = isUpload(request) ? `(${body.byteLength} bytes)` : body.toString("utf8");
    const { pathname } = url;
    if (pathname.startsWith("/v2/")) {
      const { method, headers } = request;
      const asked = { method, rawPath: pathname.slice("/v2".length), query: url.searchParams, headers, body };
      const answered = await answerApi(asked);
      log.note({ method, url, endpoint: answered.endpointId, bodyText, status: answered.response.status });
      post.tell(answered.news);
      return answered;
    }
    if (pathname.startsWith("/oauth/")) {
      const response = await answerOAuth(request, url, bodyText);
      log.note({ method: request.method, url, endpoint: null, bodyText: "", status: response.status });
      return { response, endpointId: null, news: NO_NEWS };
    }
    const response = await orRefusal(toResponse, async () => {
      if (!pathname.startsWith("/emulator/") || ZOOM_HOST.test(url.hostname)) throw refusals.noRoute();
      const { answerControl } = await import("./control/control-routes.ts");
      return toResponse(await answerControl({ controls, view, mails: mailLog }, request.method, pathname, bodyText));
    });
    return { response, endpointId: null, news: NO_NEWS };
  };

  const faultFor = (request: HttpRequest, { pathname }: URL): Fault | null => {
    if (pathname.startsWith("/oauth/")) return faults.take("oauth", null);
    if (!pathname.startsWith("/v2/")) return null;
    return faults.take("api", matchEndpoint(request.method, pathname.slice("/v2".length))?.id ?? null);
  };

  const now = (): Promise<number> => holder.read((state) => clock.now() + state.clockOffsetMs);

  /** Zoom's own 429 for what was asked. */
  const limited = async ({ limit = "second" }: Extract<Fault, { kind: "rate-limit" }>, { method }: HttpRequest, url: URL): Promise<HttpResponse> => {
    const nowMs = await now();
    const label = matchEndpoint(method, url.pathname.slice("/v2".length))?.endpoint.rate ?? "LIGHT";
    return toResponse(rateRefusal(plan, label, nowMs, limit, switches.rateHeaders).toReply(), categoryHeader(label));
  };

  const withFault = async (fault: Fault, request: HttpRequest, url: URL): Promise<HttpResponse> => {
    if (fault.kind === "delay") {
      await clock.sleep(fault.ms, request.signal);
      return (await answer(request, url)).response;
    }
    if (fault.kind === "rate-limit") return limited(fault, request, url);
    if (fault.applied ?? fault.kind === "reset") await answer(request, url);
    if (fault.kind === "reset") throw new UnavailableError("The emulator broke the connection, as it was told to.", "maybe-sent");
    return { status: fault.status, headers: {}, text: fault.body ?? "" };
  };

  const send = async (request: HttpRequest): Promise<HttpResponse> => {
    const { signal } = request;
    if (signal?.aborted) throw new CancelledError(undefined, { cause: signal.reason });
    const url = new URL(request.url);
    const fault = faultFor(request, url);
    try {
      return fault === null ? (await answer(request, url)).response : await withFault(fault, request, url);
    } catch (error) {
      if (signal?.aborted) throw new CancelledError(undefined, { cause: error });
      if (error instanceof BodyTooLong) return toResponse(new Refusal(413, 413, error.message).toReply());
      throw error;
    }
  };

  return {
    send,
    listen: async (options) => {
      const { listen } = await import("./http/listen.ts");
      const server = await listen(send, options);
      listening.add(server);
      return server;
    },
    mailLog,
    requests: log.records,
    now,
    state: view,
    controls,
    close: async () => {
      post.close();
      await Promise.all([...listening].map((server) => server.close()));
      listening.clear();
    },
  };
};
