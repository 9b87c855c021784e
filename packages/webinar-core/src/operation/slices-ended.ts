import type { ZoomWebinarError } from "@zoom-webinar/foundation";
import { partOf } from "./counts.ts";
import { endedEarly } from "./ended-early.ts";
import type { SliceFailure } from "./in-slices.ts";

/** One item with what became of it. */
interface ItemRow {
  readonly outcome: "done" | "skipped" | SliceFailure["outcome"];
}

interface Work<Row extends ItemRow> {
  readonly rows: readonly Row[];
  readonly failures: ReadonlyMap<unknown, SliceFailure>;
  /** "registrant" */
  readonly one: string;
  /** "approved" */
  readonly done: string;
  /** Said first: what is done besides. */
  readonly before?: string;
  /** The way on, unless it is the same command again. */
  readonly hint?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Whether strangers typed parts of the rows. */
  readonly foreign?: readonly string[];
}

/** "120 of 849 registrants were approved; 30 may have been; 699 were not tried." */
const describe = ({ rows, one, done, before = "" }: Work<ItemRow>): string => {
  const count = (outcome: ItemRow["outcome"]) => rows.filter((row) => row.outcome === outcome).length;
  const were = (many: number) => (many === 1 ? "was" : "were");
  const [finished, unknown, failed, untried] = [count("done"), count("unknown"), count("failed"), count("not_tried")];
  const total = finished + unknown + failed + untried;
  const parts = [
    `${partOf(finished, total, one)} ${were(total === 1 ? 1 : finished)} ${done}`,
    ...(unknown > 0 ? [`${unknown} may have been`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(untried > 0 ? [`${untried} ${were(untried)} not tried`] : []),
  ];
  return `${before}${parts.join("; ")}.`;
};

/** An interruption is the cause even if something failed before it. */
const causeIn = (failures: Work<ItemRow>["failures"]): ZoomWebinarError | undefined => {
  const errors = [...failures.values()].map(({ error }) => error);
  return errors.find(({ code }) => code === "cancelled") ?? errors[0];
};

/**
 * The error of work in slices of which some were not done: it counts what is done, what nobody knows, what failed and what was not tried apart, says how
 * to go on, and has every row in `details.items`.
 */
export const slicesEnded = <Row extends ItemRow>(work: Work<Row>): ZoomWebinarError => {
  const { rows, failures, details, foreign } = work;
  const isUnclear = rows.some(({ outcome }) => outcome === "unknown");
  return endedEarly(describe(work), {
    cause: causeIn(failures),
    hint: work.hint ?? `${isUnclear ? "In a minute, run" : "Run"} the same command again: whoever is done is left out.`,
    details: { ...details, items: rows },
    ...(foreign === undefined ? {} : { foreign }),
  });
};
