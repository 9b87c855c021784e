import { InputError } from "@zoom-webinar/foundation";
import { assertUploads, type EndpointId, type InputOf, type ReplyOf } from "@zoom-webinar/zoom-client";
import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
import { inputSchema, replySchema, splitInput } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { settleWrite } from "../settle/settle-write.ts";
import type { SettledWrite } from "../settle/settled-write.ts";
import type { CliHints } from "./cli-hints.ts";
import { ifAllowed } from "./if-allowed.ts";
import type { Effect, Emails, Operation, OperationContext, Risk } from "./operation.ts";
import { includeJoinLinks } from "./params.ts";
import type { Preview } from "./preview.ts";
import type { SecretClass } from "./secret-class.ts";
import { full } from "./short.ts";
import { localStart } from "./tidied.ts";

/** The answer of an operation to which Zoom answers without a body: what was done, to which ids. */
export interface Done {
  done: string;
  [id: string]: string;
}

/** What an endpoint operation answers: Zoom's reply, or a small object if Zoom sends none. */
export type EndpointOutput<Id extends EndpointId> = [ReplyOf<Id>] extends [null] ? Done : ReplyOf<Id>;

/** An operation that is exactly one endpoint; input and output come from our OpenAPI document. Its id is its only parameter: declarations stay short. */
export interface EndpointOperation<Id extends EndpointId>
  extends Operation<z.ZodType<InputOf<Id>, InputOf<Id>>, z.ZodType<EndpointOutput<Id>, EndpointOutput<Id>>> {
  readonly endpoints: readonly [Id, ...EndpointId[]];
}

/** The field that asks for the whole reply, on operations whose answer is short otherwise. */
export interface Full {
  full?: boolean | undefined;
}

/** An endpoint operation whose answer is short unless the whole reply is asked for. */
export interface ShortEndpointOperation<Id extends EndpointId>
  extends Operation<z.ZodType<InputOf<Id> & Full, InputOf<Id> & Full>, z.ZodType<EndpointOutput<Id>, EndpointOutput<Id>>> {
  readonly endpoints: readonly [Id, ...EndpointId[]];
}

/** A webinar with its starts as wall time, too. */
export type WithLocalStarts<Reply> = Reply & { local_start?: string | undefined } & (Reply extends { occurrences?: (infer Occurrence)[] | undefined }
    ? { occurrences?: (Occurrence & { local_start?: string | undefined })[] | undefined }
    : unknown);

/** An endpoint operation whose short answer tells each start as wall time, too. */
export interface LocalEndpointOperation<Id extends EndpointId>
  extends Operation<z.ZodType<InputOf<Id> & Full, InputOf<Id> & Full>, z.ZodType<WithLocalStarts<ReplyOf<Id>>, WithLocalStarts<ReplyOf<Id>>>> {
  readonly endpoints: readonly [Id, ...EndpointId[]];
}

/** The field that asks for personal join links, on operations whose answer holds some. */
export interface JoinLinks {
  include_join_links?: boolean | undefined;
}

/** An endpoint operation whose answer holds personal join links: they are withheld unless the call asks for them. */
export interface LinkEndpointOperation<Id extends EndpointId>
  extends Operation<z.ZodType<InputOf<Id> & JoinLinks, InputOf<Id> & JoinLinks>, z.ZodType<EndpointOutput<Id>, EndpointOutput<Id>>> {
  readonly endpoints: readonly [Id, ...EndpointId[]];
}

