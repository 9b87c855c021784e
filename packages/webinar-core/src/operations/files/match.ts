import { isZoomWebinarError } from "@zoom-webinar/foundation";
import { addressKey } from "@zoom-webinar/zoom-client";
import type { OperationContext } from "../../operation/operation.ts";
import { SERIES } from "../../operation/series.ts";
import { type FileFault, faultList } from "./file-faults.ts";
import { createdByPlace, createdByStart, type DocumentName } from "./journal.ts";
import { ofDocument } from "./of-document.ts";
import type { FileDocument } from "./read-files.ts";
import { readWebinar, type WebinarState } from "./read-webinar.ts";
import type { Wanted } from "./wanted.ts";

/** A person who can host, as far as the app may read. */
export interface Host {
  /** What calls name the person by: the ID, or what the file says. */
  userId: string;
  email: string | null;
  timezone: string | null;
}

/** Hosts by what files call them, each asked for once. */
export const hostReader = ({ zoom }: OperationContext) => {
  const known = new Map<string, Promise<Host | null>>();
  const ask = async (userId: string): Promise<Host | null> => {
    try {
      const user = await zoom.call("GET /users/{userId}", { path: { userId } });
      return { userId: user.id ?? userId, email: user.email ?? null, timezone: user.timezone || null };
    } catch (error) {
      if (!isZoomWebinarError(error)) throw error;
      if (error.code === "not_found") return null;
      if (error.code === "scope_missing" || error.code === "forbidden")
        return { userId, email: userId.includes("@") ? userId : null, timezone: null };
      throw error;
    }
  };
  return (userId: string): Promise<Host | null> => {
    const key = addressKey(userId);
    const answer = known.get(key) ?? ask(userId);
    known.set(key, answer);
    return answer;
  };
};

export const isSameHost = (host: Host, { hostId, hostEmail }: Pick<WebinarState, "hostId" | "hostEmail">): boolean =>
  host.userId === hostId || (host.email !== null && addressKey(host.email) === addressKey(hostEmail ?? ""));

/** Whose webinar it is, or will be: the e-mail, else the user ID. Null if nobody is named. */
export const hostNameOf = ({ host, state = null }: { host: Host | null; state?: WebinarState | null }): string | null =>
  state === null ? (host?.email ?? host?.userId ?? null) : (state.hostEmail ?? state.hostId);

/** A webinar as its host's list shows it. */
interface Listed {
  id: string;
  topic: string;
  type: number;
  startUtc: string | null;
}

/** The webinars of hosts, each list read once. */
export const listReader = ({ zoom }: OperationContext) => {
  const known = new Map<string, Promise<Listed[]>>();
  const read = async (userId: string): Promise<Listed[]> => {
    const found: Listed[] = [];
    const pages = zoom.pages("GET /users/{userId}/webinars", { path: { userId }, query: { type: "scheduled", page_size: 300 } });
    for await (const { webinars } of pages) {
      for (const { id, topic = "", type = 5, start_time } of webinars ?? []) if (id) found.push({ id, topic, type, startUtc: start_time ?? null });
    }
    return found;
  };
  return (userId: string): Promise<Listed[]> => {
    const answer = known.get(userId) ?? read(userId);
    known.set(userId, answer);
    return answer;
  };
};

const sameMs = (one: string | null, other: string | null): boolean => one !== null && other !== null && Date.parse(one) === Date.parse(other);

/** The list shows only the next date of a series. */
const isListedAs = (listed: Listed, { start, series, canonical }: Wanted): boolean => {
  if (listed.topic !== canonical.topic) return false;
  if (canonical.type === 6) return listed.type === 6;
  if (series !== null && canonical.recurrence !== undefined) {
    return listed.type === SERIES && (listed.startUtc === null || series.dates.some(({ utc }) => sameMs(utc, listed.startUtc)));
  }
  return listed.type === 5 && sameMs(listed.startUtc, start?.utc ?? null);
};

