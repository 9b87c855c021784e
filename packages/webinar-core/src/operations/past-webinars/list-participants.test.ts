import { HELD } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { listInstances } from "./list-instances.ts";
import { listParticipants } from "./list-participants.ts";

const uuidOf = async ({ run }: ReturnType<typeof emulated>) => (await run(listInstances, { webinar_id: HELD })).webinars?.[0]?.uuid as string;

describe("pastWebinars.listParticipants", () => {
  it("one row per joining, its length in seconds and minutes, the e-mail from where Zoom has it", async () => {
    const { run, seen } = emulated();
    const { participants, complete } = await run(listParticipants, { webinar_uuid: HELD, full: true });
    expect(seen()).toMatchObject([{ path: `/v2/past_webinars/${HELD}/participants`, query: { page_size: "30" } }]);
    expect(complete).toBe(true);
    expect(participants).toHaveLength(5);
    const mina = participants.filter(({ email }) => email === "mina@example.com");
    expect(mina.map(({ duration_seconds, duration_minutes }) => [duration_seconds, duration_minutes])).toEqual([
      [1140, 19],
      [1380, 23],
    ]);
    expect(participants.find(({ name }) => name === "Visitor")).toMatchObject({ email: null, registrant_id: null, internal_user: false });
  });

  it("takes a UUID that starts with a slash, by either name", async () => {
    const zoom = emulated();
    const uuid = await uuidOf(zoom);
    expect(uuid).toMatch(/^\//);
    zoom.seen();
    for (const input of [{ webinar_uuid: uuid }, { webinar_id: uuid }])
      expect((await zoom.run(listParticipants, input)).participants).toHaveLength(5);
    for (const { path } of zoom.seen()) expect(path).toContain("%252F");
  });

  it("reaches every page: by token, or all at once", async () => {
    const zoom = emulated();
    const first = await zoom.run(listParticipants, { webinar_id: HELD, page_size: 3 });
    expect(first).toMatchObject({ complete: false, next_page_token: expect.stringMatching(/./) });
    const last = await zoom.run(listParticipants, { webinar_id: HELD, page_size: 3, next_page_token: first.next_page_token as string });
    expect(last).toMatchObject({ complete: true, next_page_token: null });
    zoom.seen();
    const all = await zoom.run(listParticipants, { webinar_id: HELD, page_size: 2, all: true });
    expect(all.participants).toEqual([...first.participants, ...last.participants]);
    expect(all.complete).toBe(true);
    expect(zoom.seen()).toHaveLength(3);
  });

  it.each([
    ["neither name", {}],
    ["both names", { webinar_id: HELD, webinar_uuid: HELD }],
    ["words", { webinar_uuid: "the last one" }],
  ])("refuses %s before asking Zoom", async (_what, input) => {
    const { refusal, seen } = emulated();
    expect(await refusal(listParticipants, input)).toMatchObject({ code: "input_invalid", faults: [{ field: "webinar_uuid" }] });
    expect(seen()).toEqual([]);
  });

  it("says when there is no such webinar", async () => {
    expect(await emulated().refusal(listParticipants, { webinar_id: "99999999999" })).toMatchObject({ code: "not_found" });
  });
});
