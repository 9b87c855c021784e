/** Words that people type for a verb, from other command lines and from everyday speech. A resource that has a verb of that name keeps it. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  list: ["ls", "index", "all"],
  get: ["show", "view", "info", "read", "describe", "display", "details"],
  create: ["new", "add", "make"],
  add: ["create", "new", "invite", "register"],
  update: ["edit", "change", "modify", "set"],
  set: ["create", "new", "add", "update", "edit", "change"],
  replace: ["update", "edit", "change", "set"],
  delete: ["remove", "rm", "del", "erase"],
  remove: ["delete", "rm", "del", "uninvite"],
  clone: ["copy", "duplicate", "cp"],
  approve: ["accept", "admit"],
  deny: ["reject", "refuse", "decline"],
  import: ["upload", "load"],
  compare: ["diff"],
  "find-by-email": ["find", "search", "lookup"],
};

/** Words that people type for an action that a verb takes. */
const ACTION_WORDS: Readonly<Record<string, readonly string[]>> = {
  start: ["open", "begin", "launch", "run"],
  end: ["close", "stop", "finish"],
  stop: ["end", "close"],
  cancel: ["abort", "call-off"],
};

/** The action that a word stands for; undefined if none does. */
export const actionMeant = (word: string, actions: readonly string[]): string | undefined =>
  actions.includes(word) ? word : actions.find((action) => ACTION_WORDS[action]?.includes(word));

/** Whether a word is what people call a verb, here or elsewhere. */
export const isVerbWord = (word: string): boolean => Object.hasOwn(WORDS, word) || Object.values(WORDS).some((words) => words.includes(word));

/** The verb of a resource that a word stands for; undefined if none does. */
export const verbMeant = (word: string, verbs: readonly string[]): string | undefined =>
  verbs.includes(word) ? word : Object.keys(WORDS).find((verb) => verbs.includes(verb) && WORDS[verb]?.includes(word));

/** "webinars", "webinar" and "summaries", "summary" alike. */
const singular = (word: string): string => word.toLowerCase().replace(/ies$/, "y").replace(/s$/, "");

/** The name that a word in the singular, in the plural or in capitals stands for; undefined if none does. */
export const nameMeant = (word: string, names: readonly string[]): string | undefined =>
  names.includes(word) ? word : names.find((name) => singular(name) === singular(word));
