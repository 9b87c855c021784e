import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileStore, memoryStore } from "@zoom-webinar/foundation";
import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { type Emulated, emulated } from "@zoom-webinar/testing/emulated";
import { afterEach, describe, expect, it } from "vitest";
import { addPanelists } from "../operations/panelists/add.ts";
import { addRegistrant } from "../operations/registrants/add.ts";
import type { SessionOptions } from "../session/options.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const people = (count: number, from = 0, domain = "example.com") => Array.from({ length: count }, (_, at) => `p${from + at}@${domain}`);
const invite = ({ run }: Emulated, panelist_emails: string[]) => run(addPanelists, { webinar_id: UPCOMING, panelist_emails });
const limited = (session: SessionOptions) => emulated({ session: { safety: "trusted", ...session } });
const writes = ({ seen }: Emulated) => seen().filter(({ method }) => method !== "GET");

describe("a cap on recipients", () => {
  it("refuses a call that is beyond it before anything is sent, and lets a call that just reaches it through, in every safety mode", async () => {
    for (const safety of ["trusted", "confirm"] as const) {
      const zoom = limited({ safety, mostRecipients: { call: 3, day: null } });
      const refused = await zoom.refusal(addPanelists, { webinar_id: UPCOMING, panelist_emails: people(4) });
      expect(refused).toMatchObject({
        code: "not_allowed",
        message: expect.stringContaining("4 people, and one call may reach 3"),
        details: { most: 3 },
      });
      expect(writes(zoom)).toEqual([]);
    }
    const zoom = limited({ mostRecipients: { call: 3, day: null } });
    expect((await invite(zoom, people(3))).results).toHaveLength(3);
  });

  it("counts an address once, and nobody whom Zoom does not write to", async () => {
    const zoom = limited({ mostRecipients: { call: 2, day: 2 } });
    await invite(zoom, [...people(2), ...people(2)]);
    expect((await invite(zoom, people(2))).results).toMatchObject([{ outcome: "skipped" }, { outcome: "skipped" }]);
  });

  it("counts a UTC day for all processes of one account, and starts again with the next", async () => {
    const folder = mkdtempSync(join(tmpdir(), "zw-caps-"));
    folders.push(folder);
    const open = () => limited({ store: fileStore({ folder }), mostRecipients: { call: 3, day: 5 } });
    const [one, other] = [open(), open()];
    await invite(one, people(3));
    const refused = await other.refusal(addPanelists, { webinar_id: UPCOMING, panelist_emails: people(3, 10) });
    expect(refused).toMatchObject({ code: "not_allowed", details: { today: 3, most_a_day: 5 } });
    await invite(other, people(2, 10));
    other.clock.advance(86_400_000);
    await invite(other, people(3, 20));
  });

  it("does not count what was only previewed, or what Zoom refused", async () => {
    const zoom = limited({ safety: "confirm", store: memoryStore(), mostRecipients: { call: 2, day: 2 } });
    const ask = (emails: string[]) => zoom.refusal(addPanelists, { webinar_id: UPCOMING, panelist_emails: emails });
    const first = await ask(people(2));
    expect(await ask(people(2, 5))).toMatchObject({ code: "confirmation_required" });
    await zoom.run(addPanelists, { webinar_id: UPCOMING, panelist_emails: people(2) }, { confirmToken: first.details.confirm_token as string });
    expect(await ask(people(1, 5))).toMatchObject({ code: "not_allowed" });
    const other = limited({ mostRecipients: { call: 1, day: 1 } });
    other.emulator.controls.addFault({ kind: "status", status: 400, endpoint: "POST /webinars/{webinarId}/panelists" });
    await other.refusal(addPanelists, { webinar_id: UPCOMING, panelist_emails: people(1) });
    expect((await invite(other, people(1))).results).toMatchObject([{ outcome: "done" }]);
  });
});

describe("domains that Zoom may write to", () => {
  it("refuses a call that reaches another domain, naming it, in whatever case", async () => {
    const zoom = limited({ recipientDomains: ["Example.com"] });
    const refused = await zoom.refusal(addPanelists, {
      webinar_id: UPCOMING,
      panelist_emails: ["a@EXAMPLE.com", "b@example.org", "c@sub.example.com"],
    });
    expect(refused).toMatchObject({ code: "not_allowed", details: { domains: ["example.org", "sub.example.com"] } });
    expect(writes(zoom)).toEqual([]);
    expect((await invite(zoom, ["a@EXAMPLE.com"])).results).toMatchObject([{ outcome: "done" }]);
  });

  it.each(["bücher.example", "Bu\u0308cher.example", "XN--Bcher-kva.example"])(
    "are the same in every spelling: %s allows ada@xn--bcher-kva.example",
    async (domain) => {
      const zoom = limited({ recipientDomains: [domain] });
      expect((await invite(zoom, ["ada@xn--bcher-kva.example"])).results).toMatchObject([{ outcome: "done" }]);
      expect(await zoom.refusal(addPanelists, { webinar_id: UPCOMING, panelist_emails: ["ada@bucher.example", "ada@bücher.example"] })).toMatchObject(
        {
          details: { domains: ["bucher.example"] },
        },
      );
    },
  );

  it("holds for one registration as for many", async () => {
    const zoom = limited({ recipientDomains: ["example.org"] });
    expect(await zoom.refusal(addRegistrant, { webinar_id: UPCOMING, email: "rosa@example.com", first_name: "Rosa" })).toMatchObject({
      code: "not_allowed",
    });
  });
});
