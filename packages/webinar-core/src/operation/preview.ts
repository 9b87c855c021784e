import { withoutInvisible } from "@zoom-webinar/foundation";
import { readableAddress } from "@zoom-webinar/zoom-client";
import { countOf } from "./counts.ts";

/** One thing that a call will touch. */
export interface PreviewTarget {
  /** "webinar", "registrant", "panelist", "occurrence" … */
  kind: string;
  id: string;
  /** For a person to recognise it: topic and date, name. */
  label?: string;
  /** In place of a label, several things of the kind: people see each on a line of its own. */
  items?: readonly string[];
  /** True: the id only ties a confirmation to exactly this and says nothing to people; they are shown the label. */
  internal?: true;
}

/** Who gets mail from Zoom because of the call. */
export interface PreviewRecipients {
  count: number;
  /** Mail domains with how many addresses each, most first. */
  domains: readonly { domain: string; count: number }[];
  /** Who they are and why Zoom writes to them, in words. */
  why: string;
  /** True: nobody knows whether Zoom writes to them. */
  perhaps?: true | undefined;
  /** Their addresses: a confirmation holds for exactly these people. Never shown. */
  addresses?: readonly string[];
}

/**
 * What a change does besides what it is for: `lost` is gone or switched off afterwards, `mailed later` makes Zoom write to people at another time,
 * `not told`: people keep an invitation that is no longer right. `replanned`: dates move although nobody asked for it. `not kept`: part of what is asked for
 * that Zoom may leave out.
 */
export type ConsequenceKind = "lost" | "mailed later" | "not told" | "replanned" | "not kept";

/** Something that a call does and that a person has to know before they agree. */
export interface Consequence {
  kind: ConsequenceKind;
  /** One sentence, with how many or which. */
  text: string;
  /** True for a loss that the same call the other way round puts back. */
  returns?: true;
}

/** What a call will do, read from Zoom before anything is changed. */
export interface Preview {
  /** One sentence: what will happen. */
  summary: string;
  targets: readonly PreviewTarget[];
  /** What was there and what will be, a line each. */
  changes?: readonly string[];
  /** A call that has any is asked about. */
  consequences?: readonly Consequence[];
  /** Null if Zoom writes to nobody. */
  recipients: PreviewRecipients | null;
  reversible: boolean;
  /** True if all is so already: nothing is sent, so nobody is asked, and there is nothing to undo. */
  idle?: true;
  /** How it can be undone, or not, if that takes more than the usual sentence. */
  undo?: string;
  /** What else a person should know before agreeing, a line each. */
  notes?: readonly string[];
  /** The same in figures, for programs. */
  plan?: Readonly<Record<string, unknown>>;
}

/** Recipients from their addresses, or null. An address counts once. `isSure`: false if nobody knows whether Zoom writes to them. */
export const toRecipients = (emails: readonly string[], why: string, isSure = true): PreviewRecipients | null => {
  const addresses = [...new Set(emails.map(readableAddress))].sort();
  if (addresses.length === 0) return null;
  const counts = new Map<string, number>();
  for (const address of addresses) {
    const domain = domainOf(address);
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  const domains = [...counts].map(([domain, count]) => ({ domain, count })).sort((a, b) => b.count - a.count || a.domain.localeCompare(b.domain));
  return { count: addresses.length, domains, why, ...(isSure ? {} : { perhaps: true }), addresses };
};

/** "grace@Example.com" → "example.com"; all spellings of a domain as one. */
export const domainOf = (email: string): string => {
  const address = readableAddress(email);
  return address.slice(address.lastIndexOf("@") + 1);
};

/** Recipients for display: without addresses, of which there may be thousands. */
export const shownRecipients = (recipients: PreviewRecipients | null): PreviewRecipients | null => {
  if (recipients === null) return null;
  const { addresses: _kept, ...shown } = recipients;
  return shown;
};

/** The preview for display. */
export const toShown = (preview: Preview): Preview => ({ ...preview, recipients: shownRecipients(preview.recipients) });

const SHOWN_DOMAINS = 5;
const SHOWN_TARGETS = 10;
const SHOWN_LINES = 12;
/** A long list is cut in its middle, so that people see how it begins and where it ends. */
const SHOWN_ITEMS = 15;
const SHOWN_LAST = 4;

/** Strangers write topics and names: a line break in one must not look like a line of ours, nor an invisible character turn a line around. */
const oneLine = (text: string): string => withoutInvisible(text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " "), " ");

