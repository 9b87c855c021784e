import type { ZoomWebinarError } from "@zoom-webinar/foundation";
import { UPCOMING as webinar_id } from "@zoom-webinar/testing/demo-webinars";
import { type Emulated, emulated } from "@zoom-webinar/testing/emulated";
import { assertToldOf, isObject, type Look } from "@zoom-webinar/testing/told-of";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnyOperation } from "../operation/operation.ts";
import type { Preview } from "../operation/preview.ts";
import { runOperation } from "../run.ts";
import { CASES, type Call, FIRST_DATE, type Input, ON_AIR, OPERATIONS } from "../test/risk-cases.ts";
import { operations } from "./index.ts";

const IS_LONG = process.env.FAULTS === "long";
const RUNS = IS_LONG ? 300 : 12;
/** The long form has minutes of work for each case, and may have to share the machine. */
const TIMEOUT_MS = IS_LONG ? 1_800_000 : 60_000;
const SEED = 20_270_115;
const { webinars } = operations;

const emulatedRun = <Op extends AnyOperation>(op: Op, input: unknown, session: Emulated["session"], call?: Parameters<typeof runOperation>[3]) =>
  runOperation(op, input, session, call);

/** The input with the id of a date in the place of the word for it. */
const located = async ({ emulator }: Emulated, input: Input): Promise<Input> => {
  if (input.occurrence_id !== FIRST_DATE) return input;
  const { webinars: all } = await emulator.state.snapshot();
  const first = all[webinar_id]?.occurrences.find(({ status }) => status === "available");
  return { ...input, occurrence_id: first?.occurrence_id };
};

const prepare = async (zoom: Emulated, { state, madeId }: { state: readonly Call[]; madeId?: string | undefined }) => {
  let made: unknown = null;
  for (const [id, input] of state) {
    if (id === ON_AIR) await zoom.emulator.controls.startWebinar(webinar_id).catch(() => null);
    else made = await zoom.run(OPERATIONS.get(id) as AnyOperation, (await located(zoom, input)) as never).catch(() => null);
  }
  return madeId === undefined || !isObject(made) ? {} : { [madeId]: made.id };
};

const confirming = (zoom: Emulated): Emulated => {
  const session = { ...zoom.session, safety: "confirm" as const };
  return {
    ...zoom,
    session,
    run: (op, input, call) => emulatedRun(op, input, session, call),
    refusal: async (op, input, call) =>
      emulatedRun(op, input, session, call).then(
        () => Promise.reject(new Error("it ran")),
        (error: ZoomWebinarError) => error,
      ),
  };
};

const look = async ({ emulator }: Emulated): Promise<Look> => ({ state: await emulator.state.snapshot(), mails: await emulator.mailLog() });

/** Runs a change with its confirmation if it needs one; the preview, or null if nobody was asked, undefined if Zoom or we refuse it. */
const agree = async (zoom: Emulated, op: AnyOperation, input: Input): Promise<Preview | null | undefined> => {
  const asked = await zoom.run(op, input as never).then(
    () => null,
    (error: ZoomWebinarError) => error,
  );
  if (asked === null) return null;
  if (asked.code !== "confirmation_required") return undefined;
  const ran = await zoom.run(op, input as never, { confirmToken: String(asked.details.confirm_token) }).then(
    () => true,
    () => false,
  );
  return ran ? (asked.details.preview as Preview) : undefined;
};

describe("whatever a change takes away or mails is in its preview", () => {
  it.each(CASES.map((one) => [one.name ?? one.op.id, one] as const))(
    "%s",
    async (_id, { op, state, change, madeId }) => {
      let ran = 0;
      await fc.assert(
        fc.asyncProperty(state, change, async (calls, input) => {
          const zoom = emulated();
          const ids = await prepare(zoom, { state: calls, madeId });
          const before = await look(zoom);
          const preview = await agree(confirming(zoom), op, { ...ids, ...(await located(zoom, input)) });
          if (preview === undefined) return;
          ran += 1;
          assertToldOf(before, await look(zoom), preview, `${JSON.stringify(calls.map(([, made]) => made))} then ${JSON.stringify(input)}`);
        }),
        { numRuns: RUNS, seed: SEED },
      );
      expect(ran, "changes that ran").toBeGreaterThan(RUNS / 4);
    },
    TIMEOUT_MS,
  );
});

describe("a confirmation given for one state is refused once the state has changed", () => {
  it.each(CASES.map((one) => [one.name ?? one.op.id, one] as const))(
    "%s",
    async (_id, { op, state, change, madeId }) => {
      await fc.assert(
        fc.asyncProperty(state, state, change, async (calls, later, input) => {
          const zoom = emulated();
          const ids = await prepare(zoom, { state: calls, madeId });
          const sent = { ...ids, ...(await located(zoom, input)) };
          const asking = confirming(zoom);
          const refusal = () =>
            asking.run(op, sent as never).then(
              () => null,
              (error: ZoomWebinarError) => error,
            );
          const first = await refusal();
          if (first?.code !== "confirmation_required") return;
          await prepare(zoom, { state: later });
          await zoom.run(webinars.update, { webinar_id, topic: `Renamed ${JSON.stringify(later).length}` });
          const before = await look(zoom);
          const late = await asking.run(op, sent as never, { confirmToken: String(first.details.confirm_token) }).then(
            () => null,
            (error: ZoomWebinarError) => error,
          );
          const second = late ?? { code: "ran", details: { preview: null } };
          // A renamed tracking field is none of the webinar: there, and only there, the state may be the same.
          if (op.id !== "trackingFields.update" || JSON.stringify(second.details.preview) !== JSON.stringify(first.details.preview)) {
            if (op.id === "trackingFields.update" && late === null) return;
            // If nothing is left to do, it runs and does nothing.
            expect(await look(zoom)).toEqual(before);
            if (second.code === "confirmation_required")
              expect(second.details).toMatchObject({ confirm_token: expect.any(String), changed_since: expect.any(Array) });
          }
        }),
        { numRuns: Math.ceil(RUNS / 2), seed: SEED },
      );
    },
    TIMEOUT_MS,
  );
});

describe("every operation that updates or replaces", () => {
  /** Those that have no case above, and why. */
  const ELSEWHERE: Readonly<Record<string, string>> = {
    "registrants.approveFrom": "needs a folder for its journal: import/consent.test.ts",
    "registrants.denyFrom": "needs a folder for its journal: import/consent.test.ts",
    "registrants.cancelFrom": "needs a folder for its journal: import/consent.test.ts",
    "imports.abandon": "changes nothing at Zoom",
  };

  const updates = [...OPERATIONS.values()].filter(({ effect }) => effect === "update").map(({ id }) => id);
  const cases = new Set(CASES.map(({ op }) => op.id));

  it.each(updates.filter((id) => !cases.has(id)))("%s, which has no case above, says why", (id) => {
    expect(ELSEWHERE[id], id).toBeTypeOf("string");
  });

  it.each(Object.entries(ELSEWHERE))("%s is left out above: it %s", (id) => {
    expect(updates).toContain(id);
    expect(cases).not.toContain(id);
  });
});
