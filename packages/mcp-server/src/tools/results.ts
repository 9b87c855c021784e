import type { ZoomWebinarError } from "@zoom-webinar/foundation";
import { type AnyOperation, parseInput } from "@zoom-webinar/webinar-core";
import { proseOf } from "../failure.ts";
import type { ToolResult } from "./tool-call.ts";

/** A success: one line for people, then the same JSON that `structuredContent` holds, for hosts that show a model only text. */
export const toResult = (operation: AnyOperation, rawInput: unknown, output: unknown): ToolResult => {
  const structuredContent = asObject(output);
  return { content: [{ type: "text", text: `${lineOf(operation, rawInput, output)}\n${JSON.stringify(structuredContent)}` }], structuredContent };
};

/** An error of ours: what happened and what to do, then the report with code and whether repeating helps. */
export const toErrorResult = (error: ZoomWebinarError): ToolResult => {
  const structuredContent = { error: error.toReport() };
  return {
    content: [
      { type: "text", text: proseOf(error) },
      { type: "text", text: JSON.stringify(structuredContent) },
    ],
    structuredContent,
    isError: true,
  };
};

/** The operation's own line. By now the effect has happened: a fault in the wording must not turn the answer into a failure. */
const lineOf = (operation: AnyOperation, rawInput: unknown, output: unknown): string => {
  try {
    return operation.describe(output, parseInput(operation.input, rawInput));
  } catch {
    return operation.summary;
  }
};

const asObject = (output: unknown): Record<string, unknown> =>
  typeof output === "object" && output !== null && !Array.isArray(output) ? (output as Record<string, unknown>) : { result: output };
