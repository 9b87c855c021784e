import { virtualClock } from "@zoom-webinar/foundation";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createEmulator } from "../create.ts";
import type { Emulator } from "../emulator.ts";
import type { HttpRequest } from "../http/messages.ts";
import { HOSTS, Model, type ModelWebinar, type Outcome } from "./model.ts";
import { askToken } from "./probe.ts";

/** Long form: ZOOM_EMULATOR_LIVES=5000. */
const LIVES = Number(process.env.ZOOM_EMULATOR_LIVES ?? 60);

const PEOPLE = ["mina@example.com", "nia@example.com", ...HOSTS] as const;
const HOUR_MS = 3_600_000;

/** The emulator as the commands use it. */
class Real {
  readonly ids = new Map<number, Map<string, string>>();
  readonly emulator: Emulator;
  readonly clock: ReturnType<typeof virtualClock>;
  private authorization = "";

  constructor(emulator: Emulator, clock: ReturnType<typeof virtualClock>) {
    this.emulator = emulator;
    this.clock = clock;
  }

  async signIn(): Promise<void> {
    this.authorization = `Bearer ${(await askToken(this.emulator)).body.access_token}`;
  }

  // biome-ignore lint/suspicious/noExplicitAny: a test reads the fields it expects; a wrong one fails the assertion
  async call(method: HttpRequest["method"], path: string, body?: unknown): Promise<{ status: number; body: any }> {
    const { authorization } = this;
    const text = body === undefined ? undefined : JSON.stringify(body);
    const answer = await this.emulator.send({ method, url: `https://api.zoom.us/v2${path}`, headers: { authorization }, body: text });
    return { status: answer.status, body: answer.text === "" ? undefined : JSON.parse(answer.text) };
  }

  idOf(webinar: ModelWebinar, email: string): string {
    return this.ids.get(webinar.id)?.get(email) ?? "unknown";
  }

  remember(webinar: ModelWebinar, email: string, id: string): void {
    const known = this.ids.get(webinar.id) ?? new Map<string, string>();
    this.ids.set(webinar.id, known.set(email, id));
  }
}

const agree = (answer: { status: number; body?: { code?: number } | undefined }, { status, code }: Outcome): void => {
  expect([answer.status, answer.status >= 400 ? answer.body?.code : undefined]).toEqual([status, code]);
};

/** All that both know of a webinar is the same. */
const compare = async (webinar: ModelWebinar, real: Real): Promise<void> => {
  const at = `/webinars/${webinar.id}`;
  const found = await real.call("GET", at);
  if (webinar.isDeleted) return agree(found, { status: 404, code: 3001 });
  expect(found.body).toMatchObject({ topic: webinar.topic, host_email: webinar.host, settings: { approval_type: webinar.approval } });
  for (const status of ["approved", "pending", "denied"] as const) {
    const listed = await real.call("GET", `${at}/registrants?status=${status}`);
    if (webinar.approval === 2) agree(listed, { status: 400, code: 3000 });
    else {
      const emails = [...webinar.people].filter(([, standing]) => standing === status).map(([email]) => email);
      expect(listed.body.registrants.map(({ email }: { email: string }) => email)).toEqual(emails);
    }
  }
  const panelists = (await real.call("GET", `${at}/panelists`)).body.panelists.map(({ email }: { email: string }) => email);
  expect(panelists).toEqual([...webinar.panelists]);
  const { webinars } = (await real.call("GET", `/past_webinars/${webinar.id}/instances`)).body;
  expect(webinars).toHaveLength(webinar.held.length);
  for (const [index, joinings] of webinar.held.entries()) {
    const uuid = encodeURIComponent(encodeURIComponent(webinars[index].uuid));
    expect((await real.call("GET", `/past_webinars/${uuid}/participants`)).body.total_records).toBe(joinings.length);
    if (webinar.approval === 2) continue;
    const absent = [...webinar.people].filter(([email, standing]) => standing === "approved" && !joinings.includes(email)).map(([email]) => email);
    // who was invited to speak came as a panelist, whatever they signed up for
    const seen = (await real.call("GET", `/past_webinars/${uuid}/absentees`)).body.registrants.map(({ email }: { email: string }) => email);
    expect(seen.filter((email: string) => !joinings.includes(email))).toEqual(absent);
  }
};

type Step = fc.AsyncCommand<Model, Real>;

/** A command on one webinar; without any, it does nothing. */
const step = (name: string, place: number, run: (webinar: ModelWebinar, model: Model, real: Real) => Promise<void>): Step => ({
  check: ({ webinars }) => webinars.length > 0,
  run: async (model, real) => {
    const webinar = model.webinars[place % model.webinars.length];
    if (webinar !== undefined) await run(webinar, model, real);
  },
  toString: () => `${name} #${place}`,
});

const place = fc.nat(2);
const person = fc.constantFrom(...PEOPLE);
const approval = fc.constantFrom(0, 1, 2) as fc.Arbitrary<0 | 1 | 2>;
const limit = fc.constantFrom(0, 0, 1, 3);

const plan = fc.tuple(fc.constantFrom(...HOSTS), approval, limit).map(
  ([host, approval_type, most]): Step => ({
    check: () => true,
    run: async (model, real) => {
      const topic = `No. ${model.webinars.length}`;
      const settings = { approval_type, registrants_restrict_number: most };
      const answer = await real.call("POST", `/users/${host}/webinars`, { topic, start_time: "2027-03-01T10:00:00Z", settings });
      agree(answer, model.mayPlan(host));
      if (answer.status === 201) model.plan({ id: answer.body.id, host, topic, approval: approval_type, limit: most });
    },
    toString: () => `plan ${host} ${approval_type} ${most}`,
  }),
);

