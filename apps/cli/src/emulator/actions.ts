import { CONTROL_VERBS, type VerbFlag, type VerbWord, WORLD_NAMES } from "@zoom-webinar/zoom-emulator/control-actions";
import { orList } from "../or-list.ts";
import { aheadBy } from "../output/times.ts";

/** What was typed for a verb: its words, in order, and its flags by the emulator's names. */
export interface Typed {
  words: readonly string[];
  flags: Readonly<Record<string, unknown>>;
}

/** A word after the verb. */
interface Word {
  name: string;
  help: string;
  /** What kind of word the emulator takes it for: a webinar may be named by its topic. */
  kind?: VerbWord["kind"];
  /** True if the word is valid; every word is by default. */
  accepts?(text: string): boolean;
}

/** Something that is done to an emulator, or looked up in it, past Zoom's API. */
export interface Action {
  summary: string;
  words?: readonly Word[];
  flags?: readonly VerbFlag[];
  method: "GET" | "POST" | "PUT" | "DELETE";
  path(words: readonly string[]): string;
  /** Without it, the body is the flags; nothing if the verb has none. */
  body?(typed: Typed): unknown;
  /** The verb that lists what exists, for the error about something missing. Default "state". */
  lister?: string;
  /** What is said of it: that something was done, or that a list is empty. */
  done: string | ((answer: Readonly<Record<string, unknown>>, now: number) => string);
  /** The same of an emulator that is on no port. Default: `done`. */
  doneStored?: string;
  /** Name of the list in its answer. */
  rows?: string;
  columns?: readonly string[];
  /** Columns by importance, for a narrow terminal. */
  importance?: readonly string[];
  /** Fields that are too long for people; --json has them. */
  omitted?: readonly string[];
}

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** "90m" → 5400000; null for what is not a duration. */
export const toMs = (text: string): number | null => {
  const [, amount, unit] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  return amount === undefined ? null : Number(amount) * UNITS[unit as keyof typeof UNITS];
};

const isJsonObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

const SNAPSHOT: Word = {
  name: "name",
  help: "a snapshot name: letters a to z, digits, - and _",
  accepts: (text) => /^[a-z0-9][a-z0-9_-]{0,63}$/.test(text),
};
const isOnOff = (text: string): boolean => text === "on" || text === "off";

/** What a word stands for: a webinar's ID without its spaces, true for "on". */
const toValue = ({ kind }: VerbWord, text: string): string | boolean => {
  if (kind === "switch") return text === "on";
  return kind === "webinar" && !/\p{L}/u.test(text) ? text.replace(/[\s-]/g, "") : text;
};

/** What the emulator's own tables have: words fill the placeholders of the path and the fields of the body. */
const CONTROLS: Readonly<Record<string, Action>> = Object.fromEntries(
  CONTROL_VERBS.map(({ name, path, words = [], ...verb }) => {
    const placed = (typed: readonly string[]) => words.map((word, at) => [word.field, toValue(word, typed[at] ?? "")] as const);
    const action: Action = {
      ...verb,
      words: words.map((word) => (word.kind === "switch" ? { ...word, accepts: isOnOff } : word)),
      path: (typed) =>
        placed(typed).reduce(
          (rest, [field, value]) => (field === undefined ? rest.replace(/\{\w+\}/, () => encodeURIComponent(value)) : rest),
          `/emulator/${path}`,
        ),
      body: ({ words: typed, flags }) => ({ ...Object.fromEntries(placed(typed).filter(([field]) => field !== undefined)), ...flags }),
    };
    return [name, action];
  }),
);

