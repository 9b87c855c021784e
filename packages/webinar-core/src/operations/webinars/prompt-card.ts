import * as z from "zod";
import { countOf } from "../../operation/counts.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { describeRecipients, type Preview, type PreviewRecipients, type PreviewTarget, toRecipients } from "../../operation/preview.ts";
import { describeRule } from "../../time/recurrence-rule.ts";
import { describeReading, type Reading, showInZone } from "../../time/start-time.ts";
import type { PromptPlan } from "./from-prompt.ts";
import { notKept } from "./not-kept.ts";

/** A sentence as it was read, for people to look at before anything is created. */
export const promptCard = z.object({
  topic: z.string().meta({ untrusted: true }),
  host: z.string().meta({ untrusted: true }),
  starts: z.string().describe("In the webinar's zone, and UTC"),
  starts_for_host: z.string().nullable().describe("In the zone of the host's profile, if it is another"),
  starts_for_you: z.string().nullable().describe("In the operator's zone, if it is another"),
  length: z.string(),
  repeats: z.string().nullable(),
  dates: z.array(z.string()).describe("In the webinar's zone"),
  settings: z.array(z.string()).meta({ untrusted: true }),
  mail: z.string().describe("Whom Zoom writes to"),
  assumed: z.array(z.string()).describe("What the sentence did not say"),
  not_used: z.array(z.string()).meta({ untrusted: true }).describe("Words of the sentence that we did not need"),
  refused: z.array(z.string()).meta({ untrusted: true }).describe("Why Zoom will refuse it"),
});
export type PromptCard = z.output<typeof promptCard>;

const MADE = ["id", "join_url", "registration_url", "password"];

/** What a terminal shows of a reading, and of the webinar that it became. */
export const PROMPT_CARD: readonly string[] = [
  ...Object.keys(promptCard.shape).map((name) => `reading.${name}`),
  ...MADE.map((name) => `webinar.${name}`),
];

/** The reading as a card. */
export const toCard = async ({ host, reading, plan }: PromptPlan, { zone }: Pick<OperationContext, "zone">): Promise<PromptCard> => {
  const { topic, duration, starts, series, unused } = reading;
  return {
    topic,
    host: `${host.name ?? ""} <${host.email ?? ""}>`.trim(),
    starts: describeReading(starts),
    starts_for_host: await showElsewhere(starts, host.timezone),
    starts_for_you: zone === host.timezone ? null : await showElsewhere(starts, zone),
    length: countOf(duration, "minute"),
    repeats: series === null ? null : describeRule(series.rule),
    dates: (series?.dates ?? []).map(({ local }) => local.slice(0, 16).replace("T", " ")),
    settings: describeSettings(reading.settings),
    mail: describeRecipients(promptRecipients(reading)),
    assumed: plan.notes,
    not_used: unused,
    refused: host.licence === "basic" ? [`${host.name ?? host.email ?? "The host"} has no licence for webinars: Zoom will refuse this.`] : [],
  };
};

/** The panelists whom a sentence names: Zoom invites them. */
export const promptRecipients = ({ settings }: PromptPlan["reading"]): PreviewRecipients | null =>
  toRecipients(
    (settings.panelists ?? []).map(({ email }) => email),
    "they get their invitation with their own join link",
  );

const showElsewhere = async ({ utc, timezone }: Reading, zone: string | null): Promise<string | null> =>
  zone === null || zone === timezone ? null : showInZone(utc, zone);

const describeSettings = ({
  passcode,
  registration,
  alternative_hosts,
  panelists,
  recording,
  practice_session,
  qa,
}: PromptPlan["reading"]["settings"]): string[] => [
  ...(passcode === undefined ? [] : [`passcode ${passcode}`]),
  ...(registration === undefined
    ? []
    : [registration === "none" ? "no registration" : `registration, approved ${registration === "automatic" ? "at once" : "by hand"}`]),
  ...(alternative_hosts === undefined ? [] : [`alternative hosts ${alternative_hosts.join(", ")}`]),
  ...(panelists === undefined ? [] : [`panelists ${panelists.map(({ email }) => email).join(", ")}`]),
  ...(recording === undefined ? [] : [recording === "none" ? "no recording" : `${recording} recording`]),
  ...(practice_session === undefined ? [] : [`${practice_session ? "with" : "without"} practice session`]),
  ...(qa === undefined ? [] : [`${qa ? "with" : "without"} Q&A`]),
];

/** The reading, for a person to agree to: the card, a line each. Everything that was read is a target, so that a confirmation is good for exactly this. */
export const previewPrompt = async (read: PromptPlan, ctx: Pick<OperationContext, "zone">): Promise<Preview> => {
  const { host, reading } = read;
  const card = await toCard(read, ctx);
  const line = (kind: string, label: string, id = label): PreviewTarget => ({ kind, id, label, internal: true });
  const lineOf = (kind: string, items: readonly string[], between: string): PreviewTarget[] =>
    items.length === 0 ? [] : [line(kind, items.join(between))];
  const starts = [card.starts, card.starts_for_host, card.starts_for_you].filter((shown) => shown !== null).join(" = ");
  const dates = (reading.series?.dates ?? []).map(({ utc }) => utc).join(" ");
  const what = card.repeats === null ? "webinar" : `series of ${countOf(card.dates.length, "date")}`;
  return {
    summary: `Create this ${what}, as the sentence was read.`,
    targets: [
      line("topic", card.topic),
      line("host", card.host, host.id ?? host.email ?? ""),
      line("starts", starts, reading.starts.utc),
      line("length", card.length),
      ...(card.repeats === null ? [] : [line("repeats", card.repeats), { kind: "dates", id: dates, items: card.dates, internal: true as const }]),
      ...lineOf("settings", card.settings, ", "),
      ...lineOf("not used", card.not_used, "; "),
    ],
    consequences: notKept(reading.series?.dates),
    recipients: promptRecipients(reading),
    reversible: true,
    notes: [...card.assumed, ...card.refused],
  };
};
