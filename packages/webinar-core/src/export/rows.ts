import { createHash } from "node:crypto";
import type { OperationContext } from "../operation/operation.ts";
import { readForgotten } from "../people/forgotten.ts";
import { keyedHash, lastingStore } from "../people/keyed-hash.ts";
import { toEmailKey } from "../people/names.ts";
import { type DomainTotal, domainCounter, pseudonymOf } from "../people/pseudonym.ts";
import type { ExportRow, Fact } from "./row.ts";

const ID_LENGTH = 16;

/** What is asked of rows. */
export interface RowRequest {
  /** The operation's id: rows of two kinds are never the same row. */
  kind: string;
  noNames: boolean;
  /** Only people who were present so many seconds; null: all. */
  attendedFrom: number | null;
}

/** Makes rows of facts. */
export interface RowMaker {
  /** Those rows of a piece that are asked for. Rows of a piece whose keys are the same are numbered in their order. */
  toRows(facts: readonly Fact[]): ExportRow[];
  /** With `noNames`, people by the domain of their address; else null. */
  domains(): DomainTotal[] | null;
  /** Rows of people whom `data forget` took out. */
  readonly forgotten: number;
}

/** Fields that rows of earlier versions do not have: empty, they change nothing, or every row would look changed after an upgrade. */
const LATER: ReadonlySet<string> = new Set(["occurrence_id", "occurrence_start"]);

/** What a row says, as short as is safe: equal for rows that say the same. */
export const digestOf = ({ change: _change, ...row }: ExportRow): string => {
  const said = Object.fromEntries(Object.entries(row).filter(([field, value]) => value !== null || !LATER.has(field)));
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url").slice(0, ID_LENGTH);
};

/**
 * True if a row says what one of this digest said. One with its topic also says what one without it did: earlier versions had none in the registrants of one
 * webinar, and an app that may not read the webinar has none.
 */
export const saysSame = (row: ExportRow, digest: string): boolean => digestOf(row) === digest || digestOf({ ...row, topic: null }) === digest;

/** Opens the maker for one export. Reads this machine's key and whom it has forgotten. */
export const rowMaker = async (ctx: OperationContext, { kind, noNames, attendedFrom }: RowRequest): Promise<RowMaker> => {
  const hash = await keyedHash(lastingStore(ctx));
  const forgottenPeople = await readForgotten(lastingStore(ctx));
  const counter = domainCounter();
  let forgotten = 0;
  const namer = () => {
    const keys = new Map<string, number>();
    return ({ webinar_id, key }: Fact): string => {
      const count = (keys.get(key) ?? 0) + 1;
      keys.set(key, count);
      return hash.of([kind, webinar_id, key, count].join("\n")).slice(0, ID_LENGTH);
    };
  };
  const isWanted = (fact: Fact): boolean => {
    if (attendedFrom !== null && (fact.seconds ?? 0) < attendedFrom) return false;
    if (forgottenPeople.size === 0 || fact.email === null || !forgottenPeople.has(hash.of(toEmailKey(fact.email)))) return true;
    forgotten += 1;
    return false;
  };
  const toRow = (fact: Fact, row_id: string): ExportRow => {
    const { webinar_id, topic, name, email, registrant_id, fields } = fact;
    const person = noNames ? pseudonymOf(fact, hash) : null;
    if (person !== null) counter.add(person, email);
    const who = noNames ? { name: null, email: null, registrant_id: null } : { name, email, registrant_id };
    // What somebody wrote about themselves leads back to them.
    const said = noNames ? Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, TELLING.has(field) ? null : value])) : fields;
    return { row_id, change: "new", webinar_id, topic, person, ...who, ...said };
  };
  return {
    toRows: (facts) => {
      const idOf = namer();
      return facts.flatMap((fact) => {
        // Every row is numbered, wanted or not: a filter must not change which row is which.
        const row_id = idOf(fact);
        return isWanted(fact) ? [toRow(fact, row_id)] : [];
      });
    },
    domains: () => (noNames ? counter.totals() : null),
    get forgotten() {
      return forgotten;
    },
  };
};

/** Fields of a registration that say who somebody is. */
const TELLING: ReadonlySet<string> = new Set(["phone", "comments", "answers", "org", "job_title", "city", "state"]);
