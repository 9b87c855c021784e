import type { Session } from "@zoom-webinar/webinar-core";
import { type Catalog, type CatalogEntry, parseInput } from "@zoom-webinar/webinar-core/doors";
import type { Finder, Match } from "@zoom-webinar/webinar-core/doors/find";
import * as z from "zod";
import { readClientInput } from "../client-input/read-client-input.ts";
import { type AdvertisedSchema, advertised } from "./advertised-schema.ts";
import type { DoorTool } from "./door-tool.ts";
import { fieldToShow, schemaAt, schemaToShow } from "./found-schema.ts";
import { isAskedByKind, takesToken } from "./to-tool.ts";

export const FIND = "find_operations";
export const RUN_READ = "run_read_operation";
export const RUN_WRITE = "run_write_operation";

const MOST_FOUND = 10;

const makeInput = () =>
  z.strictObject({
    words: z.string().min(1).max(300).describe("What you want to do, or a tool's name"),
    limit: z.number().int().min(1).max(MOST_FOUND).default(3).describe("How many to give"),
  });
let inputSchema: ReturnType<typeof makeInput> | undefined;

/** How an operation that was found is shown: enough to choose by, and of the first enough to call it. */
interface Found {
  tool: string;
  summary: string;
  /** What happens before it takes effect; of the first alone. */
  safety?: string;
  /** Whom Zoom writes to at most; absent if nobody. */
  mails?: CatalogEntry["emails"];
  /** The tool to call it by. */
  call: string;
  /** Required fields, those that the words name, and how many there are. */
  fields?: string;
  input_schema?: Readonly<Record<string, unknown>>;
  /** What `input_schema` leaves out. */
  note?: string;
  /** Schemas of the fields that the words name exactly, by path. */
  field_schemas?: Readonly<Record<string, unknown>>;
}

/** Why a call is asked about though its kind neither deletes nor mails. */
const IF_LOST = "something is lost or left out";

const safetyOf = (entry: CatalogEntry, session: Pick<Session, "safety" | "confirmBy">): string => {
  if (entry.effect === "read") return "only reads";
  if (session.safety === "trusted") return "takes effect at once";
  if (takesToken(entry, session)) {
    return isAskedByKind(entry) ? "a preview first if something is lost, or people hear or should hear of it" : `a preview first if ${IF_LOST}`;
  }
  if (session.safety === "confirm" && isAskedByKind(entry)) return "a person has to agree first";
  if (session.safety === "confirm" && entry.previews === true) return `a person has to agree first if ${IF_LOST}`;
  return "takes effect at once";
};

/** How an operation is called on this surface: by its own name if it is listed, else through a runner. */
export const callerOf = (entry: CatalogEntry, listed: ReadonlySet<string>): string =>
  listed.has(entry.tool) ? entry.tool : entry.effect === "read" ? RUN_READ : RUN_WRITE;

export interface FindOptions {
  session: Pick<Session, "safety" | "confirmBy">;
  reachable: Catalog;
  /** Names of the tools that are listed. */
  listed: ReadonlySet<string>;
}

