import { redact } from "@zoom-webinar/foundation";
import type * as z from "zod";
import { mapChanged } from "../operation/map-changed.ts";
import { branchesIn, childrenOf, partsOf } from "../operation/schema-parts.ts";
import type { SecretClass } from "../operation/secret-class.ts";
import { withoutKeys } from "./keys-in-links.ts";

type Walk = (value: unknown, path: string, removed: Set<string>, isGivenNow: (secret: SecretClass) => boolean) => unknown;

const walks = new WeakMap<z.ZodType, Walk>();

const secretOf = (schema: z.ZodType): SecretClass | undefined => {
  const own = schema.meta()?.secret;
  if (own !== undefined) return own as SecretClass;
  const { innerType } = partsOf(schema);
  return innerType && secretOf(innerType);
};

/** Whether something in it may be removed, and has to be named then. */
const hasMark = (schema: z.ZodType, seen: Set<z.ZodType> = new Set()): boolean => {
  if (seen.has(schema)) return false;
  seen.add(schema);
  return secretOf(schema) !== undefined || childrenOf(schema).some((part) => hasMark(part, seen));
};

const compile = (schema: z.ZodType): Walk => {
  const known = walks.get(schema);
  if (known) return known;
  let made: Walk | undefined;
  // Set before the parts are compiled: a schema that holds itself must find the walk that is being made.
  const late: Walk = (...args) => (made as Walk)(...args);
  walks.set(schema, late);
  made = build(schema);
  walks.set(schema, made);
  return made;
};

/** How a link of each class is known in a text: by its query. */
const IN_LINKS: readonly [SecretClass, query: string][] = [
  ["host", "zak="],
  ["personal", "tk="],
  ["shared", "pwd="],
];

/** Values without a mark. A secret link in one of their texts, at any depth, is masked unless this call may have it. */
const keep: Walk = (value, path, removed, isGivenNow) => {
  if (typeof value === "string") {
    const isHeld = value.includes("=") && IN_LINKS.some(([secret, query]) => value.includes(query) && !isGivenNow(secret));
    return isHeld ? redact(value) : value;
  }
  if (Array.isArray(value)) return mapChanged(value, (item) => keep(item, path, removed, isGivenNow));
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]: [string, unknown]) => [name, keep(inner, path, removed, isGivenNow)]));
};

interface FieldWalk {
  secret: SecretClass | undefined;
  /** The place of a removed value is not reported. */
  hasMark: boolean;
  walk: Walk;
}

/** The same object unless a link in it holds a key. */
const withoutKeysIn = (object: Readonly<Record<string, unknown>>, withheld: readonly string[]): Readonly<Record<string, unknown>> => {
  let clean: Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries(object)) {
    if (!isLink(value)) continue;
    const shown = withoutKeys(value, withheld);
    if (shown === value) continue;
    clean ??= { ...object };
    clean[name] = shown;
  }
  return clean ?? object;
};

/** One character is looked for first: most texts do not have it, and it is found several times as fast as three. */
const isLink = (value: unknown): value is string => typeof value === "string" && value.includes("/") && value.includes("://");

/** Whether it can hold a link: numbers and booleans cannot. */
const canHold = (value: unknown): boolean => typeof value === "string" || (typeof value === "object" && value !== null);

/**
 * True if no text in it can be a link or hold a key: nearly every row of a list without marks is so, and to ask takes a quarter of the time that the walk
 * through it would.
 */
const isInnocent = (value: unknown): boolean => {
  if (typeof value === "string") return !value.includes("=") && !value.includes("/");
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isInnocent);
  const object = value as Readonly<Record<string, unknown>>;
  for (const name in object) {
    const inner = object[name];
    if (inner === null || typeof inner === "number" || typeof inner === "boolean") continue;
    if (!isInnocent(inner)) return false;
  }
  return true;
};

/** The first fields of an object, so many of them. */
const firstOf = (object: Readonly<Record<string, unknown>>, count: number): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).slice(0, count));

