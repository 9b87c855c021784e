import { memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { HOST, NOW } from "@zoom-webinar/testing/emulated";
import { createEmulator, DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { expect, it } from "vitest";
import { getUser } from "../operations/users/get.ts";
import { runOperation } from "../run.ts";
import { describeWait } from "./describe-wait.ts";
import { createSession } from "./session.ts";

it("a call says in words why it waits, if the wait is long", async () => {
  expect(describeWait({ endpoint: "GET /users", reason: "pace", waitMs: 400 })).toBeNull();
  const clock = virtualClock(NOW, { autoAdvance: "when-idle" });
  const { send } = createEmulator({ clock, plan: "free" });
  const session = createSession({ send, credentials: DEMO_CREDENTIALS, clock, store: memoryStore({ clock }), pace: { plan: "free", headRoom: 0.5 } });
  const told: string[] = [];
  const ask = () => runOperation(getUser, { user_id: HOST }, session, { onWait: (message) => told.push(message) });
  await Promise.all(Array.from({ length: 6 }, ask));
  expect(told.length).toBeGreaterThan(0);
  expect(told.at(-1)).toMatch(/^waiting \d s to keep to Zoom's rate limit$/);
});
