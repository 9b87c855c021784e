import { InputError, NotFoundError } from "@zoom-webinar/foundation";
import type { ListPage } from "@zoom-webinar/zoom-client";
import type { PageAt } from "../operation/paged.ts";
import type { ExportRow } from "./row.ts";
import type { RowMaker } from "./rows.ts";
import type { PlacedUnit, Source } from "./source.ts";

/** Where a page begins: at a row of a piece of a webinar. */
interface Place {
  unit: Pick<PlacedUnit, "webinar_id" | "start">;
  at: string | null;
  skip: number;
}

/** Reads that one page makes at most if they bring nothing that is asked for. */
const MOST_READS = 100;

const badToken = () =>
  InputError.at("next_page_token", "is not one of this export", "Begin again without it, with the same filters; a token lives 15 minutes.");

const toToken = ({ unit, at, skip }: Place, digest: string): string =>
  `${digest}.${Buffer.from(JSON.stringify([unit.webinar_id, unit.start, at, skip])).toString("base64url")}`;

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === "string";

const toPlace = (token: string, digest: string): Place => {
  const [given, body = ""] = token.split(".");
  if (given !== digest) throw badToken();
  try {
    const [webinar_id, start, at, skip] = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as unknown[];
    if (typeof webinar_id !== "string" || !isTextOrNull(start) || !isTextOrNull(at) || !Number.isInteger(skip)) throw badToken();
    return { unit: { webinar_id, start }, at, skip: Number(skip) };
  } catch {
    throw badToken();
  }
};

const isAfter = (unit: Place["unit"], other: Place["unit"]): boolean => {
  const [one, two] = [unit.start ?? "", other.start ?? ""];
  return one === two ? unit.webinar_id > other.webinar_id : one > two;
};

/** Where a place is among webinars that were listed again: only one that was deleted meanwhile is skipped. Null if nothing follows. */
const findPlace = (place: Place, { units, isSingle, onLeftOut }: PageSource): Place | null => {
  if (units.some(({ webinar_id }) => webinar_id === place.unit.webinar_id)) return place;
  if (isSingle) throw badToken();
  onLeftOut(place.unit.webinar_id, "It was deleted meanwhile.");
  const next = units.find((unit) => isAfter(unit, place.unit));
  return next === undefined ? null : { unit: next, at: null, skip: 0 };
};

/** What pages are read from. */
export interface PageSource {
  units: readonly PlacedUnit[];
  source: Source;
  maker: RowMaker;
  /** A hash of the export's own filters: a token is good for the same ones only. */
  digest: string;
  /** One webinar was asked for by its id: then it has to be there. */
  isSingle: boolean;
  /** Called with a webinar that is gone by now, and why. */
  onLeftOut(webinarId: string, why: string): void;
}

/** Reads so many rows from a place on. Throws `InputError` for a token of another export, and what the calls to Zoom throw. */
export const readExportPage = async (pages: PageSource, { page_size, next_page_token }: PageAt): Promise<ListPage<ExportRow>> => {
  const { units, source, maker, digest, isSingle, onLeftOut } = pages;
  const [first] = units;
  if (first === undefined && next_page_token === undefined) return { rows: [], next_page_token: null, total_records: null };
  const begin = first === undefined ? null : { unit: first, at: null, skip: 0 };
  let place: Place | null = next_page_token === undefined ? begin : findPlace(toPlace(next_page_token, digest), pages);
  const rows: ExportRow[] = [];
  for (let reads = 0; place !== null && rows.length < page_size && reads < MOST_READS; reads += 1) {
    const { unit: at, ...from }: Place = place;
    const here = units.findIndex(({ webinar_id }) => webinar_id === at.webinar_id);
    const unit = units[here];
    if (unit === undefined) throw badToken();
    const following = units[here + 1];
    const next: Place | null = following === undefined ? null : { unit: following, at: null, skip: 0 };
    const piece = await source.read(unit, from.at).catch((error: unknown) => {
      // With several webinars, one that is gone by now does not stop the others.
      if (isSingle || !(error instanceof NotFoundError)) throw error;
      onLeftOut(unit.webinar_id, error.message);
      return null;
    });
    if (piece === null) {
      place = next;
      continue;
    }
    const made = maker.toRows(piece.facts).slice(from.skip);
    const room = page_size - rows.length;
    rows.push(...made.slice(0, room));
    if (made.length > room) place = { unit, at: from.at, skip: from.skip + room };
    else place = piece.next === null ? next : { unit, at: piece.next, skip: 0 };
  }
  return { rows, next_page_token: place === null ? null : toToken(place, digest), total_records: null };
};
