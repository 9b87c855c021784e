import { HELD } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { listInstances } from "./list-instances.ts";

it("lists the times a webinar was held, each with its UUID", async () => {
  const { run, seen } = emulated();
  const { webinars } = await run(listInstances, { webinar_id: HELD });
  expect(webinars).toMatchObject([{ uuid: expect.stringMatching(/^\/.{23}$/), start_time: "2027-01-05T16:00:00Z" }]);
  expect(seen()).toMatchObject([{ method: "GET", path: `/v2/past_webinars/${HELD}/instances` }]);
});

it("takes a webinar ID only, and reports that Zoom does not know it", async () => {
  const { refusal } = emulated();
  expect(await refusal(listInstances, { webinar_id: "/ab//cdefghijklmnopqrs==" })).toMatchObject({ code: "input_invalid" });
  expect((await refusal(listInstances, { webinar_id: "99999999999" })).code).toMatch(/^(not_found|zoom_rejected)$/);
});
