import { isDeepStrictEqual } from "node:util";
import { InputError } from "@zoom-webinar/foundation";
import {
  applyEdits,
  createScanner,
  findNodeAtLocation,
  modify,
  type Node,
  type ParseError,
  parse,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import { parse as parseToml, stringify } from "smol-toml";
import type { McpClient } from "./clients.ts";

/** How a server is started. */
export interface ServerEntry {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Our name among an assistant's servers. */
export const SERVER_NAME = "zoom-webinar";

/**
 * A configuration with our server in it (null: taken out), all else as it was, comments included.
 * Throws `InputError` if the text cannot be read, or anything but our entry would change.
 */
export const mergeServer = (text: string, client: Pick<McpClient, "format" | "key">, entry: ServerEntry | null, file: string): string => {
  const { format, key } = client;
  const read = format === "json" ? readJson : readToml;
  const bom = text.startsWith("\u{feff}") ? "\u{feff}" : "";
  const bare = text.slice(bom.length);
  const before = read(bare, key, file);
  const ours = entry === null ? null : withEarlier(before, key, entry);
  const merged = format === "json" ? mergeJson(bare, key, ours) : mergeToml(bare, before, key, ours);
  const after = read(merged, key, file);
  if (isDeepStrictEqual(withoutOurs(before, key), withoutOurs(after, key))) return `${bom}${merged}`;
  throw InputError.at("--client", `${file} cannot be changed without touching other servers`, "Add the entry by hand: --client print shows it.");
};

type Config = Readonly<Record<string, unknown>>;

const isConfig = (value: unknown): value is Config => typeof value === "object" && value !== null && !Array.isArray(value);

/** Everything but our own entry; an object that holds nothing else counts as none. */
const withoutOurs = (config: Config, key: string): Config => {
  const { [key]: servers, ...rest } = config;
  if (!isConfig(servers)) return { ...config }; // a reader may make objects of another kind
  const { [SERVER_NAME]: _ours, ...others } = servers;
  return Object.keys(others).length === 0 ? rest : { ...rest, [key]: others };
};

const unreadable = (file: string, why: string) =>
  InputError.at("--client", `${file} cannot be read: ${why}`, "Correct the file, or add the entry by hand: --client print shows it.");

/** Our entry with what somebody added to an earlier one, such as variables: only how the server is started is ours. An earlier one of a server by URL goes. */
const withEarlier = (config: Config, key: string, entry: ServerEntry): Config => {
  const servers = config[key];
  const earlier = isConfig(servers) ? servers[SERVER_NAME] : undefined;
  if (!isConfig(earlier) || !("command" in earlier)) return { ...entry };
  const env = { ...(isConfig(earlier.env) ? earlier.env : {}), ...entry.env };
  return { ...earlier, ...entry, ...(Object.keys(env).length === 0 ? {} : { env }) };
};

/** Refuses a `servers` entry that is not an object. */
const checkServers = (config: Config, key: string, file: string): Config => {
  if (config[key] !== undefined && !isConfig(config[key])) throw unreadable(file, `${key} in it is not an object`);
  return config;
};

const MOST_LEVELS = 100;

/** Looked at before the parser, which calls itself for each level. */
const isTooDeep = (text: string): boolean => {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const token = text.slice(scanner.getTokenOffset(), scanner.getPosition());
    if (token === "{" || token === "[") depth += 1;
    if (token === "}" || token === "]") depth -= 1;
    if (depth > MOST_LEVELS) return true;
  }
  return false;
};

const readJson = (text: string, key: string, file: string): Config => {
  if (text.trim() === "") return {};
  if (isTooDeep(text)) throw unreadable(file, "it is nested too deeply");
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first !== undefined) throw unreadable(file, `${printParseErrorCode(first.error)} in line ${text.slice(0, first.offset).split("\n").length}`);
  if (!isConfig(value)) throw unreadable(file, "it does not hold an object");
  const names = (parseTree(text)?.children ?? []).map((property) => property.children?.[0]?.value);
  if (names.filter((name) => name === key).length > 1) throw unreadable(file, `${key} appears in it twice`);
  return checkServers(value, key, file);
};

