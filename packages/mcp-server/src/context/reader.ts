import { NotFoundError } from "@zoom-webinar/foundation";
import type { Session } from "@zoom-webinar/webinar-core";
import { type Catalog, runOperation } from "@zoom-webinar/webinar-core/doors";
import { cleanOutput } from "../foreign-text/clean-output.ts";

/** What resources, prompts and completions read with. */
export interface Reader {
  readonly session: Session;
  readonly catalog: Catalog;
  /**
   * Runs an operation that reads, by its tool name; returns its output, cleaned, and whether strangers wrote a part. Throws errors of ours only, `NotFoundError`
   * for a tool that is not valid or does not read.
   */
  read(tool: string, input: object, signal: AbortSignal): Promise<{ output: Record<string, unknown>; isForeign: boolean }>;
}

export interface ReaderOptions {
  session: Session;
  catalog: Catalog;
  principal: string;
  lockdown: boolean;
}

/** One way to Zoom for everything that is not a tool: the same policy, secrets and cleaning as for tools. */
export const createReader = ({ session, catalog, principal, lockdown }: ReaderOptions): Reader => ({
  session,
  catalog,
  read: async (tool, input, signal) => {
    const entry = catalog.find((each) => each.tool === tool && each.effect === "read");
    if (!entry) throw new NotFoundError(`There is no operation ${tool} that reads.`);
    const operation = await entry.load();
    const { output, isForeign } = cleanOutput(operation.output, await runOperation(operation, input, session, { signal, principal }), lockdown);
    return { output: output as Record<string, unknown>, isForeign };
  },
});
