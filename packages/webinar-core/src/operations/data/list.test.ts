import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { importWorld } from "../../test/import-world.ts";
import { listLocalData } from "./list.ts";

it("lists nothing if nothing was left, and which kinds of files lie elsewhere", async () => {
  const world = await importWorld();
  try {
    const listed = await world.run(listLocalData, { full: true });
    expect(listed).toMatchObject({ files: [], kinds: [], elsewhere: [] });
    expect(listed.also.join()).toContain("--log-file");
    expect(listed.also.join()).toContain("(auth list shows it)");
    expect(listLocalData.describe(listed, {})).toMatch(/^0 files in .*state, 0 elsewhere$/);
  } finally {
    await world.remove();
  }
});

it("refuses in a session that keeps no files", async () => {
  expect(await emulated().refusal(listLocalData, {})).toMatchObject({ code: "not_allowed", hint: expect.stringContaining("stateFolder") });
});
