import { randomUUID } from "node:crypto";
import { InputError, InternalError, isZoomWebinarError, type ZoomWebinarError } from "@zoom-webinar/foundation";
import { type Catalog, type CatalogEntry, didYouMean, type Session } from "@zoom-webinar/webinar-core";
import type { Log } from "../log.ts";
import { offeredEntries, type Surface } from "../surface.ts";
import { assertSize } from "./assert-size.ts";
import { runConfirmed } from "./confirm.ts";
import { type PacedProgress, paceProgress } from "./pace-progress.ts";
import { toErrorResult, toResult } from "./results.ts";
import { CONFIRM_TOKEN, type ListedTool, toTool } from "./to-tool.ts";
import { MalformedCall, type ToolAnswer, type ToolCall } from "./tool-call.ts";

export interface ToolboxOptions {
  session: Session;
  catalog: Catalog;
  surface: Surface;
  principal: string;
  outputSchemas: boolean;
  log: Log;
}

/** The tools of one server: what `tools/list` shows and what `tools/call` does. Loads an operation's module when it is listed or called, never before. */
export interface Toolbox {
  /** Always the same array, in the catalog's order; made at the first call. Throws only `InternalError`. */
  list(): Promise<readonly ListedTool[]>;
  /** Throws only `MalformedCall`; every other failure is a result that the model can read. */
  call(call: ToolCall): Promise<ToolAnswer>;
}

export const createToolbox = ({ session, catalog, surface, principal, outputSchemas, log }: ToolboxOptions): Toolbox => {
  const offered = offeredEntries(catalog, surface, session.safety);
  const byName = new Map(offered.map((entry) => [entry.tool, entry]));
  let listing: Promise<readonly ListedTool[]> | undefined;

  const entryOf = (name: string): CatalogEntry => {
    const entry = byName.get(name);
    if (entry) return entry;
    if (catalog.some(({ tool }) => tool === name))
      throw new MalformedCall(`Tool ${name} is not offered here (--safety ${session.safety}, --surface ${surface}).`);
    const near = didYouMean(name, [...byName.keys()]);
    throw new MalformedCall(`Unknown tool: ${name.slice(0, 128)}${near === null ? "" : `. Did you mean ${near}?`}`);
  };
  /** What may leave: an error of ours as it is, anything else as a fixed sentence whose cause stays in the log. */
  const toOurs = (error: unknown): ZoomWebinarError => {
    if (isZoomWebinarError(error)) return error;
    const correlationId = randomUUID();
    session.onInternalError(error, correlationId);
    return new InternalError(correlationId);
  };
  const run = async (entry: CatalogEntry, call: ToolCall, progress: PacedProgress | null): Promise<ToolAnswer> => {
    const { [CONFIRM_TOKEN]: token, ...input } = call.args;
    if (token !== undefined && typeof token !== "string") {
      throw new InputError(`${CONFIRM_TOKEN}: expected text`, [{ field: CONFIRM_TOKEN, message: "expected text" }], {
        hint: "Send it as it was given.",
      });
    }
    const operation = await entry.load();
    const done = await runConfirmed(operation, call, { session, principal, input, confirmToken: token, onProgress: progress?.report });
    return "question" in done ? done : { result: toResult(operation, input, done.output) };
  };

  return {
    list: () => {
      listing ??= Promise.all(offered.map(async (entry) => toTool(entry, await entry.load(), { session, outputSchemas }))).catch((error: unknown) => {
        listing = undefined; // a module that did not load may load the next time
        throw toOurs(error);
      });
      return listing;
    },
    call: async (call) => {
      const startedMs = session.clock.monotonic();
      const entry = entryOf(call.name);
      assertSize(call.args);
      const progress = call.sendProgress && paceProgress(call.sendProgress, session.clock);
      const finish = async (answer: ToolAnswer, outcome: string): Promise<ToolAnswer> => {
        await progress?.close();
        const ms = Math.round(session.clock.monotonic() - startedMs);
        log.info("tool", { tool: entry.tool, outcome, ms, ...(call.traceparent === null ? {} : { traceparent: call.traceparent }) });
        return answer;
      };
      try {
        const answer = await run(entry, call, progress);
        return await finish(answer, "question" in answer ? "asked" : "done");
      } catch (error) {
        const ours = toOurs(error);
        return await finish({ result: toErrorResult(ours) }, ours.code);
      }
    },
  };
};
