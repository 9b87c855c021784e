import { memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { NOW } from "@zoom-webinar/testing/emulated";
import { connect } from "@zoom-webinar/webinar-core";
import { createEmulator, DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { expect, it } from "vitest";

const MINUTE = 60_000;

it.each([
  ["half an hour after its end", 31, false],
  ["a quarter of an hour after its end", 15, true],
])("whether a report of %s may still change depends on Zoom's clock, not on ours", async (_name, minutes, mayChange) => {
  const clock = virtualClock(NOW);
  const emulator = createEmulator({ clock });
  const id = "82834512568";
  await emulator.controls.startWebinar(id);
  await emulator.controls.advanceClock(45 * MINUTE);
  await emulator.controls.endWebinar(id);
  await emulator.controls.advanceClock(minutes * MINUTE);
  const zoom = await connect({ clock, send: emulator.send, credentials: DEMO_CREDENTIALS, store: memoryStore({ clock }), pace: false });
  const { notes } = await zoom.attendance.report({ webinar_id: id });
  expect(notes.some((note) => note.includes("less than 30 minutes"))).toBe(mayChange);
  await zoom.close();
});
