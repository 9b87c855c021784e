import { resolve } from "node:path";
import { InputError } from "@zoom-webinar/foundation";
import { readSettings } from "@zoom-webinar/webinar-core/doors";
import { describeSetting, placeholderOf, SERVER_SETTINGS, type Setting, type SettingTable } from "@zoom-webinar/webinar-core/doors/settings";
import { Option } from "commander";
import { GLOBAL_SETTINGS } from "../globals.ts";
import { FORMAT_NAMES } from "../output/formats/index.ts";

const SERVER: SettingTable = SERVER_SETTINGS;

/** The server's flags for the help of a command that writes its entry, below a head of their own. */
export const serverOptions = (head: string): Option[] =>
  Object.entries(SERVER).map(([name, setting]) => {
    const placeholder = placeholderOf(setting);
    return new Option(`--${name}${placeholder === null ? "" : ` <${placeholder.toLowerCase()}>`}`, describeSetting(setting)).helpGroup(head);
  });

/** Settings that say how this command shows what it did. */
const OUTPUT: ReadonlySet<string> = new Set([...FORMAT_NAMES, "pager", "no-pager", "no-color"]);

/** What to say to the server instead of a flag that only commands of the terminal have. */
const INSTEAD: Readonly<Record<string, string>> = {
  yes: "Leave it out: nothing is asked here. --safety trusted lets the server act without asking.",
  verbose: "--log info makes the server write a line for each call.",
};

/** Throws `InputError` for a global flag that the server does not have: whoever gave it would rely on it. */
export const assertServersOwn = (globals: Readonly<Record<string, unknown>>): void => {
  for (const name of Object.keys(GLOBAL_SETTINGS))
    if (!(name in SERVER) && !OUTPUT.has(name) && globals[camel(name)] !== undefined)
      throw InputError.at(`--${name}`, "the server has no such flag", INSTEAD[name] ?? "Leave it out.");
};

const camel = (name: string): string => name.replaceAll(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());

/** Said in the entry by other means. */
const ELSEWHERE: ReadonlySet<string> = new Set(["emulator", "profile"]);

/**
 * The server's flags among a command line's words, as its entry has to say them: paths whole, since an assistant starts it from anywhere. Throws `InputError`
 * for a value that the server would refuse.
 */
export const serverArgs = (words: readonly string[], cwd: string): string[] => {
  const given = new Map<string, string[]>();
  for (let at = 0; at < words.length; at += 1) {
    const [, flag = "", inline] = /^--([a-z-]+)(?:=(.*))?$/s.exec(words[at] ?? "") ?? [];
    const [name, setting] = settingOf(flag);
    if (setting === undefined) continue;
    if (setting.kind !== "switch" && inline === undefined) at += 1;
    const value = setting.kind === "switch" ? "true" : (inline ?? words[at] ?? "");
    given.set(name, [...(given.get(name) ?? []), setting.kind === "path" ? resolve(cwd, value) : value]);
  }
  readSettings(SERVER_SETTINGS, given, {});
  return [...given].flatMap(([name, values]) =>
    ELSEWHERE.has(name) ? [] : values.flatMap((value) => (SERVER[name]?.kind === "switch" ? [`--${name}`] : [`--${name}`, value])),
  );
};

const settingOf = (flag: string): [string, Setting | undefined] => {
  const also = Object.entries(SERVER).find(([, { alsoFlag }]) => alsoFlag === flag);
  return also ?? [flag, Object.hasOwn(SERVER, flag) ? SERVER[flag] : undefined];
};
