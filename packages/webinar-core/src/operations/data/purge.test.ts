import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { previewOperation } from "../../run.ts";
import { importWorld } from "../../test/import-world.ts";
import { purgeLocalData } from "./purge.ts";

it("removes nothing if nothing was left", async () => {
  const world = await importWorld();
  try {
    const removed = await world.run(purgeLocalData, { older_than: "0d" });
    expect(removed).toEqual({ removed: [], kept: [] });
    expect(purgeLocalData.describe(removed, { older_than: "0d" })).toMatch(/^Nothing to remove: nothing that is done is older than 0 days;/);
    expect(await previewOperation(purgeLocalData, { older_than: "0d" }, world.process())).toMatchObject({ idle: true, targets: [] });
  } finally {
    await world.remove();
  }
});

it("refuses in a session that keeps no files", async () => {
  expect(await emulated().refusal(purgeLocalData, {})).toMatchObject({ code: "not_allowed" });
});
