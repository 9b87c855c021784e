import { type Feature, isFeature } from "../rules/features.ts";
import { flag, integer, list, object, text } from "../rules/validate.ts";
import type { ControlAction, VerbWord } from "./action.ts";

const action = <Given extends readonly unknown[], Result>(row: ControlAction<Given, Result>): ControlAction<Given, Result> => row;

const ON_OFF: VerbWord = { name: "on-or-off", help: "on or off", field: "on", kind: "switch" };
const load = () => import("./account/account.ts");
const some = text({ min: 1 });

/** Everything that is done in Zoom's portal, by the account's owner or a host: by the name of its control. */
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
    read: (_path, { scopes }: { scopes?: string[] }): [string[] | null] => [scopes ?? null],
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
      words: [{ name: "user", help: "ID or e-mail" }, ON_OFF],
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
      words: [{ name: "feature", help: "which one; the emulator's README lists them", field: "feature" }, ON_OFF],
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
