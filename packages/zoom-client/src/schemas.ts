import type * as z from "zod";
import type { EndpointId } from "./generated/endpoints.ts";
import { inputs, replies } from "./generated/schemas.ts";
import type { InputOf, ReplyOf } from "./types.ts";

type ValueSchema<T> = [T] extends [readonly (infer Item)[]] ? z.ZodArray<z.ZodType<Item, Item>> : z.ZodType<T, T>;

/** The schema of one field: what may be left out is a `ZodOptional`, so that a schema built from such fields has optional keys too. */
type FieldSchema<T> = undefined extends T ? z.ZodOptional<ValueSchema<Exclude<T, undefined>>> : ValueSchema<T>;

/** A schema whose fields can be looked at one by one, each with its own `.meta()`: description, `secret`, `untrusted`. */
export interface InputSchema<Id extends EndpointId> extends z.ZodType<InputOf<Id>, InputOf<Id>> {
  readonly shape: { readonly [K in keyof InputOf<Id>]-?: FieldSchema<InputOf<Id>[K]> };
}

/** Schema of a reply; that of an endpoint without a body accepts null. */
export type ReplySchema<Id extends EndpointId> = z.ZodType<ReplyOf<Id>>;

// Both tables are keyed by EndpointId, and types.test.ts holds each schema equal to InputOf; a generic index cannot see that.

/** The flat input of an endpoint: strict at every depth, bounded, without defaults. Built at the first call, the same object ever after. */
export const inputSchema = <Id extends EndpointId>(id: Id): InputSchema<Id> => inputs[id]() as unknown as InputSchema<Id>;

/** What an endpoint answers: every field may be missing or null, and only documented fields are kept. Built at the first call. */
export const replySchema = <Id extends EndpointId>(id: Id): ReplySchema<Id> => replies[id]() as unknown as ReplySchema<Id>;

/** True if Zoom answers success without a body. */
export const isBodyless = (id: EndpointId): boolean => !("shape" in replies[id]());

/** The top-level keys of a reply; none if it has no body. */
export const replyKeys = (id: EndpointId): readonly string[] => {
  const schema = replies[id]();
  return "shape" in schema ? Object.keys(schema.shape) : [];
};

export { splitInput } from "./request/split-input.ts";
export { email, idList } from "./text/email.ts";
export { anyId, webinarId, webinarIdOrUuid } from "./text/id.ts";
export { line, name } from "./text/line.ts";
export { day } from "./text/rules.ts";
