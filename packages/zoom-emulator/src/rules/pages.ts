import { createHmac } from "node:crypto";
import { asNumber, asText, isObject } from "../http/json.ts";
import type { Refusal } from "../http/reply.ts";
import type { Call } from "./call.ts";
import { refusals } from "./refusals.ts";

const TOKEN_LIFETIME_MS = 15 * 60_000;

/** What differs from list to list. */
export interface PageRules {
  defaultSize?: number;
  largestSize?: number;
  /** The refusal of a token that is unknown or has expired. */
  badToken?: () => Refusal;
}

/** One page of rows with what Zoom says about it. */
export interface Page<Row> {
  rows: readonly Row[];
  info: { page_count: number; page_number: number; page_size: number; total_records: number; next_page_token: string };
}

/** A whole number above zero, else the default: Zoom clamps and ignores rather than refuse. */
const positive = (text: string | null, fallback: number): number => {
  const value = Number(text ?? "");
  return Number.isInteger(value) && value > 0 ? value : fallback;
};

/** What a token is bound to: the list it came from, and every parameter of the request but those that move through the pages. */
const bindingOf = ({ endpoint, path, query }: Call): string => {
  const asked = [...query].filter(([name]) => name !== "next_page_token" && name !== "page_number").sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([endpoint.path, path, asked]);
};

const sign = (call: Call, payload: string) =>
  createHmac("sha256", call.state.seed).update(payload).update(bindingOf(call)).digest("base64url").slice(0, 20);

/** Tokens hold their own place and expiry, signed: nothing has to be remembered, so that reading a list changes no state. */
const toToken = (call: Call, offset: number): string => {
  const payload = Buffer.from(JSON.stringify({ offset, until: call.nowMs + TOKEN_LIFETIME_MS })).toString("base64url");
  return `${payload}.${sign(call, payload)}`;
};

const toOffset = (call: Call, token: string, badToken: () => Refusal): number => {
  const [payload = "", signature = ""] = token.split(".");
  if (signature !== sign(call, payload)) throw badToken();
  const content: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  const { offset, until } = isObject(content) ? content : {};
  if ((asNumber(until) ?? 0) <= call.nowMs) throw badToken();
  return asNumber(offset) ?? 0;
};

/**
 * The page of `rows` that a request asks for: by token, or by the deprecated page number. A token lives 15 minutes and fits only the parameters
 * that it was given for; any other use is refused, with code 300 unless the list has its own. The last page's token is "".
 */
export const pageOf = <Row>(
  call: Call,
  rows: readonly Row[],
  { defaultSize = 30, largestSize = 300, badToken = refusals.pageToken }: PageRules = {},
): Page<Row> => {
  const page_size = Math.min(positive(call.query.get("page_size"), defaultSize), largestSize);
  const token = asText(call.query.get("next_page_token")) ?? "";
  const offset = token === "" ? (positive(call.query.get("page_number"), 1) - 1) * page_size : toOffset(call, token, badToken);
  const end = offset + page_size;
  return {
    rows: rows.slice(offset, end),
    info: {
      page_count: Math.ceil(rows.length / page_size),
      page_number: Math.floor(offset / page_size) + 1,
      page_size,
      total_records: rows.length,
      next_page_token: end < rows.length ? toToken(call, end) : "",
    },
  };
};
