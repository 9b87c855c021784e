/**
 * One place that takes secrets out of text: for error messages, logs and anything else that leaves the process.
 * Works by known value (every secret that this process ever held) and by shape (tokens in URLs, bearer headers, basic auth).
 */

const MASK = "[redacted]";
const known = new Set<string>();
/** What a secret looks like inside base64, plain and for URLs, at each of the three places where it may begin. */
const encoded = new Set<string>();

/** Values shorter than this are never treated as secrets: masking them would garble ordinary text. */
const SHORTEST_SECRET = 6;

/** A part of base64 that is shorter may be part of anything; a secret that is longer is a token, which nobody encodes once more. */
const SHORTEST_PART = 8;
const LONGEST_ENCODED = 200;

/** The part of base64 that is the same whatever is around the secret, as in `id:secret` of basic auth. */
const base64Parts = (secret: string): string[] =>
  [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret, "utf8")]);
    const whole = Math.floor(bytes.length / 3) * 4;
    const part = bytes.toString("base64").slice(before === 0 ? 0 : 4, whole);
    return part.length < SHORTEST_PART ? [] : [part, part.replaceAll("+", "-").replaceAll("/", "_")];
  });

/** Tells the redactor a secret value, so that it never leaves in any text. */
export const rememberSecret = (value: string | undefined): void => {
  if (value === undefined || value.length < SHORTEST_SECRET || known.has(value)) return;
  known.add(value);
  const inUrl = encodeURIComponent(Buffer.from(value, "utf8").toString("utf8"));
  if (inUrl !== value) known.add(inUrl);
  if (value.length <= LONGEST_ENCODED) for (const part of base64Parts(value)) encoded.add(part);
};

const SHAPES: readonly [RegExp, string][] = [
  [/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{8,}/g, `$1 ${MASK}`],
  // zak: host credential; tk: a person's join link; pwd: the passcode inside a join link
  // On a registration page, tk is the tracking source of whoever published the link, and no secret.
  [/(?<!\/webinar\/register\/[\w-]{1,80}\?)\b(zak|tk|pwd|access_token|refresh_token|client_secret|code_verifier)=[^\s&"'<>]+/g, `$1=${MASK}`],
  [/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}/g, MASK],
  [/("(?:access_token|refresh_token|client_secret|start_url|stream_key|password|passcode)"\s*:\s*)"(?:[^"\\]|\\.)*"/g, `$1"${MASK}"`],
];

const BASE64 = /[\w+/=-]/;

/** The text without the runs of base64 that hold a part. */
const maskRuns = (text: string, part: string): string => {
  let clean = text;
  for (let at = clean.indexOf(part); at !== -1; at = clean.indexOf(part, at)) {
    let from = at;
    let to = at + part.length;
    while (from > 0 && BASE64.test(clean.charAt(from - 1))) from -= 1;
    while (to < clean.length && BASE64.test(clean.charAt(to))) to += 1;
    clean = `${clean.slice(0, from)}${MASK}${clean.slice(to)}`;
    at = from + MASK.length;
  }
  return clean;
};

/** The text without secrets. Idempotent: redacting twice changes nothing more. */
export const redact = (text: string): string => {
  let clean = text;
  for (const value of known) if (clean.includes(value)) clean = clean.replaceAll(value, MASK);
  for (const part of encoded) if (clean.includes(part)) clean = maskRuns(clean, part);
  for (const [shape, replacement] of SHAPES) clean = clean.replace(shape, replacement);
  return clean;
};

/** Bounded on both sides of the @, so that no text makes it slow. */
const EMAIL = /[^\s@"'<>(),;:=]{1,64}@[^\s@"'<>(),;:]{1,253}/gu;

/** The text without e-mail addresses, for logs: who is written about there did not agree to be. */
export const maskEmails = (text: string): string => text.replace(EMAIL, "[e-mail]");

/** The same data with the secrets taken out of every text in it, also of names; what is not plain data stays as it is. */
export const redactDeep = <T>(value: T): T => clean(value, 0) as T; // the same shape: only texts are replaced by texts

const DEEPEST = 20;

const clean = (value: unknown, depth: number): unknown => {
  if (typeof value === "string") return redact(value);
  if (typeof value !== "object" || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [redact(name), clean(item, depth + 1)]));
};

const LONGEST_TRACKING_ID = 200;

/** A tracking id as it may be shown: what answers write into the header is as little ours as their bodies. Letters, digits and `_=;:.,/+-` only. */
export const tidyTrackingId = (text: string): string =>
  redact(text)
    .replace(/[^\w=;:.,/+[\]-]/g, "")
    .slice(0, LONGEST_TRACKING_ID);
