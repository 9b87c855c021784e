import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createWebinar } from "./create.ts";
import { getWebinar } from "./get.ts";
import { listWebinars } from "./list.ts";

const upcoming = async (zoom: ReturnType<typeof emulated>) => (await zoom.run(listWebinars, { user_id: HOST })).webinars[0]?.id as string;

it("reads a webinar with its settings, and withholds the host's link by name", async () => {
  const zoom = emulated();
  const webinar = await zoom.run(getWebinar, { webinar_id: await upcoming(zoom) });
  expect(webinar).toMatchObject({
    topic: "Product tour: what is new",
    settings: { approval_type: 1 },
    redacted: expect.arrayContaining(["start_url"]),
  });
  expect(JSON.stringify(webinar)).not.toMatch(/zak=/);
});

it("takes the id as Zoom prints it", async () => {
  const zoom = emulated();
  const id = await upcoming(zoom);
  zoom.seen();
  expect(await zoom.run(getWebinar, { webinar_id: `${id.slice(0, 3)} ${id.slice(3, 7)} ${id.slice(7)}` })).toMatchObject({ id });
  expect(zoom.seen()[0]?.path).toBe(`/v2/webinars/${id}`);
});

it("reads one date, and shows dates that are over if asked to", async () => {
  const zoom = emulated();
  const { webinar, dates } = await zoom.run(createWebinar, {
    user_id: HOST,
    topic: "Days",
    start_time: "2027-01-16T10:00:00Z",
    recurrence: { type: 1, end_times: 3 },
  });
  const webinar_id = webinar.id as string;
  const occurrence_id = dates[1]?.occurrence_id as string;
  expect(await zoom.run(getWebinar, { webinar_id, occurrence_id })).toMatchObject({ start_time: "2027-01-17T10:00:00Z" });
  await zoom.emulator.controls.advanceClock(36 * 3_600_000);
  expect((await zoom.run(getWebinar, { webinar_id })).occurrences).toHaveLength(2);
  expect((await zoom.run(getWebinar, { webinar_id, show_previous_occurrences: true })).occurrences).toHaveLength(3);
  expect(zoom.seen().at(-1)?.query).toEqual({ show_previous_occurrences: "true" });
});

it("takes a UUID that starts with a slash or holds two, encoded twice", async () => {
  const zoom = emulated();
  const state = await zoom.emulator.state.snapshot();
  const uuids = Object.values(state.webinars).flatMap(({ uuid, instances }) => [uuid, ...instances.map((instance) => instance.uuid)]);
  const slashed = uuids.find((uuid) => uuid.startsWith("/")) as string;
  expect(slashed).toBeDefined();
  expect(await zoom.run(getWebinar, { webinar_id: slashed })).toMatchObject({ topic: expect.any(String) });
  expect(zoom.seen().at(-1)?.path).toContain("%252F");
});

it("refuses what is neither id nor UUID, and says when there is no such webinar", async () => {
  const { refusal, seen } = emulated();
  expect(await refusal(getWebinar, { webinar_id: "my webinar" })).toMatchObject({ code: "input_invalid", faults: [{ field: "webinar_id" }] });
  expect(seen()).toEqual([]);
  expect(await refusal(getWebinar, { webinar_id: "99999999999" })).toMatchObject({
    code: "not_found",
    message: expect.stringContaining("99999999999"),
  });
});
