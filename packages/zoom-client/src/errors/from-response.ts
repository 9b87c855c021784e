import { type HttpResponse, readPage, toNotZoomError } from "@zoom-webinar/auth";
import {
  AuthError,
  type ErrorInit,
  ForbiddenError,
  NotFoundError,
  PlanError,
  RejectedError,
  ResponseError,
  ScopeError,
  UnavailableError,
  type ZoomWebinarError,
} from "@zoom-webinar/foundation";
import type { EndpointInfo } from "../endpoint-info.ts";
import { forbiddenHint, notFoundHint, planHint, rejectedHint } from "./hints.ts";
import { toRateLimitError } from "./rate-limit.ts";
import { isRefusedSuccess, type Refusal, readRefusal } from "./refusal.ts";
import { readRetryAt } from "./retry-at.ts";

/** What else the mapping knows. */
export interface RefusalContext {
  /** "GET /webinars/{webinarId}" */
  id: string;
  info: EndpointInfo;
  /** Path and query. */
  target?: string;
  nowMs: number;
  /** Keys of the documented reply; only asked for when a success looks like a refusal. */
  expectedKeys: () => readonly string[];
}

interface Case {
  refusal: Refusal;
  context: RefusalContext;
  headers: Readonly<Record<string, string>>;
  init: ErrorInit & { details: Readonly<Record<string, unknown>> };
}

/** One row: which refusals it takes, and the error that says who has to act. */
interface Row {
  status: readonly number[] | "any";
  codes?: readonly number[];
  words?: RegExp;
  toError: (found: Case) => ZoomWebinarError;
}

/** What of an error quotes Zoom's answer, which may quote anybody: everything but our own words in front. */
const quoting = ({ message, fields }: Refusal, ...more: readonly string[]): readonly string[] => [
  ...(message === "" ? [] : ["message"]),
  ...(fields.length === 0 ? [] : ["message", "fields"]),
  ...more,
];

const said = (prefix: string, { refusal }: Case) =>
  refusal.message === "" ? `${prefix} (HTTP ${refusal.status}).` : `${prefix}: ${refusal.message}`;

const toScopeError = (found: Case) => {
  const named = found.refusal.scopes;
  const { classic, granular } = found.context.info.scopes;
  const scopes = named.length > 0 ? named : [...granular, ...classic];
  const which = scopes.length === 1 ? `the scope ${scopes[0]}` : `one of the scopes ${scopes.join(", ")}`;
  const kind = named.length > 0 ? "" : " (of the kind your app has)";
  return new ScopeError("The Zoom app lacks a scope that this call needs.", scopes, {
    ...found.init,
    foreign: [],
    hint: `Add ${which}${kind} to your app in the Zoom App Marketplace (Manage, your app, Scopes) and try again; a user's app has to be authorized again.`,
  });
};

const toAuthError = (found: Case) =>
  new AuthError("auth_failed", said("Zoom refused the access token", found), {
    ...found.init,
    hint: "Check that the app is still activated in the Zoom App Marketplace and that the credentials are its own.",
  });

const toPlanError = (found: Case) =>
  new PlanError(said("Zoom refused it because a licence is missing", found), {
    ...found.init,
    hint: planHint(found.refusal, found.context.target),
    foreign: quoting(found.refusal, "hint"),
  });
const toForbiddenError = (found: Case) =>
  new ForbiddenError(said("Zoom does not allow it", found), { ...found.init, hint: forbiddenHint(found.refusal, found.context.id) });
const toNotFoundError = (found: Case) =>
  new NotFoundError(said("Zoom does not know it", found), { ...found.init, hint: notFoundHint(found.refusal, found.context.id) });

const toRejectedError = (found: Case) => {
  const { fields } = found.refusal;
  const listed = fields.map(({ field, message }) => `${field}: ${message}`).join(" ");
  return new RejectedError(listed === "" ? said("Zoom refused it", found) : `${said("Zoom refused it", found)} ${listed}`, {
    ...found.init,
    ...(fields.length === 0 ? {} : { foreign: quoting(found.refusal, "hint") }),
    hint: rejectedHint(found.refusal),
    details: { ...found.init.details, ...(fields.length === 0 ? {} : { fields }) },
  });
};

const toPageTokenError = (found: Case) =>
  new RejectedError("Zoom refused the page token: it is unknown or has expired.", {
    ...found.init,
    foreign: [],
    hint: "Start again from the first page, with the same filters; a token lives 15 minutes.",
    details: { ...found.init.details, reason: "page_token" },
  });

const toRateError = ({ refusal, headers, context, init }: Case) => toRateLimitError(refusal, headers, context.nowMs, init);

/** After a 5xx nobody knows whether it was done. */
const toUnavailableError = (found: Case) => {
  const isRead = found.context.info.method === "GET";
  const retryAt = readRetryAt(found.headers, found.context.nowMs);
  const { status, code, message } = found.refusal;
  // Zoom's own words for a failure say nothing that helps; the title of a page says which gateway it was.
  const page = code === null && message !== "" ? `: a page called "${message}"` : "";
  return new UnavailableError(`Zoom failed with HTTP ${status}${page}.`, "maybe-sent", {
    ...found.init,
    foreign: [],
    details: { ...found.init.details, ...(retryAt === null ? {} : { retry_at: retryAt.toISOString() }) },
    hint: isRead ? "Try again later; status.zoom.us shows outages." : "It may have been done all the same: look before doing it again.",
  });
};

