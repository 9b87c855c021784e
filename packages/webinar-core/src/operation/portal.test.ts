import { expect, it } from "vitest";
import { portalPage } from "./portal.ts";

it.each([
  ["webinars.list", {}, "webinar/list"],
  ["webinars.get", { webinar_id: "95312345678" }, "webinar/95312345678"],
  ["registrants.list", { webinar_id: "95312345678" }, "webinar/95312345678"],
  ["registrants.list", {}, null],
  ["polls.list", { webinar_id: "9/../x?y" }, "webinar/9%2F..%2Fx%3Fy"],
  ["reports.listQa", { webinar_id: "95312345678" }, "account/my/report"],
  ["users.list", {}, "account/user"],
  ["data.list", {}, null],
])("the portal's page of %s with %j is %s", (id, input, page) => {
  expect(portalPage(id, input)).toBe(page);
});
