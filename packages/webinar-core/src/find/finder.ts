import MiniSearch from "minisearch";
import type { Catalog, CatalogEntry } from "../operation/catalog.ts";
import type { SearchEntry } from "../operation/search-entry.ts";
import { type Intent, intentOf, isNearly, withoutPolite } from "./intent.ts";
import { termOf, wordsOf } from "./terms.ts";
import { otherWordsFor } from "./thesaurus.ts";

/** An operation that fits, with the fields of its input that a question names. */
export interface Match {
  readonly entry: CatalogEntry;
  /** Dotted paths, best first, at most three. */
  readonly fields: readonly string[];
  /** Those of them that the question is the exact name of; absent if it is not one. */
  readonly exact?: readonly string[];
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
/** Another word for what was said counts less than the word itself. */
const OTHER_WORD = 0.55;
const MOST_FIELDS = 3;

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
    const said = withoutPolite(asked).replace(/^(show|tell|give|get|send) (me|us)\b/i, "");
    const terms = termsOf(said);
    const others = otherWordsFor(said, terms);
    const intent = intentOf(asked);
    const ranked = index
      .search([...terms, ...others].join(" "), {
        tokenize: (text) => text.split(" "),
        processTerm: (term) => term,
        boostTerm: (term) => (others.has(term) ? OTHER_WORD : 1),
      })
      .flatMap(({ id, score }) => {
        const entry = catalog[id as number];
        return entry === undefined
          ? []
          : [{ entry, score: score * (1 + 3 * phraseFit(phrases[id as number] ?? [], terms, others) ** 2) * weightOf(entry, intent) }];
      })
      .sort((a, b) => b.score - a.score)
      .map(({ entry }) => entry);
    const takers = takersOf(asked, catalog, searched);
    if (takers.size > 0) {
      const taking = [...ranked.filter(({ id }) => takers.has(id)), ...catalog.filter((entry) => takers.has(entry.id) && !ranked.includes(entry))];
      return [...taking, ...ranked.filter(({ id }) => !takers.has(id))].slice(0, limit).map((entry) => {
        const exact = takers.get(entry.id) ?? [];
        return exact.length > 0 ? { entry, fields: exact, exact } : { entry, fields: fieldsFor(searched.get(entry.id)?.fields ?? {}, terms) };
      });
    }
    return (intent.commands ? ranked : withReadFirst(ranked))
      .slice(0, limit)
      .map((entry) => ({ entry, fields: fieldsFor(searched.get(entry.id)?.fields ?? {}, terms) }));
  };
};

/** A name of several parts, as no word of a sentence has: "follow_up_attendees_email_notification", "settings.on_demand". */
const FIELD_NAME = /^[a-z]+(\[?\]?[._][a-z0-9]+)+$/;

/** The operations whose input has exactly the field that is asked for, each with the paths of it. */
const takersOf = (asked: string, catalog: Catalog, searched: ReadonlyMap<string, SearchEntry>): ReadonlyMap<string, readonly string[]> => {
  const takers = new Map<string, readonly string[]>();
  if (!FIELD_NAME.test(asked)) return takers;
  for (const { id } of catalog) {
    const paths = Object.keys(searched.get(id)?.fields ?? {}).filter((path) => path === asked || path.endsWith(`.${asked}`));
    if (paths.length > 0) takers.set(id, paths.slice(0, MOST_FIELDS));
  }
  return takers;
};

const termsOf = (text: string): ReadonlySet<string> => new Set(wordsOf(text).flatMap((word) => termOf(word) ?? []));

/** How nearly a question is one of the phrases: 1 for the same words, less if the phrase is only part of it. */
const phraseFit = (phrases: readonly ReadonlySet<string>[], terms: ReadonlySet<string>, others: ReadonlySet<string>): number =>
  phrases.reduce((best, phrase) => {
    const said = [...phrase].filter((word) => terms.has(word) || [...terms].some((term) => isNearly(term, word))).length;
    const meant = [...phrase].filter((word) => others.has(word)).length;
    const shared = said + OTHER_WORD * meant;
    if (shared === 0) return best;
    const contained = phrase.size > 1 ? (CONTAINED * shared) / phrase.size : 0;
    return Math.max(best, contained, (2 * shared) / (phrase.size + terms.size));
  }, 0);

const weightOf = ({ effect }: CatalogEntry, { reads, writes, deletes }: Intent): number => {
  const unasked = effect === "delete" && !deletes ? UNASKED_DELETE : 1;
  if (reads) return effect === "read" ? 1 : OTHER_KIND * unasked;
  return unasked * (writes && effect === "read" ? OTHER_KIND : 1);
};

/** What asks for no change never finds one first. */
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
