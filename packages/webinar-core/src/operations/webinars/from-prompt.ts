import { InputError } from "@zoom-webinar/foundation";
import { inputSchema } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { countOf } from "../../operation/counts.ts";
import { parseInput } from "../../operation/input-faults.ts";
import type { OperationContext, Risk } from "../../operation/operation.ts";
import { allowPast, rare, timezone } from "../../operation/params.ts";
import { full } from "../../operation/short.ts";
import { type PromptReading, readPrompt } from "../../prompt/read-prompt.ts";
import { namesPanelists, readHost } from "../../prompt/read-sentence.ts";
import { hostZone } from "../../time/host-zone.ts";
import { describeRule } from "../../time/recurrence-rule.ts";
import { describeReading, findZone, type Reading } from "../../time/start-time.ts";
import { inviteNew } from "../panelists/invite-new.ts";
import { type SelectedUser, selectUser, userSelection } from "../users/select-user.ts";
import { createPlanned, readPlan, type WebinarPlan } from "./creation.ts";
import { basics, creationFields } from "./fields.ts";
import { sendSeries } from "./series.ts";

/** What every operation that reads a sentence may do. */
export const FROM_PROMPT = {
  endpoints: [
    "POST /users/{userId}/webinars",
    "GET /users",
    "GET /users/{userId}",
    "POST /webinars/{webinarId}/panelists",
    "GET /webinars/{webinarId}/panelists",
  ],
  effect: "create",
  idempotent: false,
  emails: "panelists",
  confirms: "always",
} as const;

/** What every operation takes that reads a sentence. */
export const promptInput = {
  prompt: z
    .string()
    .min(1)
    .max(5000)
    .describe(
      'In English, German or French: webinar "AI Safety" on 2032-03-01 at 10:00 for 45 minutes, with registration, hosted by ada@example.com',
    ),
  user_selection: userSelection.optional().describe("Host, unless the sentence names one: number, e-mail, ID or name; needed if several can host"),
  timezone: timezone.optional().describe("IANA time zone of the sentence, unless it names one; else the host's"),
  allow_past: allowPast,
  full: rare(full),
};

interface PromptInput {
  prompt: string;
  user_selection?: string | undefined;
  timezone?: string | undefined;
  allow_past?: boolean | undefined;
}

/** Which kind of webinar a tool takes. */
export type PromptKind = "single" | "series" | "either";

/** A sentence as it was read, for a host; nothing was written yet. */
export interface PromptPlan {
  host: SelectedUser;
  reading: PromptReading;
  plan: WebinarPlan;
}

/** No clock change makes an hour there twice or never, and days come before months. */
const PLAIN_ZONE = "Africa/Lagos";

/** Reads a sentence for the host that is meant, and writes nothing. Throws `InputError` for what it does not understand; never guesses. */
export const readPromptPlan = async (
  kind: PromptKind,
  { prompt, user_selection, timezone, allow_past }: PromptInput,
  ctx: OperationContext,
): Promise<PromptPlan> => {
  const named = readHost(prompt);
  const host = await selectUser(named ?? user_selection, ctx, named === null ? "user_selection" : "prompt").catch(async (error: unknown) => {
    // Nobody is asked who hosts what is no webinar. In the host's zone it may read otherwise, but not that far.
    if (error instanceof InputError)
      await readPrompt(prompt, { nowMs: await ctx.now(), allowPast: true, hostZone: timezone ?? ctx.zone ?? PLAIN_ZONE });
    throw error;
  });
  const user_id = host.id ?? host.email ?? "";
  const zone = await findZone(timezone, { hostZone: async () => host.timezone ?? (await hostZone(ctx.zoom, user_id)()), operatorZone: ctx.zone });
  const reading = await readPrompt(prompt, { nowMs: await ctx.now(), allowPast: allow_past, hostZone: zone.zone });
  assertKind(kind, reading);
  const { topic, duration, recurrence, settings, starts } = reading;
  const { passcode, registration, alternative_hosts, recording, practice_session, qa } = settings;
  const fields = {
    topic,
    duration,
    password: passcode,
    registration,
    alternative_hosts: alternative_hosts?.join(","),
    auto_recording: recording,
    practice_session,
    question_and_answer: qa,
  };
  assertSendable({ ...fields, panelists: toPanelists(reading) });
  const plan = await readPlan(
    { user_id, allow_past, ...fields, start_time: starts.local, timezone: starts.timezone, recurrence: recurrence ?? undefined },
    ctx,
    { prefix: "prompt: ", type: "rhythm" },
  );
  const zone_from: Reading["zone_from"] = reading.namesZone ? "input" : zone.from;
  const notes = [
    ...reading.assumed,
    ...(reading.namesZone || zone.from === "input" ? [] : [`The time zone ${starts.timezone} comes from the ${zone.from}.`]),
  ];
  const start = plan.start && { ...plan.start, reading: { ...plan.start.reading, zone_from } };
  return { host, reading, plan: { ...plan, start, notes } };
};

/** What a sentence may say, by the rules that hold for the same fields of other calls; made when the first is read. */
const toSayable = () =>
  z.object({
    ...basics,
    ...creationFields,
    panelists: z.array(inputSchema("POST /webinars/{webinarId}/panelists").shape.panelists.element),
  });
let sayable: ReturnType<typeof toSayable> | undefined;

/** Throws `InputError` on `prompt` for what Zoom would refuse, so that a preview shows nothing that cannot be sent. */
const assertSendable = (fields: z.input<ReturnType<typeof toSayable>>): void => {
  sayable ??= toSayable();
  try {
    parseInput(sayable, fields);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const message = error.faults.map((fault) => (fault.field === "password" ? fault.message : `${fault.field}: ${fault.message}`)).join("; ");
    throw InputError.at("prompt", message, "Say it otherwise in the sentence; nothing was sent to Zoom.", { cause: error });
  }
};

/** A sentence for the other tool is read as well, so that the error can show its reading. */
const assertKind = (kind: PromptKind, { topic, series, starts }: PromptReading): void => {
  if (kind === "either" || (kind === "series") === (series !== null)) return;
  const what =
    series === null ? `one webinar, ${describeReading(starts)}` : `a series, ${describeRule(series.rule)}: ${countOf(series.dates.length, "date")}`;
  const tool = series === null ? "schedule_webinar_from_prompt" : "schedule_recurring_webinar_from_prompt";
  throw InputError.at("prompt", `it asks for ${what}, called "${topic}"`, `${tool} takes this sentence as it stands.`);
};

/** Sends what was read: the webinar first, then its panelists. */
export const sendPrompt = async ({ plan, reading }: PromptPlan, ctx: OperationContext) => {
  const made =
    plan.series === null
      ? { ...(await createPlanned(plan, ctx)), series: null }
      : await sendSeries(plan, ctx).then(({ webinar, starts, dates, notes, ...series }) => ({ webinar, starts, dates, notes, series }));
  const people = toPanelists(reading);
  if (people.length > 0) await inviteNew(made.webinar.id ?? "", people, ctx);
  return made;
};

const toPanelists = ({ settings }: PromptReading) =>
  (settings.panelists ?? []).map(({ email, name }) => ({ email, name: name ?? email.slice(0, email.lastIndexOf("@")) }));

/** Always asked about; Zoom writes to people only if the sentence names panelists. */
export const promptRisk = ({ prompt }: PromptInput): Risk => ({
  effect: "create",
  emails: namesPanelists(prompt) ? "panelists" : "nobody",
  confirms: "always",
});
