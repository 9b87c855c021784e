import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { getRegistrant } from "./get.ts";
import { listRegistrants } from "./list.ts";

it("reads one registrant with answers, the personal link only if asked", async () => {
  const { run, seen } = emulated();
  const id = (await run(listRegistrants, { webinar_id: UPCOMING })).registrants[0]?.id as string;
  seen();
  const person = await run(getRegistrant, { webinar_id: UPCOMING, registrant_id: id });
  expect(person).toMatchObject({ id, email: "mina@example.com", org: "Muster Bakery", status: "approved", redacted: ["join_url"] });
  expect(seen()).toMatchObject([{ path: `/v2/webinars/${UPCOMING}/registrants/${encodeURIComponent(id)}` }]);
  expect((await run(getRegistrant, { webinar_id: UPCOMING, registrant_id: id, include_join_links: true })).join_url).toContain("tk=");
});

it("says so if there is no such registrant", async () => {
  const { refusal } = emulated();
  expect(await refusal(getRegistrant, { webinar_id: UPCOMING, registrant_id: "nobody" })).toMatchObject({ code: "not_found" });
});
