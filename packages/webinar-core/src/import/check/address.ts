/** An address as somebody wrote it into a cell. */
export interface WrittenAddress {
  email: string;
  /** The name before it, as in "Anna Ember <anna@example.com>"; "" if there is none. */
  name: string;
}

const HALF_WIDTH_OFFSET = 0xfee0;

/** Letters, digits and signs that a Japanese or Chinese keyboard types twice as wide. */
const toHalfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - HALF_WIDTH_OFFSET));

/** Reads an address with what mail programs and web pages put around it. Other text is returned unchanged. */
export const readAddress = (cell: string): WrittenAddress => {
  const text = toHalfWidth(cell)
    .replace(/[;,]+$/, "")
    .trim();
  const [, before = "", inner] = /^([^<>]*)<([^<>]*)>$/.exec(text) ?? [];
  const written = (inner ?? text).trim();
  const email = /^mailto:/i.test(written) ? written.slice("mailto:".length).replace(/\?.*$/s, "") : written;
  const name = before
    .trim()
    .replace(/^"(.*)"$/s, "$1")
    .replace(/^'(.*)'$/s, "$1");
  return { email, name: name.includes("@") ? "" : name };
};

/** True if a cell has more than one address. */
export const hasSeveral = (cell: string): boolean => (cell.match(/[^\s@<>;,]@[^\s@<>;,]/g) ?? []).length > 1;
