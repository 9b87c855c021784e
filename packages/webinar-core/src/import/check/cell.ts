/** A cell as people mean it, or what is wrong with it. */
export type Cell = { text: string } | { fault: string };

/** Marks that nobody sees and copying brings along. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

const tidy = (text: string): string =>
  text
    .replace(INVISIBLE, "")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();

/** What a cell has in a spreadsheet so that it stays text: `="0049…"`, or an apostrophe before what would be a formula. */
const outOfSpreadsheet = (text: string): string => {
  // Both, if a file of results made a cell safe that was text in this way before.
  const bare = text.replace(/^'(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/, "");
  const quoted = /^="(.*)"$/s.exec(bare);
  return quoted === null ? bare : (quoted[1] ?? "").replaceAll('""', '"');
};

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const MOST_CODE = 0x10ffff;

/** Letters that a web page wrote as `&amp;` or `&#039;`; names of letters that are not decoded stay. */
const outOfHtml = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code > 0x1f && code <= MOST_CODE ? String.fromCodePoint(code) : all;
  });

/** UTF-8 that was read as Windows-1252 and saved again: "Ã¼" for "ü". The first letter is the first byte, the second one a byte that never begins a letter. */
const READ_WRONGLY = /[ÂÃ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]|[ÄÅÐÑ][\u0080-\u009f‚ƒ†‡ˆ‰‹˜›¤¦¨¬¯°±²³´µ¶¸¹¼½¾]|â€/;
const LOST = "\ufffd";
const NAMED_LETTER = /&[a-z]{2,8}\d{0,2};/i;

/** Reads a cell: without what spreadsheets, web pages and copying put around a text. Letters that were lost or decoded wrongly are a fault, never a guess. */
export const readCell = (raw: string): Cell => {
  if (raw.includes(LOST) || READ_WRONGLY.test(raw))
    return { fault: "has letters that were lost when the file was saved; save it as UTF-8 from where it comes" };
  const text = tidy(outOfHtml(outOfSpreadsheet(raw.trim())));
  const [letter] = NAMED_LETTER.exec(text) ?? [];
  if (letter !== undefined) return { fault: `has ${letter}, a letter as web pages write it; put the letter itself there` };
  return { text };
};
