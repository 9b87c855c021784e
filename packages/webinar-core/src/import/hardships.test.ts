import { describe, expect, test } from "vitest";
import { hardships } from "../test/import-suite.ts";
import { FAULTS, faulty, ours } from "../test/importers.ts";

const isLong = process.env.FAULTS === "long";

describe.each(["single", "batch"] as const)("an import by %s calls mails nobody twice and loses nobody if", (method) => {
  test.each(hardships(isLong).map((hardship) => [hardship.name, hardship] as const))(
    "%s",
    async (_name, { faultsOf }) => {
      expect(await faultsOf(() => ours(method))).toEqual([]);
    },
    isLong ? 1_200_000 : 120_000,
  );
});

test.each(FAULTS)(
  "these checks catch a small importer with this fault: %s",
  async (fault) => {
    for (const { faultsOf } of hardships(false)) {
      if ((await faultsOf(() => faulty(fault))).length > 0) return;
    }
    expect.fail("no hardship caught it");
  },
  120_000,
);
