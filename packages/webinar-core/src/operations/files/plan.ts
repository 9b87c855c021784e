import { InputError, isZoomWebinarError } from "@zoom-webinar/foundation";
import { parseInput } from "../../operation/input-faults.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { assertNotPast } from "../../time/past.ts";
import type { ChangeInput } from "../webinars/change.ts";
import { createWebinar } from "../webinars/create.ts";
import { DEFAULT_MINUTES, readPlan, type WebinarPlan } from "../webinars/creation.ts";
import { type Canonical, isFields } from "./canonical.ts";
import { type Change, changesBetween, type NotPossible, touches } from "./changes.ts";
import { formWithoutRegistration, missingIn } from "./document-faults.ts";
import { faultList, fileError } from "./file-faults.ts";
import { type Host, hostNameOf, hostReader, isSameHost, listReader, matchDocuments, type Unnamed } from "./match.ts";
import { ofDocument } from "./of-document.ts";
import { planChange } from "./plan-change.ts";
import { atPlace, type FileDocument } from "./read-files.ts";
import { PARTS, readWebinar, type WebinarState } from "./read-webinar.ts";
import type { WebinarDocument } from "./schema.ts";
import { readWanted, type Wanted } from "./wanted.ts";

/** A document with the webinar that it stands for, and what has to be done. Nothing was written yet. */
export interface PlannedDocument {
  one: FileDocument;
  host: Host | null;
  wanted: Wanted;
  /** Null: it is to be created. */
  state: WebinarState | null;
  /** Null: it is there. */
  creation: WebinarPlan | null;
  changes: readonly Change[];
  /** What changes in the webinar itself, as an input of webinars.update. Null if nothing does. */
  own: ChangeInput | null;
  notPossible: readonly NotPossible[];
  notes: readonly string[];
  /** What it is found by later. */
  unnamed: Unnamed | null;
}

export interface PlanOptions {
  documents: readonly FileDocument[];
  /** Overrides each document's host. */
  userId: string | undefined;
  /** Host of documents that name none. */
  defaultUserId?: string | undefined;
}

/** The parts that a document names. */
export const partsOf = (document: WebinarDocument): Set<string> => {
  const named = new Set<string>(PARTS.filter((part) => document[part] !== undefined));
  if (named.has("panelists")) named.add("name_tags"); // a panelist names a tag by its name
  return named;
};

/**
 * Plans all documents; everything is read and checked, nothing is written. Throws one `InputError` that names each fault by file, line and column: what
 * is wrong with one document does not hide what is wrong with the next.
 */
export const planDocuments = async ({ documents, ...hosted }: PlanOptions, ctx: OperationContext): Promise<PlannedDocument[]> => {
  const hosts = hostReader(ctx);
  const named = new Map<string, FileDocument>();
  const unnamed: Unnamed[] = [];
  const planned = new Map<FileDocument, PlannedDocument | Unnamed>();
  const notes = new Map<FileDocument, string[]>();
  const faults = faultList();
  const nowMs = await ctx.now();
  const planOne = async (one: FileDocument) => {
    const found = await faults.tried(async () => ({ host: await hostFor(one, hosted, hosts) }));
    await ofDocument(one, hostNameOf({ host: found?.host ?? null }), () => planHosted(one, found));
  };
  /** `found`: null if the file names a host who is not there. */
  const planHosted = async (one: FileDocument, found: { host: Host | null } | null) => {
    const host = found?.host ?? null;
    const { id } = one.document;
    if (id !== undefined) {
      const state = await stateOf(one, id, { zoom: ctx.zoom, nowMs });
      if (host === null || isSameHost(host, state)) {
        named.set(id, one);
        planned.set(one, await planFor(one, host, state, ctx));
        return;
      }
      notes.set(one, [
        `Webinar ${id} belongs to ${state.hostEmail ?? "another host"}, and Zoom cannot move it: this is a new webinar for ${host.email ?? host.userId}.`,
      ]);
    }
    const { id: _id, ...fresh } = one.document;
    faults.add(missingIn(fresh).map(({ field, message }) => ({ ...one.yaml.placeOf([field]), at: field, message })));
    if (host === null && found !== null)
      faults.add([
        { ...one.yaml.placeOf(["host"]), at: "host", message: "is required for a webinar without id, unless the call names one: user_id (--host)" },
      ]);
    // Without a host its zone is not known either; no time is at fault in UTC that would not be in theirs.
    const timezone = host === null ? "UTC" : host.timezone;
    const wanted = await atPlace(one, () => readWanted(one.document, { timezone, current: null }, ctx));
    const { topic } = one.document;
    if (host === null || topic === undefined) return;
    const name = { path: one.path, index: one.yaml.index, hostId: host.userId, topic, startUtc: wanted.start?.utc ?? null };
    const entry = { one, wanted, host, name };
    assertAlone(entry, unnamed);
    unnamed.push(entry);
    planned.set(one, entry);
  };
  for (const one of documents) await faults.tried(() => planOne(one));
  const matches = await faults.tried(() => matchDocuments(unnamed, { ctx, lists: listReader(ctx), named }));
  const result: PlannedDocument[] = [];
  const finish = async (one: FileDocument, entry: Unnamed, id: string | undefined) => {
    const own = notes.get(one) ?? [];
    const document =
      id === undefined ? await planCreation(entry, ctx) : await planFor(one, entry.host, await stateOf(one, id, { zoom: ctx.zoom, nowMs }), ctx);
    result.push({ ...document, unnamed: entry, notes: [...own, ...document.notes] });
  };
  for (const one of documents) {
    const entry = planned.get(one);
    if (entry === undefined) continue;
    if (!("name" in entry)) result.push(entry);
    else if (matches !== null) await faults.tried(() => ofDocument(one, hostNameOf(entry), () => finish(one, entry, matches.get(entry))));
  }
  faults.assertNone();
  return result;
};

