import type { Consequence } from "./preview.ts";

/** How a change is applied to the current state. */
export interface LossOptions {
  /** `merge`: what is left out stays. `replace`: what is left out is gone. Lists are replaced in both. */
  how: "merge" | "replace";
  /** Fields, by dotted path, whose value is not shown. */
  secret?: ReadonlySet<string>;
  /** Fields, by dotted path, whose emptying or switching off is not a loss. */
  harmless?: ReadonlySet<string>;
  /** Fields, by dotted path, that hold a list as text, its parts between commas. */
  commaLists?: ReadonlySet<string>;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const isNothing = (value: unknown): boolean => value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** What a person calls a field: "settings.follow_up_attendees_email_notification.enable" → "follow up attendees email notification". */
export const toWords = (path: string): string =>
  path
    .replace(/^settings\./, "")
    .replace(/\.enable$/, "")
    .replaceAll(".", ": ")
    .replaceAll("_", " ");

/** Each field once, as people call it, whichever parts of a setting change. */
export const settingsInWords = (changed: readonly string[]): string =>
  [...new Set(changed.map((path) => toWords(path.startsWith("settings.") ? path.split(".").slice(0, 2).join(".") : path)))].join(", ");

/** A text as it is quoted in a line. */
export const quoted = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;

const NAMES = ["title", "field_name", "name", "prompt_question", "field", "email", "value", "id"] as const;

/** What distinguishes the entries of a list, for a person too. */
const nameOf = (entry: unknown): string => {
  if (!isFields(entry)) return String(entry);
  for (const name of NAMES) if (typeof entry[name] === "string" && entry[name] !== "") return entry[name];
  return JSON.stringify(entry);
};

const SHOWN_NAMES = 10;
const namesOf = (entries: readonly unknown[]): string =>
  [...entries.slice(0, SHOWN_NAMES).map((entry) => quoted(nameOf(entry))), ...(entries.length > SHOWN_NAMES ? ["…"] : [])].join(", ");

const listLosses = (before: readonly unknown[], after: readonly unknown[], path: string, options: LossOptions): string[] => {
  const left = [...after];
  const gone: unknown[] = [];
  const inner: string[] = [];
  for (const entry of before) {
    const at = left.findIndex((other) => nameOf(other).trim() === nameOf(entry).trim());
    if (at === -1) gone.push(entry);
    else {
      // An entry that stays is replaced as a whole: its fields that are not sent are lost.
      const [kept] = left.splice(at, 1);
      inner.push(...lossLines(entry, kept, `${path} ${quoted(nameOf(entry))}`, { ...options, how: "replace" }));
    }
  }
  if (gone.length === 0) return inner;
  return [`${toWords(path)}: ${gone.length} of ${before.length} removed: ${namesOf(gone)}.`, ...inner];
};

const split = (text: unknown): string[] =>
  String(text ?? "")
    .split(/[,;]/)
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== "");

const lossLines = (before: unknown, after: unknown, path: string, options: LossOptions): string[] => {
  const { how, harmless, secret, commaLists } = options;
  if (harmless?.has(path) || isNothing(before)) return [];
  if (after === undefined && how === "merge") return [];
  if (commaLists?.has(path)) return listLosses(split(before), split(after), path, options);
  if (Array.isArray(before)) return listLosses(before, Array.isArray(after) ? after : [], path, options);
  if (isFields(before)) {
    if (isNothing(after)) return Object.keys(before).length === 0 ? [] : [`${toWords(path)} is removed.`];
    if (!isFields(after)) return [];
    return Object.keys(before).flatMap((name) => lossLines(before[name], after[name], path === "" ? name : `${path}.${name}`, options));
  }
  if (before === true) return after === true ? [] : [`${toWords(path)} is switched off.`];
  if (typeof before === "string" && isNothing(after)) return [`${toWords(path)} is emptied${secret?.has(path) ? "" : `: it was ${quoted(before)}`}.`];
  return [];
};

