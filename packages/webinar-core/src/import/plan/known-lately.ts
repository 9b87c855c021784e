import type { Clock } from "@zoom-webinar/foundation";
import type { ZoomClient } from "@zoom-webinar/zoom-client";
import { commandOf } from "../../operation/operation.ts";
import type { RowNote } from "../journal/events.ts";
import { codeOf } from "../journal/standing.ts";
import { WORDS } from "../kind-words.ts";
import type { FindRecent, SentLately } from "../recent.ts";
import { SKEW_MS } from "../run/bounds.ts";
import type { Listed, Look } from "../run/task.ts";
import type { Subject } from "../subject.ts";

/** So soon after a write, neither Zoom's lists nor its answers to an id say for certain that somebody is not there. */
const UNSURE_MS = 60_000;
/** More people than this are not asked for one by one: the first of them tell whether a list is late that leaves out so many. */
const MOST_ASKED = 30;

/** What is known of somebody better than by Zoom's list: a note on their row, or null for somebody who is gone whatever it shows. */
export type KnownLately = ReadonlyMap<string, RowNote | null>;

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

const noteOf = (standing: "already" | "unknown", id: string | null, message: string): RowNote => [0, codeOf(standing), id, message];

const isThere = (sent: SentLately): RowNote => noteOf("already", sent.id, `was ${WORDS[sent.kind].done} a moment ago by ${nameOf(sent)}`);
const unseen = (sent: SentLately): RowNote =>
  noteOf("unknown", sent.id, `was ${WORDS[sent.kind].done} a moment ago by ${nameOf(sent)}, and Zoom does not show it yet: run it again in a minute`);
const unanswered = (sent: SentLately): RowNote =>
  noteOf("unknown", null, `Zoom gave ${nameOf(sent)} no answer about this person a moment ago; try again in ten minutes`);
const stillListed = ({ id }: Listed): RowNote =>
  noteOf("unknown", id, "was removed a moment ago, and Zoom's list still shows this person: run it again in a minute");

/** What a list says wrongly of somebody whom we removed; undefined if it is right. */
const ofListed = (one: Listed, goneMs: number | null, { zoom, clock }: Asking): RowNote | null | undefined => {
  if (goneMs === null || one.status === "denied") return undefined;
  // Whoever signed up before that is gone; afterwards, somebody signed them up again.
  if (one.createdMs !== null && one.createdMs + SKEW_MS < zoom.zoomTime(goneMs)) return null;
  if (one.createdMs !== null && one.createdMs - SKEW_MS > zoom.zoomTime(goneMs)) return undefined;
  return clock.now() - goneMs <= UNSURE_MS ? stillListed(one) : undefined;
};

/** Asks for some of those whom the list does not show, by their ids. */
const ask = async (asked: ReadonlyMap<string, SentLately>, known: Map<string, RowNote | null>, { subject, zoom, webinarId, clock }: Asking) => {
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
  const known = new Map<string, RowNote | null>();
  const asked = new Map<string, SentLately>();
  for (const key of keys) {
    const one = listed.get(key);
    const { sent, goneMs } = find(key, one?.id ?? null);
    if (one !== undefined) {
      const note = subject.isRemoval === true ? undefined : ofListed(one, goneMs, parts);
      if (note !== undefined) known.set(key, note);
    } else if (sent === null) continue;
    else if (goneMs !== null && goneMs > sent.atMs) known.set(key, null);
    else if (sent.isDoubtful) known.set(key, unanswered(sent));
    // A list without somebody who was removed is what was to be.
    else if (subject.isRemoval === true) known.set(key, isThere(sent));
    else if (subject.isThere !== undefined && sent.id !== null) asked.set(key, sent);
    else known.set(key, unseen(sent));
  }
  await ask(asked, known, parts);
  return known;
};
