import { manifest } from "@zoom-webinar/webinar-core/doors";

const TOOLS: ReadonlyMap<string, string> = new Map(manifest.map(({ id, tool }) => [id, tool]));

/** A text of ours in the words of this door: an operation by the name of its tool, not by that of its library method. */
export const toToolWords = (text: string): string => text.replace(/\b[a-z][A-Za-z]*\.[a-z][A-Za-z]*\b/g, (word) => TOOLS.get(word) ?? word);
