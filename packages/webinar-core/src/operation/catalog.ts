import type { AnyOperation, Effect, Emails } from "./operation.ts";
import type { SecretClass } from "./secret-class.ts";

/** What doors need to list, search and show an operation without loading it. Generated into `generated/manifest.ts`. */
export interface CatalogEntry {
  readonly id: string;
  readonly tool: string;
  readonly title: string;
  readonly summary: string;
  readonly effect: Effect;
  readonly emails: Emails;
  readonly idempotent: boolean;
  readonly local: boolean;
  /** See `Operation.confirms`: asked about although nothing is deleted and nobody is written to. */
  readonly confirms?: "always";
  /** True for a write that has a preview: whether it is asked about depends on what is there. */
  readonly previews?: true;
  /** See `Operation.long`. */
  readonly long?: boolean;
  /** See `Operation.reveals`; `listed` leaves out what a session may not see. */
  readonly reveals?: SecretClass;
  /** Name of the output's list, if there is one. */
  readonly rows?: string;
  /** Where a terminal's help lists its resource. */
  readonly section: string;
  /** See `CliHints.alias`. */
  readonly alias?: string;
  /** Fields of other operations that this list can fill, see `CliHints.offers`. */
  readonly offers?: readonly string[];
  /** What people know the things of `offers` by: "topic". */
  readonly offersBy?: string;
  /** See `CliHints.verbs`. */
  readonly verbs?: readonly string[];
  /** See `CliHints.actions`. */
  readonly actions?: Readonly<Record<string, readonly string[] | undefined>>;
  /** See `CliHints.isHidden`. */
  readonly isHidden?: boolean;
  /** See `CliHints.first`. */
  readonly first?: number;
  readonly positional: readonly string[];
  /** Fields that say what a call is about and that it cannot do without, each with the flag that a terminal has for it; "" if it stands without one. */
  readonly needs?: Readonly<Record<string, string>>;
  readonly examples: readonly string[];
  /** Loads the operation's module. */
  load(): Promise<AnyOperation>;
}

/** Every operation, without its module. */
export type Catalog = readonly CatalogEntry[];
