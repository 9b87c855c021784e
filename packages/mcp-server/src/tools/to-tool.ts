import type { Session } from "@zoom-webinar/webinar-core";
import type { AnyOperation, CatalogEntry } from "@zoom-webinar/webinar-core/doors";
import { type AdvertisedSchema, advertised } from "./advertised-schema.ts";

/** The four hints of a tool, as the protocol names them. */
export interface ToolHints {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

/** A tool as `tools/list` shows it. */
export interface ListedTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: AdvertisedSchema;
  readonly outputSchema?: AdvertisedSchema;
  readonly annotations?: Partial<ToolHints>;
}

/** What a client assumes if a tool says nothing. Source: MCP 2026-07-28, ToolAnnotations. */
const DEFAULT_HINTS: ToolHints = { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true };

/** All four hints of an operation. Overwriting counts as destructive: what was there before is gone. */
export const toHints = ({ effect, idempotent, local }: Pick<CatalogEntry, "effect" | "idempotent" | "local">): ToolHints => ({
  readOnlyHint: effect === "read",
  destructiveHint: effect === "update" || effect === "delete",
  idempotentHint: idempotent,
  openWorldHint: !local,
});

const differing = (hints: ToolHints): Partial<ToolHints> =>
  Object.fromEntries(Object.entries(hints).filter(([name, value]) => value !== DEFAULT_HINTS[name as keyof ToolHints]));

/** The argument that brings a confirmation back: a field of this door, never of an operation. */
export const CONFIRM_TOKEN = "confirm_token";

/** How it is listed. */
export const confirmTokenProperty = { type: "string", description: "From the preview" } as const;

/** Whether a call of this operation can end in a preview that wants a confirmation from the caller. */
export const takesToken = (entry: CatalogEntry, { safety, confirmBy }: Pick<Session, "safety" | "confirmBy">): boolean =>
  safety === "confirm" && confirmBy === "token" && (isAskedByKind(entry) || entry.previews === true);

/** Whether an operation is asked about by its kind; another one with a preview is if it takes something away from what is there. */
export const isAskedByKind = ({ effect, emails, confirms }: CatalogEntry): boolean =>
  effect === "delete" || emails !== "nobody" || confirms === "always";

/** How tools are shown. */
export interface ListingOptions {
  session: Pick<Session, "safety" | "confirmBy">;
  /** `--output-schemas`: they cost about as much again as the inputs. */
  outputSchemas: boolean;
}

/** Input schemas as they are listed, by tool: made when we are built, since making them takes longer than everything else at a start. */
export type ListedSchemas = Readonly<Record<string, AdvertisedSchema>>;

/** The input of an operation as it is listed: all that everyday use needs, rare fields by their names. */
export const toListedSchema = (operation: AnyOperation): AdvertisedSchema => advertised(operation.input, "input", "named");

/** The output of an operation, and the warning that stands before strangers' text. */
const toOutputSchema = (operation: AnyOperation): AdvertisedSchema => {
  const schema = advertised(operation.output, "output");
  return { ...schema, properties: { untrusted_text: { type: "string" }, ...(schema.properties as object) } };
};

/** The public face of one operation. Loads its module only if something has to be made from it. */
export const toTool = async (entry: CatalogEntry, made: ListedSchemas, { session, outputSchemas }: ListingOptions): Promise<ListedTool> => {
  const schema = made[entry.tool] ?? toListedSchema(await entry.load());
  const annotations = differing(toHints(entry));
  return {
    name: entry.tool,
    title: entry.title,
    description: entry.summary,
    inputSchema: takesToken(entry, session)
      ? { ...schema, properties: { ...(schema.properties as object), [CONFIRM_TOKEN]: confirmTokenProperty } }
      : schema,
    ...(outputSchemas ? { outputSchema: toOutputSchema(await entry.load()) } : {}),
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  };
};
