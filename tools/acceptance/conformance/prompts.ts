import {
  acceptedContent,
  type GetPromptResult,
  type InputRequiredResult,
  inputRequired,
  type Prompt,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { embedded, image, text } from "./contents.ts";

interface FixturePrompt extends Prompt {
  get(args: Readonly<Record<string, string>>, ctx: ServerContext): GetPromptResult | InputRequiredResult;
}

const says = (...content: GetPromptResult["messages"][number]["content"][]): GetPromptResult => ({
  messages: content.map((each) => ({ role: "user", content: each })),
});
const argument = (name: string) => ({ name, description: `The ${name} of the test`, required: true });

/** The prompts that the suite gets by name. */
export const fixturePrompts: readonly FixturePrompt[] = [
  { name: "test_simple_prompt", description: "Says one thing", get: () => says(text("This is a simple prompt for testing.")) },
  {
    name: "test_prompt_with_arguments",
    description: "Repeats its arguments",
    arguments: [argument("arg1"), argument("arg2")],
    get: ({ arg1, arg2 }) => says(text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`)),
  },
  {
    name: "test_prompt_with_embedded_resource",
    description: "Holds a resource",
    arguments: [argument("resourceUri")],
    get: ({ resourceUri = "" }) =>
      says(embedded(resourceUri, "text/plain", "Embedded resource content for testing."), text("Please process the embedded resource above.")),
  },
  { name: "test_prompt_with_image", description: "Holds an image", get: () => says(image, text("Please analyze the image above.")) },
  {
    name: "test_input_required_result_prompt",
    description: "Asks first",
    get: (_args, { mcpReq }) => {
      const given = acceptedContent<{ context?: unknown }>(mcpReq.inputResponses, "user_context");
      if (typeof given?.context === "string") return says(text(`Use this context: ${given.context}`));
      const requestedSchema = { type: "object" as const, properties: { context: { type: "string" as const } }, required: ["context"] };
      return inputRequired({
        inputRequests: { user_context: inputRequired.elicit({ message: "What context should the prompt use?", requestedSchema }) },
      });
    },
  },
];
