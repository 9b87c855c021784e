const core = (folder) => `packages/webinar-core/src/${folder}`;
const client = (path) => `packages/zoom-client/src/${path}`;

const time = (...names) => names.map((name) => core(`time/${name}.ts`));
const engine = (...names) => names.map((name) => core(`attendance/engine/${name}.ts`));

/**
 * What is mutated together: the files, the tests that run against each mutant, and the score below which the tests are to be strengthened. A module that
 * needs more than 25 minutes is cut into parts, each with a run of its own; the tests and the score are those of the whole module.
 */
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
  time: {
    parts: {
      clock: time(
        "day-words",
        "dotted-date",
        "host-zone",
        "local-time",
        "minutes",
        "past",
        "start-time",
        "temporal",
        "told-time",
        "wall-minute",
        "window",
        "zone",
      ),
      rhythm: time("recurrence", "recurrence-rule"),
    },
    all: core("time/*.ts"),
    tests: [core("time/*.test.ts")],
    least: 80,
  },
  attendance: {
    parts: {
      people: engine("people", "people-of-rows", "roster", "free-seats"),
      stays: engine("joinings", "seconds", "stays", "visits", "concurrent"),
      report: engine("input", "answers", "engagement", "notes", "report", "series", "totals"),
    },
    all: core("attendance/engine/*.ts"),
    tests: [core("attendance/engine/*.test.ts")],
    least: 80,
  },
  settle: {
    mutate: [core("settle/*.ts")],
    // Without those against the emulator: they take seconds for each mutant, and find what these find.
    tests: ["intents", "list-lag", "look", "looks", "planned", "refusal", "settle-slice"].map((name) => core(`settle/${name}.test.ts`)),
    least: 80,
  },
  journal: { mutate: [core("import/journal/*.ts")], tests: [core("import/journal/*.test.ts")], least: 80 },
};
