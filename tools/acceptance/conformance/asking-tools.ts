import {
  acceptedContent,
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  createRequestStateCodec,
  type InputRequests,
  inputRequired,
  inputResponse,
} from "@modelcontextprotocol/server";
import { text } from "./contents.ts";
import type { FixtureTool } from "./tools.ts";

/** State of the fixtures, signed as a server has to. */
export const stateCodec = createRequestStateCodec<{ step: number }>({ key: crypto.getRandomValues(new Uint8Array(32)), ttlSeconds: 60 });

type Form = Parameters<typeof inputRequired.elicit>[0]["requestedSchema"];

const form = (message: string, properties: object, required: readonly string[] = Object.keys(properties)): InputRequests[string] =>
  inputRequired.elicit({ message, requestedSchema: { type: "object", properties, required: [...required] } as Form });
const nameForm = (message: string) => form(message, { name: { type: "string" } });
const sample = (prompt: string, maxTokens: number): InputRequests[string] =>
  inputRequired.createMessage({ messages: [{ role: "user", content: { type: "text", text: prompt } }], maxTokens });

/** Asks until every key has an answer of the kind that was asked for; then answers itself. */
const asking =
  (inputRequests: InputRequests, hasState = false): FixtureTool =>
  async ({ mcpReq }) => {
    const isAnswered = Object.keys(inputRequests).every((key) => inputResponse(mcpReq.inputResponses, key).kind !== "missing");
    const isOurs = !hasState || mcpReq.requestState<{ step: number }>()?.step === 1;
    if (isAnswered && isOurs) return { content: [text(hasState ? "state-ok" : `Thank you: ${JSON.stringify(mcpReq.inputResponses)}`)] };
    return inputRequired({ inputRequests, ...(hasState ? { requestState: await stateCodec.mint({ step: 1 }) } : {}) });
  };

const greeting: FixtureTool = async ({ mcpReq }) => {
  const given = acceptedContent<{ name?: unknown }>(mcpReq.inputResponses, "user_name");
  if (typeof given?.name !== "string") return inputRequired({ inputRequests: { user_name: nameForm("What is your name?") } });
  return { content: [text(`Hello, ${given.name}!`)] };
};

const multiRound: FixtureTool = async ({ mcpReq }) => {
  const step = mcpReq.requestState<{ step: number }>()?.step ?? 0;
  const has = (key: string) => acceptedContent(mcpReq.inputResponses, key) !== undefined;
  if (step === 2 && has("step2")) return { content: [text("Both steps are done.")] };
  if (step === 1 && has("step1")) {
    return inputRequired({
      inputRequests: { step2: form("Step 2: What is your favorite color?", { color: { type: "string" } }) },
      requestState: await stateCodec.mint({ step: 2 }),
    });
  }
  return inputRequired({ inputRequests: { step1: nameForm("Step 1: What is your name?") }, requestState: await stateCodec.mint({ step: 1 }) });
};

/** Asks only for what this request's client declared. */
const capable: FixtureTool = async ({ mcpReq }) => {
  const declared = (mcpReq.envelope as { [CLIENT_CAPABILITIES_META_KEY]?: ClientCapabilities } | undefined)?.[CLIENT_CAPABILITIES_META_KEY] ?? {};
  if (Object.keys(mcpReq.inputResponses ?? {}).length > 0) return { content: [text("Thank you.")] };
  if (declared.elicitation) return inputRequired({ inputRequests: { user_name: nameForm("What is your name?") } });
  if (declared.sampling) return inputRequired({ inputRequests: { greeting: sample("Generate a greeting", 50) } });
  return { content: [text("Nobody to ask.")] };
};

const options = (...names: string[]) => names.map((name, index) => ({ const: `value${index + 1}`, title: name }));
const ok = { ok: { type: "boolean" } };

/** The tools that ask, by the names that the suite knows. */
export const asks: Readonly<Record<string, FixtureTool>> = {
  test_input_required_result_elicitation: greeting,
  test_input_required_result_sampling: asking({ capital_question: sample("What is the capital of France?", 100) }),
  test_input_required_result_list_roots: asking({ client_roots: inputRequired.listRoots() }),
  test_input_required_result_request_state: asking({ confirm: form("Please confirm", ok) }, true),
  test_input_required_result_tampered_state: asking({ confirm: form("Please confirm", ok) }, true),
  test_input_required_result_multiple_inputs: asking(
    { user_name: nameForm("What is your name?"), greeting: sample("Generate a greeting", 50), client_roots: inputRequired.listRoots() },
    true,
  ),
  test_input_required_result_multi_round: multiRound,
  test_input_required_result_capabilities: capable,
  test_streaming_elicitation: asking({ user_name: nameForm("What is your name?") }),
  // Older clients can be asked only on a session: the four below show that, by name, in fixtures-2025-11-25.yml.
  test_sampling: asking({ answer: sample("Test prompt for sampling", 100) }),
  test_elicitation: asking({ user: form("Please answer", { username: { type: "string" }, email: { type: "string" } }) }),
  test_elicitation_sep1034_defaults: asking({
    defaults: form(
      "Please look at the defaults",
      {
        name: { type: "string", default: "John Doe" },
        age: { type: "integer", default: 30 },
        score: { type: "number", default: 95.5 },
        status: { type: "string", enum: ["active", "inactive", "pending"], default: "active" },
        verified: { type: "boolean", default: true },
      },
      [],
    ),
  }),
  test_elicitation_sep1330_enums: asking({
    enums: form(
      "Please choose",
      {
        untitledSingle: { type: "string", enum: ["option1", "option2", "option3"] },
        titledSingle: { type: "string", oneOf: options("First Option", "Second Option", "Third Option") },
        legacyEnum: { type: "string", enum: ["opt1", "opt2", "opt3"], enumNames: ["Option One", "Option Two", "Option Three"] },
        untitledMulti: { type: "array", items: { type: "string", enum: ["option1", "option2", "option3"] } },
        titledMulti: { type: "array", items: { anyOf: options("First Choice", "Second Choice", "Third Choice") } },
      },
      [],
    ),
  }),
};