/** A document that names no webinar of its host's, and what it may be found by. */
export interface Unnamed {
  one: FileDocument;
  wanted: Wanted;
  host: Host;
  name: DocumentName;
}

interface MatchOptions {
  ctx: OperationContext;
  lists: (userId: string) => Promise<Listed[]>;
  /** The documents that name their webinar, by its ID. */
  named: ReadonlyMap<string, FileDocument>;
}

/** The webinar, if it is still there and still this host's. */
export const stillThere = async (id: string | null, host: Host, ctx: OperationContext): Promise<string | null> => {
  if (id === null) return null;
  try {
    const state = await readWebinar(id, { zoom: ctx.zoom, parts: new Set(), nowMs: 0 });
    return isSameHost(host, state) ? id : null;
  } catch (error) {
    if (isZoomWebinarError(error) && error.code === "not_found") return null;
    throw error;
  }
};

const SAME_START = "another topic or start_time makes another webinar";
const SAME_PLACE = "a file of another name makes another webinar";

/** What is wrong with a document whose webinar another one describes by its ID: applied, it would be made a second time. */
const describedTwice = ({ one }: Unnamed, id: string, by: FileDocument, wayOut: string): FileFault => {
  const { file, line } = by.yaml.placeOf(["id"]);
  const message = `this is webinar ${id}, which ${file}:${line} describes, too; take one of the two out (${wayOut})`;
  return { ...one.yaml.placeOf(["topic"], true), at: "", message };
};

/**
 * Finds the webinars that documents stand for: what an earlier apply from this machine made of the same host, topic and start; the one webinar of the
 * host that is listed so; what an earlier apply made of the document at the same place of the same file. Throws `InputError` for
 * each document of which two or more are listed, and for each whose webinar another document names.
 */
export const matchDocuments = async (documents: readonly Unnamed[], { ctx, lists, named }: MatchOptions): Promise<Map<Unnamed, string>> => {
  const found = new Map<Unnamed, string>();
  const taken = new Set(named.keys());
  const faults = faultList();
  const take = (document: Unnamed, id: string | null): boolean => {
    if (id === null || taken.has(id)) return false;
    taken.add(id);
    found.set(document, id);
    return true;
  };
  const findListed = async (document: Unnamed): Promise<void> => {
    const { one, wanted, host, name } = document;
    const made = await createdByStart(ctx, name);
    const madeNamed = made === null ? undefined : named.get(made);
    if (made !== null && madeNamed !== undefined) {
      faults.add([describedTwice(document, made, madeNamed, SAME_START)]);
      return;
    }
    if (take(document, await stillThere(made, host, ctx))) return;
    const listed = (await lists(host.userId)).filter((webinar) => isListedAs(webinar, wanted));
    const free = listed.filter(({ id }) => !taken.has(id));
    if (free.length > 1) {
      const message = `${free.length} webinars of ${host.email ?? host.userId} have this topic and start (${free.map(({ id }) => id).join(", ")}); write id: to say which one is meant`;
      faults.add([{ ...one.yaml.placeOf(["topic"], true), at: "", message }]);
      return;
    }
    if (take(document, free[0]?.id ?? null)) return;
    for (const { id } of listed) {
      const by = named.get(id);
      if (by !== undefined) faults.add([describedTwice(document, id, by, SAME_START)]);
    }
  };
  const findByPlace = async (document: Unnamed): Promise<void> => {
    if (found.has(document)) return;
    const made = await createdByPlace(ctx, document.name);
    const by = made === null ? undefined : named.get(made);
    // A document that was put before a named one of its own file has only its place.
    if (made !== null && by !== undefined && by.path !== document.one.path) faults.add([describedTwice(document, made, by, SAME_PLACE)]);
    else take(document, await stillThere(made, document.host, ctx));
  };
  for (const find of [findListed, findByPlace]) {
    for (const document of documents) await ofDocument(document.one, hostNameOf(document), () => find(document));
    faults.assertNone();
  }
  return found;
};
