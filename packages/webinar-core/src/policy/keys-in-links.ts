const MASK = "[redacted]";
const LINK = /^[a-z][a-z\d+.-]*:\/\//i;
const INGEST = /^(rtmp\w*|srt|rist|whip):\/\//i;

/** Shorter values are not looked for: they would be found in unrelated text. */
const SHORTEST_KEY = 4;

/** A password before the host. */
const PASSWORD = /^([a-z][a-z\d+.-]*:\/\/[^/?#@\s:]*):[^/?#@\s]+@/i;
/** Parameters that streaming services take a key in, whatever the link. */
const KEY_PARAMETERS = /([?&#;](?:stream[_-]?key|streamname|passphrase)=)[^&#;\s]+/gi;
/** Those whose names say so only in the address of a stream. */
const INGEST_PARAMETERS = /([?&#;](?:key|token|auth|pass(?:word)?|pwd|secret|sig(?:nature)?|streamid)=)[^&#;\s]+/gi;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/** The places of a key within a link, plain or percent-encoded. */
const standing = (key: string): RegExp => new RegExp(`(?<![\\w-])(?:${escaped(key)}|${escaped(encodeURIComponent(key))})(?![\\w-])`, "g");

/**
 * A link without the keys in it: a password before the host, parameters that hold one, and `keys` that are withheld elsewhere in the same answer, as
 * whoever sets up a stream may paste its key behind the address. Text that is not a link stays.
 */
export const withoutKeys = (text: string, keys: readonly string[]): string => {
  if (!LINK.test(text)) return text;
  const named = text.replace(PASSWORD, `$1:${MASK}@`).replace(KEY_PARAMETERS, `$1${MASK}`);
  const clean = INGEST.test(text) ? named.replace(INGEST_PARAMETERS, `$1${MASK}`) : named;
  return keys.filter((key) => key.length >= SHORTEST_KEY).reduce((kept, key) => kept.replace(standing(key), MASK), clean);
};
