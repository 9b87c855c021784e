/** What OpenAPI has no words for, under our names; published documents have names of their own for the same. */
export const ALIASES = [
  ["classic scopes", ["x-zoom-classic-scopes", "x-classic-scopes"]],
  ["granular scopes", ["x-zoom-granular-scopes", "x-granular-scopes"]],
  ["rate label", ["x-zoom-rate-limit", "x-rate-limit-label"]],
];

/** Zoom's middle label: an endpoint whose label nobody states is paced neither at full speed nor at a crawl. */
const UNSTATED_LABEL = "MEDIUM";
const METHODS = ["get", "post", "put", "patch", "delete"];

/**
 * Another party's document with our names for its extensions, so that generation reads it; changes `doc`.
 * Returns what it does not say and somebody should know: labels that had to be assumed, and that nothing is marked secret.
 */
export const adopt = (doc) => {
  const notes = [];
  for (const [path, item] of Object.entries(doc.paths ?? {})) {
    for (const method of METHODS.filter((name) => item[name] !== undefined)) {
      const operation = item[method];
      for (const [, [ours, ...theirs]] of ALIASES) {
        const name = theirs.find((alias) => operation[alias] !== undefined);
        if (operation[ours] === undefined && name !== undefined) operation[ours] = operation[name];
      }
      if (operation["x-zoom-rate-limit"]) continue;
      operation["x-zoom-rate-limit"] = UNSTATED_LABEL;
      notes.push(`${method.toUpperCase()} ${path}: no rate label, taken as ${UNSTATED_LABEL}`);
    }
  }
  if (!JSON.stringify(doc).includes('"x-secret"')) notes.push("no field is marked x-secret: what is generated from this hides no credential");
  return notes;
};
