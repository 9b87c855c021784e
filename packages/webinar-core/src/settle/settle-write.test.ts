import type { HttpRequest, Send } from "@zoom-webinar/auth";
import { memoryStore, UnavailableError } from "@zoom-webinar/foundation";
import { DEFAULT_SWITCHES, DEMO_CREDENTIALS, type EmulatorOptions } from "@zoom-webinar/zoom-emulator";
import { describe, expect, it } from "vitest";
import { addRegistrant } from "../operations/registrants/add.ts";
import { createWebinar } from "../operations/webinars/create.ts";
import { runOperation } from "../run.ts";
import { createSession } from "../session/session.ts";
import { emulated, HOST } from "../test/emulated.ts";
import { type Loss, lossy } from "../test/lossy.ts";
import { settleWrite } from "./settle-write.ts";

const webinar = { user_id: HOST, topic: "Tides", start_time: "2027-03-15T15:00:00Z", registration: "automatic" } as const;
const isCreate = ({ method, url }: HttpRequest) => method === "POST" && url.endsWith("/webinars");
const isAdd = ({ method, url }: HttpRequest) => method === "POST" && url.endsWith("/registrants");

/** A session whose writes of one kind are lost as planned, one entry an attempt; what is beyond the plan arrives. */
const losing = (
  plan: readonly (Loss | null)[],
  hits: (request: HttpRequest) => boolean,
  options: EmulatorOptions = {},
  wrap = (send: Send) => send,
) => {
  const zoom = emulated({ world: "empty", ...options });
  let at = 0;
  const send = wrap(lossy(zoom.emulator.send, (request) => (hits(request) ? (plan[at++] ?? null) : null)));
  const session = createSession({ send, credentials: DEMO_CREDENTIALS, clock: zoom.clock, store: memoryStore({ clock: zoom.clock }), pace: false });
  return { ...zoom, session, attempts: () => at, titles: async () => (await zoom.emulator.state.webinars()).map(({ topic }) => topic) };
};

describe("R7 creating a webinar of which no answer came", () => {
  it("adopts the one that was made, whole, and says so", async () => {
    const { session, titles } = losing(["applied"], isCreate);
    const created = await runOperation(createWebinar, webinar, session);
    expect(await titles()).toEqual(["Tides"]);
    expect(created.webinar).toMatchObject({ topic: "Tides", settings: { approval_type: 0 } });
    expect(created.notes.join()).toContain("found in the host's webinars");
  });

  it("sends it once more where it is surely absent, half a minute later", async () => {
    const { session, titles, attempts, clock } = losing(["not applied"], isCreate);
    const startMs = clock.now();
    await runOperation(createWebinar, webinar, session);
    expect([await titles(), attempts()]).toEqual([["Tides"], 2]);
    expect(clock.now() - startMs).toBeGreaterThanOrEqual(30_000);
  });

  it("never sends it a third time: ambiguous, with nothing to show", async () => {
    const { session, titles, attempts } = losing(["not applied", "not applied"], isCreate);
    await expect(runOperation(createWebinar, webinar, session)).rejects.toMatchObject({ code: "ambiguous", details: { candidates: [] } });
    expect([await titles(), attempts()]).toEqual([[], 2]);
  });

  it("adopts what only the second attempt made", async () => {
    const { session, titles } = losing(["not applied", "applied"], isCreate);
    await runOperation(createWebinar, webinar, session);
    expect(await titles()).toEqual(["Tides"]);
  });

  it("leaves alone what was there before, and what another identical call made", async () => {
    const { session, titles } = losing([null, "applied", "not applied"], isCreate);
    const ids = [];
    for (let i = 0; i < 3; i += 1) ids.push((await runOperation(createWebinar, webinar, session)).webinar.id);
    expect(new Set(ids).size).toBe(3);
    expect(await titles()).toHaveLength(3);
  });

  it("names the candidates where there are several, and takes none", async () => {
    const { session, emulator, titles } = losing(
      ["applied"],
      (request) => {
        if (!isCreate(request)) return false;
        return true;
      },
      {},
      (send) => async (request) => {
        // Somebody else creates the very same at the same time.
        if (isCreate(request)) await emulator.send(request);
        return send(request);
      },
    );
    const refusal = runOperation(createWebinar, webinar, session);
    await expect(refusal).rejects.toMatchObject({ code: "ambiguous", details: { candidates: [{ label: expect.stringContaining("Tides") }, {}] } });
    expect(await titles()).toHaveLength(2);
  });

  it("does not repeat it where it cannot be looked up", async () => {
    const { session, emulator, titles, attempts } = losing(["applied"], isCreate);
    await emulator.controls.setScopes(["webinar:write:webinar:admin", "user:read:user:admin"]);
    await expect(runOperation(createWebinar, webinar, session)).rejects.toMatchObject({ code: "ambiguous", message: /looking it up failed/ });
    expect([await titles(), attempts()]).toEqual([["Tides"], 1]);
  });

  it("takes a stopped or undecided call up where it ended: an identical one later adopts what that made", async () => {
    const stop = new AbortController();
    const { session, titles } = losing([], isCreate, {}, (send) => async (request) => {
      const response = await send(request);
      if (isCreate(request) && !stop.signal.aborted) {
        stop.abort();
        throw new UnavailableError("cut", "maybe-sent");
      }
      return response;
    });
    await expect(runOperation(createWebinar, webinar, session, { signal: stop.signal })).rejects.toMatchObject({ code: "cancelled" });
    const { notes } = await runOperation(createWebinar, webinar, session);
    expect(notes.join()).toContain("found");
    expect(await titles()).toEqual(["Tides"]);
  });

  it("R14 finds it also where our clock is an hour off", async () => {
    for (const offMs of [3_600_000, -3_600_000]) {
      const dated =
        (send: Send, now: () => number): Send =>
        async (request) => {
          const response = await send(request);
          return { ...response, headers: { ...response.headers, date: new Date(now()).toUTCString() } };
        };
      const zoom = emulated({ world: "empty" });
      let lost = false;
      const send = lossy(dated(zoom.emulator.send, zoom.clock.now), (request) => {
        if (!isCreate(request) || lost) return null;
        lost = true;
        return "applied";
      });
      const clock = { ...zoom.clock, now: () => zoom.clock.now() + offMs };
      const session = createSession({ send, credentials: { kind: "access-token", accessToken: await tokenOf(zoom) }, clock, pace: false });
      await runOperation(createWebinar, webinar, session);
      expect(await zoom.emulator.state.webinars()).toHaveLength(1);
    }
  });
});

