import { distance } from "fastest-levenshtein";
import MiniSearch from "minisearch";
import type { Catalog, CatalogEntry } from "../operation/catalog.ts";
import type { SearchEntry } from "../operation/search-entry.ts";
import { termOf, wordsOf } from "./terms.ts";

/** An operation that fits, with the fields of its input that a question names. */
export interface Match {
  readonly entry: CatalogEntry;
  /** Dotted paths, best first, at most three. */
  readonly fields: readonly string[];
}

/** Finds operations by words, best first. */
export type Finder = (question: string, limit: number) => Match[];

/** What lies beyond this in a question is not looked at. */
const LONGEST_QUESTION = 300;
/** How much a word counts by where an operation has it. */
const BOOST = { name: 2.5, summary: 1.5, known: 2, fields: 0.5, answers: 0.2 };
/** A question about what is asks for reading, an order asks for a change: the other kind counts less. */
const OTHER_KIND = 0.4;
/** Deleting needs a word for it; without one it never stands above what reads. */
const UNASKED_DELETE = 0.4;
/** A phrase that is only part of a question fits less than one that is all of it. */
const CONTAINED = 0.75;
const MOST_FIELDS = 3;

const ASKS =
  /\?\s*$|^\W*(who|what|which|when|where|why|how|is|are|was|were|did|do|does|has|have|show|list|see|view|read|find|look|check|tell|display|give me|get me|any|overview|report on)\b|\b(i'?d like to (see|know)|want to (see|know)|wonder|whether|how many|how long|let me see|so i can see|results?|statistics|figures|transcript)\b/i;
const DELETES = /\b(get rid|take .*(off|away|down|out)|call .*off|no .*any ?more|(must|has to|have to) go)\b/i;
/** Words for deleting, in the index's form. */
const DELETE_TERMS = "delete remove erase cancel drop clear scrap kick wipe purge uninvite unregister withdraw revoke disinvite discard"
  .split(" ")
  .flatMap((word) => termOf(word) ?? []);
const ORDERS =
  /\b(add|adding|create|set|change|edit|update|rename|move|invite|register|sign .* up|enrol|schedule|book|approve|deny|reject|accept|turn (on|off)|enable|disable|switch|start|stop|end|upload|make|replace|save|import|apply|clone|copy|put|send|allow|require|limit|postpone|reschedule|let)\b/i;

/**
 * Makes a finder over a catalog: BM25 over name, summary, people's phrases and input fields, with stems and typing errors. No model, no network, the same
 * answer every time. The name of a tool or its id finds exactly that one.
 */
export const createFinder = (catalog: Catalog, entries: readonly SearchEntry[]): Finder => {
  const searched = new Map(entries.map((entry) => [entry.id, entry]));
  const index = new MiniSearch<{ id: number; name: string; summary: string; known: string; fields: string; answers: string }>({
    fields: ["name", "summary", "known", "fields", "answers"],
    tokenize: wordsOf,
    processTerm: termOf,
    searchOptions: {
      boost: BOOST,
      fuzzy: (term) => (term.length > 4 ? 0.25 : false),
      prefix: (term) => term.length > 4,
      weights: { fuzzy: 0.45, prefix: 0.5 },
    },
  });
  index.addAll(
    catalog.map((entry, id) => ({
      id,
      name: `${entry.tool.replaceAll("_", " ")} ${entry.id.replace(/[A-Z.]/g, (letter) => ` ${letter}`)}`,
      summary: entry.summary,
      known: searched.get(entry.id)?.known ?? "",
      fields: Object.entries(searched.get(entry.id)?.fields ?? {})
        .map(([path, meaning]) => `${path.replaceAll(/[._[\]]/g, " ")} ${meaning}`)
        .join(". "),
      answers: searched.get(entry.id)?.answers ?? "",
    })),
  );
  const phrases = catalog.map((entry) => (searched.get(entry.id)?.known ?? "").split(",").map(termsOf));

  return (question, limit) => {
    const asked = question.slice(0, LONGEST_QUESTION).trim();
    const exact = catalog.filter(({ tool, id }) => asked === tool || asked === id);
    if (exact.length > 0) return exact.map((entry) => ({ entry, fields: [] }));
    const terms = termsOf(asked);
    const intent = intentOf(asked, terms);
    const ranked = index
      .search(asked)
      .flatMap(({ id, score }) => {
        const entry = catalog[id as number];
        return entry === undefined
          ? []
          : [{ entry, score: score * (1 + 3 * phraseFit(phrases[id as number] ?? [], terms) ** 2) * weightOf(entry, intent) }];
      })
      .sort((a, b) => b.score - a.score)
      .map(({ entry }) => entry);
    return (intent.reads ? withReadFirst(ranked) : ranked)
      .slice(0, limit)
      .map((entry) => ({ entry, fields: fieldsFor(searched.get(entry.id)?.fields ?? {}, terms) }));
  };
};

const termsOf = (text: string): ReadonlySet<string> => new Set(wordsOf(text).flatMap((word) => termOf(word) ?? []));

/** How nearly a question is one of the phrases: 1 for the same words, less if the phrase is only part of it. */
const phraseFit = (phrases: readonly ReadonlySet<string>[], terms: ReadonlySet<string>): number =>
  phrases.reduce((best, phrase) => {
    const shared = [...phrase].filter((word) => terms.has(word) || [...terms].some((term) => isNearly(term, word))).length;
    if (shared === 0) return best;
    const contained = phrase.size > 1 ? (CONTAINED * shared) / phrase.size : 0;
    return Math.max(best, contained, (2 * shared) / (phrase.size + terms.size));
  }, 0);

/** Whether a word is another but for one typing error. */
const isNearly = (term: string, word: string): boolean => term === word || (term.length > 4 && distance(term, word) <= 1);

/** What a question wants done. */
interface Intent {
  readonly reads: boolean;
  readonly writes: boolean;
  readonly deletes: boolean;
}

const intentOf = (asked: string, terms: ReadonlySet<string>): Intent => {
  const deletes = DELETES.test(asked) || [...terms].some((term) => DELETE_TERMS.some((word) => isNearly(term, word)));
  const reads = ASKS.test(asked) && !deletes;
  return { reads, deletes, writes: !reads && (deletes || ORDERS.test(asked)) };
};

const weightOf = ({ effect }: CatalogEntry, { reads, writes, deletes }: Intent): number => {
  const unasked = effect === "delete" && !deletes ? UNASKED_DELETE : 1;
  if (reads) return effect === "read" ? 1 : OTHER_KIND * unasked;
  return unasked * (writes && effect === "read" ? OTHER_KIND : 1);
};

/** A question about what is never finds a change first. */
const withReadFirst = (ranked: readonly CatalogEntry[]): readonly CatalogEntry[] => {
  const read = ranked.find(({ effect }) => effect === "read");
  return read === undefined ? ranked : [read, ...ranked.filter((entry) => entry !== read)];
};

/** The fields that a question names, by their own name first. */
const fieldsFor = (fields: Readonly<Record<string, string>>, terms: ReadonlySet<string>): string[] =>
  Object.entries(fields)
    .map(([path, meaning]) => {
      const name = termsOf(path.slice(path.lastIndexOf(".") + 1).replaceAll("_", " "));
      const inName = [...name].filter((term) => terms.has(term)).length / Math.max(name.size, 1);
      const inMeaning = [...termsOf(meaning)].filter((term) => terms.has(term)).length;
      return { path, fit: inName * 2 + Math.min(inMeaning, 2) / 2 };
    })
    .filter(({ fit, path }) => fit >= 1 && !/(^|\.)(webinar_id|user_id|page_size|next_page_token|all)$/.test(path))
    .sort((a, b) => b.fit - a.fit)
    .slice(0, MOST_FIELDS)
    .map(({ path }) => path);
