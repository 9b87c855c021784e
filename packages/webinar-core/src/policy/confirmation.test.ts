import { memoryStore, type Store, virtualClock } from "@zoom-webinar/foundation";
import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { operations } from "../operations/index.ts";
import { runOperation } from "../run.ts";
import { type AuditEntry, noteDeclined, noteRefusedConfirmation } from "./audit.ts";
import { CONFIRMATION_TTL_MS, confirmations } from "./confirmation.ts";

const SUBJECT = {
  principal: "local",
  account: "one",
  operation: "webinars.delete",
  input: { webinar_id: "1" },
  preview: { summary: "x", targets: [], recipients: null, reversible: false },
  channel: "caller",
} as const;

describe("a confirmation", () => {
  it("is spent once by however many bring it at the same time", async () => {
    const clock = virtualClock();
    const store = memoryStore({ clock });
    const { token } = await confirmations({ store, clock }).mint(SUBJECT);
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirmations({ store, clock }).spend(token, SUBJECT)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(answers.filter((answer) => answer === "used before")).toHaveLength(9);
  });

  it.each(["", "short", "AAAA", "not base64url at all !!!"])(
    'is not signed with a stored key that is "%s": another key takes its place',
    async (damaged) => {
      const clock = virtualClock();
      const store = memoryStore({ clock });
      await store.set("confirmation:key", damaged);
      const { token } = await confirmations({ store, clock }).mint(SUBJECT);
      expect(Buffer.from((await store.get("confirmation:key"))?.value ?? "", "base64url")).toHaveLength(32);
      expect(await confirmations({ store, clock }).spend(token, SUBJECT)).toBeNull();
    },
  );

  it("works again once a store that failed is well, in the same process", async () => {
    const clock = virtualClock();
    const inner = memoryStore({ clock });
    let isBroken = true;
    const store: Store = {
      ...inner,
      compareAndSet: async (...given) => {
        if (isBroken) throw new Error("no space left");
        return inner.compareAndSet(...given);
      },
    };
    const made = confirmations({ store, clock });
    await expect(made.mint(SUBJECT)).rejects.toThrow("no space left");
    isBroken = false;
    expect(await made.spend((await made.mint(SUBJECT)).token, SUBJECT)).toBeNull();
  });
});

describe("the audit of confirmations", () => {
  const setUp = async () => {
    const lines: AuditEntry[] = [];
    const zoom = emulated({ session: { safety: "confirm", audit: (entry) => lines.push(entry) } });
    const input = { webinar_id: UPCOMING };
    const attempt = (confirmToken?: string, more: object = {}) =>
      runOperation(operations.webinars.delete, { ...input, ...more }, zoom.session, { confirmToken, principal: "client-7" }).then(
        () => "done",
        (error) => error.details.confirm_token as string,
      );
    const token = await attempt();
    return { ...zoom, lines, attempt, token, input };
  };

  it.each<[string, (given: Awaited<ReturnType<typeof setUp>>) => Promise<unknown>, string]>([
    ["forged", ({ attempt, token }) => attempt(`${token.slice(0, -4)}AAAA`), "forged"],
    ["no token at all", ({ attempt }) => attempt("yes please"), "malformed"],
    ["for another call", ({ attempt, token }) => attempt(token, { cancel_webinar_reminder: true }), "other call"],
    [
      "too old",
      async ({ attempt, token, clock }) => {
        clock.advance(CONFIRMATION_TTL_MS + 1);
        await attempt(token);
      },
      "expired",
    ],
  ])("has a line for one that is %s", async (_what, act, why) => {
    const given = await setUp();
    await act(given);
    expect(given.lines).toEqual([
      expect.objectContaining({
        principal: "client-7",
        operation: "webinars.delete",
        targets: expect.objectContaining({ webinar_id: [UPCOMING] }),
        outcome: "refused",
        code: "confirmation_required",
        confirmation: why,
      }),
    ]);
  });

  it("has a line for the deletion, and one for who brings its token again", async () => {
    const { attempt, token, lines } = await setUp();
    expect(await attempt(token)).toBe("done");
    expect(lines.map(({ outcome, confirmation }) => [outcome, confirmation])).toEqual([["done", undefined]]);
    const other = await setUp(); // there the webinar is still, so that the token is what fails
    await other.session.confirmations.revoke(other.token);
    await other.attempt(other.token);
    expect(other.lines.map(({ outcome, confirmation }) => [outcome, confirmation])).toEqual([["refused", "used before"]]);
  });

  it("has a line for a person who says no", async () => {
    const { session, lines, input } = await setUp();
    noteDeclined(operations.webinars.delete, input, session, "client-7");
    expect(lines).toMatchObject([
      { principal: "client-7", outcome: "refused", code: "cancelled", confirmation: "declined", targets: { webinar_id: [UPCOMING] } },
    ]);
  });

  it("has a line for a question that was answered with a token of somebody else, before it is known which call it is for", async () => {
    const { session, lines } = await setUp();
    noteRefusedConfirmation("forged", session, "client-7");
    expect(lines).toMatchObject([{ principal: "client-7", operation: "unknown", effect: null, outcome: "refused", confirmation: "forged" }]);
  });
});