/** The place of a comma between two places, ignoring comments, or null. */
const commaBetween = (text: string, from: number, to: number): number | null => {
  const scanner = createScanner(text, true);
  scanner.setPosition(from);
  do {
    scanner.scan();
    if (text.slice(scanner.getTokenOffset(), scanner.getPosition()) === "," && scanner.getTokenOffset() < to) return scanner.getTokenOffset();
  } while (scanner.getPosition() < to);
  return null;
};

/** Takes one property out by its own characters, so that what is around it stays as somebody wrote it. */
const cutProperty = (text: string, property: Node): string => {
  const siblings = property.parent?.children ?? [];
  const at = siblings.indexOf(property);
  const [earlier, later] = [siblings[at - 1], siblings[at + 1]];
  const end = property.offset + property.length;
  const comma =
    later !== undefined
      ? commaBetween(text, end, later.offset)
      : earlier !== undefined
        ? commaBetween(text, earlier.offset + earlier.length, property.offset)
        : commaBetween(text, end, (property.parent?.offset ?? 0) + (property.parent?.length ?? text.length));
  const lineStart = text.lastIndexOf("\n", property.offset - 1) + 1;
  const startsLine = text.slice(lineStart, property.offset).trim() === "";
  const behind = comma !== null && comma >= end ? comma + 1 : end;
  const blank = /^[ \t]*\r?\n/.exec(text.slice(behind))?.[0].length;
  const [from, to] = startsLine && blank !== undefined ? [lineStart, behind + blank] : [property.offset, behind];
  const cut = text.slice(0, from) + text.slice(to);
  return comma !== null && comma < property.offset ? cut.slice(0, comma) + cut.slice(comma + 1) : cut;
};

const mergeJson = (text: string, key: string, entry: Config | null): string => {
  const source = text.trim() === "" ? "{}\n" : text;
  if (entry === null) {
    const tree = parseTree(source);
    const property = tree === undefined ? undefined : findNodeAtLocation(tree, [key, SERVER_NAME])?.parent;
    return property === undefined ? text : cutProperty(text, property);
  }
  const indent = /\n([ \t]+)\S/.exec(source)?.[1] ?? "  ";
  const formattingOptions = { insertSpaces: !indent.startsWith("\t"), tabSize: indent.length, eol: source.includes("\r\n") ? "\r\n" : "\n" };
  return applyEdits(source, modify(source, [key, SERVER_NAME], entry, { formattingOptions, getInsertionIndex: () => 0 }));
};

const readToml = (text: string, key: string, file: string): Config => {
  let config: Config;
  try {
    config = parseToml(text);
  } catch (cause) {
    throw unreadable(file, (cause instanceof Error ? cause.message : "").split("\n", 1)[0] ?? "");
  }
  return checkServers(config, key, file);
};

/** TOML is edited by its lines: no library keeps comments. Our tables are taken out, and put at the end. */
const mergeToml = (text: string, before: Config, key: string, entry: Config | null): string => {
  const ours = new RegExp(`^\\s*\\[\\s*${key}\\s*\\.\\s*(${SERVER_NAME}|"${SERVER_NAME}")\\s*(\\.[^\\]]*)?\\]`);
  let isOurs = false;
  const kept = text.split("\n").filter((line) => {
    if (/^\s*\[/.test(line)) isOurs = ours.test(line);
    return !isOurs || /^\s*#/.test(line);
  });
  const servers = before[key];
  // What is left may end in the middle of a line's end.
  const rest = isConfig(servers) && SERVER_NAME in servers ? kept.join("\n").replace(/\r$/, "\r\n") : text;
  if (entry === null) return rest;
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const block = stringify({ [key]: { [SERVER_NAME]: { ...entry } } }).replaceAll("\n", eol);
  return `${rest}${rest === "" || rest.endsWith("\n") ? "" : eol}${rest.trim() === "" ? "" : eol}${block}${block.endsWith("\n") ? "" : eol}`;
};
