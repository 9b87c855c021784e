import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { createWebinar } from "./create.ts";
import { exportWebinarFile } from "./export.ts";

const input = { user_id: HOST, topic: "Launch", start_time: "2027-03-01T10:00", timezone: "Europe/Berlin", password: "sesame" };

describe("webinars.export", () => {
  it("reads everything with GET, and leaves out passcode, links and what every new webinar has", async () => {
    const { run, seen } = emulated();
    const { webinar } = await run(createWebinar, input);
    seen();
    const { files } = await run(exportWebinarFile, { webinar_id: webinar.id ?? "" });
    expect(files[0]?.text).toMatch(
      /^# yaml-language-server: .*\nid: "\d+"\nhost: ada@example.com\nformat: 1\ntopic: Launch\nstart_time: 2027-03-01T10:00\ntimezone: Europe\/Berlin\nduration: 60\n/,
    );
    expect(files[0]?.text).not.toMatch(/sesame|password|https:\/\/[a-z.]*zoom\.us|auto_recording|practice_session|^registration:/m);
    expect(files[0]?.name).toBe(`2027-03-01-launch-${webinar.id}.yaml`);
    expect(seen().map(({ method }) => method)).toEqual(expect.not.arrayContaining(["POST"]));
  });

  it("refuses a last day before the first, and says that there is nothing in a range", async () => {
    const { run, refusal } = emulated();
    expect(await refusal(exportWebinarFile, { user_id: HOST, from: "2032-06-01", to: "2032-05-30" })).toMatchObject({
      code: "input_invalid",
      faults: [{ field: "to", message: "2032-05-30 is before from, 2032-06-01" }],
    });
    expect(await run(exportWebinarFile, { user_id: HOST, from: "2040-01-01", to: "2040-02-01" })).toEqual({
      files: [],
      notes: [expect.stringMatching(/^0 webinars: /)],
    });
  });

  it("gives the passcode if it is asked for and the operator allows it, and leaves the ID out on request", async () => {
    const { run } = emulated();
    const { webinar } = await run(createWebinar, input);
    const webinar_id = webinar.id ?? "";
    const [open] = (await run(exportWebinarFile, { webinar_id, include_passcode: true, without_ids: true })).files;
    expect(open?.text).toContain("password: sesame");
    expect(open?.text).not.toContain("id:");
    const closed = emulated({ session: { reveal: "none" } });
    const { webinar: other } = await closed.run(createWebinar, input);
    expect((await closed.run(exportWebinarFile, { webinar_id: other.id ?? "", include_passcode: true })).files[0]?.text).not.toContain("sesame");
  });

  it("gives a host's season by its days, and names what Zoom does not give", async () => {
    const { run } = emulated();
    await run(createWebinar, input);
    await run(createWebinar, { ...input, topic: "Later", start_time: "2027-07-01T10:00" });
    const { files } = await run(exportWebinarFile, { user_id: HOST, from: "2027-03-01", to: "2027-03-31" });
    expect(files.map(({ name }) => name.slice(0, 17))).toEqual(["2027-03-01-launch"]);
    const [held] = (await run(exportWebinarFile, { webinar_id: UPCOMING })).files;
    expect(held?.not_possible).toEqual(held?.not_possible.filter(({ why }) => why.length > 10));
  });

  it("wants one webinar or a host, not both", async () => {
    const { refusal } = emulated();
    for (const wrong of [{}, { webinar_id: UPCOMING, user_id: HOST }])
      expect(await refusal(exportWebinarFile, wrong)).toMatchObject({ code: "input_invalid" });
    expect(await refusal(exportWebinarFile, { webinar_id: "99999999999" })).toMatchObject({ code: "not_found" });
  });
});
