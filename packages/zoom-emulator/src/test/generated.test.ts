import { virtualClock } from "@zoom-webinar/foundation";
import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
import { expect, test } from "vitest";
import { createEmulator } from "../create.ts";
import type { Emulator } from "../emulator.ts";
import { emulatedEndpoints } from "../handlers.ts";
import { Refusal } from "../http/reply.ts";
import { matchEndpoint } from "../http/routes.ts";
import { DEFAULT_SWITCHES, type Switches } from "../rules/switches.ts";
import { answerFaults } from "../validate/answer.ts";
import type { WorldName } from "../worlds/names.ts";
import { generate, type Pool, poolOf } from "./generate.ts";
import { askToken } from "./probe.ts";
import { type Random, randomOf } from "./random.ts";

/** Long form: ZOOM_EMULATOR_REQUESTS=200000. Another walk: ZOOM_EMULATOR_SEED=2. */
const REQUESTS = Number(process.env.ZOOM_EMULATOR_REQUESTS ?? 3000);
const SEED = Number(process.env.ZOOM_EMULATOR_SEED ?? 1);

/** Requests to one emulator; then another world begins. */
const PER_WORLD = 1000;
/** Requests after which the pool is filled again, and something happens from outside. */
const PER_POOL = 40;

const WORLDS: readonly [WorldName, ...WorldName[]] = ["demo", "rejoins", "conference-series", "demo", "empty"];

const OTHERS: Partial<Switches> = {
  duplicateRegistrant: "remail",
  cancelledRegistrant: "gone",
  deniedRegistersAgain: "anew",
  unknownRegistrant: "ignore",
  pendingMail: true,
  duplicatePanelist: "second",
  unknownPanelist: "refuse",
  missingAnswers: "refuse",
  statusReply: 200,
  endNotRunning: "refuse",
  announcedFields: true,
  rateHeaders: "always",
  participantsCount: "rows",
  deletedSummary: "trash",
  deletedDates: "previous",
  longWindow: "shorten",
};

/** Something that a person does: what cannot be does nothing. */
const happen = async ({ controls }: Emulator, pool: Pool, random: Random): Promise<void> => {
  const webinar = random.pick(pool.webinar ?? []);
  if (webinar === undefined) return;
  const who = { user_id: random.pick(pool.joining ?? []) ?? "none" };
  const name = random.pick(["Visitor", "Walk-in"] as const);
  const deeds = [
    () => controls.startWebinar(webinar),
    () => controls.startWebinar(webinar),
    () => controls.endWebinar(webinar),
    () => controls.join(webinar, { registrant_id: random.pick(pool.registrant ?? []) ?? "none" }),
    () => controls.join(webinar, { name }),
    () => controls.join(webinar, { email: random.pick(pool.email ?? []) ?? "guest@example.com" }),
    () => controls.leave(webinar, { name }),
    () => controls.ask(webinar, { name, question: "Why?", anonymous: random.chance(30) }),
    () => controls.chat(webinar, { ...who, content: "Hello", file_ids: ["f1", "f2"] }),
    () => controls.vote(webinar, random.pick(pool.poll ?? []) ?? "none", { name, answers: ["Tea", "Tea", "Tea"] }),
    () => controls.answerSurvey(webinar, { name, answers: ["Fine", "Fine"] }),
    () => controls.giveFeedback(webinar, { name, satisfied: random.chance(50) }),
    () => controls.startSharing(webinar, { name, content: "desktop" }),
    () => controls.writeSummary(webinar, { content: "## Recap\nAll well." }),
    () => controls.addTrackingSource(webinar, "Newsletter"),
    () => controls.addRecording("recording"),
    () => controls.setFeature("simulive", random.chance(50)),
    () => controls.advanceClock(random.below(3) * 3_600_000 * 9),
  ] as const;
  try {
    await random.pick(deeds)();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
};

interface Tally {
  answers: Map<string, number>;
  faults: string[];
}

/** One world's life under requests. */
const live = async (world: WorldName, seed: number, count: number, { answers, faults }: Tally): Promise<void> => {
  const random = randomOf(seed);
  const switches = random.chance(40) ? OTHERS : DEFAULT_SWITCHES;
  const emulator = createEmulator({ world, clock: virtualClock(), rateLimits: false, switches });
  const ids = emulatedEndpoints();
  let pool: Pool = {};
  let authorization = "";
  const tokens: string[] = [];
  for (let index = 0; index < count; index++) {
    if (index % PER_POOL === 0) {
      for (let deed = 0; deed < 5; deed++) await happen(emulator, pool, random);
      pool = poolOf(await emulator.state.snapshot());
      authorization = `Bearer ${(await askToken(emulator)).body.access_token}`;
    }
    const { id, request } = await generate(random.pick(ids) ?? "GET /users", pool, tokens, random);
    const answer = await emulator.send({ ...request, headers: { ...request.headers, authorization } });
    const actual = matchEndpoint(request.method, new URL(request.url).pathname.slice("/v2".length))?.id;
    const key = `${id} ${answer.status}`;
    answers.set(key, (answers.get(key) ?? 0) + 1);
    const fault =
      answer.status >= 500 ? `${answer.status} ${answer.text}` : actual === undefined ? "" : answerFaults(actual, answer.status, answer.text);
    if (fault !== "") faults.push(`${request.method} ${request.url} ${String(request.body)}\n${fault}`);
    const token = /"next_page_token":"([^"]+)"/.exec(answer.text)?.[1];
    if (token !== undefined) tokens[random.below(10)] = token;
  }
};

test(
  `${REQUESTS} generated requests bring no 5xx and no answer that the document does not describe`,
  async () => {
    const tally: Tally = { answers: new Map(), faults: [] };
    for (let round = 0; round * PER_WORLD < REQUESTS; round++) {
      const world = WORLDS[round % WORLDS.length] ?? "demo";
      await live(world, SEED * 100_003 + round, Math.min(PER_WORLD, REQUESTS - round * PER_WORLD), tally);
      if (tally.faults.length > 5) break;
    }
    expect(tally.faults.slice(0, 5)).toEqual([]);
    // a walk that meets refusals only would prove little
    const succeeded = new Set([...tally.answers.keys()].filter((key) => / 20\d$/.test(key)).map((key) => key.replace(/ \d+$/, "")));
    const never = Object.keys(endpoints).filter((id) => !succeeded.has(id));
    expect(never.slice(REQUESTS < 10_000 ? 5 : 0)).toEqual([]);
    expect(Object.keys({}.constructor.prototype)).toEqual([]);
  },
  REQUESTS > 10_000 ? 3_600_000 : 60_000,
);
