import { InputError } from "@zoom-webinar/foundation";
import type { ListPage } from "@zoom-webinar/zoom-client";
import type { PageAt } from "../operation/paged.ts";
import type { ExportRow } from "./row.ts";
import type { RowMaker } from "./rows.ts";
import type { Source, Unit } from "./source.ts";

/** Where a page begins: at a row of a piece of a webinar. */
interface Place {
  unit: string;
  at: string | null;
  skip: number;
}

/** Reads that one page makes at most if they bring nothing that is asked for. */
const MOST_READS = 100;

const badToken = () =>
  InputError.at("next_page_token", "is not one of this export", "Begin again without it, with the same filters; a token lives 15 minutes.");

const toToken = ({ unit, at, skip }: Place, digest: string): string =>
  `${digest}.${Buffer.from(JSON.stringify([unit, at, skip])).toString("base64url")}`;

const toPlace = (token: string, digest: string): Place => {
  const [given, body = ""] = token.split(".");
  if (given !== digest) throw badToken();
  try {
    const [unit, at, skip] = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as unknown[];
    if (typeof unit !== "string" || !(at === null || typeof at === "string") || !Number.isInteger(skip)) throw badToken();
    return { unit, at, skip: Number(skip) };
  } catch {
    throw badToken();
  }
};

/** What pages are read from. */
export interface PageSource {
  units: readonly Unit[];
  source: Source;
  maker: RowMaker;
  /** Of the export's own filters: a token is good for the same ones only. */
  digest: string;
}

/** Reads so many rows from a place on. Throws `InputError` for a token of another export, and what the calls to Zoom throw. */
export const readExportPage = async (
  { units, source, maker, digest }: PageSource,
  { page_size, next_page_token }: PageAt,
): Promise<ListPage<ExportRow>> => {
  const [first] = units;
  if (first === undefined) return { rows: [], next_page_token: null, total_records: null };
  let place: Place | null = next_page_token === undefined ? { unit: first.webinar_id, at: null, skip: 0 } : toPlace(next_page_token, digest);
  const rows: ExportRow[] = [];
  for (let reads = 0; place !== null && rows.length < page_size && reads < MOST_READS; reads += 1) {
    const { unit: id, at, skip }: Place = place;
    const here = units.findIndex(({ webinar_id }) => webinar_id === id);
    const unit = units[here];
    if (unit === undefined) throw badToken();
    const piece = await source.read(unit, at);
    const made = maker.toRows(piece.facts).slice(skip);
    const room = page_size - rows.length;
    rows.push(...made.slice(0, room));
    const following = units[here + 1];
    if (made.length > room) place = { unit: id, at, skip: skip + room };
    else if (piece.next !== null) place = { unit: id, at: piece.next, skip: 0 };
    else place = following === undefined ? null : { unit: following.webinar_id, at: null, skip: 0 };
  }
  return { rows, next_page_token: place === null ? null : toToken(place, digest), total_records: null };
};
