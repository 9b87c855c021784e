import { virtualClock } from "@zoom-webinar/foundation";
import { expect, test } from "vitest";
import { createEmulator } from "../create.ts";
import { probe } from "../test/probe.ts";

test("the demo world has what a first look needs, at dates that follow the clock", async () => {
  const { webinars } = await createEmulator({ clock: virtualClock() }).state.summary();
  expect(webinars.map(({ topic, host_email, held, registrants }) => [topic, host_email, held, registrants])).toEqual([
    ["Product tour: what is new", "ada@example.com", 0, { approved: 3, pending: 2, denied: 0 }],
    ["Getting started in 45 minutes", "grace@example.com", 1, { approved: 3, pending: 0, denied: 0 }],
    ["The autumn release, live", "ada@example.com", 1, { approved: 66, pending: 0, denied: 2 }],
  ]);
  const starts = async (startMs: number) =>
    (await createEmulator({ clock: virtualClock(startMs) }).state.webinars()).map(({ start_time }) => start_time);
  expect(await starts(Date.UTC(2027, 0, 15, 12))).toEqual(["2027-01-22T15:00:00Z", "2027-01-05T16:00:00Z", "2027-01-11T15:00:00Z"]);
  expect(await starts(Date.UTC(2030, 5, 1))).toEqual(["2030-06-08T15:00:00Z", "2030-05-22T16:00:00Z", "2030-05-28T15:00:00Z"]);
});

test("its ids do not depend on the day", async () => {
  const ids = async (startMs: number) => (await createEmulator({ clock: virtualClock(startMs) }).state.webinars()).map(({ id, uuid }) => [id, uuid]);
  expect(await ids(0)).toEqual(await ids(Date.UTC(2030, 5, 1)));
});

test("all of it can be read through the API, as documented", async () => {
  const { call, emulator } = await probe();
  for (const { id, registrants } of await emulator.state.webinars()) {
    expect((await call("GET", `/webinars/${id}`)).status).toBe(200);
    for (const registrant of registrants) expect((await call("GET", `/webinars/${id}/registrants/${registrant.id}`)).status).toBe(200);
  }
});

test("an empty world has the same people and no webinar", async () => {
  const empty = await createEmulator({ world: "empty" }).state.summary();
  const demo = await createEmulator().state.summary();
  expect([empty.users, empty.webinars]).toEqual([demo.users, []]);
});

test("what is given out of the state is a copy", async () => {
  const emulator = createEmulator();
  const [webinar] = await emulator.state.webinars();
  if (webinar !== undefined) webinar.topic = "Changed outside";
  expect((await emulator.state.webinars())[0]?.topic).toBe("Product tour: what is new");
});
