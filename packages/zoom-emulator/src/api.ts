import type { EndpointId } from "@zoom-webinar/zoom-client/endpoints";
import { loadHandler } from "./handlers.ts";
import { isObject, type JsonObject } from "./http/json.ts";
import type { HttpResponse } from "./http/messages.ts";
import type { Reply } from "./http/reply.ts";
import { orRefusal, toResponse } from "./http/respond.ts";
import { matchEndpoint } from "./http/routes.ts";
import { assertScope } from "./oauth/scopes.ts";
import { assertToken } from "./oauth/tokens.ts";
import type { Settled } from "./options.ts";
import { categoryHeader, type RateLimiter } from "./rules/rate-limits.ts";
import { refusals } from "./rules/refusals.ts";
import type { EmulatorState, StateHolder } from "./state/state.ts";

/** A request to the API, as far as it is read without knowing the endpoint. */
export interface ApiRequest {
  method: string;
  /** Below /v2, not decoded. */
  rawPath: string;
  query: URLSearchParams;
  authorization: string | undefined;
  bodyText: string;
}

/** The answer, and which endpoint gave it. */
export interface ApiAnswer {
  response: HttpResponse;
  endpointId: EndpointId | null;
}

const parseBody = (text: string): JsonObject => {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // refused below, like JSON that is no object
  }
  throw refusals.noJson();
};

/** What the API stands on. */
export interface ApiParts {
  holder: StateHolder;
  limiter: RateLimiter;
  settled: Settled;
}

/**
 * Answers requests below /v2. Everything that is the same for all endpoints happens here, in this order: token, route, rate limit, scope, body.
 * Handlers see only what passed. One request sees and changes the state in one go; a refused one leaves it as it was.
 */
export const createApi = ({ holder, limiter, settled }: ApiParts) => {
  const { clock, switches, rateLimits } = settled;
  return async ({ method, rawPath, query, authorization, bodyText }: ApiRequest): Promise<ApiAnswer> => {
    const match = matchEndpoint(method, rawPath);
    const handler = match === null ? null : await loadHandler(match.id);
    let rateHeaders: Record<string, string> = {};

    const work = (state: EmulatorState): Reply => {
      const nowMs = clock.now() + state.clockOffsetMs;
      assertToken(state, authorization, nowMs);
      if (match === null) throw switches.wrongVerb === 405 && matchEndpoint("*", rawPath) !== null ? refusals.wrongVerb() : refusals.noRoute();
      const { endpoint, path } = match;
      if (rateLimits) rateHeaders = limiter.admit(endpoint.rate, nowMs);
      assertScope(state, endpoint);
      if (handler === null) throw refusals.notEmulated(match.id);
      const body = endpoint.body === "json" ? parseBody(bodyText) : {};
      return handler({ endpoint, state, nowMs, path, query, body, switches });
    };

    const reply = await orRefusal(() => (method === "GET" ? holder.read(work) : holder.change(work)));
    const category = match === null ? {} : categoryHeader(match.endpoint.rate);
    return { response: toResponse(reply, { ...category, ...rateHeaders }), endpointId: match?.id ?? null };
  };
};
