import type { OperationContext } from "../operation/operation.ts";
import { hashOf, keyOfRegistrant } from "../people/person-key.ts";
import { RECENT_MS, readRemoved } from "../people/removed.ts";
import { type ImportKind, type SendOptions, STANDINGS } from "./journal/events.ts";
import type { StoredImport } from "./journal/import-folders.ts";
import { doubtfulRows } from "./journal/standing.ts";
import type { Subject } from "./subject.ts";

/** What an import did with somebody a moment ago. */
export interface SentLately {
  kind: ImportKind;
  importId: string;
  atMs: number;
  /** When its call was over, if not sooner. */
  overMs: number;
  /** Zoom's id of them, if it said one. */
  id: string | null;
  /** Zoom gave no answer: nobody knows whether it was done. */
  isDoubtful: boolean;
}

/** What this program did with somebody in the last minutes, whatever Zoom's lists show by now. */
export interface Recent {
  /** The same as is to be done now. */
  sent: SentLately | null;
  /** Since when they are gone because of us; null: they are not, as far as we know. */
  goneMs: number | null;
}

/** Finds it by somebody's key, and by the id that Zoom lists them with. */
export type FindRecent = (key: string, listedId: string | null) => Recent;

const ADDS: readonly ImportKind[] = ["registrants.import", "panelists.import"];
const TAKES: readonly ImportKind[] = ["registrants.removeFrom", "registrants.cancelFrom"];

const sameDates = (one: SendOptions, other: SendOptions): boolean =>
  JSON.stringify(one.occurrence_ids ?? []) === JSON.stringify(other.occurrence_ids ?? []);

/** What imports of these kinds sent in the last minutes, by hash of the key, and by that of the id. */
const sentBy = (imports: readonly StoredImport[], kinds: readonly ImportKind[], nowMs: number): Map<string, SentLately> => {
  const found = new Map<string, SentLately>();
  for (const { read, folder } of imports) {
    const { head, codes, hashes, ids } = read.standing;
    if (!kinds.includes(head.kind)) continue;
    const doubtful = doubtfulRows(read.standing, 0);
    for (const [hash, { at, sentMs }] of hashes) {
      const standing = STANDINGS[codes[at] ?? 0];
      const gaveUpMs = doubtful.get(at);
      const isDoubtful = gaveUpMs !== undefined;
      if (nowMs - sentMs > RECENT_MS || (!isDoubtful && standing !== "done" && standing !== "pending")) continue;
      const id = ids.get(at) ?? null;
      const sent = { kind: head.kind, importId: folder.id, atMs: sentMs, overMs: Math.max(sentMs, gaveUpMs ?? 0), id, isDoubtful };
      for (const each of [hash, ...(id === null ? [] : [hashOf(keyOfRegistrant(id))])])
        if ((found.get(each)?.atMs ?? Number.NEGATIVE_INFINITY) < sentMs) found.set(each, sent);
    }
  }
  return found;
};

type Context = Pick<OperationContext, "store" | "account" | "principal" | "clock" | "world"> & { webinarId: string; options: SendOptions };

/** Reads what this program did of late with people of a webinar. Zoom was asked for something before. */
export const readRecent = async ({ kind }: Pick<Subject, "kind">, earlier: readonly StoredImport[], ctx: Context): Promise<FindRecent> => {
  const nowMs = ctx.clock.now();
  const isPanelists = kind === "panelists.import";
  const own = sentBy(earlier, [kind], nowMs);
  const added = sentBy(earlier, ADDS, nowMs);
  const taken = sentBy(
    earlier.filter(({ read }) => sameDates(read.standing.head.options, ctx.options)),
    isPanelists ? [] : TAKES.filter((one) => one !== kind),
    nowMs,
  );
  const noted = await readRemoved(ctx, isPanelists ? "panelist" : "registrant", ctx.webinarId);
  return (key, listedId) => {
    const sent = own.get(hashOf(key)) ?? null;
    const hashes = [hashOf(key), ...[listedId, sent?.id ?? null].flatMap((id) => (id === null ? [] : [hashOf(keyOfRegistrant(id))]))];
    let [addedMs, goneMs] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const hash of hashes) {
      addedMs = Math.max(addedMs, added.get(hash)?.atMs ?? addedMs);
      const removal = taken.get(hash);
      if (removal !== undefined && !removal.isDoubtful) goneMs = Math.max(goneMs, removal.atMs);
      const note = noted(hash);
      if (note?.isRemoved === true) goneMs = Math.max(goneMs, note.atMs);
      else if (note !== null) addedMs = Math.max(addedMs, note.atMs);
    }
    return { sent, goneMs: goneMs > addedMs ? goneMs : null };
  };
};
