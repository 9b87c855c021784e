import { addressKey } from "@zoom-webinar/zoom-client";
import { type Canonical, isFields, startOf, textOf } from "./canonical.ts";

/** One field that differs. Null: it is not there. */
export interface Change {
  at: string;
  from: unknown;
  to: unknown;
}

/** Something of a file that Zoom does not let us do. */
export interface NotPossible {
  at: string;
  why: string;
}

const zoneOf = (zone: string): string => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone; // Zoom may send a zone that this machine does not know
  }
};

/** Lists that Zoom takes as text; their order says nothing. */
const COMMA_LISTS = new Set(["alternative_hosts", "weekly_days", "authentication_domains"]);

/** A value so that two spellings of it are equal. */
const comparable = (name: string, value: unknown): unknown => {
  if (typeof value !== "string") return value ?? null;
  const text = value.trim().replace(/\r\n?/g, "\n");
  if (name === "timezone") return zoneOf(text);
  if (name.endsWith("_color")) return text.replace(/^#/, "").toLowerCase();
  if (COMMA_LISTS.has(name)) {
    return text
      .split(/[,;]/)
      .map((part) => part.trim().toLowerCase())
      .filter((part) => part !== "")
      .sort()
      .join(",");
  }
  return name === "email" ? addressKey(text) : text;
};

/** What an item of a list is known by; null: by its place. */
const KEYS: Readonly<Record<string, string>> = {
  panelists: "email",
  polls: "poll_title",
  name_tags: "name",
  tracking_fields: "field",
  exceptions: "date",
  interpreters: "email",
};
const FORM_KEYS: Readonly<Record<string, string>> = { questions: "field_name", custom_questions: "title" };

/** Lists whose items keep what the file does not name; those of all other lists are compared whole. */
const PARTIAL = new Set(["panelists"]);

/** Items by what they are known by; the second of the same name is "name#2". */
export const keyed = (items: readonly unknown[], key: string): Map<string, unknown> => {
  const found = new Map<string, unknown>();
  for (const item of items) {
    const name = comparable(key, isFields(item) ? (item[key] ?? "") : "");
    let label = String(name);
    for (let count = 2; found.has(label); count += 1) label = `${String(name)}#${count}`;
    found.set(label, item);
  }
  return found;
};

const keyFor = (at: string, name: string): string | undefined => (at.startsWith("registration_questions.") ? FORM_KEYS[name] : KEYS[name]);

interface Walk {
  /** True: what is there and not named is removed. */
  isWhole: boolean;
}

const leaves = (at: string, name: string, from: unknown, to: unknown, walk: Walk): Change[] => {
  if (Array.isArray(to) && (Array.isArray(from) || from === null || from === undefined)) return listChanges(at, name, from ?? [], to, walk);
  if (isFields(to) && (isFields(from) || from === null || from === undefined)) {
    const before = isFields(from) ? from : {};
    const names = walk.isWhole ? [...new Set([...Object.keys(to), ...Object.keys(before)])] : Object.keys(to);
    return names.flatMap((key) => leaves(`${at}.${key}`, key, before[key], to[key], walk));
  }
  return comparable(name, from) === comparable(name, to) || (to === undefined && from === undefined)
    ? []
    : [{ at, from: from ?? null, to: to ?? null }];
};

const listChanges = (at: string, name: string, from: readonly unknown[], to: readonly unknown[], walk: Walk): Change[] => {
  const key = keyFor(at, name);
  const inside = { isWhole: !PARTIAL.has(name) };
  if (key === undefined) {
    return Array.from({ length: Math.max(from.length, to.length) }, (_, place) => place).flatMap((place): Change[] => {
      const item = `${at}[${place}]`;
      if (place >= to.length) return [{ at: item, from: from[place], to: null }];
      if (place >= from.length) return [{ at: item, from: null, to: to[place] }];
      return leaves(item, name, from[place], to[place], walk);
    });
  }
  const [before, after] = [keyed(from, key), keyed(to, key)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((label): Change[] => {
    const item = `${at}[${label}]`;
    const [old, next] = [before.get(label), after.get(label)];
    if (next === undefined) return [{ at: item, from: old, to: null }];
    if (old === undefined) return [{ at: item, from: null, to: next }];
    return leaves(item, name, old, next, inside);
  });
};

/** Fields that are replaced whole: what the file leaves out of them is gone. */
const WHOLE = new Set(["registration_questions", "survey", "polls", "name_tags", "tracking_fields", "exceptions", "recurrence"]);

/** What would have to change, field by field, so that what is there becomes what is wanted. What is not wanted is not looked at. */
export const changesBetween = (from: Canonical, to: Canonical): { changes: Change[]; notPossible: NotPossible[] } => {
  const notPossible: NotPossible[] = [];
  const reset = (at: string, name: string, current: unknown): Change[] => {
    const start = startOf(name);
    if (start !== undefined) return leaves(at, name, current, start, { isWhole: false });
    if (current === undefined || current === null || current === "") return [];
    notPossible.push({ at, why: "Zoom names no value to go back to: it follows the host's own settings. Give the value that you want." });
    return [];
  };
  const changes = Object.entries(to).flatMap(([name, wanted]): Change[] => {
    if (wanted === undefined) return [];
    if (name === "settings" && isFields(wanted)) {
      const current = isFields(from.settings) ? from.settings : {};
      return Object.entries(wanted).flatMap(([key, value]) =>
        value === null ? reset(`settings.${key}`, key, current[key]) : leaves(`settings.${key}`, key, current[key], value, { isWhole: false }),
      );
    }
    if (wanted === null && name === "survey") return isFields(from.survey) ? [{ at: name, from: from.survey, to: null }] : [];
    if (wanted === null && name === "live_stream") {
      if (isFields(from.live_stream)) notPossible.push({ at: name, why: "Zoom has no way to take a live stream off; change it in the portal." });
      return [];
    }
    if (wanted === null) return reset(name, name, from[name]);
    return leaves(name, name, from[name], wanted, { isWhole: WHOLE.has(name) });
  });
  return { changes, notPossible };
};

/** True if one of the changes is at this field or below it. */
export const touches = (changes: readonly Change[], field: string): boolean =>
  changes.some(({ at }) => at === field || at.startsWith(`${field}.`) || at.startsWith(`${field}[`));

/** The top field of a change: "panelists[ada@example.com].name" → "panelists". */
export const fieldOf = ({ at }: Change): string => textOf(at.split(/[.[]/, 1)[0]);
