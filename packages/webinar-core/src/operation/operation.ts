import type { Clock, ErrorCode, Store } from "@zoom-webinar/foundation";
import type { EndpointId, PaceOptions, RowKey, ZoomClient } from "@zoom-webinar/zoom-client";
import type * as z from "zod";
import type { AccountAccess } from "../account/account.ts";
import type { FileAccess } from "../files/file-access.ts";
import type { ByTime } from "./by-time.ts";
import type { CliHints } from "./cli-hints.ts";
import type { ImportHome } from "./import-home.ts";
import type { Preview } from "./preview.ts";
import type { SecretClass } from "./secret-class.ts";

/** What an operation does to the account. */
export type Effect = "read" | "create" | "update" | "delete";

/** Whom Zoom writes to when the operation succeeds. */
export type Emails = "nobody" | "registrants" | "panelists" | "registrants and panelists";

/** What one call may do: never more than the operation's own `effect` and `emails`. */
export interface Risk {
  effect: Effect;
  emails: Emails;
  /** "always": asked about although nothing is deleted and nobody is written to. */
  confirms?: "always" | undefined;
}

/** Scopes of which one is enough, by kind of app. */
export interface ScopeSets {
  readonly classic: readonly string[];
  readonly granular: readonly string[];
}

/** How far a long call has come. */
export interface Progress {
  done: number;
  /** Null if nobody knows yet. */
  total: number | null;
  message?: string;
  /** For an operation that is `long`: its answer as if it ended now, for a door that does not wait for the end. */
  soFar?: unknown;
}

/** What an operation may use. Nothing else reaches it: no environment, no terminal, no protocol. */
export interface OperationContext {
  /** Calls Zoom; stops when this call's signal aborts. */
  zoom: ZoomClient;
  /** The session's own standing with Zoom: its token's state, never the token. */
  account: AccountAccess;
  clock: Clock;
  /** Which world of an emulator gave the latest answer; null before the first one, and always at Zoom. */
  world(): string | null;
  /** What time it is for whoever schedules (milliseconds since the epoch): the session's clock, with the embedded emulator that one's. */
  now(): Promise<number>;
  /** Where intents are noted that must outlast the call. */
  store: Store;
  /** IANA zone of the operator's `--zone`, or null. */
  zone: string | null;
  /** Whose call it is: "local", or the caller that a server's checks named. */
  principal: string;
  /** Files that the call may name. */
  files: FileAccess;
  /** Where imports are kept, null if this session keeps none. */
  imports: ImportHome | null;
  /** Where this session keeps what has to outlast the process, null if it keeps nothing. */
  stateFolder: string | null;
  /** How calls are paced, for the time that many of them take. */
  pace: PaceOptions | false;
  /** True if a person is asked before this call runs: what the input leaves open can then be put to them in the preview. */
  asksPerson: boolean;
  signal: AbortSignal | undefined;
  progress(progress: Progress): void;
  /** True if the operator lets secrets of this class leave; for answers that are text, which no schema can look through. */
  gives(secret: "shared"): boolean;
  /** Something that the caller must know beside the result; it comes in `notes` of the answer. */
  note(text: string): void;
}

/** What an operation may do, over all inputs. */
export interface Bounds {
  /** Upper bound over all inputs. */
  readonly effect: Effect;
  /** True if doing it twice leaves the account as doing it once, mails included. */
  readonly idempotent: boolean;
  /** Upper bound over all inputs. */
  readonly emails: Emails;
}

/** One capability: data that doors read, and one function. Doors know no operation by name. */
export interface Operation<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> extends Bounds, OperationBody<Input, Output> {
  readonly scopes: ScopeSets;
}

