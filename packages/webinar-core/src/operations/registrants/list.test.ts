import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createWebinar } from "../webinars/create.ts";
import { listWebinars } from "../webinars/list.ts";
import { addRegistrant } from "./add.ts";
import { listRegistrants } from "./list.ts";

const open = async () => {
  const zoom = emulated();
  return { ...zoom, webinar_id: (await zoom.run(listWebinars, { user_id: HOST })).webinars[0]?.id as string };
};

it("lists those of one status, without their personal links", async () => {
  const { run, seen, webinar_id } = await open();
  seen();
  const page = await run(listRegistrants, { webinar_id });
  expect(seen()).toMatchObject([{ path: `/v2/webinars/${webinar_id}/registrants`, query: { status: "approved", page_size: "30" } }]);
  expect(page.registrants).toHaveLength(3);
  expect(page.registrants[0]).toMatchObject({ email: "mina@example.com", name: "Mina Muster", status: "approved" });
  expect(page).toMatchObject({ redacted: ["registrants[].join_url"] });
  expect(JSON.stringify(page)).not.toContain("tk=");
  expect((await run(listRegistrants, { webinar_id, status: "pending" })).registrants.map(({ email }) => email)).toEqual([
    "juan@example.com",
    "kim@example.com",
  ]);
});

it("gives personal links if the call asks", async () => {
  const { run, webinar_id } = await open();
  const page = await run(listRegistrants, { webinar_id, include_join_links: true });
  expect(page.registrants[0]?.join_url).toContain("tk=");
});

it("reads all pages if asked to, and those of one tracking source", async () => {
  const { run, seen, webinar_id } = await open();
  await run(addRegistrant, { webinar_id, email: "tove@example.com", first_name: "Tove", source_id: "newsletter" });
  seen();
  expect(await run(listRegistrants, { webinar_id, all: true, page_size: 2 })).toMatchObject({
    registrants: { length: 3 },
    complete: true,
    total_records: 3,
  });
  expect(seen().map(({ query }) => query.page_size)).toEqual(["2", "2"]);
  const fromSource = await run(listRegistrants, { webinar_id, status: "pending", tracking_source_id: "newsletter" });
  expect(fromSource.registrants.map(({ email }) => email)).toEqual(["tove@example.com"]);
});

it("names an unknown status, and passes on why Zoom refuses a webinar without registration", async () => {
  const { run, refusal, webinar_id } = await open();
  expect(await refusal(listRegistrants, { webinar_id, status: "aproved" })).toMatchObject({
    code: "input_invalid",
    message: expect.stringContaining("did you mean approved?"),
  });
  const { webinar } = await run(createWebinar, { user_id: HOST, topic: "Open house", start_time: "2027-03-15T15:00:00Z" });
  expect(await refusal(listRegistrants, { webinar_id: webinar.id as string })).toMatchObject({
    code: "zoom_rejected",
    message: expect.stringMatching(/registration/i),
  });
});