/** What an endpoint operation states itself; everything else follows from the endpoint. */
export interface EndpointDefinition<Id extends EndpointId> {
  id: string;
  tool: string;
  title?: string;
  summary: string;
  /** Phrases in which people ask for this, separated by commas: at least ten. `find_operations` and `operations find` look through them. */
  alsoKnownAs?: string;
  /** Follows the verb unless stated. */
  effect?: Effect;
  /** GET, PUT and DELETE unless stated. */
  idempotent?: boolean;
  /** "nobody" unless stated. */
  emails?: Emails;
  reveals?: SecretClass;
  /** Property of the answer that holds the rows. The document's `x-items` unless stated. */
  rows?: Extract<keyof EndpointOutput<Id>, string>;
  /** What an answer has unless `full: true` is asked for, as dotted paths into the reply, through lists. All unless stated. */
  short?: readonly string[];
  cli?: CliHints<Extract<keyof InputOf<Id>, string>>;
  describe(output: EndpointOutput<Id>, input: InputOf<Id>): string;
  risk?(input: InputOf<Id>): Risk;
  preview?(input: InputOf<Id>, ctx: OperationContext): Promise<Preview>;
  /** Throws `NotFoundError` if what the write names is not there, for endpoints that answer with success all the same. An app without the scope does without. */
  mustBeThere?(input: InputOf<Id>, ctx: OperationContext): Promise<unknown>;
  /** What this program has to know afterwards, called once Zoom did it. `named`: what `mustBeThere` found, null if it could not look. */
  onDone?(input: InputOf<Id>, ctx: OperationContext, named: unknown): Promise<void>;
  /**
   * For a write that takes away whatever is there: a sentence if nothing is, else null. Then nobody is asked, nothing is sent, and the answer says so. An app
   * without the scope to look sends it in any case.
   */
  nothingThere?(input: InputOf<Id>, ctx: OperationContext): Promise<string | null>;
  /** For a write that must not happen twice: where it can be looked up if no answer came. */
  settle?(input: InputOf<Id>, ctx: OperationContext): LookUp<EndpointOutput<Id>>;
  /** The endpoints that `settle`, `preview`, `mustBeThere` and `nothingThere` read. */
  looksAt?: EndpointId | readonly EndpointId[];
}

/** How an endpoint's write is looked up: all of `SettledWrite` that does not follow from the endpoint. */
export interface LookUp<Result> extends Pick<SettledWrite<Result>, "what" | "where" | "find" | "isUndated" | "idOf"> {
  /** What makes two calls the same. The whole input unless stated; a file is not JSON. */
  identity?: unknown;
}

const EFFECTS = { GET: "read", POST: "create", PUT: "update", PATCH: "update", DELETE: "delete" } as const;

/** Makes an operation of one endpoint: flat snake_case input, Zoom's documented reply as output. Schemas are built when first read. */
export function endpointOperation<Id extends EndpointId>(
  endpoint: Id,
  definition: EndpointDefinition<Id> & { joinLinks: true },
): LinkEndpointOperation<Id>;
export function endpointOperation<Id extends EndpointId>(
  endpoint: Id,
  definition: Omit<EndpointDefinition<Id>, "describe"> & {
    short: readonly string[];
    localStarts: true;
    describe(output: WithLocalStarts<ReplyOf<Id>>, input: InputOf<Id>): string;
  },
): LocalEndpointOperation<Id>;
export function endpointOperation<Id extends EndpointId>(
  endpoint: Id,
  definition: EndpointDefinition<Id> & { short: readonly string[] },
): ShortEndpointOperation<Id>;
export function endpointOperation<Id extends EndpointId>(endpoint: Id, definition: EndpointDefinition<Id>): EndpointOperation<Id>;
export function endpointOperation<Id extends EndpointId>(
  endpoint: Id,
  {
    joinLinks = false,
    localStarts = false,
    settle,
    looksAt,
    mustBeThere,
    nothingThere,
    onDone,
    preview,
    ...definition
  }: EndpointDefinition<Id> & { joinLinks?: boolean; localStarts?: boolean },
): unknown {
  const info = endpoints[endpoint];
  const places: Places = info.input;
  const isEmpty = info.empty;
  const { short } = definition;
  let extended: z.ZodType | undefined;
  let output: z.ZodType | undefined;
  return {
    ...definition,
    ...(nothingThere === undefined
      ? {}
      : {
          describe: (answer: EndpointOutput<Id>, input: InputOf<Id>) =>
            (answer as Readonly<Record<string, string>>)[NOTHING] ?? definition.describe(answer, input),
        }),
    endpoints: [endpoint, ...[looksAt ?? []].flat()],
    scopes: info.scopes,
    effect: definition.effect ?? EFFECTS[info.method],
    idempotent: definition.idempotent ?? info.method !== "POST",
    emails: definition.emails ?? "nobody",
    ...(definition.rows === undefined && info.items !== null ? { rows: info.items } : {}),
    get input() {
      if (!joinLinks && short === undefined) return inputSchema(endpoint);
      const added = { ...(joinLinks ? { include_join_links: includeJoinLinks } : {}), ...(short === undefined ? {} : { full }) };
      extended ??= z.strictObject({ ...inputSchema(endpoint).shape, ...added });
      return extended;
    },
    get output() {
      if (isEmpty) return doneSchema;
      output ??= localStarts ? withLocalStarts(replySchema(endpoint)) : replySchema(endpoint);
      return output;
    },
    ...(preview === undefined
      ? {}
      : {
          preview: async (input: InputOf<Id>, ctx: OperationContext) => {
            assertChange(endpoint, input);
            if (info.body === "multipart") await assertUploads(input);
            const summary = await noteNothing(nothingThere, input, ctx);
            if (summary !== null) return { summary: `${summary}.`, targets: [], recipients: null, reversible: false, idle: true };
            return preview(input, ctx);
          },
        }),
    async run({ include_join_links: _door, full: _whole, ...rest }: InputOf<Id> & JoinLinks & Full, ctx: OperationContext) {
      // What is left of the intersection is the endpoint's own input.
      const input = rest as unknown as InputOf<Id>;
      const args = splitInput(endpoint, input);
      assertChange(endpoint, input);
      const named = mustBeThere ? await ifAllowed(() => mustBeThere(input, ctx)) : null;
      const nothing = await noteNothing(nothingThere, input, ctx);
      if (nothing !== null) return { ...toDone(definition, places, rest), [NOTHING]: nothing };
      const send = () => ctx.zoom.call(endpoint, args);
      // A definition that settles answers with Zoom's reply, so its lookup returns one, too.
      const lookUp = settle?.(input, ctx) as LookUp<ReplyOf<Id>> | undefined;
      if (lookUp === undefined) {
        const reply = await send();
        await onDone?.(input, ctx, named);
        return isEmpty ? toDone(definition, places, rest) : reply;
      }
      return (await settleWrite({ identity: rest, ...lookUp, operation: definition.id, send }, ctx)).result;
    },
  };
}

