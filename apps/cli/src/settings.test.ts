import { expect, it } from "vitest";
import { readSettings } from "./settings.ts";

it("plan and head-room are read from the flag, its variable and the short names", () => {
  expect(readSettings({}, {}).pace).toEqual({ plan: undefined, headRoom: undefined });
  expect(readSettings({ plan: "pro" }, { ZOOM_PLAN: "free", ZOOM_HEADROOM: "0.3" }).pace).toEqual({ plan: "pro", headRoom: 0.3 });
  expect(readSettings({}, { ZOOM_WEBINAR_PLAN: "business", ZOOM_PLAN: "free" }).pace).toMatchObject({ plan: "business" });
  expect(() => readSettings({}, { ZOOM_PLAN: "gold" })).toThrow("ZOOM_PLAN: expected one of");
  expect(() => readSettings({ headroom: "2" }, {})).toThrow("--headroom: expected a share");
});
