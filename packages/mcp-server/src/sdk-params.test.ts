import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paramsFault } from "./sdk-params.ts";

const request = (method: string, params?: unknown) => ({ jsonrpc: "2.0", id: 7, method, ...(params === undefined ? {} : { params }) });
const call = (text: string) => request("tools/call", { name: "x", arguments: JSON.parse(text) });

describe("params of a request", () => {
  it.each([
    ["completion/complete", {}, '"ref", "argument" are missing or not of the right kind.'],
    ["completion/complete", undefined, '"params" is missing or not of the right kind.'],
    ["prompts/get", { name: 5 }, '"name" is missing or not of the right kind.'],
    ["resources/read", { uri: {} }, '"uri" is missing or not of the right kind.'],
    ["initialize", { protocolVersion: "2025-06-18" }, '"capabilities", "clientInfo" are missing or not of the right kind.'],
    ["tools/call", { name: "x", arguments: [] }, '"arguments" is missing or not of the right kind.'],
    ["prompts/list", { cursor: 5 }, '"cursor" is missing or not of the right kind.'],
  ])("that %s does not take are named: %j", (method, params, words) => {
    expect(paramsFault(request(method, params))).toEqual({
      jsonrpc: "2.0",
      id: 7,
      error: { code: -32602, message: `Invalid params of ${method}: ${words}` },
    });
  });

  it("with an argument called __proto__ are refused, since it would be dropped on the way", () => {
    expect(paramsFault(call('{"__proto__":{"topic":"x"}}'))?.error.message).toBe('Invalid params of tools/call: there is no argument "__proto__".');
    expect(paramsFault(call('{"constructor":1,"topic":"x"}'))).toBeNull();
  });

  it("that are right pass, and so does what is not a request of ours", () => {
    expect(paramsFault(request("tools/list"))).toBeNull();
    expect(paramsFault(request("ping"))).toBeNull();
    expect(paramsFault(request("__proto__", { x: 1 }))).toBeNull();
    expect(paramsFault({ jsonrpc: "2.0", method: "prompts/get", params: {} })).toBeNull();
  });

  it("never make it throw, and never come back in its words (property)", () => {
    const methods = fc.constantFrom("tools/call", "prompts/get", "completion/complete", "initialize", "logging/setLevel");
    fc.assert(
      fc.property(methods, fc.jsonValue(), (method, params) => {
        const fault = paramsFault(request(method, params));
        if (fault !== null) expect(fault.error.message.length).toBeLessThan(500);
      }),
    );
  });
});
