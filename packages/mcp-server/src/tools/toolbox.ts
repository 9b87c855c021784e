import { randomUUID } from "node:crypto";
import { InputError, InternalError, isZoomWebinarError, type ZoomWebinarError } from "@zoom-webinar/foundation";
import type { Progress, Session } from "@zoom-webinar/webinar-core";
import { type Catalog, type CatalogEntry, didYouMean, listed } from "@zoom-webinar/webinar-core/doors";
import { readClientInput } from "../client-input/read-client-input.ts";
import type { Log } from "../log.ts";
import { offerOf, type Surface } from "../surface.ts";
import { assertSize } from "./assert-size.ts";
import { runConfirmed } from "./confirm.ts";
import type { DoorTool, RunEntry } from "./door-tool.ts";
import { callerOf, findOperations } from "./find-operations.ts";
import type { Jobs } from "./jobs.ts";
import { type PacedProgress, paceProgress } from "./pace-progress.ts";
import { toErrorResult, toResult } from "./results.ts";
import { runnerTool } from "./run-operation-tools.ts";
import { CONFIRM_TOKEN, type ListedSchemas, type ListedTool, toTool } from "./to-tool.ts";
import { MalformedCall, type ToolAnswer, type ToolCall } from "./tool-call.ts";

export interface ToolboxOptions {
  session: Session;
  catalog: Catalog;
  surface: Surface;
  principal: string;
  outputSchemas: boolean;
  /** Listed schemas that were made beforehand, loaded at the first listing. What is not among them is made from the operation. */
  schemas?: (() => Promise<ListedSchemas>) | undefined;
  /** Withholds what strangers wrote. Default false. */
  lockdown?: boolean | undefined;
  log: Log;
  /** Where operations go on that take longer than a call waits. */
  jobs: Jobs;
  /** Called with every call of a tool that there is. */
  onCall?: ((call: { tool: string; outcome: string; ms: number }) => void) | undefined;
}

/** The tools of one server: what `tools/list` shows and what `tools/call` does. Loads an operation's module when it is listed or called, never before. */
export interface Toolbox {
  /** Always the same array, in the catalog's order; made at the first call. Throws only `InternalError`. */
  list(): Promise<readonly ListedTool[]>;
  /** Throws only `MalformedCall`; every other failure is a result that the model can read. */
  call(call: ToolCall): Promise<ToolAnswer>;
}

/** Throws `InputError` for an unknown surface. */
export const createToolbox = ({
  session,
  catalog,
  surface,
  principal,
  outputSchemas,
  schemas,
  lockdown = false,
  log,
  jobs,
  onCall,
}: ToolboxOptions): Toolbox => {
  const offer = offerOf(catalog, surface, session);
  const byName = new Map(offer.listed.map((entry) => [entry.tool, entry]));
  const listedNames = new Set(byName.keys());
  const doorTools: readonly DoorTool[] = [
    findOperations({ session, reachable: offer.reachable, listed: listedNames }),
    ...(offer.hasRunners ? [runnerTool("read", { session, catalog, reachable: offer.reachable })] : []),
    ...(offer.hasRunners && session.safety !== "read-only" ? [runnerTool("write", { session, catalog, reachable: offer.reachable })] : []),
  ];
  const doorsByName = new Map(doorTools.map((tool) => [tool.listed.name, tool]));
  let listing: Promise<readonly ListedTool[]> | undefined;

  const toolOf = (name: string): DoorTool | CatalogEntry => {
    const tool = doorsByName.get(name) ?? byName.get(name);
    if (tool) return tool;
    const hidden = catalog.find((entry) => entry.tool === name);
    if (hidden && offer.hasRunners && offer.reachable.includes(hidden))
      throw new MalformedCall(`Tool ${name} is not listed here; run it with ${callerOf(hidden, listedNames)}.`);
    // What the operator does not reveal answers `not_allowed` as through every door, and how it could be had. It runs nothing: the session refuses it.
    const isWithheld = hidden?.reveals !== undefined && listed([hidden], session).length === 0;
    if (hidden && isWithheld && (session.safety !== "read-only" || hidden.effect === "read")) return hidden;
    if (hidden) throw new MalformedCall(`Tool ${name} is not offered here (--safety ${session.safety}, --surface ${surface}).`);
    const near = didYouMean(name, [...byName.keys(), ...doorsByName.keys()]);
    throw new MalformedCall(`Unknown tool: ${name.slice(0, 128)}${near === null ? "" : `. Did you mean ${near}?`}`);
  };
  /** What may leave: an error of ours as it is, anything else as a fixed sentence whose cause stays in the log. */
  const toOurs = (error: unknown): ZoomWebinarError => {
    if (isZoomWebinarError(error)) return error;
    const correlationId = randomUUID();
    session.onInternalError(error, correlationId);
    return new InternalError(correlationId);
  };
  const runWith =
    (progress: PacedProgress | null): RunEntry =>
    async (entry, sent, token, call) => {
      if (token !== undefined && typeof token !== "string") {
        throw InputError.at(CONFIRM_TOKEN, "expected text", "Send it as it was given.");
      }
      const operation = await entry.load();
      const { input, changes } = readClientInput(operation.input, sent, { onlyReads: operation.effect === "read" });
      if (changes.length > 0) log.debug("client input", { tool: entry.tool, changes });
      const confirmed = { session, principal, input, confirmToken: token, onWait: progress?.wait };
      const done =
        operation.long === true
          ? await jobs.run(({ signal, report }) => {
              const onProgress = (step: Progress) => {
                report(step);
                progress?.report(step);
              };
              return runConfirmed(operation, { ...call, signal }, { ...confirmed, onProgress });
            }, call.signal)
          : await runConfirmed(operation, call, { ...confirmed, onProgress: progress?.report });
      return "question" in done ? done : { result: toResult(operation, input, done.output, { lockdown }) };
    };
  const perform = (tool: DoorTool | CatalogEntry, call: ToolCall, run: RunEntry): Promise<ToolAnswer> => {
    if ("listed" in tool) return tool.call(call, run);
    const { [CONFIRM_TOKEN]: token, ...input } = call.args;
    return run(tool, input, token, call);
  };
  const makeListing = async (): Promise<readonly ListedTool[]> => {
    const made = (await schemas?.()) ?? {};
    const operations = await Promise.all(offer.listed.map((entry) => toTool(entry, made, { session, outputSchemas })));
    return [...operations, ...doorTools.map((tool) => tool.listed)];
  };

  return {
    list: () => {
      listing ??= makeListing().catch((error: unknown) => {
        listing = undefined; // a module that did not load may load the next time
        throw toOurs(error);
      });
      return listing;
    },
    call: async (call) => {
      const startedMs = session.clock.monotonic();
      const tool = toolOf(call.name);
      assertSize(call.args);
      const progress = call.sendProgress && paceProgress(call.sendProgress, session.clock);
      const finish = async (answer: ToolAnswer, outcome: string): Promise<ToolAnswer> => {
        await progress?.close();
        const ms = Math.round(session.clock.monotonic() - startedMs);
        onCall?.({ tool: call.name, outcome, ms });
        log.info("tool", { tool: call.name, outcome, ms, ...(call.traceparent === null ? {} : { traceparent: call.traceparent }) });
        return answer;
      };
      try {
        const answer = await perform(tool, call, runWith(progress));
        return await finish(answer, "question" in answer ? "asked" : "done");
      } catch (error) {
        const ours = toOurs(error);
        return await finish({ result: toErrorResult(ours, { lockdown }) }, ours.code);
      }
    },
  };
};
