import type { Catalog, CatalogEntry } from "@zoom-webinar/webinar-core/doors";
import { RUN_READ, RUN_WRITE } from "./tools/find-operations.ts";

/** What callers may do, from the narrowest to the broadest; each holds those before it. */
export const SCOPES = ["webinars:read", "webinars:write", "webinars:delete"] as const;

type Scope = (typeof SCOPES)[number];

/** A broader scope includes the narrower ones: delete includes write, write includes read. */
export const widen = (scopes: readonly string[]): readonly Scope[] => SCOPES.slice(0, SCOPES.findLastIndex((scope) => scopes.includes(scope)) + 1);

/**
 * Every scope that a request needs, broader ones with the narrower that they hold: a client that asks for exactly these gets on. `body` is what was sent,
 * checked by nobody. Anything but a call of an existing operation needs only the scope to read.
 */
export const neededScopes = (body: unknown, catalog: Catalog): readonly Scope[] => {
  const messages: readonly unknown[] = Array.isArray(body) ? body : [body];
  return widen([SCOPES[0], ...messages.map((message) => scopeOf(message, catalog))]);
};

/** A call that its caller may not make. */
export interface CallBeyondScopes {
  readonly entry: CatalogEntry;
  readonly input: unknown;
}

/** The calls of a request that need a scope which is not among those that were granted. */
export const callsBeyond = (body: unknown, catalog: Catalog, granted: readonly string[]): readonly CallBeyondScopes[] =>
  (Array.isArray(body) ? body : [body]).flatMap((message: unknown): CallBeyondScopes[] => {
    const { entry, input } = callOf(message, catalog);
    return entry === undefined || granted.includes(scopeFor(entry)) ? [] : [{ entry, input }];
  });

const callOf = (message: unknown, catalog: Catalog): { entry: CatalogEntry | undefined; input: unknown } => {
  const { method, params } = fieldsOf(message);
  const { name, arguments: args } = method === "tools/call" ? fieldsOf(params) : {};
  const isRunner = name === RUN_READ || name === RUN_WRITE;
  const { tool: wanted, arguments: input } = isRunner ? fieldsOf(args) : { tool: name, arguments: args };
  return { entry: catalog.find(({ tool, id }) => tool === wanted || (isRunner && id === wanted)), input };
};

const scopeFor = ({ effect }: CatalogEntry): Scope =>
  effect === "read" ? "webinars:read" : effect === "delete" ? "webinars:delete" : "webinars:write";

const scopeOf = (message: unknown, catalog: Catalog): Scope => {
  const { entry } = callOf(message, catalog);
  return entry === undefined ? "webinars:read" : scopeFor(entry);
};

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === "object" && value !== null ? { ...value } : {});
