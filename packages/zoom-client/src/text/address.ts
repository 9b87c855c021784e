import { domainToASCII, domainToUnicode } from "node:url";
import { trimEdges } from "./edges.ts";

/** Letters beyond ASCII count as letters, as mail servers with SMTPUTF8 take them. Source: RFC 5322, dot-atom; RFC 6531. */
const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\u0080-\\uffff-]+";
const WORD = "[A-Za-z0-9\\u0080-\\uffff]+";
const LABEL = `${WORD}(?:-+${WORD})*`;

/** The form of an e-mail address: a dot-atom, "@", and a domain of two labels or more whose last one is not a number. */
export const ADDRESS = new RegExp(`^${ATOM}(?:\\.${ATOM})*@(?:${LABEL}\\.)+(?![0-9]+$)${LABEL}$`);

const UNSEEN = /[\s\p{C}]/u;
const LONGEST_LOCAL = 64;
const LONGEST_LABEL = 63;

/** A domain in lower case that has one spelling only. */
const PLAIN_DOMAIN = /^(?!.*xn--)[a-z0-9.-]+$/;

/** The domain as it is looked up, "" if it names nothing: "Bücher.example" is "xn--bcher-kva.example". */
const toAscii = (domain: string): string => (PLAIN_DOMAIN.test(domain) ? domain : domainToASCII(domain.normalize("NFC")));

/** True for an e-mail address. Source: RFC 5322 (dot-atom), with non-ASCII letters and with punycode domains. */
export const isAddress = (text: string): boolean => {
  if (!ADDRESS.test(text) || UNSEEN.test(text)) return false;
  const at = text.lastIndexOf("@");
  const domain = toAscii(text.slice(at + 1));
  return at <= LONGEST_LOCAL && domain !== "" && domain.split(".").every((label) => label.length <= LONGEST_LABEL);
};

/** An address without what a copy brings along. Its case stays: a mail server may tell cases apart. */
export const tidyAddress = (text: string): string => trimEdges(text.normalize("NFC"));

/** An address that only its case can spell in another way. Nearly all are of this kind, and a list may have a hundred thousand. */
const PLAIN_ADDRESS = /^[!-?A-~]+@(?!.*xn--)[a-z0-9.-]+$/;

/** What two spellings of one address have in common: case, composed letters and the spelling of the domain do not count. */
export const addressKey = (text: string): string => {
  const plain = text.toLowerCase();
  if (PLAIN_ADDRESS.test(plain)) return plain;
  const address = tidyAddress(text).toLowerCase();
  const at = address.lastIndexOf("@");
  return at === -1 ? address : `${address.slice(0, at)}@${toAscii(address.slice(at + 1)) || address.slice(at + 1)}`;
};

/** The same with the domain in its own letters, for people to read: "ana@xn--bcher-kva.example" is "ana@bücher.example". All spellings give one text. */
export const readableAddress = (text: string): string => {
  const key = addressKey(text);
  const at = key.lastIndexOf("@");
  const domain = key.slice(at + 1);
  return at === -1 || PLAIN_DOMAIN.test(domain) ? key : `${key.slice(0, at)}@${domainToUnicode(domain) || domain}`;
};

/** A text as a digest should see it: addresses, one or several with commas between them, by their key; any other text as it is. */
export const comparableText = (text: string): string => {
  const parts = text.includes("@") ? text.split(",") : [];
  return parts.length > 0 && parts.every(isAddress) ? parts.map(addressKey).join(",") : text;
};
