import { type HttpResponse, readPage } from "@zoom-webinar/auth";

/** What Zoom's refusal says, as far as it can be read. */
export interface Refusal {
  status: number;
  /** Zoom's code; says little without status and message. Null if the body names none. */
  code: number | null;
  /** Zoom's own words, cut and in one line; "" if there are none. */
  message: string;
  /** Scopes that Zoom names, any one of which suffices; empty if it names none. */
  scopes: readonly string[];
  /** Fields at fault, with code 300. */
  fields: readonly { field: string; message: string }[];
}

const LONGEST_MESSAGE = 400;
/** More of a body is not looked at: a refusal is short, and what is longer is somebody's web page. */
const LONGEST_BODY = 20_000;
const SCOPES = /does not contain scopes?/i;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const tidy = (text: unknown): string =>
  typeof text === "string"
    ? text
        .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
        .trim()
        .slice(0, LONGEST_MESSAGE)
    : "";

const toCode = (code: unknown): number | null => {
  const number = typeof code === "string" && code.trim() !== "" ? Number(code) : code;
  return typeof number === "number" && Number.isInteger(number) ? number : null;
};

/** Zoom leaves quotes unescaped when it lists several scopes, which is not JSON: take the two values by sight. */
const bySight = (text: string): Record<string, unknown> => ({
  code: text.match(/"code"\s*:\s*"?(\d+)/)?.[1],
  message: text.match(/"message"\s*:\s*"([\s\S]*?)"\s*(?:\}|,\s*"(?:code|errors)")/)?.[1],
});

const parse = (whole: string): unknown => {
  const text = whole.slice(0, LONGEST_BODY);
  if (!text.trimStart().startsWith("{")) return null;
  try {
    return JSON.parse(text);
  } catch {
    return bySight(text);
  }
};

/** "registrants[0].email", as Zoom writes it, the way our own errors do: "registrants.0.email". */
const toPath = (field: string): string => field.replaceAll(/\[(\d+)\]/g, ".$1");

const toFields = (errors: unknown): Refusal["fields"] =>
  (Array.isArray(errors) ? errors : [])
    .filter(isRecord)
    .slice(0, 50)
    .map((error) => ({ field: toPath(tidy(error.field)), message: tidy(error.message) }));

/** Taken from the whole message: the one that is shown may be cut in the middle of a scope. */
const scopesNamed = (message: string): string[] => {
  const list = message.match(/scopes?\s*:?\s*\[([^\]]*)\]?/i)?.[1] ?? "";
  return [...new Set(list.match(/[a-z][a-z0-9_]*(?::[a-z0-9_]+)+/gi) ?? [])];
};

/** Reads a refusal. A page, such as a gateway's, is quoted by its title; what is neither JSON nor a page has no message. Never throws. */
export const readRefusal = (response: HttpResponse): Refusal => {
  const { status, text } = response;
  const body = parse(text);
  if (!isRecord(body)) return { status, code: null, message: readPage(response)?.title ?? "", scopes: [], fields: [] };
  const { message } = body;
  return {
    status,
    code: toCode(body.code),
    message: tidy(message),
    scopes: scopesNamed(typeof message === "string" ? message : ""),
    fields: toFields(body.errors),
  };
};

/** True for a success status whose body is a refusal: a numeric code, a message, and none of the keys that the reply is made of. */
export const isRefusedSuccess = (text: string, expectedKeys: () => readonly string[]): boolean => {
  if (text.length > 4000 || !text.includes('"code"') || !text.includes('"message"')) return false;
  const body = parse(text);
  if (!isRecord(body) || typeof body.code !== "number" || typeof body.message !== "string") return false;
  return !expectedKeys().some((key) => key !== "code" && key !== "message" && Object.hasOwn(body, key));
};

/** True if the body says that the token lacks a scope, whatever the status and code. */
export const isScopeRefusal = (text: string): boolean => SCOPES.test(text);
