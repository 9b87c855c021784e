import { isMap, isScalar, LineCounter, parseAllDocuments } from "yaml";
import { idLine } from "./yaml-write.ts";

/**
 * The text with the ids of its webinars, in the order of its documents; null: that one stays as it is. Everything else, comments too, stays to the
 * letter. The text was read before, so it is known to be plain YAML.
 */
export const writeIds = (text: string, ids: readonly (string | null)[]): string => {
  const documents = parseAllDocuments(text, { lineCounter: new LineCounter(), prettyErrors: false });
  const filled = (Array.isArray(documents) ? documents : []).filter(({ contents }) => isMap(contents));
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  let result = text;
  // From the end, so that what is put in does not move what is still to come.
  for (const [at, document] of [...filled.entries()].reverse()) {
    const id = ids[at] ?? null;
    const { contents } = document;
    if (id === null || !isMap(contents)) continue;
    const pair = contents.items.find(({ key }) => isScalar(key) && key.value === "id");
    const value = isScalar(pair?.value) ? pair.value.range : null;
    const start = contents.range?.[0] ?? 0;
    if (value) result = `${result.slice(0, value[0])}"${id}"${result.slice(value[1])}`;
    else if (contents.flow === true) result = `${result.slice(0, start + 1)} id: "${id}", ${result.slice(start + 1)}`;
    else {
      const indent = result.slice(result.lastIndexOf("\n", start - 1) + 1, start);
      result = `${result.slice(0, start)}${idLine(id).trimEnd()}${lineEnd}${/^\s*$/.test(indent) ? indent : ""}${result.slice(start)}`;
    }
  }
  return result;
};

/** The files with the ids of their webinars; `webinars` are in the order of the documents. */
export const withIds = (
  files: readonly { name: string; text: string; path?: string | undefined }[],
  documents: readonly { yaml: { file: string } }[],
  webinars: readonly { webinar_id: string | null }[],
): { name: string; path: string | null; text: string }[] =>
  files.map(({ name, text, path = null }) => {
    const ids = documents.flatMap(({ yaml }, at) => (yaml.file === name ? [webinars[at]?.webinar_id ?? null] : []));
    return { name, path, text: writeIds(text, ids) };
  });
