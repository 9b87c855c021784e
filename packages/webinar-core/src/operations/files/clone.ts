import { InputError, isZoomWebinarError } from "@zoom-webinar/foundation";
import type * as z from "zod";
import { countOf } from "../../operation/counts.ts";
import { endedBecause } from "../../operation/ended-early.ts";
import { quoted } from "../../operation/losses.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { rare } from "../../operation/params.ts";
import { basics, creationFields, everyday } from "../webinars/fields.ts";
import { applyDocuments, changeWebinar } from "./apply.ts";
import { type Fields, textOf, without } from "./canonical.ts";
import type { NotPossible } from "./changes.ts";
import { copyDocument } from "./clone-document.ts";
import { assertOneOrder, type CopyRow, readCopyRows, shownColumn } from "./copy-rows.ts";
import { EVERY_PART, exportWebinar } from "./export.ts";
import { createdByStart } from "./journal.ts";
import { hostReader, stillThere } from "./match.ts";
import { type PlannedDocument, planCreation } from "./plan.ts";
import type { FileDocument } from "./read-files.ts";
import { readWebinar } from "./read-webinar.ts";
import { readWanted } from "./wanted.ts";

/** What a copy may have otherwise than the webinar. */
export const copyChanges = {
  duration: basics.duration.optional(),
  agenda: creationFields.agenda,
  password: rare(creationFields.password),
  ...everyday,
};
type CopyChanges = z.output<z.ZodObject<typeof copyChanges>>;

/** What copies are made of and when. */
export interface CloneInput extends CopyChanges {
  webinar_id: string;
  start_time?: string | undefined;
  timezone?: string | undefined;
  topic?: string | undefined;
  user_id?: string | undefined;
  dates?: string | undefined;
  without_exceptions?: boolean | undefined;
  include_passcode?: boolean | undefined;
}

/** A copy that is planned, and the webinar that an earlier call from this machine made for it. */
export interface PlannedClone extends PlannedDocument {
  readonly made: string | null;
}

export interface PlannedClones {
  source: Fields;
  notPossible: readonly NotPossible[];
  clones: readonly PlannedClone[];
}

/** A copy is read from no file; its faults name the field, or the line of the list of dates. */
const sourceOf = (line: number | null, index: number): FileDocument["yaml"] => ({
  file: "dates",
  index,
  isFile: line !== null,
  placeOf: () => ({ file: "dates", line: line ?? 1, column: 1 }),
});

/** Two lines that mean one webinar would make it once: whoever wrote them meant another. */
const assertEachOnce = (clones: readonly PlannedClone[], rows: readonly CopyRow[]): void => {
  const lines = new Map<string, number | null>();
  for (const [at, { unnamed }] of clones.entries()) {
    if (unnamed === null) continue;
    const { hostId, topic, startUtc } = unnamed.name;
    const key = JSON.stringify([hostId, topic, startUtc]);
    const line = rows[at]?.line ?? null;
    const first = lines.get(key);
    if (first !== undefined) {
      const message = `line ${line}: has the same host, topic and start as line ${first}`;
      throw InputError.at("dates", message, "Leave one of them out, or give it another start or topic.");
    }
    lines.set(key, line);
  }
};

