import { InputError, isZoomWebinarError, PolicyError, type ZoomWebinarError } from "@zoom-webinar/foundation";
import type { Session } from "@zoom-webinar/webinar-core";
import { type Catalog, type CatalogEntry, fieldMeant, unknownOperation } from "@zoom-webinar/webinar-core/doors";
import type * as z from "zod";
import { CLIENT_FIELDS } from "../client-input/client-fields.ts";
import { readClientInput } from "../client-input/read-client-input.ts";
import { advertised } from "./advertised-schema.ts";
import type { DoorTool } from "./door-tool.ts";
import { RUN_READ, RUN_WRITE } from "./find-operations.ts";
import { CONFIRM_TOKEN, confirmTokenProperty, type ListedTool } from "./to-tool.ts";

type Kind = "read" | "write";

export interface RunnerOptions {
  session: Pick<Session, "safety" | "confirmBy">;
  /** Every operation that there is, also what this session refuses: the refusal says why. */
  catalog: Catalog;
  /** What the session allows. */
  reachable: Catalog;
}

const nameOf = (kind: Kind): string => (kind === "read" ? RUN_READ : RUN_WRITE);
const kindOf = ({ effect }: Pick<CatalogEntry, "effect">): Kind => (effect === "read" ? "read" : "write");

const listing = (kind: Kind, { safety, confirmBy }: RunnerOptions["session"]): ListedTool => ({
  name: nameOf(kind),
  title: kind === "read" ? "Run read operation" : "Run write operation",
  description:
    kind === "read"
      ? "Run any operation that only reads, by its tool name; find_operations gives names and schemas."
      : "Run any operation that changes the account, by its tool name; find_operations gives names and schemas.",
  inputSchema: {
    type: "object",
    properties: {
      tool: { type: "string", description: "Tool name" },
      arguments: { type: "object", additionalProperties: true, description: "As the operation's input schema says" },
      ...(kind === "write" && safety === "confirm" && confirmBy === "token" ? { [CONFIRM_TOKEN]: confirmTokenProperty } : {}),
    },
    required: ["tool"],
  },
  // Writing may destroy, which is what a host assumes by default.
  ...(kind === "read" ? { annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true } } : {}),
});

const asObject = (value: unknown): Record<string, unknown> => {
  if (value === undefined || value === null) return {};
  // Some models send an object as text.
  if (typeof value === "string") {
    try {
      return asObject(JSON.parse(value));
    } catch {
      // Falls to the error below: it is not an object either way.
    }
  }
  if (typeof value === "object" && !Array.isArray(value)) return value as Record<string, unknown>;
  throw InputError.at("arguments", "expected an object", "Send the operation's fields as one object.");
};

const FIELDS = ["tool", "arguments", CONFIRM_TOKEN];

/** Two runners and not one, so that a host can allow reading without allowing to write. */
export const runnerTool = (kind: Kind, { session, catalog, reachable }: RunnerOptions): DoorTool => {
  const entryOf = (name: unknown): CatalogEntry => {
    if (typeof name !== "string" || name === "") throw InputError.at("tool", "is required", "find_operations gives tool names.");
    const entry = catalog.find(({ tool, id }) => tool === name || id === name);
    if (!entry) throw unknownOperation(name.slice(0, 128), catalog);
    // What the session refuses goes on to `runOperation`, which says why: there may be no other runner to name.
    if (kindOf(entry) !== kind && reachable.includes(entry)) {
      throw new PolicyError("not_allowed", `${entry.tool} ${kind === "read" ? "changes the account" : "only reads"}.`, {
        hint: `Run it with ${nameOf(kindOf(entry))}.`,
      });
    }
    return entry;
  };
  return {
    listed: listing(kind, session),
    call: async (call, run) => {
      const stray = Object.keys(call.args).find((name) => !FIELDS.includes(name) && !CLIENT_FIELDS.has(name));
      if (stray !== undefined) {
        const meant = fieldMeant(stray, FIELDS);
        const near = meant === null ? "" : `, did you mean ${meant}?`;
        throw InputError.at(stray, `unknown field${near}`, `Fields: ${FIELDS.join(", ")}. The operation's own fields belong into arguments.`);
      }
      const entry = entryOf(call.args.tool);
      // A token that was sent among the arguments is what a caller means who repeats a call of a listed tool.
      const { [CONFIRM_TOKEN]: nested, ...input } = asObject(call.args.arguments);
      try {
        return await run(entry, input, call.args[CONFIRM_TOKEN] ?? nested, call);
      } catch (error) {
        throw isZoomWebinarError(error) && error.code === "input_invalid" ? await withSchema(error, entry, input) : error;
      }
    },
  };
};

const fits = (schema: z.ZodType, given: Readonly<Record<string, unknown>>, { effect }: CatalogEntry): boolean => {
  try {
    return schema.safeParse(readClientInput(schema, given, { onlyReads: effect === "read" }).input).success;
  } catch {
    return false;
  }
};

/** A fault of the input's shape with what the operation takes: the caller may never have seen it. */
const withSchema = async (error: ZoomWebinarError, entry: CatalogEntry, given: Readonly<Record<string, unknown>>): Promise<ZoomWebinarError> => {
  const { input } = await entry.load();
  // What fits the schema fails for another reason: the schema would explain nothing.
  if (fits(input, given, entry)) return error;
  const { faults = [] } = error.details as { faults?: ConstructorParameters<typeof InputError>[1] };
  return new InputError(error.message, faults, {
    hint: error.hint,
    details: { input_schema: advertised(input, "input") },
    cause: error,
  });
};
