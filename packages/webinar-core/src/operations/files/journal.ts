import { createHash } from "node:crypto";
import { addressKey } from "@zoom-webinar/zoom-client";
import type { OperationContext } from "../../operation/operation.ts";

/** Two years: a season's files are applied again long after their webinars were made. */
const TTL_MS = 2 * 365 * 24 * 3_600_000;

type JournalContext = Pick<OperationContext, "store" | "account" | "principal">;

const keyOf = ({ account, principal }: JournalContext, parts: readonly unknown[]): string => {
  const { credentials } = account.inForce;
  const owner = credentials !== null && "accountId" in credentials ? credentials.accountId : "";
  return `files:${createHash("sha256")
    .update(JSON.stringify([owner, principal, ...parts]))
    .digest("hex")
    .slice(0, 32)}`;
};

/** What a document is known by: its place in a file, and what it says. */
export interface DocumentName {
  /** The path of the file, or null. */
  path: string | null;
  index: number;
  hostId: string;
  topic: string;
  /** UTC; null without a fixed time. */
  startUtc: string | null;
}

const byPlace = ({ path, index, hostId }: DocumentName): readonly unknown[] | null =>
  path === null ? null : ["place", path, index, addressKey(hostId)];
const byStart = ({ hostId, topic, startUtc }: DocumentName): readonly unknown[] => ["start", addressKey(hostId), topic, startUtc];

const byWebinar = (webinarId: string): readonly unknown[] => ["webinar", webinarId];

/** Notes which webinar a document made, so that the next apply finds it before Zoom's lists show it, and an export knows its file. A store that fails costs this knowledge, never the call. */
export const noteCreated = async (context: JournalContext, name: DocumentName, webinarId: string): Promise<void> => {
  const parts = [byPlace(name), byStart(name)].filter((one) => one !== null);
  const note = (part: readonly unknown[], value: string) => context.store.set(keyOf(context, part), value, { ttlMs: TTL_MS }).catch(() => {});
  for (const part of parts) await note(part, webinarId);
  if (name.path !== null) await note(byWebinar(webinarId), name.path);
};

const recall = async (context: JournalContext, parts: readonly unknown[] | null): Promise<string | null> =>
  parts === null ? null : ((await context.store.get(keyOf(context, parts)).catch(() => null))?.value ?? null);

/** The webinar that a document of this host, topic and start made; null: none that we know. */
export const createdByStart = (context: JournalContext, name: DocumentName): Promise<string | null> => recall(context, byStart(name));

/** The webinar that the document at this place of this file made; null: none that we know. */
export const createdByPlace = (context: JournalContext, name: DocumentName): Promise<string | null> => recall(context, byPlace(name));

/** The path of the file that made a webinar; null: none that we know. */
export const fileThatMade = (context: JournalContext, webinarId: string): Promise<string | null> => recall(context, byWebinar(webinarId));
