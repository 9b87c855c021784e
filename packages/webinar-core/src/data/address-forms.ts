const FULL_WIDTH_OFFSET = 0xfee0;
const toFullWidth = (text: string): string => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + FULL_WIDTH_OFFSET));

/** Ways in which an address may be written in a file. */
const FORMS: readonly ((address: Buffer) => Buffer)[] = [
  (address) => address,
  (address) => Buffer.from(address.toString("utf8"), "utf16le"),
  (address) => Buffer.from(address.toString("utf8"), "utf16le").swap16(),
  (address) => Buffer.from(encodeURIComponent(address.toString("utf8"))),
  (address) => Buffer.from(address.toString("utf8").replaceAll("@", "\\u0040")),
  (address) => Buffer.from(address.toString("utf8").replaceAll("@", "&#64;")),
  (address) => Buffer.from(address.toString("utf8").replaceAll("@", "=40")),
  (address) => Buffer.from(address.toString("hex")),
  (address) => Buffer.from(toFullWidth(address.toString("utf8"))),
  (address) => Buffer.from(address.toString("utf8").replaceAll("@", toFullWidth("@"))),
];

/** The middle of an address in base64, whatever stands before and after it: three cuts, one of which fits. */
const base64Forms = (address: Buffer): string[] =>
  [0, 1, 2].flatMap((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), address]);
    const text = padded.toString("base64").replace(/=+$/, "");
    const from = shift === 0 ? 0 : shift + 1;
    const whole = text.slice(from, Math.floor((padded.length * 8) / 6));
    return [whole, whole.replaceAll("+", "-").replaceAll("/", "_")];
  });

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
/** A longer address that ends or begins with this one is somebody else's. */
const alone = (text: string, gap = ""): string => `(?<![\\w.+-]${gap})${text}(?!${gap}[\\w-]|${gap}\\.${gap}\\w)`;

/** Every form of an address as one pattern over the bytes of a file, read as Latin-1: one character a byte. */
const patternOf = (address: string): RegExp => {
  const bytes = Buffer.from(address, "utf8");
  const written = FORMS.map((toForm, at) => {
    const text = escaped(toForm(bytes).toString("latin1"));
    if (at === 1 || at === 2) return text;
    return alone(text);
  });
  return new RegExp(written.join("|"), "gi");
};

/** What finds an address in bytes, however it is written there, in any case. */
export interface AddressFinder {
  isIn(bytes: Buffer): boolean;
  /** The same bytes with this in its place; not where it is hidden in base64, as the rest of that text is not known. */
  replace(bytes: Buffer, replacement: string): Buffer;
}

/** Looks for these spellings of an address. */
export const addressFinder = (spellings: readonly string[]): AddressFinder => {
  const patterns = spellings.map(patternOf);
  const hidden = spellings.flatMap((spelling) => base64Forms(Buffer.from(spelling, "utf8")));
  return {
    isIn: (bytes) => {
      const text = bytes.toString("latin1");
      return patterns.some((pattern) => text.search(pattern) >= 0) || hidden.some((form) => text.includes(form));
    },
    replace: (bytes, replacement) => {
      let text = bytes.toString("latin1");
      for (const pattern of patterns)
        text = text.replace(pattern, (found) => (found.includes("\0") ? Buffer.from(replacement, "utf16le").toString("latin1") : replacement));
      return Buffer.from(text, "latin1");
    },
  };
};
