/** Where files of a kind lie. */
export type Place = "state" | "config" | "emulator" | "elsewhere";

/** What a kind of file says of people: nobody, hashes that lead to nobody without this machine's key, or names and addresses. */
export type Personal = "no" | "hashed" | "yes";

/** A kind of file that this product leaves. */
export interface FileKind {
  id: string;
  title: string;
  place: Place;
  /** The command that shows what there is of it, if one does. */
  see?: string;
  /** How its files are called in that place, or who names them. */
  path: string;
  /** Its files in the state folder, by their path there; null: they are distinguished by what is in them, or lie elsewhere. */
  matches: RegExp | null;
  /** For entries of the store: how their keys begin. */
  key?: readonly string[];
  holds: string;
  personal: Personal;
  /** How long it stays if nobody does anything. */
  stays: string;
  /** What `data purge` does with it. */
  purge: "when it is old" | "never";
  /** What `data forget` does with it if it holds the address. */
  forget: "lines" | "rows" | "text" | "remove" | "lists the path" | "none";
}

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const THIRTY_DAYS = "30 days after it is done or was last touched";

const EMULATOR_FILES = "zoom-emulator.json, snapshots/<name>.json; of a team below owners/<team>";

/**
 * Every kind of file that this product leaves: what `data list`, `data purge` and `data forget` go by, and what docs/data-protection.md is made from.
 * A file of the state folder that is of none of these kinds fails a test.
 */