/** An operation without what can follow from its endpoints. */
export interface OperationBody<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  /** `resource.verb` in camelCase: the library path, and in kebab case the command. */
  readonly id: string;
  /** MCP tool name. */
  readonly tool: string;
  /** Derived from `tool` unless stated. */
  readonly title?: string;
  /** One sentence of at most 140 characters. */
  readonly summary: string;
  /** Phrases in which people ask for this, separated by commas: at least ten. `find_operations` and `operations find` look through them. */
  readonly alsoKnownAs?: string;
  /** The first is the one that the operation is about. */
  readonly endpoints: readonly EndpointId[];
  /** Upper bound over all inputs: "always" is asked about in confirm mode although nothing is deleted and nobody is written to. */
  readonly confirms?: "always";
  /** True if no endpoint of Zoom's API is called. */
  readonly local?: boolean;
  /** True if every write to Zoom is a line of its own in the audit, because the input does not name what is written to. */
  readonly auditsCalls?: boolean;
  /** True if a call may take longer than a caller waits. It tells how far it is with `Progress.soFar`, and can be stopped and taken up again. */
  readonly long?: boolean;
  /** Class of the secrets that are the whole answer: refused, and not listed, in a session that reveals less. */
  readonly reveals?: SecretClass;
  readonly input: Input;
  readonly output: Output;
  readonly cli?: CliHints<Extract<keyof z.input<Input>, string>>;
  /** Property of the output that holds the rows of a list, for tables and paging. */
  readonly rows?: Extract<keyof z.output<Output>, string>;
  /** Where a row has its time: every door gets the rows in order of time, those to come first. Zoom returns them in none. */
  readonly byTime?: ByTime<Extract<keyof z.input<Input>, string>>;
  /** What an answer has unless `full: true` is asked for, as dotted paths into the output, through lists. Without it every answer is whole. */
  readonly short?: readonly string[];
  /** What distinguishes these rows, if the list comes in pages. */
  readonly rowKey?: RowKey;
  run(input: z.output<Input>, ctx: OperationContext): Promise<z.output<Output>>;
  /** Field of the input that says how many of `rows` to skip, for lists without a page token. */
  readonly skips?: Extract<keyof z.input<Input>, string>;
  /** A shorter answer for assistants; every other door shows the whole one. A note says what is left out. */
  brief?(output: z.output<Output>, input: z.output<Input>): z.output<Output>;
  /** One line for a person. */
  describe(output: z.output<Output>, input: z.output<Input>): string;
  /** The error code of an answer that is not all that was asked for, which decides the exit code. Null: all was done. */
  endsAs?(output: z.output<Output>): ErrorCode | null;
  /** What this call may do at most, by its input alone; lowers `effect`, `emails` and `confirms` for the confirmation, never raises them. */
  risk?(input: z.output<Input>): Risk;
  /**
   * What this call will touch, take away and cause, read from Zoom before anything is changed. Every operation that updates or replaces has one: whether it
   * is asked about, what a confirmation is good for and which scope a caller needs follow from it. Throws what `run` would throw without sending anything.
   */
  preview?(input: z.output<Input>, ctx: OperationContext): Promise<Preview>;
  /** What a dry run shows of a call that nobody is asked about, such as a creation: the call itself does not wait for it. */
  outlook?(input: z.output<Input>, ctx: OperationContext): Promise<Preview>;
}

/** An operation as a door sees it, whatever its types. */
export interface AnyOperation extends Omit<Operation, "cli" | "rows" | "skips" | "byTime"> {
  readonly cli?: CliHints;
  readonly byTime?: ByTime;
  readonly rows?: string;
  readonly skips?: string;
}

const SMALL = new Set(["a", "an", "and", "by", "for", "from", "of", "or", "the", "to"]);
const CAPITALS: Readonly<Record<string, string>> = { qa: "Q&A", qos: "QoS", id: "ID", sip: "SIP", zoom: "Zoom" };

/** "list_webinar_qa" → "List webinar Q&A". */
export const titleOf = ({ tool, title }: Pick<AnyOperation, "tool" | "title">): string => {
  if (title !== undefined) return title;
  const words = tool.split("_").map((word) => CAPITALS[word] ?? word);
  const first = words[0] ?? "";
  return [SMALL.has(first) ? first : first.charAt(0).toUpperCase() + first.slice(1), ...words.slice(1)].join(" ");
};

/** "trackingSources.list" → "tracking-sources list". */
export const commandOf = (id: string): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(".", " ");
