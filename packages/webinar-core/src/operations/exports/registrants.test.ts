import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { addRegistrant } from "../registrants/add.ts";
import { exportRegistrants } from "./registrants.ts";

it("gives a row for each person who registered, with what they said about themselves", async () => {
  const { run } = emulated();
  const person = { email: "ida@example.com", first_name: "Ida", last_name: "Specimen", org: "Tidal Works", job_title: "Diver" };
  await run(addRegistrant, { webinar_id: UPCOMING, ...person });
  const { rows } = await run(exportRegistrants, { webinar_id: UPCOMING, all: true });
  expect(rows.find(({ email }) => email === "ida@example.com")).toMatchObject({
    ...{ name: "Ida Specimen", status: "pending", org: "Tidal Works", job_title: "Diver", change: "new", person: null, minutes: null },
    registered_at: expect.stringMatching(/Z$/),
  });
});

it("names the topic of one webinar as among all of a time, on every page", async () => {
  const { run } = emulated();
  const { rows } = await run(exportRegistrants, { webinar_id: UPCOMING, all: true, page_size: 1 });
  expect(rows.length).toBeGreaterThan(1);
  expect(new Set(rows.map(({ topic }) => topic))).toEqual(new Set(["Product tour: what is new"]));
});

it("refuses a webinar that Zoom does not know", async () => {
  const { refusal } = emulated();
  expect(await refusal(exportRegistrants, { webinar_id: "99999999999" })).toMatchObject({ code: "not_found" });
});

it("gives registrants of the statuses that are asked for, over pages and in any order", async () => {
  const { run } = emulated();
  const all = await run(exportRegistrants, { webinar_id: UPCOMING, all: true });
  const some = await run(exportRegistrants, { webinar_id: UPCOMING, all: true, page_size: 1, status: ["denied", "pending"] });
  const keysOf = (rows: typeof all.rows) => rows.map(({ row_id }) => row_id).sort();
  expect(keysOf(some.rows)).toEqual(keysOf(all.rows.filter(({ status }) => status !== "approved")));
  expect(some.rows.length).toBeGreaterThan(0);
  expect(some.rows.length).toBeLessThan(all.rows.length);
});
