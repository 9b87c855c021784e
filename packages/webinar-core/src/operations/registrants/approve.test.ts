import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { createWebinar } from "../webinars/create.ts";
import { listWebinars } from "../webinars/list.ts";
import { addRegistrant } from "./add.ts";
import { approveRegistrants } from "./approve.ts";
import { listRegistrants } from "./list.ts";

const open = async (options: Parameters<typeof emulated>[0] = {}) => {
  const zoom = emulated(options);
  return { ...zoom, webinar_id: (await zoom.run(listWebinars, { user_id: HOST })).webinars[0]?.id as string };
};

describe("registrants.approve", () => {
  it("approves by PUT, by e-mail in any case or by id, with a row for each", async () => {
    const { run, seen, webinar_id } = await open();
    const pending = (await run(listRegistrants, { webinar_id, status: "pending" })).registrants;
    seen();
    const kim = pending.find(({ email }) => email === "kim@example.com")?.id as string;
    const { results } = await run(approveRegistrants, { webinar_id, registrants: ["JUAN@example.com", kim, "mina@example.com"] });
    expect(results).toMatchObject([
      { registrant: "JUAN@example.com", email: "juan@example.com", outcome: "done" },
      { registrant: kim, email: "kim@example.com", outcome: "done" },
      { email: "mina@example.com", outcome: "skipped", message: "was approved already" },
    ]);
    const writes = seen().filter(({ method }) => method !== "GET");
    expect(writes).toMatchObject([{ method: "PUT", path: `/v2/webinars/${webinar_id}/registrants/status`, body: { action: "approve" } }]);
    expect(writes[0]?.body).toHaveProperty("registrants.length", 2);
    expect((await run(listRegistrants, { webinar_id })).registrants).toHaveLength(5);
  });

  it("previews exactly whom Zoom writes to, and mails each once", async () => {
    const { run, refusal, emulator, webinar_id } = await open({ session: { safety: "confirm" } });
    const input = { webinar_id, registrants: ["juan@example.com", "mina@example.com"] };
    const { details } = await refusal(approveRegistrants, input);
    expect(details).toMatchObject({
      preview: { targets: [{ kind: "registrant", label: "Juan Ejemplo <juan@example.com>" }], recipients: { count: 1 } },
    });
    expect(await emulator.mailLog()).toEqual([]);
    await run(approveRegistrants, input, { confirmToken: details.confirm_token as string });
    expect((await emulator.mailLog()).map(({ to, kind }) => [to, kind])).toEqual([["juan@example.com", "approved"]]);
  });

  it("refuses the whole call if somebody is not registered, naming them", async () => {
    const { run, refusal, webinar_id } = await open();
    expect(await refusal(approveRegistrants, { webinar_id, registrants: ["juan@example.com", "nobody@example.com"] })).toMatchObject({
      code: "not_found",
      message: expect.stringContaining("nobody@example.com"),
      details: { missing: ["nobody@example.com"] },
    });
    expect((await run(listRegistrants, { webinar_id, status: "pending" })).registrants).toHaveLength(2);
  });

  it("goes in slices of thirty, and reports each outcome if a slice fails", async () => {
    const { run, refusal, emulator, seen } = await open();
    const { webinar } = await run(createWebinar, { user_id: HOST, topic: "Many", start_time: "2027-03-15T15:00:00Z", registration: "manual" });
    const webinar_id = webinar.id as string;
    const people = Array.from({ length: 35 }, (_, i) => `p${i}@example.com`);
    for (const email of people) await run(addRegistrant, { webinar_id, email, first_name: "P" });
    seen();
    emulator.controls.addFault({
      kind: "status",
      status: 400,
      body: JSON.stringify({ code: 3035, message: "Capacity reached." }),
      endpoint: "PUT /webinars/{webinarId}/registrants/status",
      times: 1,
    });
    const error = await refusal(approveRegistrants, { webinar_id, registrants: people });
    expect(error.code).toBe("partial");
    const items = error.details.items as { outcome: string }[];
    expect(items.filter(({ outcome }) => outcome === "failed")).toHaveLength(30);
    expect(items.filter(({ outcome }) => outcome === "done")).toHaveLength(5);
  });
});

describe("what an assistant reads of a decision", () => {
  const decided = (count: number) => ({
    webinar_id: "1",
    action: "approve" as const,
    results: Array.from({ length: count }, (_none, at) => ({
      id: `r${at}`,
      email: `p${at}@example.com`,
      outcome: at === 3 ? ("skipped" as const) : ("done" as const),
    })),
  });
  const input = { webinar_id: "1", registrants: ["a@example.com"] };

  it("is everybody of a few, and of many those for whom it was not done, with how many the others are", () => {
    const few = decided(10);
    expect(approveRegistrants.brief?.(few, input)).toEqual(few);
    const many = decided(45);
    const brief = approveRegistrants.brief?.(many, input);
    expect(brief).toMatchObject({ results: [{ id: "r3", outcome: "skipped" }], done_too: 44 });
    expect(approveRegistrants.describe(many, input)).toBe("44 of 45 approved");
    expect(approveRegistrants.brief?.(many, { ...input, full: true })).toEqual(many);
  });
});
