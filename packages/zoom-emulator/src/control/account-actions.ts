import type { Change } from "../rules/call.ts";
import type { Changer } from "../rules/change.ts";
import { type Feature, isFeature } from "../rules/features.ts";
import { type Check, flag, integer, list, object, text } from "../rules/validate.ts";
import type { VerbFlag } from "./live-actions.ts";

/** A word of a command: the value of a field of the body, or, without `field`, of the next placeholder of the path. */
export interface VerbWord {
  name: string;
  help: string;
  field?: string;
  /** "on" or "off", sent as true or false. */
  isSwitch?: boolean;
}

/** How the command line says it. */
export interface AccountVerb {
  name: string;
  summary: string;
  words?: readonly VerbWord[];
  flags?: readonly VerbFlag[];
  /** The message if the answer has no body. */
  done: string;
}

/** Something that is done in Zoom's portal, by the account's owner or a host. */
export interface AccountAction<Given extends readonly unknown[], Result, Body> {
  method: "POST" | "DELETE";
  /** Below /emulator/, with placeholders. */
  path: string;
  /** What the body has to be; without it there is none. */
  check?: Check;
  /** The arguments of the control, from the placeholders and the body of a request. */
  read(path: Readonly<Record<string, string>>, body: Body): Given;
  /** Loads what is done. */
  load(): Promise<(change: Change, ...given: Given) => Result>;
  /** The body of the route's answer; without it the route answers 204. */
  answer?(result: Result): object;
  /** Its command, if it has one. */
  verb?: AccountVerb;
}

const action = <Given extends readonly unknown[], Result, Body>(row: AccountAction<Given, Result, Body>): AccountAction<Given, Result, Body> => row;

const load = () => import("./account/account.ts");
const some = text({ min: 1 });

/** Everything that is done to the account, by the name of its control: one row is the control, its lazy loader, its route and its command. */
export const ACCOUNT_ACTIONS = {
  /** Every token given out so far has expired. */
  expireTokens: action({
    method: "POST",
    path: "tokens/expire",
    read: () => [],
    load: async () => (await load()).expireTokens,
    verb: { name: "expire-tokens", summary: "Let every token given out so far expire.", done: "Every token has expired." },
  }),
  /** Changes the app's scopes, at once; null gives all back. Returns those that it has then. */
  setScopes: action({
    method: "POST",
    path: "scopes",
    check: object({ scopes: list(text()) }),
    read: (_path, { scopes }: { scopes?: string[] }) => [scopes ?? null],
    load: async () => (await load()).setScopes,
    answer: (scopes) => ({ scopes }),
  }),
  /** Buys or cancels the webinar add-on of a person, by id or e-mail; their webinars stay. Throws `Refusal` for an unknown one. */
  setWebinarAddOn: action({
    method: "POST",
    path: "users/{user}/add-on",
    check: object({ on: flag }, ["on"]),
    read: ({ user = "" }, { on }: { on: boolean }) => [user, on],
    load: async () => (await load()).setWebinarAddOn,
    verb: {
      name: "add-on",
      summary: "Give a person the webinar add-on, or take it away.",
      words: [
        { name: "user", help: "ID or e-mail" },
        { name: "on-or-off", help: "on or off", field: "on", isSwitch: true },
      ],
      done: "Done.",
    },
  }),
  /** Switches a feature on or off: for one person, by id or e-mail, or for the whole account. Throws `Refusal` for an unknown one. */
  setFeature: action({
    method: "POST",
    path: "features",
    check: object({ feature: (value, field) => (isFeature(value) ? [] : [field]), on: flag, user: some }, ["feature", "on"]),
    read: (_path, { feature, on, user }: { feature: Feature; on: boolean; user?: string }) => [feature, on, user],
    load: async () => (await load()).setFeature,
    verb: {
      name: "feature",
      summary: "Switch a feature of the account, or of one person, on or off: polls, survey, streaming, …",
      words: [
        { name: "feature", help: "which one; the stand-in's README lists them", field: "feature" },
        { name: "on-or-off", help: "on or off", field: "on", isSwitch: true },
      ],
      flags: [{ flag: "--user <user>", help: "only of this person, by ID or e-mail", field: "user" }],
      done: "Done.",
    },
  }),
  /** A person leaves the account; their webinars stay behind without them. Throws `Refusal` for an unknown one. */
  removeUser: action({ method: "DELETE", path: "users/{user}", read: ({ user = "" }) => [user], load: async () => (await load()).removeUser }),
  /** A recording that a simulive webinar may play. */
  addRecording: action({
    method: "POST",
    path: "recordings",
    check: object({ file_id: some }, ["file_id"]),
    read: (_path, { file_id }: { file_id: string }) => [file_id],
    load: async () => (await load()).addRecording,
  }),
  /** A named sign-up link, with the visits that it had. Returns its id. */
  addTrackingSource: action({
    method: "POST",
    path: "webinars/{id}/tracking-sources",
    check: object({ name: some, visitors: integer({ min: 0 }) }, ["name"]),
    read: ({ id = "" }, { name, visitors }: { name: string; visitors?: number }) => [id, name, visitors],
    load: async () => (await load()).addTrackingSource,
    answer: (id) => ({ id }),
  }),
};

type Actions = typeof ACCOUNT_ACTIONS;

/** A row whose types the table alone knows. */
type AnyAction = AccountAction<readonly unknown[], unknown, unknown>;

/** The rows with their names. */
export const ACCOUNT_ROWS = Object.entries(ACCOUNT_ACTIONS) as unknown as readonly (readonly [keyof Actions, AnyAction])[];

/** What is done in Zoom's portal, by the account's owner or a host. */
export type AccountControls = {
  readonly [Name in keyof Actions]: Actions[Name]["load"] extends () => Promise<(change: Change, ...given: infer Given) => infer Result>
    ? (...given: Given) => Promise<Result>
    : never;
};

/** The controls of the account. What one does is loaded when it is first used. */
export const createAccountControls = (change: Changer): AccountControls => {
  const controls = ACCOUNT_ROWS.map(([name, row]) => [
    name,
    async (...given: unknown[]) => {
      const act = await row.load();
      return change((now) => act(now, ...given));
    },
  ]);
  // Each control takes and returns what its row says.
  return Object.fromEntries(controls) as AccountControls;
};
