import { createHmac } from "node:crypto";
import { memoryStore, type Store, virtualClock } from "@zoom-webinar/foundation";
import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { toRecipients } from "../operation/preview.ts";
import { operations } from "../operations/index.ts";
import { runOperation } from "../run.ts";
import { type AuditEntry, noteDeclined, noteRefusedConfirmation } from "./audit.ts";
import { CONFIRMATION_TTL_MS, type ConfirmationSubject, confirmations } from "./confirmation.ts";

const SUBJECT: ConfirmationSubject = {
  principal: "local",
  account: "one",
  operation: "webinars.delete",
  input: { webinar_id: "1" },
  preview: { summary: "x", targets: [], recipients: null, reversible: false },
  channel: "caller",
};

describe("a confirmation", () => {
  it("is spent once by however many bring it at the same time", async () => {
    const clock = virtualClock();
    const store = memoryStore({ clock });
    const { token } = await confirmations({ store, clock }).mint(SUBJECT);
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirmations({ store, clock }).spend(token, SUBJECT)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(answers.filter((answer) => answer === "used before")).toHaveLength(9);
  });

  it("that was used is refused as used, whatever its call changed meanwhile, and as changed if it was not", async () => {
    const clock = virtualClock();
    const made = confirmations({ store: memoryStore({ clock }), clock });
    const { token } = await made.mint(SUBJECT);
    const later = { ...SUBJECT, preview: { ...SUBJECT.preview, summary: "Deny 0 registrants.", recipients: null } };
    expect(await made.spend(token, later)).toBe("changed");
    expect(await made.spend(token, SUBJECT)).toBeNull();
    expect(await made.spend(token, later)).toBe("used before");
    expect(await made.spend(token, { ...later, operation: "other" })).toBe("other call");
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

describe("what a confirmation is bound to", () => {
  const read = async (store: Store, subject: ConfirmationSubject) => {
    const [body = ""] = (await confirmations({ store, clock: virtualClock() }).mint(subject)).token.split(".");
    return body.split("~").slice(1, 6);
  };

  it("is five hashes of 128 bits, which say the same of the same call and nothing that can be compared outside this server", async () => {
    const store = memoryStore();
    const hashes = await read(store, SUBJECT);
    for (const hash of hashes) expect(Buffer.from(hash, "base64url")).toHaveLength(16);
    expect(new Set(hashes).size).toBe(5);
    expect(await read(store, structuredClone(SUBJECT))).toEqual(hashes);
    // Keyed: who has no key cannot look for two previews of one hash.
    const elsewhere = await read(memoryStore(), SUBJECT);
    expect(elsewhere.filter((hash) => hashes.includes(hash))).toEqual([]);
  });

  it.each<[string, Partial<ConfirmationSubject>, number]>([
    ["the input", { input: { webinar_id: "2" } }, 0],
    ["who calls", { principal: "other" }, 0],
    ["who brings the yes", { channel: "person" }, 0],
    ["the account", { account: "two" }, 1],
    ["a target's label", { preview: { ...SUBJECT.preview, targets: [{ kind: "webinar", id: "1", label: "Tides" }] } }, 2],
    ["what it does", { preview: { ...SUBJECT.preview, reversible: true } }, 3],
    ["who is written to", { preview: { ...SUBJECT.preview, recipients: toRecipients(["grace@example.com"], "told") } }, 4],
  ])("has another hash if %s is another", async (_what, change, at) => {
    const store = memoryStore();
    const [before, after] = [await read(store, SUBJECT), await read(store, { ...SUBJECT, ...change })];
    expect(before.flatMap((hash, index) => (hash === after[index] ? [] : [index]))).toEqual([at]);
  });

  it("is refused as expired in a token of an older version of ours, although its signature is good", async () => {
    const store = memoryStore();
    const made = confirmations({ store, clock: virtualClock() });
    await made.mint(SUBJECT);
    const key = Buffer.from((await store.get("confirmation:key"))?.value ?? "", "base64url");
    const body = Buffer.from(JSON.stringify({ v: 2, exp: 9_999_999_999_999 })).toString("base64url");
    const signature = createHmac("sha256", key).update(body).digest("base64url");
    expect(await made.spend(`${body}.${signature}`, SUBJECT)).toBe("expired");
  });
});

it.each([
  ["webinars.delete", operations.webinars.delete, { webinar_id: UPCOMING }, `zoom-webinar webinars delete ${UPCOMING}`],
  [
    "registrants.approve",
    operations.registrants.approve,
    { webinar_id: UPCOMING, registrants: ["juan@example.com"] },
    `zoom-webinar registrants approve ${UPCOMING} juan@example.com`,
  ],
])(
  "if a person has to agree, the hint has the command of %s with what it is about, and nothing that a shell would read",
  async (_id, op, input, command) => {
    const { refusal } = emulated({ session: { safety: "confirm", confirmBy: "person" } });
    expect((await refusal(op, input)).hint).toContain(`"${command}"`);
  },
);

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
