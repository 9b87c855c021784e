import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { importWorld } from "../../test/import-world.ts";
import { purgeLocalData } from "./purge.ts";

it("removes nothing if nothing was left", async () => {
  const world = await importWorld();
  try {
    expect(await world.run(purgeLocalData, { older_than: "0d" })).toEqual({ removed: [], kept: [] });
  } finally {
    await world.remove();
  }
});

it("refuses in a session that keeps no files", async () => {
  expect(await emulated().refusal(purgeLocalData, {})).toMatchObject({ code: "not_allowed" });
});
