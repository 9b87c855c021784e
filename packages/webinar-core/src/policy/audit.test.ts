import { UnavailableError } from "@zoom-webinar/foundation";
import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import type { AnyOperation } from "../operation/operation.ts";
import { operations } from "../operations/index.ts";
import { type AuditEntry, type AuditStart, hashedEmail } from "./audit.ts";

const all: AnyOperation[] = Object.values(operations).flatMap((verbs): AnyOperation[] => Object.values(verbs));

const audited = (options: Parameters<typeof emulated>[0] = {}) => {
  const lines: AuditEntry[] = [];
  const zoom = emulated({ ...options, session: { ...options.session, audit: (entry) => lines.push(entry) } });
  return { ...zoom, lines };
};

describe("the audit", () => {
  it("has one line for every operation that writes, also if the operator refuses it, and none for those that read", async () => {
    const { lines, session, refusal } = audited({ session: { safety: "read-only" } });
    for (const op of all.filter(({ effect }) => effect !== "read")) await refusal(op, { webinar_id: UPCOMING });
    expect(lines.map(({ operation, outcome, code }) => [operation, outcome, code])).toEqual(
      all.filter(({ effect }) => effect !== "read").map(({ id }) => [id, "refused", "not_allowed"]),
    );
    lines.length = 0;
    const { runOperation } = await import("../run.ts");
    for (const op of all.filter(({ effect }) => effect === "read")) await runOperation(op, { webinar_id: UPCOMING }, session).catch(() => {});
    expect(lines).toEqual([]);
  });

  it("says who, what, on which ids, how long and how it ended, without an address, a name or a link", async () => {
    const { run, lines } = audited();
    const added = await run(
      operations.registrants.add,
      { webinar_id: UPCOMING, email: "New@Example.com", first_name: "Nova", last_name: "Stern" },
      { principal: "client-7" },
    );
    expect(lines).toEqual([
      {
        principal: "client-7",
        account_id: "demo-account",
        profile: null,
        operation: "registrants.add",
        effect: "create",
        targets: { webinar_id: [UPCOMING], email: [hashedEmail("new@example.com")] },
        made: expect.objectContaining({ registrant_id: [added.registrant_id] }),
        outcome: "done",
        code: null,
        ms: expect.any(Number),
      },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Nova|Stern|@|https:/i);
  });

  it("says that there was nothing to do if all was so already: nothing was sent, and Zoom writes to nobody", async () => {
    const { run, lines, emulator } = audited();
    const approve = { webinar_id: UPCOMING, registrants: ["mina@example.com"] };
    const invite = { webinar_id: UPCOMING, panelist_emails: ["linus@example.com"] };
    await run(operations.panelists.add, invite);
    const mails = await emulator.mailLog();
    expect(await run(operations.registrants.approve, approve)).toMatchObject({ results: [{ outcome: "skipped" }], zoom_mails: false });
    expect(await run(operations.panelists.add, invite)).toMatchObject({ results: [{ outcome: "skipped" }], zoom_mails: false });
    expect(lines.map(({ operation, outcome }) => [operation, outcome])).toEqual([
      ["panelists.add", "done"],
      ["registrants.approve", "nothing_to_do"],
      ["panelists.add", "nothing_to_do"],
    ]);
    expect(await emulator.mailLog()).toEqual(mails);
  });

  it("asks for no line if a call only asks, or is wrong itself", async () => {
    const { refusal, lines, run } = audited({ session: { safety: "confirm" } });
    await refusal(operations.webinars.delete, { webinar_id: UPCOMING });
    await refusal(operations.webinars.create, { nonsense: true });
    await run(operations.webinars.updateStatus, { webinar_id: UPCOMING, status: "start" } as never).catch(() => {});
    expect(lines.filter(({ operation }) => operation !== "webinars.updateStatus")).toEqual([]);
  });

  it("stops a write that it cannot note before it is sent, and does not stop what only reads", async () => {
    const full = new UnavailableError("no line can be added", "not-sent");
    const { refusal, run, emulator, lines } = audited({
      session: {
        beforeWrite: () => {
          throw full;
        },
      },
    });
    const before = emulator.requests().filter(({ method }) => method !== "GET").length;
    expect(await refusal(operations.webinars.create, { user_id: HOST, topic: "Tides", start_time: "2027-03-01T10:00", timezone: "UTC" })).toBe(full);
    expect(emulator.requests().filter(({ method, path }) => method !== "GET" && path.startsWith("/v2/")).length).toBe(0);
    expect(before).toBe(0);
    expect(lines).toMatchObject([{ operation: "webinars.create", outcome: "refused", code: "zoom_unavailable" }]);
    await run(operations.webinars.get, { webinar_id: UPCOMING });
  });

  it("names ids and hashed addresses before the write, and breaks at no input, however deep", async () => {
    const starts: AuditStart[] = [];
    const { run, refusal, lines } = audited({ session: { beforeWrite: (start) => starts.push(start) } });
    await run(operations.registrants.add, { webinar_id: UPCOMING, email: "new@example.com", first_name: "Nova" });
    expect(starts).toEqual([
      {
        principal: "local",
        account_id: "demo-account",
        profile: null,
        operation: "registrants.add",
        effect: "create",
        targets: { webinar_id: [UPCOMING], email: [hashedEmail("new@example.com")] },
      },
    ]);
    let deep: unknown = "x";
    for (let level = 0; level < 50_000; level++) deep = [deep];
    for (const safety of ["trusted", "read-only"] as const) {
      const { refusal: refusalOf } = audited({ session: { safety } });
      const error = await refusalOf(operations.webinars.create, { topic: deep });
      expect(["input_invalid", "not_allowed"]).toContain(error.code);
    }
    expect((await refusal(operations.webinars.create, { topic: deep })).message).toContain("more than 100 levels deep");
    expect(lines).toHaveLength(1);
  });

  it("tells what was surely not done from what may have been", async () => {
    const outcomeOf = async (send: () => Promise<never>) => {
      const { refusal, lines } = audited({ session: { send } });
      await refusal(operations.webinars.create, { user_id: HOST, topic: "Tides", start_time: "2027-03-01T10:00", timezone: "UTC" });
      return lines.map(({ outcome, code, made }) => [outcome, code, made]);
    };
    const fail = (sent: "not-sent" | "maybe-sent") => () => Promise.reject(new UnavailableError("gone", sent));
    expect(await outcomeOf(fail("not-sent"))).toEqual([["refused", "zoom_unavailable", {}]]);
    const { refusal, lines, emulator } = audited();
    emulator.controls.addFault({ kind: "reset", times: 9, endpoint: "POST /webinars/{webinarId}/invite_links" });
    await refusal(operations.inviteLinks.create, { webinar_id: UPCOMING, attendees: [{ name: "Grace" }] });
    expect(lines).toMatchObject([{ outcome: "unknown", code: "ambiguous" }]);
  });
});
