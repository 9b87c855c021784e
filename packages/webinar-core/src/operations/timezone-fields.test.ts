import { expect, it } from "vitest";
import type { AnyOperation } from "../operation/operation.ts";
import { operations } from "./index.ts";

it("a time zone is checked by every operation that takes one", () => {
  const all: AnyOperation[] = Object.values(operations).flatMap((verbs): AnyOperation[] => Object.values(verbs));
  const takers = all.filter(({ input }) => "shape" in input.def && "timezone" in (input.def.shape as object));
  expect(takers.map(({ id }) => id).sort()).toEqual([
    "attendance.report",
    "webinars.calendar",
    "webinars.clone",
    "webinars.create",
    "webinars.createFromSentence",
    "webinars.createInteractive",
    "webinars.createRecurring",
    "webinars.scheduleFromPrompt",
    "webinars.scheduleRecurringFromPrompt",
    "webinars.update",
  ]);
  for (const { id, input } of takers) {
    const issues = input.safeParse({ timezone: "PST" }).error?.issues ?? [];
    expect(issues.find(({ path }) => path[0] === "timezone")?.message, id).toContain("America/Los_Angeles");
  }
});
