import { findCredentials, profileStore, readEnvironment, userFolders } from "@zoom-webinar/auth";
import { fileStore, InputError } from "@zoom-webinar/foundation";
import type { ArgsOf, EndpointId } from "@zoom-webinar/zoom-client";
import type * as z from "zod";
import type { ApiArgs } from "./api/api-operation.ts";
import type { DoctorOptions } from "./doctor/doctor.ts";
import type { DoctorReport } from "./doctor/finding.ts";
import type { FacadeDocs } from "./generated/facade-docs.ts";
import { manifest } from "./generated/manifest.ts";
import type { Catalog } from "./operation/catalog.ts";
import type { Documented } from "./operation/documented.ts";
import type { EndpointOutput } from "./operation/endpoint-operation.ts";
import { optionThat } from "./operation/known-options.ts";
import type { AnyOperation } from "./operation/operation.ts";
import { shownValue } from "./operation/shown-value.ts";
import { unknownOperation } from "./operation/unknown-operation.ts";
import type { operations } from "./operations/index.ts";
import type { CallOptions } from "./policy/call-options.ts";
import { runOperation, runPages, toOurs } from "./run.ts";
import type { SessionOptions } from "./session/options.ts";
import { createSession, type Session } from "./session/session.ts";
import { readSessionOptions } from "./session/session-readers.ts";
import { readSettings } from "./settings/read.ts";
import { SESSION_SETTINGS } from "./settings/table.ts";

type Operations = typeof operations;

/** A method of the library: the operation's input in, its output out. Throws only errors of ours. */
export type Method<Op extends AnyOperation, Docs = unknown> = (
  input: Documented<DocsOf<Docs, "input">, z.input<Op["input"]>>,
  options?: CallOptions,
) => Promise<Documented<DocsOf<Docs, "output">, Awaited<ReturnType<Op["run"]>>>>;

type DocsOf<Docs, Part extends string> = Part extends keyof Docs ? Docs[Part] : unknown;

type ListOf<Resource> = Resource extends { readonly list: infer Op extends AnyOperation }
  ? {
      /**
       * Yields every page of `list`, in Zoom's order, each row once, until the list has ended: then the last page says `complete: true`. If a page token
       * expires meanwhile, the list is read again and what was yielded before is left out. Throws as `list` does, and `ResponseError` with
       * `details.complete: false` if the list does not end; pages already yielded stay valid.
       * Source: Zoom API pagination; a token lives 15 minutes.
       */
      pages(input: z.input<Op["input"]>, options?: CallOptions): AsyncIterableIterator<Awaited<ReturnType<Op["run"]>>>;
    }
  : unknown;

/** Every operation as `zoom.resource.verb(input)`, typed by the registry. */
export type Operators = {
  readonly [Resource in keyof FacadeDocs]: {
    readonly [Verb in keyof FacadeDocs[Resource]]: Verb extends keyof Operations[Resource]
      ? Operations[Resource][Verb] extends infer Op extends AnyOperation
        ? Method<Op, FacadeDocs[Resource][Verb]>
        : never
      : never;
  } & ListOf<Operations[Resource]>;
};

