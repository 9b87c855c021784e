import { memoryStore, virtualClock } from "@zoom-webinar/foundation";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { Catalog } from "../operation/catalog.ts";
import { defineOperation } from "../operation/define-operation.ts";
import type { SecretClass } from "../operation/secret-class.ts";
import { runOperation } from "../run.ts";
import type { SessionOptions } from "../session/options.ts";
import { createSession } from "../session/session.ts";
import { listed, refusalOf } from "./allowed.ts";
import { REVEALS } from "./reveal.ts";

const giving = (reveals: SecretClass) =>
  defineOperation({
    id: "keys.get",
    tool: "get_key",
    summary: "Give a key.",
    endpoints: [],
    scopes: { classic: [], granular: [] },
    effect: "read",
    idempotent: true,
    emails: "nobody",
    reveals,
    input: z.strictObject({}),
    output: z.object({ key: z.string().optional().meta({ secret: reveals }) }),
    run: async () => ({ key: "k" }),
    describe: () => "A key",
  });
const session = (options: SessionOptions) => {
  const clock = virtualClock();
  return createSession({ send: async () => ({ status: 500, headers: {}, text: "" }), clock, store: memoryStore({ clock }), ...options });
};
const entry = (id: string, extra: object = {}) => ({ id, effect: "read", ...extra }) as unknown as Catalog[number];
const catalog = [
  entry("a.list"),
  entry("a.delete", { effect: "delete" }),
  entry("links.create", { effect: "create", reveals: "personal" }),
  entry("keys.get", { reveals: "host" }),
];
const idsOf = (options: SessionOptions) => listed(catalog, session(options)).map(({ id }) => id);

describe("operations whose answer is a secret", () => {
  it("are refused below their class, and answer at it without being asked twice", async () => {
    for (const reveals of ["personal", "host"] as const) {
      for (const reveal of REVEALS) {
        const call = runOperation(giving(reveals), {}, session({ reveal }));
        if (REVEALS.indexOf(reveal) >= REVEALS.indexOf(reveals)) expect(await call).toEqual({ key: "k" });
        else await expect(call).rejects.toMatchObject({ code: "not_allowed", hint: expect.stringContaining(`--reveal ${reveals}`) });
      }
    }
  });

  it("are not listed below their class", () => {
    expect(idsOf({})).toEqual(["a.list", "a.delete", "links.create"]);
    expect(idsOf({ reveal: "none" })).toEqual(["a.list", "a.delete"]);
    expect(idsOf({ reveal: "host" })).toHaveLength(4);
  });

  it("say which setting is in the way, however it was set", async () => {
    await expect(runOperation(giving("host"), {}, session({ reveal: "none" }))).rejects.toMatchObject({
      hint: "Whoever runs this can set --reveal host, or the variable ZOOM_WEBINAR_REVEAL.",
    });
    expect(refusalOf(entry("a.delete", { effect: "delete" }), session({ safety: "read-only" }))).toMatchObject({
      hint: "Whoever runs this can set --safety confirm or trusted, or the variable ZOOM_WEBINAR_SAFETY.",
    });
  });

  it("leaves only reads on the list of a read-only session", () => {
    expect(idsOf({ safety: "read-only", reveal: "host" })).toEqual(["a.list", "keys.get"]);
  });
});