const toRedirectError = (found: Case) =>
  new ResponseError(`The answer was a redirect (HTTP ${found.refusal.status}), which is never followed: it would carry the token elsewhere.`, {
    ...found.init,
    foreign: [],
    hint: "Check ZOOM_API_BASE_URL; a network that asks to sign in redirects, too: open any web page in a browser and sign in there.",
  });

/** Writes that Zoom documents a refusal with a status of success for: the host has no webinar licence. Any read may be refused so. Source: Zoom API reference. */
const REFUSED_WITH_SUCCESS: readonly string[] = ["PUT /webinars/{webinarId}/status"];
const REDIRECTS = [301, 302, 303, 307, 308];

const isWrite = ({ info }: RefusalContext) => info.method !== "GET";

/** Success and an error in one, for a write that Zoom documents no such answer for: what counts is whether it is there. */
const isContradiction = (status: number, context: RefusalContext): boolean =>
  status < 300 && isWrite(context) && !REFUSED_WITH_SUCCESS.includes(context.id);

/** Neither yes nor no, such as 304, unless Zoom documents it for this endpoint. */
const isNoAnswer = (status: number, { info }: RefusalContext): boolean =>
  status >= 300 && status < 400 && !REDIRECTS.includes(status) && !info.errors.some(([documented]) => documented === status);

/** Nobody knows whether it was done: nothing here may sound as if it was refused. */
const toUncertainError = (found: Case) => {
  const { refusal, context, init } = found;
  const isSuccess = refusal.status < 300;
  const what = isSuccess
    ? `Zoom answered ${context.id} with success (HTTP ${refusal.status}) and with an error in one`
    : `Zoom answered ${context.id} with HTTP ${refusal.status}, which says neither yes nor no`;
  return new ResponseError(refusal.message === "" ? `${what}.` : `${what}: ${refusal.message}`, {
    ...init,
    details: { ...init.details, ...(isWrite(context) ? { sent: "maybe-sent" } : {}) },
    hint: isWrite(context)
      ? "It may have been done all the same: look before you do it again."
      : "Try again; if it happens again, check ZOOM_API_BASE_URL.",
  });
};

const REFUSED = [200, 201, 202, 300, 400, 403, 404, 409];

/**
 * First match decides. Codes mean different things, so a row asks for status, code and words as far as each is reliable.
 * Source: the refusals that our document lists per operation, Zoom's reference, and answers seen in the wild.
 */
const ROWS: readonly Row[] = [
  { status: "any", words: /does not contain scopes?/i, toError: toScopeError },
  { status: [400], codes: [104, 4711, 4700], toError: toScopeError },
  { status: [401], toError: toAuthError },
  { status: [429], toError: toRateError },
  { status: REDIRECTS, toError: toRedirectError },
  { status: [408, 500, 501, 502, 503, 504, 520, 521, 522, 523, 524], toError: toUnavailableError },
  { status: REFUSED, words: /next.?page.?token/i, toError: toPageTokenError },
  { status: REFUSED, codes: [200], words: /webinar plan|\bpaid\b|subscri|upgrade|licen[cs]ed?\b|\bZMP\b/i, toError: toPlanError },
  // "User does not have the webinar feature enabled." Zoom says it of users without a webinar licence; of summaries, of users without meetings.
  { status: REFUSED, codes: [3161], toError: toPlanError },
  { status: REFUSED, codes: [200], words: /no permission|not authori[sz]ed/i, toError: toForbiddenError },
  // Tokens for recording and streaming are for users' own apps only.
  { status: [400], codes: [124], toError: toForbiddenError },
  { status: REFUSED, codes: [3001, 1001, 1010, 2300, 3079, 5110], toError: toNotFoundError },
  { status: REFUSED, codes: [300, 3000, 4400], words: /not (?:be )?found|(?:does|do) not exist|doesn't exist/i, toError: toNotFoundError },
  { status: [404, 410], toError: toNotFoundError },
  { status: [403], toError: toForbiddenError },
];

const matches = (row: Row, { status, code, message }: Refusal): boolean =>
  (row.status === "any" || row.status.includes(status)) &&
  (row.codes === undefined || (code !== null && row.codes.includes(code))) &&
  (row.words === undefined || row.words.test(message));

const isUnavailable = ({ status }: Refusal) => status >= 500;

/** The error that an answer stands for, or null if it is a success. Also takes successes whose body is a refusal, as Zoom documents for some; for other writes that is not a refusal. */
export const toRefusal = (response: HttpResponse, context: RefusalContext): ZoomWebinarError | null => {
  const page = readPage(response);
  // Before the status is looked at: a network that asks to sign in answers 200.
  if (page?.isZooms === false) return toNotZoomError(page, response);
  const success = response.status >= 200 && response.status < 300;
  if (success && !isRefusedSuccess(response.text, context.expectedKeys)) return null;
  const refusal = readRefusal(response);
  const found: Case = {
    refusal,
    context,
    headers: response.headers,
    init: {
      trackingId: response.headers["x-zm-trackingid"],
      foreign: quoting(refusal),
      details: { endpoint: context.id, status: refusal.status, ...(refusal.code === null ? {} : { zoom_code: refusal.code }) },
    },
  };
  if (isContradiction(refusal.status, context) || isNoAnswer(refusal.status, context)) return toUncertainError(found);
  const row = ROWS.find((candidate) => matches(candidate, refusal));
  if (row !== undefined) return row.toError(found);
  return isUnavailable(refusal) ? toUnavailableError(found) : toRejectedError(found);
};

/** True if a list's page token was refused: the list has to be read again from the start. */
export const isPageTokenRefusal = (error: unknown): boolean => error instanceof RejectedError && error.details.reason === "page_token";
