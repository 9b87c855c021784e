import type { EndpointId, endpoints } from "./generated/endpoints.ts";
import type { paths } from "./generated/schema.ts";
import type { UploadFile } from "./upload.ts";

export type { EndpointId };

type Split<Id> = Id extends `${infer Method} ${infer Path}` ? { method: Lowercase<Method>; path: Path } : never;
type Spec<Id> =
  Split<Id> extends { method: infer Method; path: infer Path extends keyof paths }
    ? Method extends keyof paths[Path]
      ? paths[Path][Method]
      : never
    : never;

type PartOf<S, Name extends "path" | "query"> = S extends { parameters: { [K in Name]?: infer Part } } ? NonNullable<Part> : never;
type BodyOf<S> = S extends { requestBody?: infer Body }
  ? NonNullable<Body> extends { content: infer Content }
    ? Content[keyof Content]
    : never
  : never;

/** A part that an endpoint lacks must vanish from the input, not turn all of it into never. */
type Part<P> = [P] extends [never] ? unknown : P;

/** One flat record; if nothing can be given, one that takes no key at all. */
type Flat<T> = [keyof T] extends [never] ? Record<string, never> : { [K in keyof T]: T[K] };

/** Optional keys take undefined as well, at every depth: what is undefined is left out when the request is built. */
type Loose<T> = T extends UploadFile
  ? T
  : T extends readonly (infer Item)[]
    ? Loose<Item>[]
    : T extends object
      ? { [K in keyof T]: Loose<T[K]> | (Record<never, never> extends Pick<T, K> ? undefined : never) }
      : T;

type Snake<S extends string> = S extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : S;
type SnakeKeys<T> = { [K in keyof T as K extends string ? Snake<K> : never]: T[K] };

/** A key whose part is all optional may be left out itself. */
type Arg<Name extends string, P> = [P] extends [never]
  ? unknown
  : Record<never, never> extends P
    ? { [K in Name]?: Loose<P> | undefined }
    : { [K in Name]: Loose<P> };

/** What `call` takes for an endpoint: its path, query and body, as Zoom names them. Ids are strings. */
export type ArgsOf<Id extends EndpointId> = Flat<
  Arg<"path", PartOf<Spec<Id>, "path">> & Arg<"query", PartOf<Spec<Id>, "query">> & Arg<"body", BodyOf<Spec<Id>>>
>;

/** The same as one flat record in snake_case: what `inputSchema` accepts and `splitInput` takes apart. */
export type InputOf<Id extends EndpointId> = Flat<
  Loose<Part<SnakeKeys<PartOf<Spec<Id>, "path">>> & Part<PartOf<Spec<Id>, "query">> & Part<BodyOf<Spec<Id>>>>
>;

/** A documented value, or one that Zoom adds later: replies are never refused for it. */
type Open<T> = T extends string
  ? string extends T
    ? T
    : T | (string & Record<never, never>)
  : T extends number
    ? number extends T
      ? T
      : T | (number & Record<never, never>)
    : T;

/** Any field of a reply may be missing; one that is there is of its documented kind. */
type Lenient<T> = T extends readonly (infer Item)[] ? Lenient<Item>[] : T extends object ? { [K in keyof T]?: Lenient<T[K]> | undefined } : Open<T>;

type SuccessOf<S> = S extends { responses: infer R } ? R[Extract<keyof R, 200 | 201 | 202 | 204>] : never;
type JsonOf<R> = R extends { content: { "application/json": infer Json } } ? Lenient<Json> : null;

/** What `call` gives back: documented fields only, each of which may be missing; null if Zoom answers without a body. */
export type ReplyOf<Id extends EndpointId> = JsonOf<SuccessOf<Spec<Id>>>;

/** The endpoints whose replies come in pages with a next_page_token. */
export type PagedId = { [Id in EndpointId]: (typeof endpoints)[Id]["page"] extends "token" ? Id : never }[EndpointId];