/** Plans every copy; all of them are read and checked before the first is made. */
export const planClones = async (input: CloneInput, ctx: OperationContext): Promise<PlannedClones> => {
  const { webinar_id, dates, without_exceptions, include_passcode = false } = input;
  const changes = without(Object.fromEntries(Object.keys(copyChanges).map((name) => [name, input[name as keyof CopyChanges]])));
  const state = await readWebinar(webinar_id, { zoom: ctx.zoom, parts: EVERY_PART, nowMs: await ctx.now() });
  const exported = exportWebinar(state, { withoutId: true, withPasscode: include_passcode, givesShared: true });
  const { live_stream: _stream, ...source } = exported.fields;
  if (dates !== undefined && input.start_time !== undefined)
    throw InputError.at("dates", "cannot be combined with start_time", "Give one of the two.");
  const rows =
    dates === undefined
      ? [{ line: null, heads: {}, start_time: input.start_time, topic: input.topic, user_id: input.user_id }]
      : await readCopyRows(dates);
  const hosts = hostReader(ctx);
  const clones: PlannedClone[] = [];
  for (const [index, row] of rows.entries()) {
    const named = row.user_id ?? input.user_id ?? textOf(source.host);
    const host = await hosts(named);
    if (host === null)
      throw InputError.at(
        row.line === null ? "user_id" : "dates",
        `${row.line === null ? "" : `line ${row.line}, ${shownColumn("user_id", row.heads)}: `}there is no user ${named} in this account`,
        "users.list shows who is there.",
      );
    try {
      const request = {
        start_time: row.start_time,
        timezone: input.timezone,
        topic: row.topic ?? input.topic,
        host: named,
        changes,
        withExceptions: without_exceptions !== true,
      };
      assertOneOrder(row);
      const { document, zoneFrom } = await copyDocument(source, request, ctx);
      const read = await readWanted(document, { timezone: host.timezone, current: null }, ctx);
      // The document names its zone; what counts is whether the caller did.
      const wanted = { ...read, start: read.start === null || zoneFrom === null ? read.start : { ...read.start, zone_from: zoneFrom } };
      const one: FileDocument = { document, yaml: sourceOf(row.line, index), path: null };
      const name = { path: null, index, hostId: host.userId, topic: textOf(document.topic), startUtc: wanted.start?.utc ?? null };
      const planned = await planCreation({ one, wanted, host, name }, ctx);
      const { unnamed } = planned;
      const made = unnamed === null ? null : await stillThere(await createdByStart(ctx, unnamed.name), unnamed.host, ctx);
      clones.push({ ...planned, made });
    } catch (error) {
      if (row.line === null || !(error instanceof InputError) || error.details.places !== undefined) throw error;
      const placed = error.faults.map(({ field, message }) => `line ${row.line}, ${shownColumn(field, row.heads)}: ${message}`);
      throw new InputError(
        placed.map((message) => `dates: ${message}`).join("; "),
        placed.map((message) => ({ field: "dates", message })),
        { hint: error.hint },
      );
    }
  }
  assertEachOnce(clones, rows);
  const unknown = without_exceptions === true ? [] : state.dates.filter(({ isUnknown }) => isUnknown).map(({ date }) => date);
  const lost = unknown.map((date) => ({
    at: `exceptions[${date}]`,
    why: "Zoom no longer lists this date, so the copy has it as the rhythm plans it.",
  }));
  return { source, notPossible: [...exported.notPossible, ...lost], clones };
};

/** Whose zone a start without one is read in. */
export const zoneNotes = (clones: PlannedClones["clones"]): string[] => {
  const zones = clones.flatMap(({ wanted: { start } }) => (start?.zone_from === "webinar" ? [start.timezone] : []));
  return [...new Set(zones)].map((zone) => `The time zone ${zone} comes from the webinar. For another, give timezone.`);
};

/** What a copy is, beside its start: for whom, and what it is called if not as the webinar is. */
export const labelOf = ({ wanted: { canonical }, host }: Pick<PlannedDocument, "wanted" | "host">, source: Fields): string => {
  const topic = canonical.topic === source.topic ? "" : `${quoted(textOf(canonical.topic))}, `;
  return `${topic}for ${host?.email ?? host?.userId ?? ""}`;
};

/** `Make 2 copies of "Tides"; 1 exists already`, "Made no copy; 2 exist already". */
export const countCopies = (verb: "Make" | "Made", fresh: number, found: number, of = ""): string =>
  `${verb} ${fresh === 0 ? "no copy" : countOf(fresh, "copy", "copies")}${of}${found === 0 ? "" : `; ${found} ${found === 1 ? "exists" : "exist"} already`}`;

export interface Clone {
  webinar_id: string;
  /** It was there already: an earlier call made it. */
  found?: boolean;
  start_time: string | null;
  timezone: string | null;
  not_possible: NotPossible[];
}

/** Makes the planned copies. One that an earlier, broken-off call from this machine made is completed, not made again. */
export const makeClones = async ({ clones, notPossible }: PlannedClones, ctx: OperationContext): Promise<Clone[]> => {
  const made: Clone[] = [];
  for (const clone of clones) {
    const { wanted, made: known } = clone;
    const toClone = (webinar_id: string): Clone => ({
      webinar_id,
      start_time: wanted.start?.utc ?? null,
      timezone: wanted.start?.timezone ?? null,
      not_possible: [...notPossible, ...clone.notPossible],
    });
    try {
      if (known === null) await applyDocuments([clone], ctx).then(([row]) => made.push(toClone(row?.webinar_id ?? "")));
      else {
        ctx.note(`Webinar ${known} was made by an earlier call with the same host, topic and start; it was completed, and no second one was made.`);
        const state = await readWebinar(known, { zoom: ctx.zoom, parts: EVERY_PART, nowMs: await ctx.now() });
        await changeWebinar(wanted, state, ctx, () => {});
        made.push({ ...toClone(known), found: true });
      }
    } catch (error) {
      if (!isZoomWebinarError(error) || made.length === 0) throw error;
      throw endedBecause(`${made.length} of ${clones.length} copies were made`, {
        cause: error,
        hint: "Run the same command again: it finds what is made, and continues from there.",
        details: { clones: made },
      });
    }
    ctx.progress({ done: made.length, total: clones.length });
  }
  return made;
};
