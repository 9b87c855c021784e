import { expect, test } from "vitest";
import { planWebinar, probe, refusalOf } from "../../test/probe.ts";

const withWebinar = async () => {
  const probed = await probe();
  const { id } = await planWebinar(probed.call);
  return { ...probed, id, ask: (body: unknown) => probed.call("POST", `/webinars/${id}/invite_links`, body) };
};

test("makes a link for each name, never the same twice", async () => {
  const { ask, id } = await withWebinar();
  const attendees = Array.from({ length: 500 }, (_, index) => ({ name: `Guest ${index}`, disable_video: true }));
  const { status, body } = await ask({ attendees, ttl: 7_776_000 });
  expect([status, body.attendees.length, body.attendees[0].name]).toEqual([201, 500, "Guest 0"]);
  const again = (await ask({ attendees: [{ name: "Guest 0" }] })).body;
  const links = [...body.attendees, ...again.attendees].map(({ join_url }: { join_url: string }) => join_url);
  expect(new Set(links).size).toBe(501);
  expect(links[0]).toContain(`/w/${id}?tk=`);
});

test.each([
  [{}, "attendees"],
  [{ attendees: [] }, "attendees"],
  [{ attendees: Array.from({ length: 501 }, () => ({ name: "G" })) }, "attendees"],
  [{ attendees: [{ name: "n".repeat(65) }] }, "attendees[0].name"],
  [{ attendees: [{ name: "G" }], ttl: 7_776_001 }, "ttl"],
  [{ attendees: [{ name: "G" }], ttl: -1 }, "ttl"],
])("refuses what is too much or too little", async (body, field) => {
  const { ask } = await withWebinar();
  expect(refusalOf(await ask(body))).toBe(`400/300 Validation Failed. [${field}]`);
});
