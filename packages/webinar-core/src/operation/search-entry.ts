/** What is searched of one operation. Generated into `generated/search-entries.ts`, which only a search loads. */
export interface SearchEntry {
  readonly id: string;
  /** Phrases in which people ask for it. */
  readonly known: string;
  /** Its input fields with their descriptions, at any depth, by dotted path. */
  readonly fields: Readonly<Record<string, string>>;
  /** Names and descriptions of what it answers; "" for what changes something. */
  readonly answers: string;
}