/** An object without a removed or masked value is not copied: a list has up to a hundred thousand. */
const walkObject = (fields: ReadonlyMap<string, FieldWalk>): Walk => {
  // The rows of a list have the same fields in the same order: each is where it was in the row before, which is found sooner than by its name.
  const names: string[] = [];
  const found: FieldWalk[] = [];
  return (value, path, removed, given) => {
    if (typeof value !== "object" || value === null) return value;
    const object = value as Readonly<Record<string, unknown>>;
    let kept: Record<string, unknown> | undefined;
    let withheld: readonly string[] | undefined;
    let hasLink = false;
    let at = 0;
    for (const name in object) {
      if (names[at] !== name) {
        names[at] = name;
        found[at] = fields.get(name) ?? UNMARKED;
      }
      const { secret, hasMark, walk } = found[at] ?? UNMARKED;
      const inner = object[name];
      // Nearly every text: nothing in it can be a link or a key. To ask here costs half of what the walk does.
      if (typeof inner === "string" && secret === undefined && walk === keep && !inner.includes("=") && !inner.includes("/")) {
        if (kept !== undefined) kept[name] = inner;
        at += 1;
        continue;
      }
      // Numbers, booleans and null hide nothing.
      if (secret === undefined && !canHold(inner)) {
        if (kept !== undefined) kept[name] = inner;
        at += 1;
        continue;
      }
      const isRemoved = secret !== undefined && inner !== null && inner !== undefined && !given(secret);
      const here = isRemoved || (hasMark && typeof inner === "object") ? (path === "" ? name : `${path}.${name}`) : "";
      const shown = isRemoved ? undefined : canHold(inner) ? walk(inner, here, removed, given) : inner;
      if (isRemoved) removed.add(here);
      if (isRemoved && typeof inner === "string") withheld = [...(withheld ?? NONE), inner];
      if (shown !== inner) kept ??= firstOf(object, at);
      if (kept !== undefined && !isRemoved) kept[name] = shown;
      hasLink ||= isLink(shown);
      at += 1;
    }
    return hasLink && !given("host") ? withoutKeysIn(kept ?? object, withheld ?? NONE) : (kept ?? object);
  };
};

const NONE: readonly string[] = [];
const UNMARKED: FieldWalk = { secret: undefined, hasMark: false, walk: keep };

const build = (schema: z.ZodType): Walk => {
  const parts = partsOf(schema);
  const { type, shape, innerType, element, valueType, out } = parts;
  if (shape) {
    const fields = Object.entries(shape).map(
      ([name, field]) => [name, { secret: secretOf(field), hasMark: hasMark(field), walk: compile(field) }] as const,
    );
    return walkObject(new Map(fields));
  }
  if (type === "array" && element) {
    const each = compile(element);
    const isMarked = hasMark(element);
    return (value, path, removed, given) => {
      if (!Array.isArray(value)) return value;
      if (isMarked) return mapChanged(value, (item) => each(item, `${path}[]`, removed, given));
      return mapChanged(value, (item) => (isInnocent(item) ? item : each(item, "", removed, given)));
    };
  }
  if (type === "record" && valueType) {
    const each = compile(valueType);
    return (value, path, removed, given) =>
      typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, each(inner, path, removed, given)]))
        : value;
  }
  const branches = branchesIn(parts);
  if (branches) {
    const each = branches.map(compile);
    return (value, path, removed, given) => each.reduce((kept, walk) => walk(kept, path, removed, given), value);
  }
  const inside = innerType ?? out;
  return inside ? compile(inside) : keep;
};

/**
 * The output without the secret fields that this call is not given. Removed fields are named in `redacted` of the answer (dotted paths, sorted), so
 * that nobody takes a missing link for a webinar that has none.
 */
export const withholdSecrets = (schema: z.ZodType, output: unknown, isGivenNow: (secret: SecretClass) => boolean): unknown => {
  const removed = new Set<string>();
  const kept = compile(schema)(output, "", removed, isGivenNow);
  return removed.size === 0 ? kept : { ...(kept as Record<string, unknown>), redacted: [...removed].sort() };
};
