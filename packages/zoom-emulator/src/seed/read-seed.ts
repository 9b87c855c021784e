import { InputError, type InputFault, systemClock, tooDeepInYaml } from "@zoom-webinar/foundation";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { type Document, isNode, isScalar, Lexer, LineCounter, Parser, parseDocument, visit } from "yaml";
import { asText, isObject } from "../http/json.ts";
import { isScope, noSuchScope } from "../http/scope-names.ts";
import type { AppCredentials } from "../oauth/oauth.ts";
import type { Plan } from "../rules/rate-limits.ts";
import type { Switches } from "../rules/switches.ts";
import type { PlannedWorld } from "../worlds/planned-world.ts";
import { createWorld } from "../worlds/worlds.ts";
import { SEED_SCHEMA } from "./seed-schema.ts";

/** What a seed file says: options of `createEmulator` as they are. */
export interface SeedOptions {
  /** The people, webinars and tokens to begin with. */
  world: PlannedWorld;
  /** Makes ids and join links the same in each run. */
  seed?: string;
  /** The plan whose rate limits hold. */
  plan?: Plan;
  /** False lets any number of requests through. */
  rateLimits?: boolean;
  /** Holds requests and answers against the OpenAPI document. */
  validate?: boolean;
  /** Scopes that the app holds. */
  scopes?: readonly string[];
  /** What nobody knows of Zoom, decided. */
  switches?: Partial<Switches>;
  /** Takes only apps and tokens that the seed names. */
  strictAuth?: boolean;
  /** The apps that may ask for a token. */
  apps?: readonly AppCredentials[];
}

/** A seed file as the schema lets it through. */
interface SeedDocument extends PlannedWorld {
  id_seed?: string;
  plan?: Plan;
  rate_limits?: boolean;
  validate?: boolean;
  scopes?: string[];
  switches?: Partial<Switches>;
  apps?: { account_id: string; client_id: string; client_secret: string }[];
}

type Path = readonly (string | number)[];

const HINT = "zoom-webinar emulator init FILE writes a seed file that explains each field.";
const MOST_SHOWN = 20;

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });
const fits = ajv.compile<SeedDocument>(SEED_SCHEMA);

const fieldOf = (path: Path): string =>
  path
    .map((part) => (typeof part === "number" || /^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join("")
    .replace(/^\./, "");

const pathOf = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));

const meaningOf = ({ parentSchema }: ErrorObject): string => asText(parentSchema?.means) ?? "something else";

/** One fault in words, at the field that it is about. */
const faultOf = (error: ErrorObject): { path: Path; message: string } | null => {
  const path = pathOf(error.instancePath);
  switch (error.keyword) {
    case "required":
      return { path: [...path, String(error.params.missingProperty)], message: "is missing" };
    case "additionalProperties": {
      const known = isObject(error.parentSchema?.properties) ? Object.keys(error.parentSchema.properties).join(", ") : "";
      return { path: [...path, String(error.params.additionalProperty)], message: `there is no such field; expected one of ${known}` };
    }
    case "propertyNames":
      return { path, message: `${JSON.stringify(error.params.propertyName)} is not a token: it has spaces` };
    case "maxItems":
      return { path, message: `has more than ${String(error.params.limit)} entries` };
    default:
      // the name of a token is faulty once, above
      return error.propertyName === undefined
        ? { path, message: `expected ${meaningOf(error)}, got ${JSON.stringify(error.data)?.slice(0, 60)}` }
        : null;
  }
};

/** Keys that their map has already, with where they stand; as many as are shown. */
const repeatedKeys = (document: Document): { name: string; at: number }[] => {
  const repeated: { name: string; at: number }[] = [];
  visit(document, {
    Map: (_key, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value) && repeated.length < MOST_SHOWN) repeated.push({ name: String(key.value), at: key.range?.[0] ?? 0 });
        seen.add(key.value);
      }
    },
  });
  return repeated;
};

