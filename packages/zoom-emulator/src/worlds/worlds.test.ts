import { virtualClock } from "@zoom-webinar/foundation";
import { expect, test } from "vitest";
import { createEmulator } from "../create.ts";
import { askToken, probe } from "../test/probe.ts";
import { expand } from "../time/recurrence.ts";
import { WORLD_NAMES, type WorldName } from "./names.ts";

const NAMES = WORLD_NAMES as readonly WorldName[];
const SMALL = NAMES.filter((name) => name !== "large");

test.each(SMALL)("%s is the same for the same seed and time, another for another seed", async (world) => {
  const text = async (seed: string) => JSON.stringify(await createEmulator({ world, seed, clock: virtualClock() }).state.snapshot());
  const one = await text("one");
  expect((await text("one")) === one).toBe(true); // compared here: a difference of this length is not worth printing
  expect((await text("two")) === one).toBe(false);
});

test.each(SMALL)("all of %s can be read through the API, as documented", async (world) => {
  const { call, emulator } = await probe({ world, rateLimits: false });
  for (const { id, type, isEvents, start_time, recurrence, occurrences, duration, registrants, instances } of await emulator.state.webinars()) {
    const { body } = await call("GET", `/webinars/${id}?show_previous_occurrences=true`);
    expect(body).toMatchObject({ id, type });
    for (const part of ["registrants", "registrants/questions", "panelists", "polls", "survey", "branding", "tracking_sources"]) {
      expect([part, (await call("GET", `/webinars/${id}/${part}`)).status]).toEqual([part, 200]);
    }
    const listed = ["approved", "pending", "denied"].map((status) => call("GET", `/webinars/${id}/registrants?status=${status}`));
    const counts = (await Promise.all(listed)).map((answer) => answer.body.total_records);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(registrants.length);
    expect((await call("GET", `/past_webinars/${id}/instances`)).body.webinars).toHaveLength(instances.length);
    if (instances.length > 0) {
      for (const part of ["participants", "absentees", "qa", "polls"]) expect((await call("GET", `/past_webinars/${id}/${part}`)).status).toBe(200);
    }
    if (recurrence !== null) {
      const planned = expand(recurrence, { startMs: Date.parse(start_time ?? ""), zone: "UTC", duration, cap: 50 });
      expect(planned.map(({ occurrence_id }) => occurrence_id)).toEqual(occurrences.map(({ occurrence_id }) => occurrence_id));
    }
    expect((await call("PATCH", `/webinars/${id}`, { agenda: "Changed" })).status).toBe(isEvents ? 400 : 204);
  }
});

test("rejoins: three instances, of which the last is full of people who come and go", async () => {
  const { call, emulator } = await probe({ world: "rejoins" });
  const [stormy, calm] = await emulator.state.webinars();
  expect([stormy?.instances.length, calm?.instances.length]).toEqual([3, 2]);
  const { participants } = (await call("GET", `/past_webinars/${stormy?.id}/participants?page_size=300`)).body;
  const rows = new Map<string, number>();
  for (const { registrant_id } of participants) if (registrant_id !== undefined) rows.set(registrant_id, (rows.get(registrant_id) ?? 0) + 1);
  expect([rows.size, Math.max(...rows.values())]).toEqual([30, 3]);
  const guests = participants.filter(({ user_email }: { user_email: string }) => user_email === "");
  expect(guests.map(({ name }: { name: string }) => name)).toEqual(["Visitor", "Walk-in", "Bert Muster", "Visitor"]);
  expect((await call("GET", `/past_webinars/${stormy?.id}/absentees?page_size=300`)).body.total_records).toBe(10);
  expect(participants.some(({ duration }: { duration: number }) => duration === 0)).toBe(true);
});

test("conference-series: what Zoom Events holds shows as such, or not at all", async () => {
  const { call } = await probe({ world: "conference-series" });
  const list = async (query = "") => (await call("GET", `/users/ada@example.com/webinars${query}`)).body.webinars;
  const marked = (await list()).filter(({ is_events_webinar }: { is_events_webinar?: boolean }) => is_events_webinar);
  expect(marked).toMatchObject([{ topic: "Example Conference: Closing panel" }]);
  expect(await list("?include_events_webinar=false")).toHaveLength((await list()).length - 1);
  expect((await call("DELETE", `/webinars/${marked[0].id}`)).body.code).toBe(3000);
});

test("large: 100,000 sign-ups in pages, and ten thousand joinings", async () => {
  const emulator = createEmulator({ world: "large", clock: virtualClock(), rateLimits: false });
  const { webinars } = await emulator.state.summary();
  expect(webinars.map(({ registrants }) => registrants)).toEqual([
    { approved: 98_000, pending: 1800, denied: 200 },
    { approved: 10_000, pending: 0, denied: 0 },
  ]);
  const [ahead, held] = webinars;
  const { access_token } = (await askToken(emulator)).body;
  const get = async (path: string) =>
    JSON.parse(
      (await emulator.send({ method: "GET", url: `https://api.zoom.us/v2${path}`, headers: { authorization: `Bearer ${access_token}` } })).text,
    );
  const seen = new Set<string>();
  let token = "";
  do {
    const page = await get(`/webinars/${ahead?.id}/registrants?page_size=300&next_page_token=${encodeURIComponent(token)}`);
    for (const { id } of page.registrants) seen.add(id);
    token = page.next_page_token;
  } while (token !== "");
  expect(seen.size).toBe(98_000);
  expect(await get(`/past_webinars/${held?.id}/participants`)).toMatchObject({ total_records: 9501, page_count: 317 });
  expect(await get(`/past_webinars/${held?.id}/absentees`)).toMatchObject({ total_records: 2500 });
});
