import { expect, it } from "vitest";
import { readSettings } from "./settings.ts";

it("plan and head-room are read from the flag, its variable and the short names", () => {
  expect(readSettings({}, {})).toMatchObject({ plan: undefined, headroom: undefined });
  expect(readSettings({ plan: "pro" }, { ZOOM_PLAN: "free", ZOOM_HEADROOM: "0.3" })).toMatchObject({ plan: "pro", headroom: 0.3 });
  expect(readSettings({}, { ZOOM_WEBINAR_PLAN: "business", ZOOM_PLAN: "free" })).toMatchObject({ plan: "business" });
  expect(() => readSettings({}, { ZOOM_PLAN: "gold" })).toThrow("ZOOM_PLAN: expected one of");
  expect(() => readSettings({ headroom: "2" }, {})).toThrow("--headroom: expected a share");
});
