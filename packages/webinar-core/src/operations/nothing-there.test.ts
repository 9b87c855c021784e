import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
import { describe, expect, it } from "vitest";
import { previewOperation } from "../run.ts";
import { deleteWallpaper } from "./branding/delete-wallpaper.ts";
import { operations } from "./index.ts";
import { removeAllPanelists } from "./panelists/remove-all.ts";
import { deleteSurvey } from "./survey/delete.ts";

/** Operations that take away whatever a webinar has of a kind, and what they say if it has none. */
const ALL_OF_A_KIND = [
  [removeAllPanelists, "panelists"],
  [deleteSurvey, "survey"],
  [deleteWallpaper, "wallpaper"],
] as const;

/** A webinar that was just made, and has nothing. */
const bare = async () => {
  const zoom = emulated({ session: { safety: "confirm" } });
  const { webinar } = await zoom.run(operations.webinars.create, {
    user_id: "ada@example.com",
    topic: "Tides",
    start_time: "2027-06-01T10:00",
    timezone: "Europe/Berlin",
    duration: 30,
  });
  zoom.seen();
  return { zoom, webinar_id: String(webinar.id), writes: () => zoom.seen().filter(({ method }) => method !== "GET") };
};

describe("an operation that removes everything of a kind, if there is nothing to remove", () => {
  it.each(ALL_OF_A_KIND)("$id says so, asks nobody and sends nothing", async (operation, what) => {
    const { zoom, webinar_id, writes } = await bare();
    const said = `Webinar ${webinar_id} has no ${what}: nothing to do`;
    const answer = await zoom.run(operation, { webinar_id });
    expect(answer).toEqual({ done: operation.tool, webinar_id, nothing_to_do: said });
    expect(operation.describe(answer, { webinar_id })).toBe(said);
    expect(await previewOperation(operation, { webinar_id }, zoom.session)).toMatchObject({ summary: `${said}.`, idle: true });
    expect(writes()).toEqual([]);
  });

  it.each(ALL_OF_A_KIND)("$id says nothing of the kind of a webinar that is not there", async (operation) => {
    const { zoom } = await bare();
    expect(await zoom.refusal(operation, { webinar_id: "99999999999" })).toMatchObject({ code: "not_found" });
  });
});

it("what an app may not look at is asked about in any case", async () => {
  const scopes = endpoints["DELETE /webinars/{webinarId}/branding/wallpaper"].scopes.granular.filter((scope) => scope.endsWith(":admin"));
  const zoom = emulated({ session: { safety: "confirm" }, scopes });
  expect(await zoom.refusal(deleteWallpaper, { webinar_id: UPCOMING })).toMatchObject({ code: "confirmation_required" });
});