export const FILE_KINDS = [
  {
    ...{ id: "import-journal", title: "Journal of an import", place: "state", path: "imports/<id>/journal.jsonl", purge: "when it is old" },
    matches: new RegExp(`^imports/${UUID}/journal\\.jsonl$`),
    holds: "which rows of a file were sent, Zoom's ids of them, hashes of addresses, what Zoom said of a row",
    ...{ personal: "hashed", stays: THIRTY_DAYS, forget: "lines" },
  },
  {
    ...{ id: "import-rows", title: "Rows of an import", place: "state", path: "imports/<id>/rows.jsonl", purge: "when it is old" },
    matches: new RegExp(`^imports/${UUID}/rows\\.jsonl$`),
    holds: "the rows of the file as they came, so that an import can go on",
    ...{ personal: "yes", stays: "until the import is done or given up", forget: "rows" },
  },
  {
    ...{ id: "import-stop", title: "Sign that an import is given up", place: "state", path: "imports/<id>/stop", purge: "when it is old" },
    matches: new RegExp(`^imports/${UUID}/stop$`),
    ...{ holds: "nothing", personal: "no", stays: "until the import has stopped", forget: "none" },
  },
  {
    ...{ id: "export-cursor", title: "Cursor of an export", place: "state", path: "exports/<hash>.jsonl", purge: "when it is old" },
    matches: /^exports\/[0-9a-f]{32}\.jsonl$/,
    holds: "a keyed hash of every row that was exported, ids of webinars, the path of the file",
    ...{ personal: "hashed", stays: `${THIRTY_DAYS}; of an export without --cursor it then holds only the path of the file`, forget: "lines" },
  },
  {
    ...{ id: "intent", title: "Note of a write", place: "state", path: "<hash>.json", purge: "when it is old", matches: null, key: ["intent:"] },
    holds: "a hash of what was sent to Zoom, and ids of what it made, so that nothing is made twice",
    ...{ personal: "hashed", stays: "24 hours", forget: "text" },
  },
  {
    ...{ id: "removed", title: "Notes of removals", place: "state", path: "<hash>.json", purge: "never", matches: null, key: ["removed:"] },
    holds: "a hash of everybody who was removed or added, so that a late list of Zoom's is not taken for the truth",
    ...{ personal: "hashed", stays: "10 minutes", forget: "text" },
  },
  {
    ...{ id: "confirmation", title: "Confirmations", place: "state", path: "<hash>.json", purge: "never", matches: null, key: ["confirmation"] },
    ...{ holds: "the key that signs confirmations, and which were used", personal: "no", stays: "10 minutes; the key stays", forget: "text" },
  },
  {
    ...{ id: "token", title: "Tokens of Zoom", place: "state", path: "<hash>.json", purge: "never", matches: null, key: ["token:"] },
    ...{
      holds: "access tokens, and refresh tokens of people who signed in",
      personal: "no",
      stays: "until auth logout, or until they expire",
      forget: "text",
    },
  },
  {
    ...{
      id: "people-key",
      title: "Key and list of forgotten people",
      place: "state",
      path: "<hash>.json",
      purge: "never",
      matches: null,
      key: ["people:"],
    },
    holds: "the key of hashes and pseudonyms, and the keyed hashes of people whom data forget took out",
    ...{ personal: "hashed", stays: "for ever: without them a person could come back", forget: "none" },
  },
  {
    ...{
      id: "remembered",
      title: "Paths of files elsewhere",
      place: "state",
      path: "<hash>.json",
      purge: "never",
      matches: null,
      key: ["files:elsewhere"],
    },
    holds: "where the files of imports and exports lie whose notes are gone, and the ids of their webinars",
    ...{ personal: "hashed", stays: "until data purge or an export finds that the file is gone", forget: "text" },
  },
  {
    ...{ id: "store", title: "Figures about Zoom", place: "state", path: "<hash>.json", purge: "never", matches: /^[0-9a-f]{40}\.json$/ },
    ...{
      holds: "figures such as how late Zoom's lists are, and which webinar a file made",
      personal: "no",
      stays: "until they expire",
      forget: "text",
    },
  },
  {
    ...{ id: "swept", title: "Date of the last sweep", place: "state", path: "swept", purge: "never", matches: /^swept$/ },
    ...{ holds: "nothing; its date says when leftovers were last removed", personal: "no", stays: "for ever", forget: "none" },
  },
  {
    ...{ id: "lock", title: "Locks", place: "state", path: "*.lock, *.new, *.tmp, fence", purge: "never" },
    matches: /(?:^|\/)(?:fence|[^/]*\.(?:lock|new|tmp|over)(?:\/.*)?)$/,
    ...{
      holds: "the number of a process, or a file that was being written",
      personal: "no",
      stays: "until the process ends; then it is removed by the next sweep",
      forget: "remove",
    },
  },
  {
    ...{ id: "profile", title: "Profiles", place: "config", path: "profiles", see: "auth list", purge: "never", matches: null },
    ...{ holds: "credentials of apps, as auth login was given them", personal: "no", stays: "until auth logout", forget: "lists the path" },
  },
  {
    ...{ id: "emulator", title: "World of the emulator", place: "emulator", path: EMULATOR_FILES, purge: "never", matches: null },
    see: "emulator state",
    ...{ holds: "invented people, and whoever was added with --emulator", personal: "yes", stays: "until emulator reset", forget: "lists the path" },
  },
  {
    ...{
      id: "export-file",
      title: "Exports",
      place: "elsewhere",
      path: "the file of --file; <file>.<hash>.part until it is whole",
      purge: "never",
      matches: null,
    },
    ...{ holds: "rows of people, as they were asked for", personal: "yes", stays: "until somebody deletes it", forget: "lists the path" },
  },
  {
    ...{
      id: "results-file",
      title: "Results of imports",
      place: "elsewhere",
      path: "<file>.results.csv, or the file of --results",
      purge: "never",
      matches: null,
    },
    ...{
      holds: "the rows of the imported file, and what became of each",
      personal: "yes",
      stays: "until somebody deletes it",
      forget: "lists the path",
    },
  },
  {
    ...{ id: "report-file", title: "Reports", place: "elsewhere", path: "the file of --output", purge: "never", matches: null },
    ...{
      holds: "people of a webinar, without names if --no-names is given",
      personal: "yes",
      stays: "until somebody deletes it",
      forget: "lists the path",
    },
  },
  {
    ...{ id: "log-file", title: "Log", place: "elsewhere", path: "the file of --log-file", purge: "never", matches: null },
    holds: "each request to Zoom: endpoint, status, time; no address, no name, no token",
    ...{ personal: "no", stays: "until somebody deletes it", forget: "lists the path" },
  },
  {
    ...{ id: "audit-file", title: "Audit", place: "elsewhere", path: "the file of --audit-file", purge: "never", matches: null },
    ...{
      holds: "each write: who asked, which operation, which ids; no address",
      personal: "no",
      stays: "until somebody deletes it",
      forget: "lists the path",
    },
  },
] as const satisfies readonly FileKind[];
