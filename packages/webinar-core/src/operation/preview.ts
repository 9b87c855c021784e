import { withoutInvisible } from "@zoom-webinar/foundation";

/** One thing that a call will touch. */
export interface PreviewTarget {
  /** "webinar", "registrant", "panelist", "occurrence" … */
  kind: string;
  id: string;
  /** For a person to recognise it: topic and date, name. */
  label?: string;
}

/** Who gets mail from Zoom because of the call. */
export interface PreviewRecipients {
  count: number;
  /** Mail domains with how many addresses each, most first. */
  domains: readonly { domain: string; count: number }[];
  /** Who they are and why Zoom writes to them, in words. */
  why: string;
}

/** What a call will do, read from Zoom before anything is changed. */
export interface Preview {
  /** One sentence: what will happen. */
  summary: string;
  targets: readonly PreviewTarget[];
  /** Null where Zoom writes to nobody. */
  recipients: PreviewRecipients | null;
  reversible: boolean;
  /** What else a person should know before agreeing, a line each. */
  notes?: readonly string[];
  /** The same in figures, for programs. */
  plan?: Readonly<Record<string, unknown>>;
}

/** Recipients from their addresses; null where there are none. */
export const toRecipients = (emails: readonly string[], why: string): PreviewRecipients | null => {
  if (emails.length === 0) return null;
  const counts = new Map<string, number>();
  for (const email of emails) {
    const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  const domains = [...counts].map(([domain, count]) => ({ domain, count })).sort((a, b) => b.count - a.count || a.domain.localeCompare(b.domain));
  return { count: emails.length, domains, why };
};

const SHOWN_DOMAINS = 5;
const SHOWN_TARGETS = 10;

/** Strangers write topics and names: a line break in one must not look like a line of ours, nor an invisible character turn a line around. */
const oneLine = (text: string): string => withoutInvisible(text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " "), " ");

/** The preview as lines for a person, the same in every door. */
export const describePreview = ({ summary, targets, recipients, reversible, notes = [] }: Preview): string => {
  const lines = [oneLine(summary), ...notes.map(oneLine)];
  for (const { kind, id, label } of targets.slice(0, SHOWN_TARGETS)) lines.push(oneLine(`- ${kind} ${id}${label === undefined ? "" : `: ${label}`}`));
  if (targets.length > SHOWN_TARGETS) lines.push(`- and ${targets.length - SHOWN_TARGETS} more`);
  if (recipients === null) lines.push("Zoom writes to nobody.");
  else {
    const domains = recipients.domains.slice(0, SHOWN_DOMAINS).map(({ domain, count }) => `${domain} (${count})`);
    const more = recipients.domains.length > SHOWN_DOMAINS ? ` and ${recipients.domains.length - SHOWN_DOMAINS} other domains` : "";
    lines.push(
      `Zoom writes to ${recipients.count} ${recipients.count === 1 ? "person" : "people"}: ${recipients.why} (${domains.join(", ")}${more}).`,
    );
  }
  lines.push(!reversible ? "This cannot be undone." : recipients === null ? "This can be undone." : "This can be undone; mail that is sent cannot.");
  return lines.join("\n");
};
