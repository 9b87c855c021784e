/** A key without a space before it is of the webinar itself. */
const ID = /^id:[ \t]*(["']?)(\d[\d -]*)\1[ \t]*(?:#.*)?$/gm;

/** IDs of the webinars that a YAML text describes, also if it is not valid otherwise. */
export const idsIn = (text: string): string[] => [...text.matchAll(ID)].map(([, , id = ""]) => id.replace(/\D/g, ""));
