import { loadHandler } from "./handlers.ts";
import { isObject, type JsonObject } from "./http/json.ts";
import type { HttpResponse } from "./http/messages.ts";
import { EMPTY_FORM, type Form, readForm } from "./http/multipart.ts";
import type { Reply } from "./http/reply.ts";
import { orRefusal, toResponse } from "./http/respond.ts";
import { matchEndpoint } from "./http/routes.ts";
import { assertScope } from "./oauth/scopes.ts";
import { assertToken } from "./oauth/tokens.ts";
import type { Settled } from "./options.ts";
import { assertOn } from "./rules/features.ts";
import { categoryHeader, type RateLimiter } from "./rules/rate-limits.ts";
import { refusals } from "./rules/refusals.ts";
import { type News, NO_NEWS, type WebhookEvent } from "./state/event.ts";
import { type EmulatorState, ownerOf, type StateHolder } from "./state/state.ts";

/** A request to the API before its endpoint is known. */
export interface ApiRequest {
  method: string;
  /** Below /v2, not decoded. */
  rawPath: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}

/** The answer, and the events for webhooks. */
export interface ApiAnswer {
  response: HttpResponse;
  news: News;
}

/** True for the refusal of a body whose fields are at fault. */
const namesFields = ({ status, text }: HttpResponse): boolean => status === 400 && text.includes('"errors":');

const parseBody = (body: Buffer): JsonObject => {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    if (isObject(value)) return value;
  } catch {
    // refused below, like JSON that is not an object
  }
  throw refusals.noJson();
};

/** A request and its answer against the document. */
const loadChecks = async () => {
  const [{ requestFaults }, { answerFaults }] = await Promise.all([import("./validate/request.ts"), import("./validate/answer.ts")]);
  return { requestFaults, answerFaults };
};

/** True for a body in which a field may hold a number or a boolean as text. */
const hasTextScalar = (body: Buffer): boolean => /:\s*"(?:true|false|-?\d+(?:\.\d+)?)?"/i.test(body.toString("utf8"));

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
  const { clock, switches, rateLimits, validate } = settled;
  return async ({ method, rawPath, query, headers, body: bytes }: ApiRequest): Promise<ApiAnswer> => {
    const asked = switches.trailingSlash === "take" ? rawPath.replace(/(?<=.)\/$/, "") : rawPath;
    const match = matchEndpoint(method, asked);
    const handler = match && (await loadHandler(match.id));
    // only here: it brings a schema compiler and the whole document along
    const checks = validate ? await loadChecks() : null;
    const isLoose = match?.endpoint.body === "json" && switches.textScalars === "take";
    // only here, too
    const loadLoose = () => import("./validate/text-scalars.ts");
    let rateHeaders: Record<string, string> = {};
    let news: News = NO_NEWS;
    let isAdmitted = false;
    const render = (reply: Reply): HttpResponse => {
      const category = match === null ? {} : categoryHeader(match.endpoint.rate);
      return toResponse(reply, { ...category, ...rateHeaders });
    };

    /** Returns the answer as text: what it is made of may change with the next request. */
    const work = (state: EmulatorState, form: Form | null, loose: Awaited<ReturnType<typeof loadLoose>> | null): HttpResponse => {
      const nowMs = clock.now() + state.clockOffsetMs;
      const permit = assertToken(state, headers.authorization, nowMs);
      if (match === null || handler === null)
        throw switches.wrongVerb === 405 && matchEndpoint("*", asked) !== null ? refusals.wrongVerb() : refusals.noRoute();
      const { endpoint } = match;
      const meId = permit.userId ?? (switches.meWithServerToken === "owner" ? ownerOf(state)?.id : undefined);
      const path = meId !== undefined && match.path.userId === "me" ? { ...match.path, userId: meId } : match.path;
      if (rateLimits && !isAdmitted) rateHeaders = limiter.admit(endpoint.rate, nowMs);
      isAdmitted = true;
      assertScope(state, endpoint, switches.scopeCode, permit);
      assertOn(state, "permission");
      const sent = endpoint.body === "json" ? parseBody(bytes) : {};
      if (form === null) throw refusals.noFile();
      const faults = checks?.requestFaults(match.id, { path, query, body: sent, form }) ?? [];
      if (faults.length > 0) throw refusals.faults(faults);
      const body = loose === null ? sent : loose.withoutTextScalars(match.id, sent);
      const events: WebhookEvent[] = [];
      const answer = handler({ endpoint, state, nowMs, path, query, body, form, switches, events });
      news = { events, webhooks: events.length === 0 ? [] : [...state.webhooks] };
      return render(answer);
    };

    const attempt = (loose: Awaited<ReturnType<typeof loadLoose>> | null) =>
      orRefusal(render, async () => {
        const isUpload = match?.endpoint.body === "multipart";
        const form = isUpload ? await readForm(bytes, headers["content-type"] ?? "") : EMPTY_FORM;
        return method === "GET" ? holder.read((state) => work(state, form, loose)) : holder.change((state) => work(state, form, loose));
      });
    const isLooseAtOnce = isLoose && hasTextScalar(bytes);
    const first = await attempt(isLooseAtOnce ? await loadLoose() : null);
    // A refused request changed nothing; what it sent in other types than declared is read once more, without a cost for what fits.
    const response = isLoose && !isLooseAtOnce && namesFields(first) ? await attempt(await loadLoose()) : first;
    const wrong = match === null ? "" : (checks?.answerFaults(match.id, response.status, response.text) ?? "");
    // The emulator's own fault, not the caller's: it must not pass for Zoom's word.
    if (wrong !== "") throw new Error(`The emulator answers what the document does not describe: ${wrong}`);
    return { response, news };
  };
};