const change = fc.tuple(place, approval, limit).map(([at, approval_type, most]) =>
  step(`change ${approval_type} ${most}`, at, async (webinar, model, real) => {
    const topic = `${webinar.topic}'`.slice(0, 100);
    const settings = { approval_type, registrants_restrict_number: most };
    agree(
      await real.call("PATCH", `/webinars/${webinar.id}`, { topic, settings }),
      model.change(webinar, { topic, approval: approval_type, limit: most }),
    );
  }),
);

const remove = place.map((at) =>
  step("remove", at, async (webinar, model, real) => agree(await real.call("DELETE", `/webinars/${webinar.id}`), model.remove(webinar))),
);

const signUp = fc.tuple(place, person).map(([at, email]) =>
  step(`sign up ${email}`, at, async (webinar, model, real) => {
    const answer = await real.call("POST", `/webinars/${webinar.id}/registrants`, { email, first_name: "P" });
    const wasKnown = webinar.people.has(email);
    agree(answer, model.signUp(webinar, email));
    if (answer.status !== 201) return;
    if (wasKnown) expect(answer.body.registrant_id).toBe(real.idOf(webinar, email));
    expect(answer.body.status).toBe(webinar.people.get(email));
    real.remember(webinar, email, answer.body.registrant_id);
  }),
);

const decide = fc
  .tuple(place, fc.constantFrom("approve", "deny", "cancel"), fc.array(person, { minLength: 1, maxLength: 3 }))
  .map(([at, action, emails]) =>
    step(`${action} ${emails.join(" ")}`, at, async (webinar, model, real) => {
      const answer = await real.call("PUT", `/webinars/${webinar.id}/registrants/status`, {
        action,
        registrants: emails.map((email) => ({ email })),
      });
      agree(answer, model.decide(webinar, action, emails, real.ids.get(webinar.id) ?? new Map()));
    }),
  );

const strike = fc.tuple(place, person).map(([at, email]) =>
  step(`strike ${email}`, at, async (webinar, model, real) => {
    const id = webinar.people.has(email) ? real.idOf(webinar, email) : "unknown";
    agree(await real.call("DELETE", `/webinars/${webinar.id}/registrants/${id}`), model.strike(webinar, email));
  }),
);

const invite = fc.tuple(place, person).map(([at, email]) =>
  step(`invite ${email}`, at, async (webinar, model, real) => {
    agree(await real.call("POST", `/webinars/${webinar.id}/panelists`, { panelists: [{ name: "P", email }] }), model.invite(webinar, email));
  }),
);

const uninvite = fc.tuple(place, person).map(([at, email]) =>
  step(`uninvite ${email}`, at, async (webinar, model, real) => {
    agree(await real.call("DELETE", `/webinars/${webinar.id}/panelists/${email}`), model.uninvite(webinar, email));
  }),
);

const open = place.map((at) =>
  step("open", at, async (webinar, model, real) => {
    const outcome = model.open(webinar);
    const opened = await real.emulator.controls.startWebinar(webinar.id).then(
      () => ({ status: 200 }),
      (error: { status: number; code: number }) => ({ status: error.status, body: { code: error.code } }),
    );
    agree(opened, outcome);
  }),
);

const end = place.map((at) =>
  step("end", at, async (webinar, model, real) =>
    agree(await real.call("PUT", `/webinars/${webinar.id}/status`, { action: "end" }), model.end(webinar)),
  ),
);

const join = fc.tuple(place, person).map(([at, email]) =>
  step(`join ${email}`, at, async (webinar, model, real) => {
    const isIn = await real.emulator.controls.join(webinar.id, { email }).then(
      () => true,
      () => false,
    );
    expect(isIn).toBe(model.mayJoin(webinar, email));
    if (!isIn) return;
    webinar.present.add(email);
    webinar.joined.push(email);
  }),
);

const wait = fc.integer({ min: 1, max: 14 }).map(
  (hours): Step => ({
    check: () => true,
    run: async (model, real) => {
      real.clock.advance(hours * HOUR_MS);
      model.nowMs += hours * HOUR_MS;
      await real.signIn();
    },
    toString: () => `wait ${hours} h`,
  }),
);

const look = place.map((at) => step("look", at, (webinar, _model, real) => compare(webinar, real)));

test(
  `${LIVES} random lives of webinars are as a simple model says`,
  async () => {
    const commands = fc.commands(
      [plan, plan, change, remove, signUp, signUp, signUp, decide, decide, strike, invite, uninvite, open, end, join, wait, look],
      {
        size: "+1",
      },
    );
    const life = fc.asyncProperty(commands, async (steps) => {
      const clock = virtualClock();
      const real = new Real(createEmulator({ world: "empty", clock, rateLimits: false }), clock);
      const model = new Model(clock.now());
      await real.signIn();
      await fc.asyncModelRun(() => ({ model, real }), steps);
      for (const webinar of model.webinars) await compare(webinar, real);
    });
    await fc.assert(life, { numRuns: LIVES, ...(LIVES > 100 ? {} : { seed: 4 }) });
  },
  LIVES > 100 ? 3_600_000 : 60_000,
);
