import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { importWorld } from "../../test/import-world.ts";
import { listLocalData } from "./list.ts";

it("lists nothing if nothing was left, and which kinds of files lie elsewhere", async () => {
  const world = await importWorld();
  try {
    const { files, also } = await world.run(listLocalData, {});
    expect(files).toEqual([]);
    expect(also.join()).toContain("--log-file");
  } finally {
    await world.remove();
  }
});

it("refuses in a session that keeps no files", async () => {
  expect(await emulated().refusal(listLocalData, {})).toMatchObject({ code: "not_allowed", hint: expect.stringContaining("stateFolder") });
});