const hostFor = async (
  one: FileDocument,
  { userId, defaultUserId }: Omit<PlanOptions, "documents">,
  hosts: (userId: string) => Promise<Host | null>,
): Promise<Host | null> => {
  const { id, host: said } = one.document;
  // A webinar that is there has its host: a default names nobody whom it should be moved to.
  const named = userId ?? said ?? (id === undefined ? defaultUserId : undefined);
  if (named === undefined) return null;
  const host = await ofDocument(one, named, () => hosts(named));
  if (host !== null) return host;
  const message = `there is no user ${named} in this account`;
  if (userId === undefined && said !== undefined) throw fileError([{ ...one.yaml.placeOf(["host"]), at: "host", message }]);
  const wayOut = "users.list shows who is there.";
  if (userId !== undefined) throw InputError.at("user_id", message, wayOut);
  const { file, line } = one.yaml.placeOf([]);
  throw InputError.at("default_user_id", `${message}, and ${file}:${line} names no other host`, wayOut);
};

const stateOf = async (one: FileDocument, id: string, read: { zoom: OperationContext["zoom"]; nowMs: number }): Promise<WebinarState> => {
  try {
    return await readWebinar(id, { ...read, parts: partsOf(one.document) });
  } catch (error) {
    if (!isZoomWebinarError(error) || error.code !== "not_found") throw error;
    throw fileError([{ ...one.yaml.placeOf(["id"]), at: "id", message: `there is no webinar ${id}; take id: out to create it` }]);
  }
};

/** Two documents that say the same cannot be distinguished at the next apply. */
const assertAlone = ({ one, name }: Unnamed, before: readonly Unnamed[]): void => {
  const same = before.find((other) => other.name.hostId === name.hostId && other.name.topic === name.topic && other.name.startUtc === name.startUtc);
  if (same === undefined) return;
  const { file, line } = same.one.yaml.placeOf(["topic"]);
  const message = `the webinar at ${file}:${line} has the same host, topic and start; give one of them another topic, or an id`;
  throw fileError([{ ...one.yaml.placeOf(["topic"]), at: "topic", message }]);
};

const planFor = (one: FileDocument, host: Host | null, state: WebinarState, ctx: OperationContext): Promise<PlannedDocument> =>
  ofDocument(one, hostNameOf({ host, state }), async () => {
    const timezone = typeof state.canonical.timezone === "string" ? state.canonical.timezone : null;
    const wanted = await atPlace(one, () => readWanted(one.document, { timezone, current: state.canonical }, ctx));
    const { changes, notPossible, own } = await atPlace(one, () => planChange(wanted, state, ctx));
    const isNew = (utc: string) => state.dates.some(({ plannedUtc, date }) => plannedUtc === utc && touches(changes, `exceptions[${date}]`));
    await notPast(one, { start: null, exceptions: wanted.exceptions }, ctx, isNew);
    return { one, host, wanted, state, creation: null, changes, own: own?.input ?? null, notPossible, notes: [], unnamed: null };
  });