const tokenOf = async (zoom: ReturnType<typeof emulated>): Promise<string> => {
  const { accountId, clientId, clientSecret } = DEMO_CREDENTIALS;
  const answer = await zoom.emulator.send({
    method: "POST",
    url: `https://zoom.us/oauth/token?grant_type=account_credentials&account_id=${accountId}`,
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}` },
  });
  return (JSON.parse(answer.text) as { access_token: string }).access_token;
};

describe.each(["same", "remail", "error"] as const)(
  "R7 registering somebody of whom no answer came, duplicateRegistrant: %s",
  (duplicateRegistrant) => {
    it.each([
      [["applied"], 0],
      [["not applied"], 0],
      [["not applied", "applied"], 0],
      [["applied"], 20_000],
    ] as const)("%j, lists %i ms late: registered once, mailed once", async (plan, listLagMs) => {
      const { session, emulator } = losing(plan, isAdd, { switches: { ...DEFAULT_SWITCHES, duplicateRegistrant, listLagMs } });
      const created = await runOperation(createWebinar, webinar, session);
      const webinar_id = String(created.webinar.id);
      const added = await runOperation(addRegistrant, { webinar_id, email: "rosa@example.com", first_name: "Rosa" }, session);
      const [only, ...others] = await emulator.state.registrants(webinar_id);
      expect(others).toEqual([]);
      expect(added).toMatchObject({ registrant_id: only?.id, status: "approved", zoom_mails: true });
      expect((await emulator.mailLog()).filter(({ to }) => to.includes("rosa@example.com"))).toHaveLength(1);
    });
  },
);

it("R7 what Zoom cannot be asked about is never repeated, and said to be so", async () => {
  const { session } = losing([], isCreate);
  let sent = 0;
  const links = settleWrite(
    {
      operation: "inviteLinks.create",
      what: "Making the invite links",
      identity: ["x"],
      send: async () => {
        sent += 1;
        throw new UnavailableError("cut", "maybe-sent");
      },
      idOf: () => null,
      find: null,
      where: "the people who got a link",
    },
    { ...session, signal: undefined, note: () => {} },
  );
  await expect(links).rejects.toMatchObject({ code: "ambiguous", message: /nothing to look it up in/ });
  expect(sent).toBe(1);
});
