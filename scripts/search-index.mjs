// Makes the index that a search for operations looks through, from what is known of each operation and from the file of concepts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import MiniSearch from "minisearch";

/** How much a word counts by where an operation has it. */
const BOOST = { name: 1, summary: 1, known: 3, fields: 0.4, answers: 0.2 };
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };
/** A concept counts more than a word: in the whole of an operation, and in a phrase. */
const CONCEPT = { whole: 1.2, phrase: 1.3 };
/** How its phrases ask for an operation is only known after a number of them; until then, its effect says how they would. */
const EXPECTED = 12;
const HABITS = {
  read: { asks: 0.6, names: 0.35, orders: 0.04, deletes: 0.01 },
  create: { asks: 0.03, names: 0.4, orders: 0.55, deletes: 0.02 },
  update: { asks: 0.03, names: 0.4, orders: 0.45, deletes: 0.12 },
  delete: { asks: 0.02, names: 0.38, orders: 0.2, deletes: 0.4 },
};
const MOODS = ["names", "asks", "orders", "deletes"];

const isConcept = (feature) => feature.startsWith("@");
const round = (number, digits = 2) => Number(number.toFixed(digits));

/** Every field of a JSON Schema with its description, by dotted path. */
const fieldsOf = (schema, path = "") =>
  Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const own = path === "" ? name : `${path}.${name}`;
    return [[own, inner.description ?? ""], ...fieldsOf(inner, own), ...(inner.items ? fieldsOf(inner.items, `${own}[]`) : [])];
  });
/** What is known of every operation of a catalog: its words, its fields, and what it answers. */
export const entriesOf = async (catalog, z) => {
  const entries = [];
  for (const { id, tool, summary, effect, load } of catalog) {
    const { input, output, alsoKnownAs = "" } = await load();
    const json = (schema, io) => z.toJSONSchema(schema, { io, unrepresentable: "any" });
    const fields = Object.fromEntries(fieldsOf(json(input, "input")));
    // What is read is found by what it answers, too.
    const answers =
      effect === "read"
        ? [...new Set(fieldsOf(json(output, "output")).map(([path, meaning]) => `${path.split(".").at(-1).replaceAll("_", " ")} ${meaning}`))].join(
            ". ",
          )
        : "";
    entries.push({ id, tool, summary, effect, known: alsoKnownAs.trim().replace(/\s+/g, " "), fields, answers });
  }
  return entries;
};

export const conceptText = () => readFileSync(join(import.meta.dirname, "../packages/webinar-core/src/find/concepts.txt"), "utf8");

/** Concepts with their expressions as stems, from the lines of `concepts.txt`. */
const conceptsFrom = (text, { wordsOf, stemOf }) => {
  const blocks = text
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .join("\n")
    .split(/\n(?=\S)/);
  return Object.fromEntries(
    blocks.map((block) => {
      const [name, ...rest] = block.split(":");
      const expressions = rest.join(":").split(",");
      const stems = expressions.map((expression) =>
        expression
          .split("*")
          .map((part) => wordsOf(part).map(stemOf).join(" "))
          .join(" * "),
      );
      const wrong = stems.findIndex((stem) => stem.startsWith(" ") || stem.endsWith(" ") || stem === "");
      if (wrong >= 0) throw new Error(`concepts.txt, ${name}: "${expressions[wrong].trim()}" is empty, or begins or ends with a gap.`);
      return [`@${name.trim().replaceAll(" ", "-")}`, [...new Set(stems)].sort()];
    }),
  );
};

/** The phrases that an operation is asked for by, its summary in parts and its name among them. */
const phrasesOf = ({ tool, summary, known }) =>
  [...known.split(","), ...summary.split(/[.;:]/), tool.replaceAll("_", " ")].map((phrase) => phrase.trim()).filter((phrase) => phrase !== "");

/**
 * `entries`: `{ id, tool, summary, effect, known, fields, answers }` of each operation; `core`: how webinar-core reads texts.
 */
export const buildSearchIndex = (entries, conceptText, core) => {
  const concepts = conceptsFrom(conceptText, core);
  const reader = core.createConceptReader(concepts);
  const read = (text) => {
    const { terms, concepts: found } = core.readText(text, reader);
    return [...terms, ...found];
  };
  const whole = new MiniSearch({ fields: Object.keys(BOOST), tokenize: (text) => text.split(" "), processTerm: (term) => term || null });
  const phrases = [];
  const phraseCounts = [];
  for (const [id, { tool, summary, known, fields, answers, ...entry }] of entries.entries()) {
    const own = phrasesOf({ tool, summary, known }).map(read);
    phrases.push(...own.map((features) => ({ features, id })));
    phraseCounts.push(own.length);
    const fieldText = Object.entries(fields).map(([path, meaning]) => `${path.replaceAll(/[._[\]]/g, " ")} ${meaning}`);
    whole.add({
      id,
      name: read(`${tool.replaceAll("_", " ")} ${entry.id.replace(/[A-Z.]/g, (letter) => ` ${letter}`)}`).join(" "),
      summary: summary.split(/[.;:]/).flatMap(read).join(" "),
      known: known.split(",").flatMap(read).join(" "),
      fields: core.allTermsOf(fieldText.join(" ")).join(" "),
      answers: core.allTermsOf(answers).join(" "),
    });
  }
  const having = new Map();
  for (const [number, { features }] of phrases.entries())
    for (const feature of features) having.set(feature, [...(having.get(feature) ?? []), number]);
  const inFields = entries.flatMap(({ fields, answers }) =>
    core.allTermsOf(
      `${Object.entries(fields)
        .flat()
        .join(" ")
        .replaceAll(/[._[\]]/g, " ")} ${answers}`,
    ),
  );
  const features = [...new Set([...having.keys(), ...inFields])].sort();
  const rarity = (feature) => {
    const owners = new Set((having.get(feature) ?? []).map((number) => phrases[number].id)).size;
    return Math.log(1 + entries.length / (owners || 0.5)) * (isConcept(feature) ? CONCEPT.phrase : 1);
  };
  const weightsOf = (feature) =>
    whole
      .search(feature, { boost: BOOST, bm25: BM25, tokenize: (text) => [text], processTerm: (term) => term })
      .sort((a, b) => a.id - b.id)
      .flatMap(({ id, score }) => [id, round(score * (isConcept(feature) ? CONCEPT.whole : 1))]);
  const operations = entries.map(({ id, effect, known, fields }) => {
    const own = known.split(",").map((phrase) => core.moodOf(core.intentOf(phrase.trim())));
    const share = (mood) => (own.filter((one) => one === mood).length + EXPECTED * HABITS[effect][mood]) / (own.length + EXPECTED);
    return { id, fields, habits: Object.fromEntries(MOODS.map((mood) => [mood, round(share(mood), 3)])) };
  });
  return {
    features,
    rarity: features.map((feature) => round(rarity(feature))),
    weights: features.map(weightsOf),
    phrases: features.map((feature) => (having.get(feature) ?? []).map((number, at, all) => number - (all[at - 1] ?? 0))),
    phraseCounts,
    operations,
    concepts,
  };
};