const NOT_SENT = new Set([
  "id",
  "host",
  "format",
  "exceptions",
  "registration_questions",
  "name_tags",
  "panelists",
  "polls",
  "survey",
  "live_stream",
]);

/** A document as the input of a creation; what is reset is what a new webinar has anyway. */
const toCreation = ({ document, wanted, host }: { document: WebinarDocument; wanted: Wanted; host: Host }) => {
  const given = Object.entries(document).filter(([name, value]) => !NOT_SENT.has(name) && value !== undefined && value !== null);
  const settings = Object.entries(document.settings ?? {}).filter(([, value]) => value !== undefined && value !== null);
  return parseInput(createWebinar.input, {
    ...Object.fromEntries(given),
    ...(settings.length > 0 ? { settings: Object.fromEntries(settings) } : { settings: undefined }),
    ...(document.password === null ? { default_passcode: false } : {}),
    ...(wanted.start === null ? {} : { timezone: wanted.start.timezone }),
    user_id: host.userId,
    allow_past: true,
  });
};

export const planCreation = async (entry: Unnamed, ctx: OperationContext): Promise<PlannedDocument> => {
  const { one, wanted, host } = entry;
  const { document } = one;
  const faults = faultList();
  await faults.tried(() => notPast(one, wanted, ctx));
  await faults.tried(() =>
    atPlace(one, async () => {
      const [fault] = formWithoutRegistration(document);
      if (fault !== undefined) throw InputError.at(fault.field, fault.message);
    }),
  );
  const creation = await faults.last(() => atPlace(one, () => readPlan(toCreation({ document, wanted, host }), ctx)));
  const canonical = withoutResets(wanted.canonical);
  const { stream, notPossible } = withoutStream(canonical, document);
  const start = wanted.start === null ? {} : { timezone: wanted.start.timezone };
  const { changes } = changesBetween({}, { ...start, duration: creation.input.duration ?? DEFAULT_MINUTES, ...stream });
  const notes = document.password === undefined ? ["No passcode was given: the webinar gets the one that Zoom makes."] : [];
  return { one, host, wanted, state: null, creation, changes, own: null, notPossible, notes: [...creation.notes, ...notes], unnamed: entry };
};

/** Nothing is planned in the past: neither the start, nor a date of the series that is moved; `isNew` says which of these the plan would move. */
const notPast = (
  one: FileDocument,
  { start, exceptions }: Pick<Wanted, "start" | "exceptions">,
  ctx: OperationContext,
  isNew = (_utc: string) => true,
) =>
  atPlace(one, async () => {
    try {
      if (start !== null) await assertNotPast(start, { now: ctx.now, allowPast: false });
      for (const [utc, { moved }] of exceptions ?? [])
        if (moved !== null && isNew(utc)) await assertNotPast(moved.reading, { now: ctx.now, allowPast: false, field: moved.field });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw new InputError(error.message, error.faults); // its way out is a flag that a file does not have
    }
  });

const withoutResets = (canonical: Canonical): Canonical => {
  const settings = isFields(canonical.settings) ? canonical.settings : {};
  return {
    ...Object.fromEntries(Object.entries(canonical).filter(([, value]) => value !== null)),
    settings: Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null)),
  };
};

const NO_KEY = "a live stream needs its key, which is in no export: add stream_key, or set it with live-stream set.";

/** The key of a stream is never shown, and without a key there is no stream. */
const withoutStream = (canonical: Canonical, { live_stream }: WebinarDocument): { stream: Canonical; notPossible: NotPossible[] } => {
  const { live_stream: _stream, ...rest } = canonical;
  if (!live_stream) return { stream: rest, notPossible: [] };
  if (live_stream.stream_key === undefined) return { stream: rest, notPossible: [{ at: "live_stream", why: NO_KEY }] };
  const { stream_key: _key, ...shown } = live_stream;
  return { stream: { ...rest, live_stream: shown }, notPossible: [] };
};
