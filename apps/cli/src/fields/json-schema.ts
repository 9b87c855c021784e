import * as z from "zod";

/** The part of JSON Schema that flags are made from. */
export interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  default?: unknown;
  description?: string;
  minimum?: number;
  maximum?: number;
  contentEncoding?: string;
  /** Few people need it. */
  rare?: boolean;
  contentMediaType?: string;
}

/** An operation's input as JSON Schema: what a caller may send, before defaults. */
export const toJsonSchema = (input: z.ZodType): JsonSchema => z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as JsonSchema;
