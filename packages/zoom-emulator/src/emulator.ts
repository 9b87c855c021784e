import { CancelledError } from "@zoom-webinar/foundation";
import { createApi } from "./api.ts";
import { type Controls, createControls } from "./control/controls.ts";
import { faultPlan } from "./control/faults.ts";
import { createView, type StateView } from "./control/view.ts";
import { withFaults } from "./control/with-faults.ts";
import type { Listening, ListenOptions } from "./http/listen.ts";
import { BodyTooLong, type HttpRequest, type HttpResponse, readBody } from "./http/messages.ts";
import { Refusal } from "./http/reply.ts";
import { type RequestRecord, requestLog } from "./http/request-log.ts";
import { orRefusal, toResponse } from "./http/respond.ts";
import { createOAuth, isZooms } from "./oauth/answer-oauth.ts";
import type { Settled } from "./options.ts";
import { changer } from "./rules/change.ts";
import { rateLimiter } from "./rules/rate-limits.ts";
import { refusals } from "./rules/refusals.ts";
import type { News } from "./state/event.ts";
import type { Mail } from "./state/mail-log.ts";
import type { StateHolder } from "./state/state.ts";
import { courier } from "./webhooks/courier.ts";
import { validator } from "./webhooks/validation.ts";

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

/** Pictures are not text, and of no use in the list of requests. */
const isUpload = ({ headers }: HttpRequest) => /^multipart\//i.test(headers["content-type"] ?? "");

/** Builds an emulator around a state. */
export const buildEmulator = (holder: StateHolder, settled: Settled): Emulator => {
  const { clock, plan, switches } = settled;
  const limiter = rateLimiter(plan, switches.rateHeaders);
  const faults = faultPlan();
  const log = requestLog();
  const view = createView(holder, settled);
  const post = courier(settled.webhookSend, clock);
  const watch = validator(holder, post);
  const tell = (news: News) => {
    post.tell(news);
    const [latest] = news.events.slice(-1);
    if (latest !== undefined) watch.check(news.webhooks, latest.event_ts);
  };
  const change = changer(holder, settled, tell);
  const controls = createControls({ holder, change, limiter, faults, courier: post, validator: watch, settled });
  const mailLog = () => holder.read(({ mails }) => structuredClone(mails));
  const answerApi = createApi({ holder, limiter, settled });
  const answerOAuth = createOAuth({ holder, settled });
  const listening = new Set<Listening>();

  /** The answer without any fault. */
  const answer = async (request: HttpRequest, url: URL): Promise<HttpResponse> => {
    const body = await readBody(request.body);
    const bodyText = isUpload(request) ? `(${body.byteLength} bytes)` : body.toString("utf8");
    const { pathname } = url;
    if (pathname.startsWith("/v2/")) {
      const { method, headers } = request;
      const asked = { method, rawPath: pathname.slice("/v2".length), query: url.searchParams, headers, body };
      const answered = await answerApi(asked);
      log.note({ method, url, endpoint: answered.endpointId, bodyText, status: answered.response.status });
      tell(answered.news);
      return answered.response;
    }
    if (pathname.startsWith("/oauth/")) {
      const response = await answerOAuth(request, url, bodyText);
      log.note({ method: request.method, url, endpoint: null, bodyText: "", status: response.status });
      return response;
    }
    return orRefusal(toResponse, async () => {
      if (!pathname.startsWith("/emulator/") || isZooms(url)) throw refusals.noRoute();
      const { answerControl } = await import("./control/control-routes.ts");
      return toResponse(await answerControl({ controls, view, mails: mailLog }, request.method, pathname, bodyText));
    });
  };

  const now = (): Promise<number> => holder.read((state) => clock.now() + state.clockOffsetMs);

  const answerWithFaults = withFaults(answer, { faults, settled, now });
  const send = async (request: HttpRequest): Promise<HttpResponse> => {
    const { signal } = request;
    if (signal?.aborted) throw new CancelledError(undefined, { cause: signal.reason });
    const url = new URL(request.url);
    try {
      return await answerWithFaults(request, url);
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