/** The library: operations, and what belongs to the connection. */
export type ZoomWebinar = Operators & {
  readonly session: Session;
  /** Runs any operation by its id, for programs that choose at run time. Throws `NotFoundError` for an unknown id. */
  run(id: string, input: unknown, options?: CallOptions): Promise<unknown>;
  /**
   * Calls any documented endpoint of Zoom's, for what the operations leave out: `zoom.call("GET /webinars/{webinarId}", { path: { webinarId } })`. Pacing,
   * retry, safety and redaction hold; what is not a GET counts as a write that Zoom may mail about. Throws `InputError` for an endpoint or a field that our
   * document does not have.
   */
  call<Id extends EndpointId>(endpoint: Id, args: ArgsOf<Id>, options?: CallOptions): Promise<EndpointOutput<Id>>;
  /** Checks everything, from credentials to add-ons, and says what to do if something does not work. Never a secret. */
  doctor(options?: DoctorOptions): Promise<DoctorReport>;
  /** Gives sockets back. Calls after it fail. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** What `connect` takes; everything may be left out. */
export interface ConnectOptions extends SessionOptions {
  /** Variables that credentials and base URLs are read from if the options have none. Default: process.env. No `.env` file is read. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Uses the profile of this name, whatever the variables say. Without it and without credentials: that of ZOOM_PROFILE. */
  profile?: string | null | undefined;
}

/**
 * Opens a connection: credentials from the options, else from the environment or a named profile. Nothing is sent before the first call; without
 * credentials that call throws `AuthError` (`auth_missing`). The default safety is `trusted`: a program that calls this means what it says. Only
 * `ZOOM_WEBINAR_SAFETY=read-only` beats the option: whoever runs the program can always keep it from writing. Throws `InputError` for a variable of no
 * sense, and for an option that does not exist or has a value that it does not take: nothing that is misspelt counts as left out.
 */
export const connect = async (options: ConnectOptions = {}): Promise<ZoomWebinar> => {
  const { env = process.env, profile, ...given } = readSessionOptions(options, { env: anEnvironment });
  const allowBaseUrl = given.allowBaseUrl ?? false;
  const environment = readEnvironment({ env, cwd: null, allowBaseUrl });
  const chosen = profile ?? undefined;
  const profiles = profileStore(fileStore({ folder: userFolders(env).config }));
  // A program says which profile it means: the person's default one is for the command line and the servers.
  const isNamed = given.credentials === undefined && (chosen !== undefined || environment.profile !== null);
  const found = isNamed ? await findCredentials({ environment, profiles, chosen, allowBaseUrl }) : { ...environment, profile: null };
  const session = createSession({
    credentials: found.credentials,
    credentialsFrom: given.credentials === undefined ? found.source : "options",
    profile: found.profile,
    apiBaseUrl: found.apiBaseUrl,
    oauthBaseUrl: found.oauthBaseUrl,
    stateFolder: userFolders(env).state,
    door: "library",
    ...given,
    ...(isKeptFromWriting(env) ? { safety: "read-only" as const } : {}),
  });
  return facadeOf(session, manifest);
};

const anEnvironment = optionThat("an object of variables", (value) => typeof value === "object" && value !== null);

const isKeptFromWriting = (env: NonNullable<ConnectOptions["env"]>): boolean =>
  readSettings({ safety: SESSION_SETTINGS.safety }, new Map(), env).values.safety === "read-only";

/** The facade over a session, for doors that built the session themselves. */
export const facadeOf = (session: Session, catalog: Catalog): ZoomWebinar => {
  const loaded = new Map<string, Promise<AnyOperation>>();
  const load = async (id: string): Promise<AnyOperation> => {
    if (typeof id !== "string") throw InputError.at("id", `expected text, got ${shownValue(id)}`, 'Such as "webinars.list".');
    const entry = catalog.find((candidate) => candidate.id === id);
    if (!entry) throw unknownOperation(id, catalog);
    const operation = loaded.get(id) ?? entry.load();
    loaded.set(id, operation);
    return operation;
  };
  /** Whatever fails on the way to an operation, one that cannot be loaded for instance, leaves as an error of ours. */
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw toOurs(error, session, {});
    }
  };
  const run = (id: string, input: unknown, options?: CallOptions): Promise<unknown> =>
    guarded(async () => runOperation(await load(id), input, session, options));
  async function* pages(id: string, input: unknown, options?: CallOptions) {
    for await (const { page } of runPages(await load(id), input, session, options)) yield page;
  }
  const resources: Record<string, Record<string, unknown>> = {};
  for (const { id } of catalog) {
    const [resource = "", verb = ""] = id.split(".");
    const methods = resources[resource] ?? {};
    resources[resource] = methods;
    methods[verb] = (input: unknown, options?: CallOptions) => run(id, input, options);
    if (verb === "list") methods.pages = (input: unknown, options?: CallOptions) => pages(id, input, options);
  }
  const call = (endpoint: string, args?: ApiArgs, options?: CallOptions) =>
    guarded(async () => {
      const { apiInput, apiOperation } = await import("./api/api-operation.ts");
      const operation = apiOperation(endpoint);
      return runOperation(operation, apiInput(operation.endpoint, args), session, options);
    });
  const close = () => session.close();
  // Built from the same registry that types it; a test compares the two.
  const doctor = (options?: DoctorOptions) => guarded(async () => (await import("./doctor/doctor.ts")).doctor(session, catalog, options));
  return { ...resources, session, run, call, doctor, close, [Symbol.asyncDispose]: close } as unknown as ZoomWebinar;
};
