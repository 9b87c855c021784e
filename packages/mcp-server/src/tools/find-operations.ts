import { type Catalog, type CatalogEntry, parseInput, type Session } from "@zoom-webinar/webinar-core";
import * as z from "zod";
import { readClientInput } from "../client-input/read-client-input.ts";
import { createFinder, type Finder } from "../find/rank.ts";
import { type AdvertisedSchema, advertised } from "./advertised-schema.ts";
import type { DoorTool } from "./door-tool.ts";
import { takesToken } from "./to-tool.ts";

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

/** What is said of an operation that was found. */
interface Found {
  tool: string;
  summary: string;
  /** What it does to the account at most. */
  effect: CatalogEntry["effect"];
  /** Whom Zoom writes to at most. */
  mails: CatalogEntry["emails"];
  /** What happens before it takes effect. */
  safety: string;
  /** The tool to call it by. */
  call: string;
  input_schema: AdvertisedSchema;
}

const safetyOf = (entry: CatalogEntry, session: Pick<Session, "safety" | "confirmBy">): string => {
  if (entry.effect === "read") return "only reads";
  if (session.safety === "trusted") return "takes effect at once";
  if (takesToken(entry, session)) return "shows a preview and wants a confirmation where it deletes or makes Zoom write to people";
  if (session.safety === "confirm" && (entry.effect === "delete" || entry.emails !== "nobody" || entry.confirms === "always"))
    return "a person has to agree first";
  return "takes effect at once";
};

/** How an operation is called on this surface: by its own name where it is listed, else through a runner. */
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
  const show = async (entry: CatalogEntry): Promise<Found> => ({
    tool: entry.tool,
    summary: entry.summary,
    effect: entry.effect,
    mails: entry.emails,
    safety: safetyOf(entry, session),
    call: callerOf(entry, listed),
    input_schema: advertised((await entry.load()).input, "input"),
  });
  return {
    listed: {
      name: FIND,
      title: "Find operations",
      description: "Find Zoom webinar operations by what they do; gives tool, input schema, safety, and whom Zoom mails.",
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
      find ??= createFinder(reachable);
      const operations = await Promise.all(find(words, limit).map(show));
      const line =
        operations.length === 0
          ? "Nothing fits; use other words, such as the thing and what to do with it."
          : operations.map(({ tool, summary }) => `${tool}: ${summary}`).join("\n");
      const structuredContent = { operations };
      return { result: { content: [{ type: "text", text: `${line}\n${JSON.stringify(structuredContent)}` }], structuredContent } };
    },
  };
};
