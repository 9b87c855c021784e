import { expect, it } from "vitest";
import { manifest } from "../generated/manifest.ts";
import { TASKS, type Task } from "./tasks.ts";

/** What tasks name that is neither a resource nor an operation. */
const unknownNames = (tasks: readonly Task[]): string[] => {
  const known = new Set(manifest.flatMap(({ id }) => [id, id.slice(0, id.indexOf("."))]));
  return tasks.flatMap(({ holds }) => holds).filter((name) => !known.has(name));
};

it("every name in a task is a resource or an operation", () => {
  expect(unknownNames(TASKS)).toEqual([]);
});

it("finds a name that is neither", () => {
  const planted = [...TASKS, { id: "planted", title: "Planted", holds: ["webinars", "schedule", "webinars.start"] }];
  expect(unknownNames(planted)).toEqual(["schedule", "webinars.start"]);
});
