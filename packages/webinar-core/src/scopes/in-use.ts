import { InputError } from "@zoom-webinar/foundation";
import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
import type { Catalog } from "../operation/catalog.ts";
import { didYouMean } from "../operation/input-faults.ts";
import type { AnyOperation } from "../operation/operation.ts";
import { type Bounds, listed } from "../policy/allowed.ts";
import { TASKS, taskOf } from "./tasks.ts";

/** Whether an app acts for the whole account, or for the person who signed in. */
export type Level = "account" | "user";

/** What one operation needs, as far as scopes go. */
export interface ScopeNeed {
  operation: string;
  /** Any one of them opens it, of the app's own kind. */
  classic: readonly string[];
  granular: readonly string[];
  /** For each further endpoint that it calls, mostly to look something up: without it the operation says less, or refuses some inputs. */
  also: readonly Scopes[];
}

/** What opens an endpoint: any one of them, of the app's own kind. */
interface Scopes {
  classic: readonly string[];
  granular: readonly string[];
}

/**
 * Entries of a catalog that words name: a task (`plan`), a resource (`registrants`) or an operation (`webinars.list`); no words: all of them.
 * Throws `InputError` for a word that is not one of these.
 */
const chosenEntries = (catalog: Catalog, words: readonly string[]): Catalog => {
  if (words.length === 0) return catalog;
  const resources = new Set(catalog.map(({ id }) => id.split(".")[0] ?? ""));
  const tasks = TASKS.map(({ id }) => id);
  const ids = catalog.map(({ id }) => id);
  for (const word of words) {
    if (tasks.includes(word) || resources.has(word) || ids.includes(word)) continue;
    const near = didYouMean(word, [...tasks, ...resources, ...ids]);
    const message = `"${word}" is not a task, resource or operation${near === null ? "" : `; did you mean ${near}?`}`;
    throw InputError.at("for", message, `Tasks are ${tasks.join(", ")}.`);
  }
  return catalog.filter(({ id }) => words.some((word) => word === id || word === id.split(".")[0] || word === taskOf(id)?.id));
};

/** What each operation needs; those that call no endpoint need nothing and are left out. */
export const needsOf = async (entries: Catalog): Promise<ScopeNeed[]> => {
  const operations = await Promise.all(entries.map((entry) => entry.load()));
  return operations.filter(({ endpoints: called }) => called.length > 0).map(toNeed);
};

/**
 * What the operations need that words name, as far as a session with these bounds allows them: whoever makes an app and whoever checks it go by the same.
 * An operation that is named by its own id counts in any case. Throws `InputError` for a word that names nothing.
 */
export const needsInUse = (catalog: Catalog, bounds: Bounds, words: readonly string[]): Promise<ScopeNeed[]> => {
  const chosen = chosenEntries(catalog, words);
  const allowed = new Set(listed(chosen, bounds));
  return needsOf(chosen.filter((entry) => allowed.has(entry) || words.includes(entry.id)));
};

const toNeed = ({ id, scopes, endpoints: called }: AnyOperation): ScopeNeed => ({
  operation: id,
  classic: scopes.classic,
  granular: scopes.granular,
  also: called.map((endpoint) => endpoints[endpoint].scopes).filter((further) => !further.granular.some((scope) => scopes.granular.includes(scope))),
});

const isAccountLevel = (scope: string) => scope.split(":").includes("admin");
const isUserLevel = (scope: string) => !/:(admin|master)(:|$)/.test(scope);

/** The granular scope to ask for, null if an app of this level cannot have one. */
export const scopeToAsk = ({ granular }: Pick<ScopeNeed, "granular">, level: Level): string | null =>
  granular.find(level === "account" ? isAccountLevel : isUserLevel) ?? null;

/** The granular scopes to paste into the Marketplace, those of look-ups among them, each once, sorted. */
export const scopesToPaste = (needs: readonly ScopeNeed[], level: Level): string[] =>
  [...new Set(needs.flatMap((need) => [need, ...need.also].flatMap((scopes) => scopeToAsk(scopes, level) ?? [])))].sort();

/** Granted scopes compared with what is needed. */
export interface ScopeAudit {
  /** What kind of scopes the app has; an app has one kind only. */
  kind: "granular" | "classic";
  /** Scopes that the app lacks, with the operations that each would open. */
  missing: { scope: string; operations: string[] }[];
  /** Scopes that the app lacks, with the operations that look something up by them. */
  lookups: { scope: string; operations: string[] }[];
  /** Operations that no app of this level can do. */
  impossible: string[];
  /** Granted, and used by none of the operations. */
  superfluous: string[];
}

/** Every scope that any endpoint of these operations accepts. */
export const usedBy = (needs: readonly ScopeNeed[]): ReadonlySet<string> =>
  new Set(needs.flatMap((need) => [need, ...need.also].flatMap(({ granular, classic }) => [...granular, ...classic])));

/** Compares. A scope that any of the operations' endpoints accepts is not superfluous. */
export const auditScopes = (granted: readonly string[], needs: readonly ScopeNeed[], level: Level): ScopeAudit => {
  const known = new Set(Object.values(endpoints).flatMap((endpoint): readonly string[] => endpoint.scopes.granular));
  const kind = granted.length > 0 && !granted.some((scope) => known.has(scope)) ? "classic" : "granular";
  const isGranted = ({ granular, classic }: Scopes) => [...granular, ...classic].some((scope) => granted.includes(scope));
  const asked = (scopes: Scopes) =>
    kind === "granular" ? scopeToAsk(scopes, level) : (scopes.classic.find(level === "account" ? isAccountLevel : isUserLevel) ?? null);
  const missing = new Map<string, string[]>();
  const lookups = new Map<string, string[]>();
  const impossible: string[] = [];
  const note = (where: Map<string, string[]>, scope: string, operation: string) => where.set(scope, [...(where.get(scope) ?? []), operation]);
  for (const need of needs) {
    if (isGranted(need)) continue;
    const scope = asked(need);
    if (scope === null) impossible.push(need.operation);
    else note(missing, scope, need.operation);
  }
  for (const { operation, also } of needs) {
    for (const further of also) {
      const scope = isGranted(further) ? null : asked(further);
      if (scope !== null && !missing.has(scope)) note(lookups, scope, operation);
    }
  }
  const used = usedBy(needs);
  return {
    kind,
    missing: sorted(missing),
    lookups: sorted(lookups),
    impossible,
    superfluous: granted.filter((scope) => !used.has(scope)),
  };
};

const sorted = (found: ReadonlyMap<string, string[]>) =>
  [...found].map(([scope, operations]) => ({ scope, operations })).sort((a, b) => a.scope.localeCompare(b.scope));