/** The fault of an alias that the parser gave up on: it has no anchor, or there are too many of them. */
const aliasFault = (error: ReferenceError, document: Document, lines: LineCounter): { line: number; field: string; message: string } => {
  const lost = /^Unresolved alias .*: (.+)$/s.exec(error.message)?.[1];
  let at = 0;
  visit(document, {
    Alias: (_key, { source, range }) => {
      if (lost !== undefined && source !== lost) return;
      at = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return {
    line: lines.linePos(at).line,
    field: "",
    message:
      lost === undefined
        ? "the aliases repeat too much; write out what they stand for"
        : `*${lost} stands for nothing: &${lost} has to come before it`,
  };
};

/**
 * The options that a seed file, YAML or JSON, describes. Throws `InputError` that names each fault with its line: of the text, of a field, and of what does
 * not fit together, such as a host whom nobody knows. `file` is its name in the errors.
 */
export const readSeed = (text: string, file: string): SeedOptions => {
  const lines = new LineCounter();
  const refuse = (faults: readonly { line: number; field: string; message: string }[]): InputError => {
    const named: InputFault[] = faults
      .slice(0, MOST_SHOWN)
      .map(({ line, field, message }) => ({ field, message: `${file}:${line}: ${field === "" ? "" : `${field}: `}${message}` }));
    return new InputError(named.map(({ message }) => message).join("\n"), named, { hint: HINT });
  };
  const deep = tooDeepInYaml(text, { Lexer, Parser });
  if (deep !== null) throw refuse([{ line: text.slice(0, deep).split("\n").length, field: "", message: "it is nested more than 100 levels deep" }]);
  // The parser compares each key with every other one; repeated ones are found below, in one go.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true, uniqueKeys: false });
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length--) {
      const keys = path.slice(0, length).map((part) => (/^\d+$/.test(String(part)) ? Number(part) : part));
      const node = document.getIn(keys, true) ?? document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  if (document.errors.length > 0) {
    throw refuse(
      document.errors.map(({ pos, message }) => ({
        line: lines.linePos(pos[0]).line,
        field: "",
        message: message.split("\n")[0] ?? message,
      })),
    );
  }
  const repeated = repeatedKeys(document);
  if (repeated.length > 0)
    throw refuse(repeated.map(({ name, at }) => ({ line: lines.linePos(at).line, field: "", message: `${name} stands here a second time` })));
  const value = (() => {
    try {
      const read: unknown = document.toJS({ maxAliasCount: 100 });
      return read;
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error;
      throw refuse([aliasFault(error, document, lines)]);
    }
  })();
  if (isObject(value) && typeof value.version === "number" && value.version > 1) {
    throw refuse([
      { line: lineOf(["version"]), field: "version", message: `${value.version} is newer than this zoom-webinar, which knows 1; update it` },
    ]);
  }
  if (!fits(value)) {
    // Where a field stands is looked up in the whole text: only for those that are shown.
    const faults = (fits.errors ?? []).flatMap((error) => faultOf(error) ?? []).slice(0, MOST_SHOWN);
    throw refuse(faults.map(({ path, message }) => ({ line: lineOf(path), field: fieldOf(path), message })));
  }
  const { id_seed, plan, rate_limits, validate, scopes, switches, apps, base, now, users, tokens, webinars } = value;
  const world: PlannedWorld = {
    ...(base === undefined ? {} : { base }),
    ...(now === undefined ? {} : { now }),
    ...(users === undefined ? {} : { users }),
    ...(tokens === undefined ? {} : { tokens }),
    ...(webinars === undefined ? {} : { webinars }),
  };
  const unknown = (scopes ?? []).flatMap((scope, index) => (isScope(scope) ? [] : [{ path: ["scopes", index], message: noSuchScope(scope) }]));
  if (unknown.length > 0)
    throw refuse(unknown.slice(0, MOST_SHOWN).map(({ path, message }) => ({ line: lineOf(path), field: fieldOf(path), message })));
  try {
    createWorld(world, { clock: systemClock, seed: "trial", scopes: null });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw refuse(
      error.faults.slice(0, MOST_SHOWN).map(({ field, message }) => ({ line: lineOf(field.split(/[.[\]]+/).filter(Boolean)), field, message })),
    );
  }
  return {
    world,
    ...(id_seed === undefined ? {} : { seed: id_seed }),
    ...(plan === undefined ? {} : { plan }),
    ...(rate_limits === undefined ? {} : { rateLimits: rate_limits }),
    ...(validate === undefined ? {} : { validate }),
    ...(scopes === undefined ? {} : { scopes }),
    ...(switches === undefined ? {} : { switches }),
    ...(apps === undefined
      ? {}
      : {
          strictAuth: true,
          apps: apps.map(({ account_id, client_id, client_secret }) => ({
            accountId: account_id,
            clientId: client_id,
            clientSecret: client_secret,
          })),
        }),
  };
};