/** Where an answer says that there was nothing to do. */
const NOTHING = "nothing_to_do";

const noteNothing = async <Input>(
  look: ((input: Input, ctx: OperationContext) => Promise<string | null>) | undefined,
  input: Input,
  ctx: OperationContext,
): Promise<string | null> => (look === undefined ? null : ifAllowed(() => look(input, ctx)));

/** Throws `InputError` for a change without a field to change: Zoom answers it with success. */
const assertChange = (endpoint: EndpointId, input: object): void => {
  const { method, input: places } = endpoints[endpoint];
  if (method !== "PATCH") return;
  const given = input as Readonly<Record<string, unknown>>;
  const fields = Object.entries(places).flatMap(([field, [place]]) => (place === "body" ? [field] : []));
  if (fields.length === 0 || fields.some((field) => given[field] !== undefined)) return;
  throw InputError.at("", "Nothing to change was given.", `Give at least one of ${fields.join(", ")}.`);
};

/** A webinar's schema with room for wall times: its own, and those of its occurrences. */
const withLocalStarts = (reply: z.ZodType): z.ZodType => {
  if (!(reply instanceof z.ZodObject)) return reply;
  const { occurrences } = reply.shape as { occurrences?: z.ZodType };
  let row: unknown = occurrences;
  while (row instanceof z.ZodOptional || row instanceof z.ZodNullable || row instanceof z.ZodArray)
    row = row instanceof z.ZodArray ? row.element : row.unwrap();
  const dates =
    row instanceof z.ZodObject
      ? {
          occurrences: z
            .array(row.extend({ local_start: localStart }))
            .nullish()
            .meta({ ...occurrences?.meta() }),
        }
      : {};
  return reply.extend({ local_start: localStart, ...dates });
};

const doneSchema = z.object({ done: z.string() }).catchall(z.string());

/** Where each field of the input goes in the request. */
type Places = Readonly<Record<string, readonly [string, ...string[]]>>;

const toDone = (definition: { tool: string }, places: Places, input: Readonly<Record<string, unknown>>): Done => {
  const done: Done = { done: definition.tool };
  for (const [field, [place]] of Object.entries(places)) if (place === "path" && input[field] !== undefined) done[field] = String(input[field]);
  return done;
};
