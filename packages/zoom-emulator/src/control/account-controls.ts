import { lookUpUser } from "../resources/users/find-user.ts";
import type { Changer } from "../rules/change.ts";
import { type Feature, isFeature } from "../rules/features.ts";
import { refusals } from "../rules/refusals.ts";
import { nextSourceId } from "../state/ids.ts";
import type { EmulatorState, UserRecord } from "../state/state.ts";
import { misuse, webinarOf } from "./live/who.ts";
import type { WebinarKey } from "./live-controls.ts";

/** What is done in Zoom's portal, by the account's owner or a host. */
export interface AccountControls {
  /** Every token given out so far has expired. */
  expireTokens(): Promise<void>;
  /** Changes the app's scopes, at once; null gives all back. */
  setScopes(scopes: readonly string[] | null): Promise<void>;
  /** Buys or cancels the webinar add-on of a person, by id or e-mail; their webinars stay. Throws `Refusal` for an unknown one. */
  setWebinarAddOn(user: string, isThere: boolean): Promise<void>;
  /** Switches a feature on or off: for one person, by id or e-mail, or for the whole account. Throws `Refusal` for an unknown one. */
  setFeature(feature: Feature, isOn: boolean, user?: string): Promise<void>;
  /** A person leaves the account; their webinars stay behind without them. Throws `Refusal` for an unknown one. */
  removeUser(user: string): Promise<void>;
  /** A recording that a simulive webinar may play. */
  addRecording(fileId: string): Promise<void>;
  /** A named sign-up link, with the visits that it had. Returns its id. */
  addTrackingSource(webinarId: WebinarKey, name: string, visitors?: number): Promise<string>;
}

const findUser = (state: EmulatorState, idOrEmail: string): UserRecord => {
  const user = lookUpUser(state, idOrEmail);
  if (user === undefined) throw refusals.userUnknown(idOrEmail);
  return user;
};

/** The controls of the account. */
export const createAccountControls = (change: Changer): AccountControls => ({
  expireTokens: () =>
    change(({ state }) => {
      state.tokenGeneration += 1;
    }),
  setScopes: (scopes) =>
    change(({ state }) => {
      state.scopes = scopes === null ? null : [...scopes];
    }),
  setWebinarAddOn: (user, isThere) =>
    change(({ state }) => {
      findUser(state, user).hasWebinarAddOn = isThere;
    }),
  setFeature: (feature, isOn, user) =>
    change(({ state }) => {
      if (!isFeature(feature)) throw misuse(`There is no feature ${String(feature)}.`);
      const owner = user === undefined ? state.account : findUser(state, user);
      owner.off = [...owner.off.filter((other) => other !== feature), ...(isOn ? [] : [feature])];
    }),
  removeUser: (user) =>
    change(({ state }) => {
      const gone = findUser(state, user);
      state.users = state.users.filter((other) => other !== gone);
    }),
  addRecording: (fileId) =>
    change(({ state }) => {
      state.account.recordings = [...new Set([...state.account.recordings, fileId])];
    }),
  addTrackingSource: (webinarId, source_name, visitor_count = 0) =>
    change(({ state }) => {
      const id = nextSourceId(state);
      webinarOf(state, webinarId).trackingSources.push({ id, source_name, visitor_count });
      return id;
    }),
});
