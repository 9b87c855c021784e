import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { expect, it } from "vitest";
import { createInviteLinks } from "./create.ts";

const input = { webinar_id: UPCOMING, attendees: [{ name: "Rosa Ember" }, { name: "Tove", disable_video: true }], ttl: 86_400 };

it("gives a link for each name at once, since they are what the call is about", async () => {
  const { run, seen } = emulated();
  const { attendees } = await run(createInviteLinks, input);
  expect(attendees).toMatchObject([
    { name: "Rosa Ember", join_url: expect.stringMatching(/^https:/) },
    { name: "Tove", join_url: expect.any(String) },
  ]);
  expect(attendees?.[0]?.join_url).not.toBe(attendees?.[1]?.join_url);
  const [request] = seen();
  expect(request).toMatchObject({ method: "POST", path: `/v2/webinars/${UPCOMING}/invite_links` });
  expect(request?.body).toEqual({ attendees: input.attendees, ttl: 86_400 });
});

it.each([
  [undefined, "2 hours"],
  [86_400, "1 day"],
  [3_600, "1 hour"],
  [90, "2 minutes"],
])("says how long links with ttl %s work", (ttl, life) => {
  const words = createInviteLinks.describe({ attendees: [{ name: "Rosa Ember" }] }, { ...input, ttl });
  expect(words).toBe(`1 link; keep it, Zoom does not show it again; valid for ${life} from now (ttl)`);
});

it("is refused if the operator gives no personal links", async () => {
  const { refusal, seen } = emulated({ session: { reveal: "shared" } });
  expect(await refusal(createInviteLinks, input)).toMatchObject({ code: "not_allowed", hint: expect.stringContaining("--reveal personal") });
  expect(seen()).toEqual([]);
});

it.each([
  ["nobody", { attendees: [] }, "attendees"],
  ["501 names", { attendees: Array(501).fill({ name: "R" }) }, "attendees"],
  ["a name of 65 characters", { attendees: [{ name: "x".repeat(65) }] }, "attendees.0.name"],
  ["more than 90 days", { ttl: 7_776_001 }, "ttl"],
])("refuses %s before asking Zoom", async (_what, wrong, field) => {
  const { refusal, seen } = emulated();
  expect(await refusal(createInviteLinks, { ...input, ...wrong })).toMatchObject({ code: "input_invalid", faults: [{ field }] });
  expect(seen()).toEqual([]);
});
