import { UPCOMING } from "@zoom-webinar/testing/demo-webinars";
import { emulated } from "@zoom-webinar/testing/emulated";
import { DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { describe, expect, it } from "vitest";
import { type ConnectOptions, connect, facadeOf } from "./connect.ts";
import { manifest } from "./generated/manifest.ts";
import type { Safety } from "./policy/safety.ts";
import { createSession } from "./session/session.ts";

/** Values of every kind, for options that take none of them. */
const ODD: readonly unknown[] = [5, 5n, "", "x y", Symbol("x"), [], {}, Object.create(null)];
const app = DEMO_CREDENTIALS;

const WRONG: Readonly<Record<keyof ConnectOptions, readonly unknown[]>> = {
  safety: [...ODD, null, true, "readonly", "read_only", "READ-ONLY", "Confirm", "yolo", "constructor"],
  confirmBy: [...ODD, null, true, "Person", "persons"],
  reveal: [...ODD, null, true, "all", "Host"],
  zone: [...ODD, true, "Mars/X", "Berlin", "PST"],
  credentials: [
    5,
    "s",
    [],
    { kind: "x" },
    {},
    { kind: "server-to-server" },
    { ...app, clientId: undefined },
    { ...app, clientSecret: 5 },
    { kind: "user" },
  ],
  mostRecipients: [...ODD, null, 50, "50", { call: 0, day: null }, { call: 5, day: 4 }, { call: 1.5, day: null }, { call: 5 }],
  recipientDomains: ["example.com", null, [5], [""], {}],
  pace: ["pro", null, true, { plan: "gold" }, { headRoom: 1 }, { headRoom: "0.1" }, { headroom: 0.1 }],
  apiBaseUrl: [...ODD, null, "http://example.com/v2", "https://zoom.example.com"],
  oauthBaseUrl: [...ODD, null, "https://zoom.example.com"],
  allowBaseUrl: [...ODD, null, "yes"],
  tokenDeadlineMs: [0, -1, Number.NaN, "20", null],
  send: [...ODD, null],
  now: [...ODD, null],
  log: [...ODD, null],
  audit: [...ODD, null],
  beforeWrite: [...ODD, null],
  rediscover: [...ODD, null],
  onTokenRequest: [...ODD, null],
  onInternalError: [...ODD, null],
  store: [...ODD, null],
  clock: [...ODD, null],
  files: [...ODD, null],
  profiles: [...ODD, null],
  profile: [5, 5n, "", {}],
  credentialsFrom: [5, 5n, "", {}],
  stateFolder: [5, 5n, "", {}],
  door: [...ODD, null, "cli"],
  env: [5, "x", null],
};
const rows = Object.entries(WRONG).flatMap(([name, values]) => values.map((value) => [name, value] as const));

describe("an option of connect", () => {
  it.each(rows)("%s: %o is refused by its name, before anything is read or sent", async (name, value) => {
    const error = await connect({ [name]: value } as ConnectOptions).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "input_invalid", hint: expect.stringMatching(/\S/), faults: [{ field: expect.stringMatching(`^${name}`) }] });
  });

  it("that is misspelt is told the one that was meant, and no secret is repeated", async () => {
    await expect(connect({ saftey: "read-only" } as object)).rejects.toMatchObject({
      message: "saftey: there is no such option",
      hint: "Did you mean safety?",
    });
    await expect(connect({ safety: "readonly" } as object)).rejects.toMatchObject({
      message: 'safety: expected one of read-only, confirm, trusted, got "readonly"',
      hint: "Did you mean read-only?",
    });
    for (const given of [null, 5, "x", []]) await expect(connect(given as object)).rejects.toMatchObject({ code: "input_invalid" });
    const quoted = await connect({ credentials: { ...app, clientSecret: '"hush-hush"' } }).catch((thrown: unknown) => thrown);
    expect(quoted).toMatchObject({ code: "input_invalid", message: expect.stringMatching(/^credentials\.clientSecret: is in quotes/) });
    expect(JSON.stringify(quoted)).not.toContain("hush");
  });

  it("is refused in the same way if a session is made without connect", () => {
    expect(() => createSession({ safety: "readonly" } as object)).toThrow("safety: expected one of read-only");
    expect(() => createSession({ zone: "Mars/X" })).toThrow('zone: "Mars/X" is not a time zone');
  });

  it("counts as IANA spells a zone, and as what is undefined is left out", async () => {
    const zoom = await connect({ env: {}, zone: "europe/berlin", safety: undefined, reveal: undefined, pace: undefined });
    expect(zoom.session).toMatchObject({ zone: "Europe/Berlin", safety: "trusted", reveal: "personal" });
    await zoom.close();
  });
});

describe("a session that was given a mode that nobody knows, past every check", () => {
  it.each(["readonly", "Confirm", "yolo", "", null, undefined, 5, true])("%o changes nothing", async (word) => {
    const { session, emulator } = emulated();
    const zoom = facadeOf({ ...session, safety: word as Safety }, manifest);
    await expect(zoom.webinars.delete({ webinar_id: UPCOMING })).rejects.toMatchObject({ code: "not_allowed" });
    await expect(zoom.webinars.update({ webinar_id: UPCOMING, topic: "Other" })).rejects.toMatchObject({ code: "not_allowed" });
    expect(emulator.requests().filter(({ method, path }) => method !== "GET" && path.startsWith("/v2/"))).toEqual([]);
    expect(await zoom.webinars.get({ webinar_id: UPCOMING })).toMatchObject({ id: UPCOMING });
  });

  it("lets nobody but a person confirm if it does not know who may", async () => {
    const { session } = emulated({ session: { safety: "confirm" } });
    const zoom = facadeOf({ ...session, confirmBy: "tokens" as "token" }, manifest);
    const error = await zoom.webinars.delete({ webinar_id: UPCOMING }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "confirmation_required", hint: expect.stringContaining("A person has to agree") });
    expect(error).not.toHaveProperty("details.confirm_token");
  });
});
