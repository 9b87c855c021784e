import { isDeepStrictEqual } from "node:util";
import { InputError } from "@zoom-webinar/foundation";
import { applyEdits, modify, type ParseError, parse, printParseErrorCode } from "jsonc-parser";
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
  const read = client.format === "json" ? readJson : readToml;
  const before = read(text, file);
  const merged = client.format === "json" ? mergeJson(text, client.key, entry) : mergeToml(text, before, client.key, entry);
  const after = read(merged, file);
  if (isDeepStrictEqual(withoutOurs(before, client.key), withoutOurs(after, client.key))) return merged;
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

const readJson = (text: string, file: string): Config => {
  if (text.trim() === "") return {};
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first !== undefined) throw unreadable(file, `${printParseErrorCode(first.error)} in line ${text.slice(0, first.offset).split("\n").length}`);
  if (!isConfig(value)) throw unreadable(file, "it holds no object");
  return value;
};

const mergeJson = (text: string, key: string, entry: ServerEntry | null): string => {
  const source = text.trim() === "" ? "{}\n" : text;
  const indent = /\n([ \t]+)\S/.exec(source)?.[1] ?? "  ";
  const formattingOptions = { insertSpaces: !indent.startsWith("\t"), tabSize: indent.length, eol: source.includes("\r\n") ? "\r\n" : "\n" };
  return applyEdits(source, modify(source, [key, SERVER_NAME], entry ?? undefined, { formattingOptions, getInsertionIndex: () => 0 }));
};

const readToml = (text: string, file: string): Config => {
  try {
    return parseToml(text.replace(/^\u{feff}/u, ""));
  } catch (cause) {
    throw unreadable(file, (cause instanceof Error ? cause.message : "").split("\n", 1)[0] ?? "");
  }
};

/** TOML is edited by its lines: no library keeps comments. Our tables are taken out, and put at the end. */
const mergeToml = (text: string, before: Config, key: string, entry: ServerEntry | null): string => {
  const ours = new RegExp(`^\\s*\\[\\s*${key}\\s*\\.\\s*(${SERVER_NAME}|"${SERVER_NAME}")\\s*(\\.[^\\]]*)?\\]`);
  let isOurs = false;
  const kept = text.split("\n").filter((line) => {
    if (/^\s*\[/.test(line)) isOurs = ours.test(line);
    return !isOurs || /^\s*#/.test(line);
  });
  const servers = before[key];
  const rest = isConfig(servers) && SERVER_NAME in servers ? kept.join("\n") : text;
  if (entry === null) return rest;
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const block = stringify({ [key]: { [SERVER_NAME]: { ...entry } } }).replaceAll("\n", eol);
  return `${rest}${rest === "" || rest.endsWith("\n") ? "" : eol}${rest.trim() === "" ? "" : eol}${block}${block.endsWith("\n") ? "" : eol}`;
};