/** What may be lost if what is there cannot be read: whatever is sent empty or off. */
const blindLines = (after: unknown, path: string, harmless: ReadonlySet<string> | undefined): string[] => {
  if (harmless?.has(path)) return [];
  if (isFields(after)) return Object.entries(after).flatMap(([name, value]) => blindLines(value, path === "" ? name : `${path}.${name}`, harmless));
  if (after === false) return [`${toWords(path)} is off afterwards, whatever it is now.`];
  return after === "" || (Array.isArray(after) && after.length === 0) ? [`${toWords(path)} is empty afterwards, whatever it holds now.`] : [];
};

/**
 * What a change takes away, one consequence each: what is emptied, shortened, removed or switched off. `before` is null if it cannot be read; then
 * everything that is sent empty counts, and a replacement is one loss.
 */
export const lossesOf = (before: object | null, after: object, options: LossOptions): Consequence[] => {
  const lines =
    before === null
      ? options.how === "replace"
        ? ["What is there now cannot be read; all of it is replaced."]
        : blindLines(after, "", options.harmless)
      : lossLines(before, after, "", options);
  return lines.map((text) => ({ kind: "lost", text }));
};

/** True for what the same call the other way round does not put back: a switch can be switched on again, a text that is gone has to be known. */
export const isLasting = ({ kind, text, returns }: Consequence): boolean =>
  kind === "replanned" || (kind === "lost" && returns !== true && !text.endsWith(" is switched off."));

const leavesOf = (value: unknown, path: string): [string, unknown][] =>
  isFields(value)
    ? Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, path === "" ? name : `${path}.${name}`))
    : value === undefined
      ? []
      : [[path, value]];

/** Every field that is sent, by dotted path; a list is one field. */
export const leafNames = (sent: object): string[] => leavesOf(sent, "").map(([path]) => path);

const at = (value: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((inner, name) => (isFields(inner) ? inner[name] : undefined), value);

/** True if everything that is sent at this path is there already. */
export const isSoAlready = (before: object, after: object, path: string): boolean =>
  leavesOf(at(after, path), path).every(([leaf, value]) => JSON.stringify(at(before, leaf) ?? null) === JSON.stringify(value));

const shown = (value: unknown): string => {
  if (isNothing(value)) return "nothing";
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return `${value.length} (${namesOf(value)})`;
  return String(value);
};

/** True for a field whose consequence says everything: that it is emptied or switched off, or to whom Zoom writes because of it, and when. */
const isSaidBy = (consequences: readonly Consequence[], path: string): boolean => {
  const field = toWords(path);
  const setting = toWords(path.split(".").slice(0, 2).join("."));
  return consequences.some(({ kind, text }) =>
    kind === "mailed later"
      ? text.startsWith(`${setting}: `)
      : kind === "lost" && ["switched off", "emptied", "removed"].some((what) => text.startsWith(`${field} is ${what}`)),
  );
};

/** A field whose value is a code: what callers call it, and the word of each code. */
type Codes = Readonly<Record<string, { readonly name: string; readonly words: readonly string[] }>>;

/** Each plain field that is sent and differs from what is there: "topic: "A" becomes "B"". A secret one is only named, and one that is in `said` is left out. */
export const changeLines = (
  before: object | null,
  after: object,
  {
    secret,
    skip,
    said = [],
    codes = {},
  }: { secret?: ReadonlySet<string>; skip?: ReadonlySet<string>; said?: readonly Consequence[]; codes?: Codes } = {},
): string[] =>
  leavesOf(after, "").flatMap(([path, value]) => {
    const was = at(before, path);
    if (skip?.has(path) || isSaidBy(said, path) || (before !== null && JSON.stringify(was ?? null) === JSON.stringify(value))) return [];
    if (secret?.has(path)) return [`${toWords(path)} changes`];
    const { name = toWords(path), words = [] } = codes[path] ?? {};
    const inWords = (code: unknown): string => words[Number(code)] ?? shown(code);
    return [before === null ? `${name} becomes ${inWords(value)}` : `${name}: ${inWords(was)} becomes ${inWords(value)}`];
  });