/** `find_operations`: from words to operations, with everything that a call needs. */
export const findOperations = ({ session, reachable, listed }: FindOptions): DoorTool => {
  let find: Finder | undefined;
  const show = async ({ entry, fields, exact = [] }: Match, isOnly: boolean, isFirst: boolean): Promise<Found> => {
    const { input } = await entry.load();
    const schema = advertised(input, "input");
    const isListed = listed.has(entry.tool);
    const named = isFirst ? exact.flatMap((path) => [[path, schemaAt(schema, path)] as const]) : [];
    const shown = isOnly
      ? schemaToShow(entry.tool, schema, isListed ? advertised(input, "input", "named") : null)
      : isFirst && !isListed && bytesOf(schema) <= MOST_FIRST_BYTES
        ? { input_schema: schema }
        : fieldsToShow(schema, fields, { isListed, isFirst });
    return {
      tool: entry.tool,
      summary: entry.summary,
      ...(isFirst ? { safety: safetyOf(entry, session), ...(entry.emails === "nobody" ? {} : { mails: entry.emails }) } : {}),
      call: callerOf(entry, listed),
      ...shown,
      ...(named.length === 0 ? {} : { field_schemas: Object.fromEntries(named) }),
    };
  };
  return {
    listed: {
      name: FIND,
      title: "Find operations",
      description: "Find Zoom webinar operations and settings by your words; a tool's name shows what it takes.",
      inputSchema: {
        type: "object",
        properties: {
          words: { type: "string", description: "What you want to do, or a tool's name" },
          limit: { type: "integer", minimum: 1, maximum: MOST_FOUND, default: 3, description: "How many to give" },
        },
        required: ["words"],
      },
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    call: async ({ args }) => {
      inputSchema ??= makeInput();
      const { words, limit } = parseInput(inputSchema, readClientInput(inputSchema, args, { onlyReads: true }).input);
      const asked = await fieldOf(words.trim(), reachable);
      if (asked !== null) {
        const { entry, path, shown } = asked;
        const structuredContent = { operations: [{ tool: entry.tool, call: callerOf(entry, listed), ...shown }] };
        const text = `${entry.tool}: its field ${path}\n${JSON.stringify(structuredContent)}`;
        return { result: { content: [{ type: "text", text }], structuredContent } };
      }
      find ??= (await import("@zoom-webinar/webinar-core/doors/find")).createFinder(reachable);
      const found = find(words, limit);
      const isNamed = found.length === 1 && isNameOf(words, found[0]);
      const shown = await Promise.all(found.map((match, at) => show(match, isNamed, at === 0)));
      const isMuch = bytesOf(shown[0]?.input_schema) > MUCH_BYTES;
      const operations = shown.map(({ fields, ...one }) => (isMuch || fields === undefined ? one : { ...one, fields }));
      const line =
        operations.length === 0
          ? "Nothing fits; use other words, such as the thing and what to do with it."
          : isNamed
            ? `${found[0]?.entry.tool}: ${found[0]?.entry.summary}`
            : "Best first; a tool's name as words shows what it takes.";
      const structuredContent = { operations };
      return { result: { content: [{ type: "text", text: `${line}\n${JSON.stringify(structuredContent)}` }], structuredContent } };
    },
  };
};

/** The field that words name by its tool: "create_webinar.settings.audio". Null for any other words. */
const fieldOf = async (words: string, reachable: Catalog) => {
  const [tool = "", ...path] = words.split(".");
  const entry = path.length === 0 ? undefined : reachable.find((one) => one.tool === tool);
  if (entry === undefined) return null;
  const shown = fieldToShow(tool, advertised((await entry.load()).input, "input"), path.join("."));
  return shown === null ? null : { entry, path: path.join("."), shown };
};

const isNameOf = (words: string, match: Match | undefined): boolean =>
  match !== undefined && [match.entry.tool, match.entry.id].includes(words.trim());

/** The input of the first that is found, up to this size, saves the question for it. */
const MOST_FIRST_BYTES = 1_200;
/** Beside a first input beyond this, further operations are shown without fields. */
const MUCH_BYTES = 500;
const bytesOf = (schema: unknown): number => Buffer.byteLength(JSON.stringify(schema) ?? "");

/** The fields of the first; of a further one that is listed only those that the words name, as the listing has the rest. */
const fieldsToShow = (
  schema: AdvertisedSchema,
  named: readonly string[],
  { isListed, isFirst }: { isListed: boolean; isFirst: boolean },
): { fields?: string } => {
  if (isFirst || !isListed) return { fields: describeFields(schema, named) };
  return named.length === 0 ? {} : { fields: named.join(", ") };
};

/** Names beyond this are only counted: an answer of several operations stays short. */
const MOST_NAMED = 6;

/** "webinar_id, topic*, settings.on_demand and 12 more": required fields first, then those that the words name. */
const describeFields = ({ properties, required }: AdvertisedSchema, named: readonly string[]): string => {
  const all = Object.keys((properties ?? {}) as object);
  const must = ((required ?? []) as readonly string[]).map((name) => `${name} (required)`);
  // Whether a call is about one date or all of them is worth knowing whatever the words were.
  // A date that is moved needs its new start, too.
  const dates = ["occurrence_id", "occurrence_ids", ...(all.includes("occurrence_id") ? ["start_time"] : [])].filter(
    (name) => all.includes(name) && !named.includes(name),
  );
  const more = [...named, ...dates].filter((path) => !((required ?? []) as readonly string[]).includes(path));
  const shown = [...must, ...more].slice(0, MOST_NAMED);
  const rest = all.length - new Set(shown.map((path) => path.split(/[ .[]/)[0])).size;
  if (shown.length === 0) return all.length === 0 ? "none" : all.slice(0, MOST_NAMED).join(", ");
  return `${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
};
