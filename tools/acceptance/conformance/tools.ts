import { setTimeout as sleep } from "node:timers/promises";
import { type CallToolResult, type InputRequiredResult, inputRequired, type ServerContext } from "@modelcontextprotocol/server";
import { asks } from "./asking-tools.ts";
import { audio, embedded, image, text } from "./contents.ts";

/** What a fixture may do besides answering. */
export interface FixtureHost {
  toolsChanged(): void;
  promptsChanged(): void;
}

export type FixtureTool = (ctx: ServerContext, host: FixtureHost) => Promise<CallToolResult | InputRequiredResult>;

const PAUSE_MS = 50;

const answers =
  (...content: CallToolResult["content"]): FixtureTool =>
  async () => ({ content });

const logging: FixtureTool = async ({ mcpReq }) => {
  for (const line of ["Tool execution started", "Tool processing data", "Tool execution completed"]) {
    await mcpReq.log("info", line);
    await sleep(PAUSE_MS);
  }
  return { content: [text("Logged.")] };
};

const progress: FixtureTool = async ({ mcpReq }) => {
  const { progressToken } = mcpReq._meta ?? {};
  for (const done of [0, 50, 100]) {
    if (progressToken !== undefined) await mcpReq.notify({ method: "notifications/progress", params: { progressToken, progress: done, total: 100 } });
    await sleep(PAUSE_MS);
  }
  return { content: [text("Done.")] };
};

const changes =
  (change: keyof FixtureHost): FixtureTool =>
  async (_ctx, host) => {
    host[change]();
    return { content: [text("Changed.")] };
  };

/** Asks for a model's answer whatever the client declared: the protocol layer has to refuse it. */
const asksUndeclared: FixtureTool = async () =>
  inputRequired({
    inputRequests: {
      sample: inputRequired.createMessage({ messages: [{ role: "user", content: { type: "text", text: "Anybody there?" } }], maxTokens: 10 }),
    },
  });

/** The tools that the suite calls by name. */
export const fixtureTools: Readonly<Record<string, FixtureTool>> = {
  test_simple_text: answers(text("This is a simple text response for testing.")),
  test_image_content: answers(image),
  test_audio_content: answers(audio),
  test_embedded_resource: answers(embedded("test://embedded-resource", "text/plain", "This is an embedded resource content.")),
  test_multiple_content_types: answers(
    text("Multiple content types test:"),
    image,
    embedded("test://mixed-content-resource", "application/json", '{"test":"data","value":123}'),
  ),
  test_error_handling: async () => ({ isError: true, content: [text("This tool intentionally returns an error for testing")] }),
  test_tool_with_logging: logging,
  test_logging_tool: logging,
  test_tool_with_progress: progress,
  test_missing_capability: asksUndeclared,
  test_trigger_tool_change: changes("toolsChanged"),
  test_trigger_prompt_change: changes("promptsChanged"),
  ...asks,
};