/** By verb. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  mails: {
    summary: "Show every mail that Zoom would have sent.",
    method: "GET",
    path: () => "/emulator/mails",
    done: "No mails.",
    rows: "mails",
    columns: ["at", "to", "kind", "webinar_id", "reason"],
    importance: ["to", "kind", "at", "webinar_id", "reason"],
  },
  state: {
    summary: "Show the emulator's people and webinars.",
    method: "GET",
    path: () => "/emulator/state",
    done: "Nothing.",
    omitted: ["scopes"],
  },
  reset: {
    summary: "Start again with fresh demo data.",
    method: "POST",
    path: () => "/emulator/reset",
    done: "The emulator now holds fresh demo data.",
  },
  seed: {
    summary: `Start again with a named world: ${orList(WORLD_NAMES)}.`,
    words: [{ name: "world", help: `one of ${WORLD_NAMES.join(", ")}`, accepts: (text) => WORLD_NAMES.includes(text) }],
    method: "POST",
    path: () => "/emulator/seed",
    body: ({ words: [world] }) => ({ world }),
    done: "The emulator now holds that world.",
  },
  snapshots: {
    summary: "List the snapshots of the world.",
    method: "GET",
    path: () => "/emulator/snapshots",
    done: "No snapshots.",
    rows: "snapshots",
    columns: ["name"],
  },
  "save-snapshot": {
    summary: "Save the world as it is now under a name.",
    words: [SNAPSHOT],
    method: "PUT",
    path: ([name = ""]) => `/emulator/snapshots/${encodeURIComponent(name)}`,
    done: "Snapshot saved.",
  },
  "restore-snapshot": {
    summary: "Put the world back as it was when the snapshot was saved.",
    words: [SNAPSHOT],
    method: "POST",
    path: ([name = ""]) => `/emulator/snapshots/${encodeURIComponent(name)}/restore`,
    lister: "snapshots",
    done: "Snapshot restored.",
  },
  "remove-snapshot": {
    summary: "Delete a snapshot.",
    words: [SNAPSHOT],
    method: "DELETE",
    path: ([name = ""]) => `/emulator/snapshots/${encodeURIComponent(name)}`,
    lister: "snapshots",
    done: "Snapshot removed.",
  },
  requests: {
    summary: "Show the latest requests to an emulator on a port.",
    method: "GET",
    path: () => "/emulator/requests",
    done: "No requests.",
    doneStored: "No requests: only an emulator on a port keeps them, and --url names it.",
    rows: "requests",
    columns: ["method", "path", "status", "fault"],
  },
  "clear-requests": {
    summary: "Forget the requests so far.",
    method: "DELETE",
    path: () => "/emulator/requests",
    done: "The list of requests is empty.",
  },
  ...CONTROLS,
  advance: {
    summary: "Move the emulator's clock ahead.",
    words: [{ name: "duration", help: "a duration such as 90m, 2h or 7d", accepts: (text) => toMs(text) !== null }],
    method: "POST",
    path: () => "/emulator/clock",
    body: ({ words: [duration = ""] }) => ({ advance_ms: toMs(duration) }),
    done: ({ now: there }, now) => `The emulator's clock is ${aheadBy(String(there), now)} this machine's.`,
  },
  fault: {
    summary: "Plan a fault for the next requests to an emulator on a port.",
    words: [{ name: "fault", help: 'JSON such as {"kind":"status","status":503,"times":2}', accepts: isJsonObject }],
    method: "POST",
    path: () => "/emulator/faults",
    body: ({ words: [fault = ""] }) => JSON.parse(fault) as unknown,
    done: "Planned.",
  },
  "clear-faults": {
    summary: "Remove all planned faults.",
    method: "DELETE",
    path: () => "/emulator/faults",
    done: "No faults are planned.",
  },
  "add-webhook": {
    summary: "Send events to an address of this machine, as Zoom's webhooks do.",
    words: [{ name: "address", help: "address to post to" }],
    flags: [
      { flag: "--secret <secret>", help: "what the events are signed with", field: "secret" },
      { flag: "--event <event>", help: "only this one, such as webinar.created; repeat", field: "events", many: true },
    ],
    method: "POST",
    path: () => "/emulator/webhooks",
    body: ({ words: [url], flags }) => ({ url, ...flags }),
    done: "Subscribed.",
  },
  webhooks: {
    summary: "Show which events were delivered, and to whom.",
    method: "GET",
    path: () => "/emulator/webhooks",
    done: "No events.",
  },
};
