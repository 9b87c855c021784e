import * as z from "zod";
import { isFields, textOf } from "./canonical.ts";
import { inFileWords } from "./change-words.ts";
import type { Change } from "./changes.ts";
import { hostNameOf } from "./match.ts";
import type { PlannedDocument } from "./plan.ts";
import { HIDDEN } from "./plan-change.ts";

const changeSchema = z.object({
  at: z.string().meta({ untrusted: true }).describe("The field, such as settings.on_demand or panelists[ada@example.com]"),
  from: z.unknown().meta({ untrusted: true }).describe("Null: it is not there"),
  to: z.unknown().meta({ untrusted: true }).describe("Null: it is removed"),
});

const notPossibleSchema = z.object({ at: z.string().meta({ untrusted: true }), why: z.string().meta({ untrusted: true }) });

export const changesField = z.array(changeSchema);
export const notPossibleField = z.array(notPossibleSchema).describe("What Zoom does not let us do or copy, and why");

/** What plan and apply say of each webinar. */
export const webinarRow = z.object({
  topic: z.string().meta({ untrusted: true }),
  file: z.string(),
  host: z.string().nullable().describe("E-mail of the host, else the user ID"),
  webinar_id: z.string().nullable().describe("Null if it would be created"),
  created: z.boolean().describe("It was created, or would be"),
  changes: changesField,
  applied: z.int().describe("Writes that were done"),
  not_possible: notPossibleField,
});

export type WebinarRow = z.output<typeof webinarRow>;

/** The webinar itself shows its passcode; a list of differences need not hold it. */
const hidden = (change: Change): Change => {
  const hide = (value: unknown) => (value === null || value === "" ? value : HIDDEN);
  if (change.at === "password") return { ...change, from: hide(change.from), to: hide(change.to) };
  if (change.at !== "live_stream") return change;
  const withoutKey = (value: unknown) => (isFields(value) && "stream_key" in value ? { ...value, stream_key: HIDDEN } : value);
  return { ...change, from: withoutKey(change.from), to: withoutKey(change.to) };
};

/** Changes as they are shown: without secrets, and with words for Zoom's codes. */
export const shownChanges = (changes: readonly Change[]): Change[] => changes.map((change) => inFileWords(hidden(change)));

/** What a webinar is called, or will be. */
export const topicOf = ({ wanted, state }: Pick<PlannedDocument, "wanted" | "state">): string =>
  textOf(wanted.canonical.topic) || textOf(state?.canonical.topic);

/** A planned webinar as a row of the answer. */
export const toRow = ({ one, host, wanted, state, changes, notPossible }: PlannedDocument): WebinarRow => ({
  topic: topicOf({ wanted, state }),
  file: one.yaml.file,
  host: hostNameOf({ host, state }),
  webinar_id: state?.id ?? null,
  created: state === null,
  changes: shownChanges(changes),
  applied: 0,
  not_possible: [...notPossible],
});
