import { memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { createEmulator, DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { expect, it } from "vitest";
import { getUser } from "../operations/users/get.ts";
import { runOperation } from "../run.ts";
import { HOST, NOW } from "../test/emulated.ts";
import { describeWait, readPace } from "./pace-settings.ts";
import { createSession } from "./session.ts";

const read = (plan?: string, headroom?: string) =>
  readPace({ plan: { text: plan, from: "--plan" }, headroom: { text: headroom, from: "ZOOM_HEADROOM" } });

it("R3 reads plan and head-room, and names the setting at fault", () => {
  expect(read()).toEqual({ plan: undefined, headRoom: undefined });
  expect(read("pro", "0.25")).toEqual({ plan: "pro", headRoom: 0.25 });
  expect(() => read("gold")).toThrow("--plan: expected one of free, pro, business");
  for (const share of ["1", "-0.1", "ten", " "]) expect(() => read(undefined, share)).toThrow("ZOOM_HEADROOM: expected a share from 0 to 0.9");
});

it("R3 tells a call's waits in words, long ones only", async () => {
  expect(describeWait({ endpoint: "GET /users", reason: "pace", waitMs: 400 })).toBeNull();
  const clock = virtualClock(NOW, { autoAdvance: "when-idle" });
  const { send } = createEmulator({ clock, plan: "free" });
  const session = createSession({ send, credentials: DEMO_CREDENTIALS, clock, store: memoryStore({ clock }), pace: read("free", "0.5") });
  const told: string[] = [];
  const ask = () => runOperation(getUser, { user_id: HOST }, session, { onWait: (message) => told.push(message) });
  await Promise.all(Array.from({ length: 6 }, ask));
  expect(told.length).toBeGreaterThan(0);
  expect(told.at(-1)).toMatch(/^waiting \d s to keep to Zoom's rate limit$/);
});