const itemLines = (items: readonly string[], isWhole: boolean): string[] => {
  const first = SHOWN_ITEMS - SHOWN_LAST - 1;
  const isLong = !isWhole && items.length > SHOWN_ITEMS;
  const shown = isLong ? [...items.slice(0, first), `and ${items.length - first - SHOWN_LAST} more, until`, ...items.slice(-SHOWN_LAST)] : items;
  return shown.map((item) => `    ${oneLine(item)}`);
};

const listed = (lines: readonly string[], most: number): string[] => [
  ...lines.slice(0, most).map((line) => `- ${oneLine(line)}`),
  ...(lines.length > most ? [`- and ${lines.length - most} more`] : []),
];

const howToUndo = (isReversible: boolean, recipients: PreviewRecipients | null): string => {
  if (!isReversible) return "This cannot be undone.";
  return recipients === null ? "This can be undone." : "This can be undone; mail that is sent cannot.";
};

/** "Zoom writes to 2 people: they get their invitation (example.com (2))." */
export const describeRecipients = (recipients: PreviewRecipients | null): string => {
  if (recipients === null) return "Zoom writes to nobody.";
  const { count, why, perhaps } = recipients;
  if (count === 0) return `Zoom may write to people whose addresses it does not show: ${why}.`;
  const domains = recipients.domains.slice(0, SHOWN_DOMAINS).map(({ domain, count }) => `${domain} (${count})`);
  const more = recipients.domains.length > SHOWN_DOMAINS ? ` and ${recipients.domains.length - SHOWN_DOMAINS} other domains` : "";
  return `Zoom ${perhaps ? "may write" : "writes"} to ${countOf(count, "person", "people")}: ${why} (${domains.join(", ")}${more}).`;
};

/** "webinar 82834512568: Launch"; what people do not know by its id: "host: Ada Example <ada@example.com>". */
const describeTarget = ({ kind, id, label = "", items, internal }: PreviewTarget): string => {
  if (items !== undefined) return `${kind}:`;
  if (internal === true) return `${kind}: ${label === "" ? id : label}`;
  return `${kind} ${id}${label === "" ? "" : `: ${label}`}`;
};

/** The preview as lines for a person, the same in every door. `isWhole`: however many things and changes there are. */
export const describePreview = (
  { summary, targets, changes = [], consequences = [], recipients, reversible, idle, undo, notes = [] }: Preview,
  { isWhole }: { isWhole: boolean } = { isWhole: false },
): string => {
  const lines = [oneLine(summary), ...notes.map(oneLine)];
  if (idle === true) return lines.join("\n");
  const most = isWhole ? targets.length : SHOWN_TARGETS;
  for (const target of targets.slice(0, most)) lines.push(...listed([describeTarget(target)], 1), ...itemLines(target.items ?? [], isWhole));
  if (targets.length > most) lines.push(`- and ${targets.length - most} more`);
  lines.push(...listed(changes, isWhole ? changes.length : SHOWN_LINES));
  if (consequences.length > 0)
    lines.push(
      "What follows from it:",
      ...listed(
        consequences.map(({ text }) => text),
        SHOWN_LINES,
      ),
    );
  const isLater = consequences.some(({ kind }) => kind === "mailed later");
  lines.push(recipients === null && isLater ? "Zoom writes to nobody now; later as said above." : describeRecipients(recipients));
  lines.push(undo ?? howToUndo(reversible, recipients));
  return lines.join("\n");
};
