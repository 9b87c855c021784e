import type { CatalogEntry } from "@zoom-webinar/webinar-core/doors";
import type { ListedTool } from "./to-tool.ts";
import type { ToolAnswer, ToolCall } from "./tool-call.ts";

/** Runs an operation for a call: confirmation, progress and results as for a tool of its own. */
export type RunEntry = (entry: CatalogEntry, input: unknown, confirmToken: unknown, call: ToolCall) => Promise<ToolAnswer>;

/** A tool that is not an operation: it finds operations, or runs one that is not listed. */
export interface DoorTool {
  readonly listed: ListedTool;
  /** Throws errors of ours only. `run` runs an operation with this call's progress. */
  call(call: ToolCall, run: RunEntry): Promise<ToolAnswer>;
}
