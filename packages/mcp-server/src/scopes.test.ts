import { manifest } from "@zoom-webinar/webinar-core/doors";
import { describe, expect, it } from "vitest";
import { callsBeyond, neededScopes, SCOPES, widen } from "./scopes.ts";

const call = (name: unknown, args?: unknown) => ({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: args } });
const [READ, WRITE, DELETE] = SCOPES;

describe("scopes", () => {
  it("a broader one counts as the narrower", () => {
    expect(widen([])).toEqual([]);
    expect(widen(["openid"])).toEqual([]);
    expect(widen([READ])).toEqual([READ]);
    expect(widen([WRITE, "openid"])).toEqual([READ, WRITE]);
    expect(widen([DELETE])).toEqual([READ, WRITE, DELETE]);
  });

  it("every operation needs what its effect says, called by itself or through a runner, by tool name or id", () => {
    const needs = { read: [READ], create: [READ, WRITE], update: [READ, WRITE], delete: [READ, WRITE, DELETE] };
    for (const { tool, id, effect } of manifest) {
      expect(neededScopes(call(tool), manifest), tool).toEqual(needs[effect]);
      for (const runner of ["run_read_operation", "run_write_operation"])
        for (const named of [tool, id]) expect(neededScopes(call(runner, { tool: named }), manifest), `${runner} ${named}`).toEqual(needs[effect]);
    }
    expect(new Set(manifest.map(({ effect }) => effect)).size).toBe(4);
  });

  it("names the calls that are beyond what was granted, with what they were given, directly and through a runner", () => {
    const input = { webinar_id: "82834512568" };
    const runner = call("run_write_operation", { tool: "webinars.delete", arguments: input });
    const body = [call("get_webinar", input), call("delete_webinar", input), runner, call("update_webinar", input), { method: "ping" }];
    const named = (granted: readonly string[]) => callsBeyond(body, manifest, granted).map(({ entry, input: given }) => [entry.id, given]);
    const deletions = [
      ["webinars.delete", input],
      ["webinars.delete", input],
    ];
    expect(named([READ])).toEqual([...deletions, ["webinars.update", input]]);
    expect(named([READ, WRITE])).toEqual(deletions);
    expect(named(SCOPES)).toEqual([]);
  });

  it("what a batch needs is what its broadest call needs", () => {
    expect(neededScopes([call("get_webinar"), call("delete_webinar"), { method: "ping" }], manifest)).toEqual([READ, WRITE, DELETE]);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["text", "delete_webinar"],
    ["another method", { method: "tools/list", params: { name: "delete_webinar" } }],
    ["an unknown tool", call("delete_everything")],
    ["a tool named by no text", call(["delete_webinar"])],
    ["a runner without arguments", call("run_write_operation")],
    ["a runner with a list", call("run_write_operation", ["delete_webinar"])],
    ["an id where a tool belongs", call("webinars.delete")],
  ])("reading is enough for %s", (_what, body) => expect(neededScopes(body, manifest)).toEqual([READ]));
});
