/** A JSON object whose fields have not been looked at. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for `{…}`; not for lists and null. */
export const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);

/** The value if it is text, else undefined. These four read fields that a check has already let through. */
export const asText = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** The value if it is a number, else undefined. */
export const asNumber = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

/** The value if it is an object, else an empty one. */
export const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** The value if it is a list, else an empty one. */
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The object without the fields that are undefined or null: Zoom leaves out what it does not have. */
export const compact = (fields: JsonObject): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));

/** The named fields of an object, without those that are undefined or null. */
export const pick = (from: JsonObject, names: readonly string[]): Record<string, unknown> =>
  compact(Object.fromEntries(names.filter((name) => Object.hasOwn(from, name)).map((name) => [name, from[name]])));

/** Milliseconds as Zoom writes times: UTC, whole seconds, "Z". */
export const toZoomTime = (ms: number): string => `${new Date(ms).toISOString().slice(0, -".000Z".length)}Z`;
