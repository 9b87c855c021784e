const core = (folder) => `packages/webinar-core/src/${folder}`;
const client = (path) => `packages/zoom-client/src/${path}`;

/** What is mutated together: the files, the tests that run against each mutant, and the score below which the tests are to be strengthened. */
export const MODULES = {
  errors: {
    mutate: ["packages/foundation/src/errors/*.ts", client("errors/*.ts")],
    tests: ["packages/foundation/src/errors/*.test.ts", client("errors/*.test.ts"), client("answered.test.ts"), client("client.test.ts")],
    least: 80,
  },
  retry: {
    mutate: [client("layers/retry.ts"), client("layers/retry-budget.ts"), client("layers/deadline.ts"), client("repeat.ts"), client("breaker.ts")],
    tests: [client("layers/*.test.ts"), client("breaker.test.ts")],
    least: 80,
  },
  pages: {
    mutate: [client("walk-list.ts"), client("seen-rows.ts"), client("text-set.ts")],
    tests: [client("walk-list.test.ts"), client("seen-rows.test.ts"), client("text-set.test.ts")],
    least: 80,
  },
  time: { mutate: [core("time/*.ts")], tests: [core("time/*.test.ts")], least: 80 },
  attendance: { mutate: [core("attendance/engine/*.ts")], tests: [core("attendance/engine/*.test.ts")], least: 80 },
  settle: {
    mutate: [core("settle/*.ts")],
    // Without those against the emulator: they take seconds for each mutant, and find what these find.
    tests: ["accounts", "intents", "list-lag", "look", "planned", "settle-slice"].map((name) => core(`settle/${name}.test.ts`)),
    least: 80,
  },
  journal: { mutate: [core("import/journal/*.ts")], tests: [core("import/journal/*.test.ts")], least: 80 },
};
