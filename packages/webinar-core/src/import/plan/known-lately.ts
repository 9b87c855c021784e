import type { Clock } from "@zoom-webinar/foundation";
import type { ZoomClient } from "@zoom-webinar/zoom-client";
import { commandOf } from "../../operation/operation.ts";
import type { RowNote } from "../journal/events.ts";
import { codeOf } from "../journal/standing.ts";
import { WORDS } from "../kind-words.ts";
import type { FindRecent, SentLately } from "../recent.ts";
import { SKEW_MS, UNSURE_MS } from "../run/bounds.ts";
import type { Listed, Look } from "../run/task.ts";
import type { Subject } from "../subject.ts";

/** More people than this are not asked for one by one: the first of them tell whether a list is late that leaves out so many. */
const MOST_ASKED = 30;

/** What is known of somebody better than by Zoom's list. */
export interface Known {
  /** A note on their row. */
  note: RowNote;
  /** Null: settled. `soon`: a look in a minute tells how they stand. `unknown`: none will, and they are sent again only if somebody asks for it. */
  open: "soon" | "unknown" | null;
}

/** The same of everybody of whom something is known; null for somebody who is gone whatever the list shows. */
export type KnownLately = ReadonlyMap<string, Known | null>;

/** What it is asked with. */
interface Asking {
  subject: Subject;
  zoom: ZoomClient;
  clock: Clock;
  webinarId: string;
}

/** "import d20a5c4c-…", "approve-from d20a5c4c-…": what did it, and its ID in imports list. */
const nameOf = ({ kind, importId }: SentLately): string => `${commandOf(kind).split(" ").at(-1)} ${importId}`;

/** The same for a sentence that may speak of several of them: "an import", "approve-from". */
export const doerOf = (kind: Subject["kind"]): string => {
  const verb = commandOf(kind).split(" ").at(-1) ?? "";
  return verb === "import" ? "an import" : verb;
};

const IN_A_MINUTE = "run it again in a minute";

const isThere = (sent: SentLately): Known => ({
  note: [0, codeOf("already"), sent.id, `was ${WORDS[sent.kind].done} a moment ago by ${nameOf(sent)}`],
  open: null,
});
const unsure = (id: string | null, message: string): Known => ({ note: [0, codeOf("unknown"), id, `${message}: ${IN_A_MINUTE}`], open: "soon" });
const unseen = (sent: SentLately): Known =>
  unsure(sent.id, `was ${WORDS[sent.kind].done} a moment ago by ${nameOf(sent)}, and Zoom does not show it yet`);
const stillListed = ({ id }: Listed): Known => unsure(id, "was removed a moment ago, and Zoom's list still shows this person");
/** Until the list had its time, another look may settle it; afterwards nothing does but somebody's word. */
const unanswered = (sent: SentLately, clock: Clock): Known => {
  const message = `Zoom gave ${nameOf(sent)} no answer about this person`;
  return clock.now() - sent.overMs <= UNSURE_MS
    ? unsure(null, `${message} a moment ago`)
    : { note: [0, codeOf("unknown"), null, `${message}, and its list does not show them`], open: "unknown" };
};

/** What a list says wrongly of somebody whom we removed; undefined if it is right. */
const ofListed = (one: Listed, goneMs: number | null, { zoom, clock }: Asking): Known | null | undefined => {
  if (goneMs === null || one.status === "denied") return undefined;
  // Whoever signed up before that is gone; afterwards, somebody signed them up again.
  if (one.createdMs !== null && one.createdMs + SKEW_MS < zoom.zoomTime(goneMs)) return null;
  if (one.createdMs !== null && one.createdMs - SKEW_MS > zoom.zoomTime(goneMs)) return undefined;
  return clock.now() - goneMs <= UNSURE_MS ? stillListed(one) : undefined;
};

/** Asks for some of those whom the list does not show, by their ids. */
const ask = async (asked: ReadonlyMap<string, SentLately>, known: Map<string, Known | null>, { subject, zoom, webinarId, clock }: Asking) => {
  let areThere = true;
  for (const [place, [key, sent]] of [...asked].entries()) {
    const answer: boolean | null = place >= MOST_ASKED ? areThere || null : ((await subject.isThere?.(zoom, webinarId, sent.id ?? "")) ?? null);
    if (place < MOST_ASKED) areThere &&= answer === true;
    const isSoon = clock.now() - sent.atMs <= UNSURE_MS;
    known.set(key, answer === true ? isThere(sent) : answer === false && !isSoon ? null : unseen(sent));
  }
};

/** Who is there, or gone, because of what this program did in the last minutes, though Zoom's list does not show it. */
export const knownLately = async (parts: Asking, keys: Iterable<string>, { listed }: Look, find: FindRecent): Promise<KnownLately> => {
  const { subject } = parts;
  const known = new Map<string, Known | null>();
  const asked = new Map<string, SentLately>();
  for (const key of keys) {
    const one = listed.get(key);
    const { sent, goneMs } = find(key, one?.id ?? null);
    if (one !== undefined) {
      const note = subject.isRemoval === true ? undefined : ofListed(one, goneMs, parts);
      if (note !== undefined) known.set(key, note);
    } else if (sent === null) continue;
    else if (goneMs !== null && goneMs > sent.atMs) known.set(key, null);
    else if (sent.isDoubtful) known.set(key, unanswered(sent, parts.clock));
    // A list without somebody who was removed is what was to be.
    else if (subject.isRemoval === true) known.set(key, isThere(sent));
    else if (subject.isThere !== undefined && sent.id !== null) asked.set(key, sent);
    else known.set(key, unseen(sent));
  }
  await ask(asked, known, parts);
  return known;
};
