/** A key without a space before it is of the webinar itself. */
const ID = /^id:[ \t]*(["']?)(\d[\d -]*)\1[ \t]*(?:#.*)?$/m;

/** Lines that begin or end a document of a file. */
const BETWEEN = /^(?:---|\.\.\.)(?=\s|$)/m;

/** A line that says something: no comment, no directive. */
const SAYS = /^[ \t]*[^\s#%]/m;

/** The ID of each webinar that a YAML text describes, also if it is not valid otherwise; null for one without an ID. */
export const idsIn = (text: string): (string | null)[] =>
  text
    .split(BETWEEN)
    .filter((document) => SAYS.test(document))
    .map((document) => ID.exec(document)?.[2]?.replace(/\D/g, "") ?? null);
