import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { createWebinar } from "../webinars/create.ts";
import { addRegistrantBatch } from "./add-batch.ts";

const people = [
  { email: "rosa@example.com", first_name: "Rosa", last_name: "Ember" },
  { email: "tove@example.com", first_name: "Tove" },
];

describe("registrants.addBatch", () => {
  it("registers several in one call, and says where they stand", async () => {
    const { run, seen } = emulated();
    const added = await run(addRegistrantBatch, { webinar_id: UPCOMING, registrants: people });
    expect(added).toMatchObject({
      registrants: [{ email: "rosa@example.com", status: "pending", registrant_id: expect.any(String) }, { status: "pending" }],
    });
    expect(
      seen()
        .filter(({ method }) => method !== "GET")
        .at(-1),
    ).toMatchObject({ method: "POST", path: `/v2/webinars/${UPCOMING}/batch_registrants`, body: { registrants: people } });
  });

  it("approves at once if asked to, links only if asked for", async () => {
    const { run } = emulated();
    const input = { webinar_id: UPCOMING, registrants: people, auto_approve: true };
    const added = await run(addRegistrantBatch, input);
    expect(added).toMatchObject({ registrants: [{ status: "approved" }, { status: "approved" }], redacted: ["registrants[].join_url"] });
    expect((await run(addRegistrantBatch, { ...input, include_join_links: true })).registrants[0]?.join_url).toContain("tk=");
  });

  it("asks first, with the number of people and their domains", async () => {
    const { refusal, seen } = emulated({ session: { safety: "confirm" } });
    expect(await refusal(addRegistrantBatch, { webinar_id: UPCOMING, registrants: people })).toMatchObject({
      code: "confirmation_required",
      details: { preview: { recipients: { count: 2, domains: [{ domain: "example.com", count: 2 }] } } },
    });
    expect(seen().every(({ method }) => method === "GET")).toBe(true);
  });

  it("refuses more than thirty, the same person twice, and a recurring webinar, before anybody is asked", async () => {
    const { run, refusal } = emulated();
    const many = Array.from({ length: 31 }, (_, at) => ({ email: `p${at}@example.com`, first_name: "P" }));
    expect(await refusal(addRegistrantBatch, { webinar_id: UPCOMING, registrants: many })).toMatchObject({
      code: "input_invalid",
      message: expect.stringContaining("at most 30 items, got 31"),
    });
    const twice = [...people, { email: "ROSA@example.com", first_name: "R" }];
    expect(await refusal(addRegistrantBatch, { webinar_id: UPCOMING, registrants: twice })).toMatchObject({
      code: "input_invalid",
      faults: [{ field: "registrants.2.email" }],
    });
    const { webinar } = await run(createWebinar, {
      user_id: HOST,
      topic: "Series",
      start_time: "2027-03-15T15:00:00Z",
      registration: "automatic",
      recurrence: { type: 1, end_times: 2 },
    });
    expect(await refusal(addRegistrantBatch, { webinar_id: webinar.id as string, registrants: people })).toMatchObject({
      code: "input_invalid",
      faults: [{ field: "webinar_id" }],
    });
    const asking = emulated({ session: { safety: "confirm" } });
    const same = { webinar_id: UPCOMING, registrants: [people[0], people[0]] };
    expect(await asking.refusal(addRegistrantBatch, same)).toMatchObject({ code: "input_invalid", faults: [{ field: "registrants.1.email" }] });
  });
});
