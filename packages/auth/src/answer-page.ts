import { UnavailableError } from "@zoom-webinar/foundation";
import type { HttpResponse } from "./send.ts";

/** A web page or an XML document that came in the place of Zoom's JSON. */
export interface AnswerPage {
  /** What it is called, in one line of at most 40 words; "" if it does not say. */
  title: string;
  /** False for a page of something on the way: a proxy, a filter, a network that asks to sign in. */
  isZooms: boolean;
}

/** More of a page is not looked at. */
const LONGEST = 20_000;
const MOST_WORDS = 40;
const MOST_CHARACTERS = 400;

/** Where a page or an XML error says what it is, the best place first. */
const TITLES = [
  /<title[^>]*>([\s\S]{0,2000}?)<\/title/i,
  /<h1[^>]*>([\s\S]{0,2000}?)<\/h1/i,
  /<(?:\w+:)?(?:message|faultstring|detail|reason|description)[^>]*>([\s\S]{0,2000}?)<\//i,
];
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#39": "'", nbsp: " " };

const toLine = (markup: string): string =>
  markup
    .replace(/<!\[CDATA\[|\]\]>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(#39|[a-z]{2,4});/gi, (entity, name: string) => ENTITIES[name.toLowerCase()] ?? entity)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();

const cut = (line: string): string => {
  const words = line.split(" ");
  const some = words.length <= MOST_WORDS ? line : `${words.slice(0, MOST_WORDS).join(" ")} …`;
  return some.length <= MOST_CHARACTERS ? some : `${some.slice(0, MOST_CHARACTERS)} …`;
};

/** Names of proxies and filters, and the words of networks that ask to sign in. */
const ON_THE_WAY =
  /\bprox(?:y|ied)\b|squid|zscaler|forti(?:guard|net|gate)|blue ?coat|websense|forcepoint|umbrella|netskope|palo ?alto|mcafee|sophos|captive|wi-?fi|wlan|hotspot|guest (?:network|access|internet)|(?:web|url|content) filter|network (?:log|sign)[- ]?(?:in|on)|(?:log|sign)[- ]?in to (?:the |this |your )?network|internet access|blocked by/i;

const isZooms = ({ status, headers, text }: HttpResponse, title: string): boolean => {
  if (headers["x-zm-trackingid"] !== undefined) return true;
  if (ON_THE_WAY.test(title) || ON_THE_WAY.test(`${headers.server ?? ""} ${headers["x-squid-error"] === undefined ? "" : "squid"}`)) return false;
  if (status === 407 || status === 511) return false;
  // Cloudflare is in front of Zoom, and a failing gateway of Zoom's writes a page of its own.
  if (headers["cf-ray"] !== undefined || status >= 500) return !ON_THE_WAY.test(toLine(text.slice(0, LONGEST)));
  return /\bzoom\b/i.test(title);
};

/** What page an answer is, null if it is not one. */
export const readPage = (response: HttpResponse): AnswerPage | null => {
  const text = response.text.slice(0, LONGEST);
  if (!/^\s*<(?:!doctype|html|head|body|\?xml|[a-z][\w:.-]*[\s>])/i.test(text.replace(/^\ufeff/, ""))) return null;
  const found = TITLES.map((place) => toLine(place.exec(text)?.[1] ?? "")).find((line) => line !== "");
  const title = cut(found ?? "");
  return { title, isZooms: isZooms({ ...response, text }, title) };
};

/** A page in words: `a page called "Bad Gateway"`. */
export const describePage = ({ title }: AnswerPage): string => (title === "" ? "a page without a title" : `a page called "${title}"`);

/** The error for an answer that is not Zoom's. A gateway that timed out may have passed the request on; one that shows a page of its own has not. */
export const toNotZoomError = (page: AnswerPage, { status }: HttpResponse): UnavailableError =>
  new UnavailableError(
    `Not Zoom, but something on the way to it answered: ${describePage(page)} (HTTP ${status}).`,
    status >= 500 && status !== 511 ? "maybe-sent" : "not-sent",
    {
      retryable: status >= 500 && status !== 511,
      hint: "It is a proxy's, or that of a network that asks to sign in: open any web page in a browser and sign in there, or ask whoever runs the proxy to let api.zoom.us and zoom.us through.",
      details: { reason: "not_zoom", status },
    },
  );
