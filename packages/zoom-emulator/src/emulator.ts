import { CancelledError } from "@zoom-webinar/foundation";
import type { EndpointId } from "@zoom-webinar/zoom-client/endpoints";
import { createApi } from "./api.ts";
import { type Controls, createControls } from "./control/controls.ts";
import { faultPlan } from "./control/faults.ts";
import { createView, type StateView } from "./control/view.ts";
import { withFaults } from "./control/with-faults.ts";
import { expectRequest } from "./http/expect-request.ts";
import type { Listening, ListenOptions } from "./http/listen.ts";
import { BodyTooLong, describeBody, type HttpRequest, type HttpResponse, readBody } from "./http/messages.ts";
import { Refusal } from "./http/reply.ts";
import { type RequestNote, type RequestRecord, requestLog } from "./http/request-log.ts";
import { orRefusal, toResponse } from "./http/respond.ts";
import { createOAuth, isZooms } from "./oauth/answer-oauth.ts";
import type { Settled } from "./options.ts";
import { changer } from "./rules/change.ts";
import { rateLimiter } from "./rules/rate-limits.ts";
import { refusals } from "./rules/refusals.ts";
import type { News } from "./state/event.ts";
import type { Mail } from "./state/mail-log.ts";
import type { StateHolder } from "./state/state.ts";
import { WORLD_HEADER } from "./state/world-id.ts";
import { courier } from "./webhooks/courier.ts";
import { validator } from "./webhooks/validation.ts";

/** A Zoom of one's own. */
export interface Emulator {
  /**
   * Answers one request, without a socket: fits wherever our client takes its innermost `send`. Throws `UnavailableError` if a planned fault breaks
   * the connection, `CancelledError` if the signal aborts.
   */
  send(request: HttpRequest): Promise<HttpResponse>;
  /** Serves the same on a port of this machine. */
  listen(options?: ListenOptions): Promise<Listening>;
  /** Every mail that Zoom would have sent, oldest first. */
  mailLog(): Promise<readonly Mail[]>;
  /** The latest thousand requests that reached this process, in the order in which they came, those that a planned fault hit included. */
  requests(): readonly RequestRecord[];
  /**
   * The requests to one endpoint, such as "POST /webinars/{webinarId}/registrants", if there were exactly `times` of them (default 1). Throws
   * `AssertionError`, which names what was asked instead, and `TypeError` for an endpoint that does not exist.
   */
  expectRequest(endpoint: EndpointId, times?: number): readonly RequestRecord[];
  /** What time it is there, milliseconds since the epoch: the clock's, moved by what `advance` added. */
  now(): Promise<number>;
  readonly state: StateView;
  readonly controls: Controls;
  /** Closes every port. The emulator is of no use afterwards. */
  close(): Promise<void>;
}

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
  const controls = createControls({ holder, change, limiter, faults, courier: post, validator: watch, log, settled });
  const mailLog = () => holder.read(({ mails }) => structuredClone(mails));
  const answerApi = createApi({ holder, limiter, settled });
  const answerOAuth = createOAuth({ holder, settled });
  const listening = new Set<Listening>();

  /** The answer without any fault. */
  const answer = async (request: HttpRequest, url: URL, note: RequestNote): Promise<HttpResponse> => {
    const body = await readBody(request.body);
    const bodyText = describeBody(request, body);
    note.body(bodyText);
    const { pathname } = url;
    if (pathname.startsWith("/v2/")) {
      const { method, headers } = request;
      const asked = { method, rawPath: pathname.slice("/v2".length), query: url.searchParams, headers, body };
      const answered = await answerApi(asked);
      tell(answered.news);
      return answered.response;
    }
    if (pathname.startsWith("/oauth/")) return answerOAuth(request, url, bodyText);
    return orRefusal(toResponse, async () => {
      if (!pathname.startsWith("/emulator/") || isZooms(url)) throw refusals.noRoute();
      const { answerControl } = await import("./control/control-routes.ts");
      return toResponse(await answerControl({ controls, view, mails: mailLog, requests: log.records }, request.method, pathname, bodyText));
    });
  };

  const now = (): Promise<number> => holder.read((state) => clock.now() + state.clockOffsetMs);

  /** Headers that every answer has. */
  const headersOfAll = () =>
    holder.read(({ clockOffsetMs, worldId }) => ({
      date: new Date(clock.now() + clockOffsetMs).toUTCString(),
      ...(worldId === undefined ? {} : { [WORLD_HEADER]: worldId }),
    }));

  const answerWithFaults = withFaults(answer, { faults, settled, now });
  const send = async (request: HttpRequest): Promise<HttpResponse> => {
    const { signal } = request;
    if (signal?.aborted) throw new CancelledError(undefined, { cause: signal.reason });
    const url = new URL(request.url);
    const note = log.open(request.method, url);
    try {
      const response = await answerWithFaults(request, url, note);
      note.answer(response.status);
      return { ...response, headers: { ...(await headersOfAll()), ...response.headers } };
    } catch (error) {
      if (signal?.aborted) throw new CancelledError(undefined, { cause: error });
      if (!(error instanceof BodyTooLong)) throw error;
      note.answer(413);
      return toResponse(new Refusal(413, 413, error.message).toReply());
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
    expectRequest: (endpoint, times) => expectRequest(log.records(), endpoint, times),
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
