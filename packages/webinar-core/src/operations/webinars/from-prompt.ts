import * as z from "zod";
import type { OperationContext } from "../../operation/operation.ts";
import { allowPast, timezone } from "../../operation/params.ts";
import type { Preview } from "../../operation/preview.ts";
import { type PromptContext, readPrompt } from "../../prompt/read-prompt.ts";
import { hostZone } from "../../time/host-zone.ts";
import { describeRule } from "../../time/recurrence-rule.ts";
import { describeReading, findZone, type Reading } from "../../time/start-time.ts";
import { type SelectedUser, selectUser, userSelection } from "../users/select-user.ts";
import { readPlan, type WebinarPlan } from "./creation.ts";

/** What both operations take that read a sentence. */
export const promptInput = {
  prompt: z.string().min(1).max(2000).describe('One sentence in English: create a webinar "AI Safety" on 2027-03-01 at 10:00 for 45 minutes'),
  user_selection: userSelection.optional(),
  timezone: timezone.optional().describe("IANA time zone, unless the sentence names one; else the host's"),
  allow_past: allowPast,
};

interface PromptInput {
  prompt: string;
  user_selection?: string | undefined;
  timezone?: string | undefined;
  allow_past?: boolean | undefined;
}

/** A sentence as it was read, for a host; nothing was written yet. */
export interface PromptPlan {
  host: SelectedUser;
  plan: WebinarPlan;
}

/** Reads a sentence for the host that is meant, and writes nothing. Throws `InputError` for what it does not understand; never guesses. */
export const readPromptPlan = async (
  kind: PromptContext["kind"],
  { prompt, user_selection, timezone, allow_past }: PromptInput,
  ctx: OperationContext,
): Promise<PromptPlan> => {
  const host = await selectUser(user_selection, ctx);
  const user_id = host.id ?? host.email ?? "";
  let zoneFrom: Reading["zone_from"] = "input";
  const zone = async (named: string | null) => {
    const fallbacks = { hostZone: async () => host.timezone ?? (await hostZone(ctx.zoom, user_id)()), operatorZone: ctx.zone };
    const found = await findZone(named ?? timezone, fallbacks);
    zoneFrom = found.from;
    return found.zone;
  };
  const { notes, recurrence, ...said } = await readPrompt(prompt, { kind, nowMs: await ctx.now(), allowPast: allow_past, zone });
  const plan = await readPlan({ user_id, ...said, allow_past, recurrence: recurrence ?? undefined }, ctx, { prefix: "prompt: ", type: "rhythm" });
  if (zoneFrom !== "input") notes.push(`The time zone ${said.timezone} comes from the ${zoneFrom}.`);
  const start = plan.start && { ...plan.start, reading: { ...plan.start.reading, zone_from: zoneFrom } };
  return { host, plan: { ...plan, start, notes: [...notes, ...plan.notes] } };
};

/** The reading, for a person to agree to. Everything that was read is a target, so that a confirmation is good for exactly this. */
export const previewPrompt = ({ host, plan }: PromptPlan): Preview => {
  const { input, start, series, notes } = plan;
  const when = start === null ? "" : describeReading(start.reading);
  const rhythm = series === null ? "" : ` Then ${describeRule(series.rule)}: ${series.dates.length} dates.`;
  const dates = series?.dates ?? [];
  return {
    summary: [`It was read as: the webinar "${input.topic}", ${when}, ${input.duration} minutes.${rhythm}`, ...notes].join(" "),
    targets: [
      { kind: "host", id: host.id ?? host.email ?? "", label: `${host.name ?? ""} <${host.email ?? ""}>` },
      { kind: "topic", id: input.topic },
      { kind: "start", id: start?.reading.utc ?? "", label: when },
      { kind: "length", id: `${input.duration} minutes` },
      ...dates.map(({ utc, local }) => ({ kind: "date", id: utc, label: local.slice(0, 16).replace("T", " ") })),
    ],
    recipients: null,
    reversible: true,
  };
};
