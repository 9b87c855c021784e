import { describe, expect, it } from "vitest";
import { manifest } from "../generated/manifest.ts";
import { didYouMean } from "./input-faults.ts";

const TOOLS = manifest.map(({ tool }) => tool);

describe("what somebody may have meant", () => {
  it.each([
    ["strat", ["state", "start", "stop"], "start"],
    ["lsit", ["get", "last", "list"], "list"],
    ["clode", ["claude"], "claude"],
    ["move", ["remove"], "remove"],
    ["topc", ["topic", "type"], "topic"],
    ["list_panelist", TOOLS, "list_panelists"],
    ["approve_registrants", TOOLS, "approve_webinar_registrants"],
    ["aprove_webinar_registrants", TOOLS, "approve_webinar_registrants"],
  ])("%s is near by its spelling or says less", (wrong, known, meant) => expect(didYouMean(wrong, known)).toBe(meant));

  it.each([
    ["tcsh", ["bash", "zsh", "fish", "powershell"]],
    ["nope", ["code", "claude-code"]],
    ["yes", ["no"]],
    ["move_registrants", ["import_registrants"]],
  ])("nothing is offered for %s, which is only as long as what there is", (wrong, known) => expect(didYouMean(wrong, known)).toBeNull());
});
