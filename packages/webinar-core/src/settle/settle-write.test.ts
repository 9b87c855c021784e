import type { HttpRequest, Send } from "@zoom-webinar/auth";
import { memoryStore, ResponseError, UnavailableError } from "@zoom-webinar/foundation";
import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { type Loss, lossy } from "@zoom-webinar/testing/lossy";
import { DEFAULT_SWITCHES, DEMO_CREDENTIALS, type EmulatorOptions } from "@zoom-webinar/zoom-emulator";
import { describe, expect, it } from "vitest";
import { addRegistrant } from "../operations/registrants/add.ts";
import { createWebinar } from "../operations/webinars/create.ts";
import { runOperation } from "../run.ts";
import { createSession } from "../session/session.ts";
import { listLag } from "./list-lag.ts";
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

describe("creating a webinar without an answer", () => {
  it("returns the complete webinar that Zoom made, and a note says so", async () => {
    const { session, titles } = losing(["applied"], isCreate);
    const created = await runOperation(createWebinar, webinar, session);
    expect(await titles()).toEqual(["Tides"]);
    expect(created.webinar).toMatchObject({ topic: "Tides", settings: { approval_type: 0 } });
    expect(created.notes.join()).toContain("found in the host's webinars");
  });

  it("sends it once more if it is surely absent, a minute later", async () => {
    const { session, titles, attempts, clock } = losing(["not applied"], isCreate);
    const startMs = clock.now();
    await runOperation(createWebinar, webinar, session);
    expect([await titles(), attempts()]).toEqual([["Tides"], 2]);
    expect(clock.now() - startMs).toBeGreaterThanOrEqual(30_000);
  });

  it("ends as ambiguous, without candidates, after two attempts", async () => {
    const { session, titles, attempts } = losing(["not applied", "not applied"], isCreate);
    await expect(runOperation(createWebinar, webinar, session)).rejects.toMatchObject({
      code: "ambiguous",
      message: expect.stringContaining("gave no usable answer, it was sent once more, and it was not found"),
      details: { candidates: [] },
    });
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

  it("names the candidates if there are several, and takes none", async () => {
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

  it("does not repeat it if it cannot be looked up", async () => {
    const { session, emulator, titles, attempts } = losing(["applied"], isCreate);
    await emulator.controls.setScopes(["webinar:write:webinar:admin", "user:read:user:admin"]);
    await expect(runOperation(createWebinar, webinar, session)).rejects.toMatchObject({ code: "ambiguous", message: /looking it up failed/ });
    expect([await titles(), attempts()]).toEqual([["Tides"], 1]);
  });

  it("a later identical call returns what a stopped call created", async () => {
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

  it("finds it also if our clock is an hour off", async () => {
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

describe.each(["same", "remail", "error"] as const)("registering somebody without an answer, duplicateRegistrant: %s", (duplicateRegistrant) => {
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
});

describe("a write without an answer", () => {
  it("is sent again only after a wait that is longer than this account's lists ever lagged, and the notes say so", async () => {
    const { session, clock } = losing(["not applied"], isCreate);
    const startMs = clock.now();
    const { notes } = await runOperation(createWebinar, webinar, session);
    expect(clock.now() - startMs).toBeGreaterThanOrEqual(60_000);
    expect(notes.join()).toMatch(/the host's webinars did not show it for 65 s, so it was sent once more/);
  });

  it("is one webinar if the host's list is a minute late", async () => {
    const { session, titles, attempts } = losing(["applied"], isCreate, { switches: { ...DEFAULT_SWITCHES, listLagMs: 60_000 } });
    const { notes } = await runOperation(createWebinar, webinar, session);
    expect([await titles(), attempts()]).toEqual([["Tides"], 1]);
    expect(notes.join()).toContain("was found in the host's webinars");
  });

  it("is nothing if the lag ends after the call's deadline: ambiguous, with what to look for, and an identical call later decides", async () => {
    const zoom = losing([], isCreate);
    const { clock, emulator, titles } = zoom;
    let attempts = 0;
    // Half a minute passes before the connection is given up.
    const slow: Send = async (request) => {
      if (!isCreate(request)) return emulator.send(request);
      attempts += 1;
      if (attempts > 1) return emulator.send(request);
      await clock.sleep(30_000);
      throw new UnavailableError("no answer in time", "maybe-sent");
    };
    const session = createSession({ send: slow, credentials: DEMO_CREDENTIALS, clock, store: memoryStore({ clock }), pace: false });
    await expect(runOperation(createWebinar, webinar, session)).rejects.toMatchObject({
      code: "ambiguous",
      message: expect.stringContaining("was not found in the host's webinars for 30 s"),
      hint: expect.stringContaining("repeat it only if it is not there"),
    });
    expect(attempts).toBe(1);
    clock.advance(60_000);
    await runOperation(createWebinar, webinar, session);
    expect([await titles(), attempts]).toEqual([["Tides"], 2]);
  });

  it("is nothing once the account has shown a lag that ends after the call's deadline", async () => {
    const { session, titles, attempts } = losing(["applied"], isCreate, { switches: { ...DEFAULT_SWITCHES, listLagMs: 100_000 } });
    await listLag(session.store, DEMO_CREDENTIALS.accountId).shown(100_000);
    await expect(runOperation(createWebinar, webinar, session)).rejects.toMatchObject({ code: "ambiguous" });
    expect([await titles(), attempts()]).toEqual([["Tides"], 1]);
  });

  it("names both if the first one appears only after the second, and remembers so long a lag", async () => {
    const { session, clock, emulator, titles } = losing([], isCreate, { switches: { ...DEFAULT_SWITCHES, listLagMs: 100_000 } });
    let attempts = 0;
    const send: Send = async (request) => {
      const response = await emulator.send(request);
      if (!isCreate(request)) return response;
      attempts += 1;
      if (attempts === 1) throw new UnavailableError("cut", "maybe-sent");
      // While the second answer is on its way, the first one comes into the list.
      await clock.sleep(100_000);
      return response;
    };
    const again = createSession({ send, credentials: DEMO_CREDENTIALS, clock, store: session.store, pace: false });
    await expect(runOperation(createWebinar, webinar, again)).rejects.toMatchObject({
      code: "ambiguous",
      details: { candidates: [{ label: expect.stringContaining("Tides") }, {}] },
    });
    expect([await titles(), attempts]).toEqual([["Tides", "Tides"], 2]);
    expect(await listLag(session.store, DEMO_CREDENTIALS.accountId).knownMs()).toBeGreaterThanOrEqual(100_000);
  });

  it("stays as patient as it was, however often a list is late within what is known", async () => {
    const { session } = losing(["applied", null, "applied"], isCreate, { switches: { ...DEFAULT_SWITCHES, listLagMs: 60_000 } });
    for (const topic of ["A", "B", "C"]) await runOperation(createWebinar, { ...webinar, topic }, session);
    expect(await listLag(session.store, DEMO_CREDENTIALS.accountId).knownMs()).toBe(60_000);
  });

  it("is nothing after an exception of ours: it is looked up, and never sent again", async () => {
    let sent = 0;
    const { session } = losing([], isCreate);
    const odd = settleWrite(
      {
        operation: "polls.create",
        what: "Adding the poll",
        identity: ["odd"],
        send: async () => {
          sent += 1;
          throw new TypeError("a fault of ours");
        },
        idOf: () => null,
        find: async () => [],
        where: "the webinar's polls",
      },
      { ...session, signal: undefined, note: () => {}, world: () => null },
    );
    await expect(odd).rejects.toMatchObject({ code: "ambiguous" });
    expect(sent).toBe(1);
  });
});

describe("a write that Zoom accepted, with an answer that cannot be read", () => {
  const unread = new ResponseError("It was done, but its answer broke off.", { details: { sent: "done" } });
  /** A write that Zoom does `times` times unread; a list that shows what was made from `lagMs` on. */
  const doneUnread = (lagMs: number, options: { canFind?: boolean; unread?: () => string } = {}) => {
    const { session, clock } = losing([], isCreate);
    const made: { id: string; atMs: number }[] = [];
    const notes: string[] = [];
    const run = () =>
      settleWrite<string>(
        {
          operation: "polls.create",
          what: "Adding the poll",
          identity: ["unread"],
          send: async () => {
            made.push({ id: `poll-${made.length}`, atMs: clock.now() });
            throw unread;
          },
          idOf: (id) => id,
          find:
            options.canFind === false
              ? null
              : async () => made.filter(({ atMs }) => atMs + lagMs <= clock.now()).map(({ id }) => ({ id, label: id, adopt: async () => id })),
          where: "the webinar's polls",
          ...(options.unread === undefined ? {} : { unread: options.unread }),
        },
        { ...session, signal: undefined, note: (text) => notes.push(text), world: () => null },
      );
    return { run, made, notes, clock };
  };

  it("is found if it can be, and the notes say so", async () => {
    const { run, made, notes } = doneUnread(20_000);
    expect(await run()).toEqual({ result: "poll-0", adopted: true });
    expect(made).toHaveLength(1);
    expect(notes).toEqual(["Zoom's answer could not be read; what was made was found in the webinar's polls."]);
  });

  it.each([
    ["cannot be seen for hours", { canFind: true }, 7_200_000],
    ["cannot be looked up at all", { canFind: false }, 0],
  ])("ends with an error that says it was done if it %s, and never asks to repeat it", async (_what, options, lagMs) => {
    const { run, made } = doneUnread(lagMs, options);
    await expect(run()).rejects.toMatchObject({
      code: "unexpected_response",
      message: expect.stringContaining("was done: Zoom said so"),
      hint: expect.stringMatching(/^Do not repeat it/),
      retryable: false,
      details: { sent: "done" },
    });
    expect(made).toHaveLength(1);
  });

  it("is not made again by who repeats the call at once, but found", async () => {
    const { run, made, clock } = doneUnread(110_000);
    await expect(run()).rejects.toMatchObject({ code: "unexpected_response" });
    clock.advance(60_000);
    expect(await run()).toMatchObject({ result: "poll-0", adopted: true });
    expect(made).toHaveLength(1);
  });

  it("is a result if nothing in the answer was needed", async () => {
    const { run, made, notes } = doneUnread(7_200_000, { unread: () => "enough" });
    expect(await run()).toEqual({ result: "enough", adopted: false });
    expect(made).toHaveLength(1);
    expect(notes.join()).toContain("Zoom said that it was done");
  });
});

it("what Zoom cannot be asked about is never repeated, and the error says so", async () => {
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
    { ...session, signal: undefined, note: () => {}, world: () => null },
  );
  await expect(links).rejects.toMatchObject({ code: "ambiguous", message: /no list to look it up in/ });
  expect(sent).toBe(1);
});

describe("a write that Zoom answers with neither yes nor no", () => {
  const answers = [
    ["success and an error in one", { status: 200, text: '{"code":300,"message":"nope"}' }, /success \(HTTP 200\) and with an error in one: nope/],
    ["created and an error in one", { status: 201, text: '{"code":3001,"message":"nope"}' }, /success \(HTTP 201\) and with an error in one: nope/],
    ["nothing new", { status: 304, text: "" }, /HTTP 304, which says neither yes nor no/],
  ] as const;
  const cases = answers.flatMap(([what, answer, said]) =>
    (
      [
        ["a webinar", createWebinar, isCreate],
        ["a registration", addRegistrant, isAdd],
      ] as const
    ).map(([kind, op, hits]) => [kind, what, { answer, said, op, hits }] as const),
  );

  it.each(cases)("%s, %s: it is looked up, never called refused, and never sent again", async (kind, _what, { answer, said, op, hits }) => {
    for (const isDone of [true, false]) {
      const zoom = emulated({ world: "empty" });
      const { id } = (await zoom.run(createWebinar, { ...webinar, topic: "Before" })).webinar;
      let sent = 0;
      const send: Send = async (request) => {
        if (!hits(request)) return zoom.emulator.send(request);
        sent += 1;
        if (isDone) await zoom.emulator.send(request);
        return { headers: {}, ...answer };
      };
      const session = createSession({
        send,
        credentials: DEMO_CREDENTIALS,
        clock: zoom.clock,
        store: memoryStore({ clock: zoom.clock }),
        pace: false,
      });
      const input = kind === "a webinar" ? webinar : { webinar_id: String(id), email: "rosa@example.com", first_name: "Rosa" };
      const came = await runOperation(op as typeof createWebinar, input as typeof webinar, session).catch((error: unknown) => error);
      if (isDone) expect(came).not.toBeInstanceOf(Error);
      else expect(came).toMatchObject({ code: "ambiguous", message: expect.stringMatching(said) });
      expect(sent).toBe(1);
    }
  });
});
