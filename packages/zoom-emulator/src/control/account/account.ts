import { grantedScopes } from "../../oauth/scopes.ts";
import { lookUpUser } from "../../resources/users/find-user.ts";
import type { Change } from "../../rules/call.ts";
import { type Feature, isFeature } from "../../rules/features.ts";
import { refusals } from "../../rules/refusals.ts";
import { nextSourceId } from "../../state/ids.ts";
import type { EmulatorState, UserRecord } from "../../state/state.ts";
import { misuse, type WebinarKey, webinarOf } from "../live/who.ts";

const findUser = (state: EmulatorState, idOrEmail: string): UserRecord => {
  const user = lookUpUser(state, idOrEmail);
  if (user === undefined) throw refusals.userUnknown(idOrEmail);
  return user;
};

export const expireTokens = ({ state }: Change): void => {
  state.tokenGeneration += 1;
};

export const setScopes = ({ state }: Change, scopes: readonly string[] | null): readonly string[] => {
  state.scopes = scopes === null ? null : [...scopes];
  return grantedScopes(state);
};

export const setWebinarAddOn = ({ state }: Change, user: string, isThere: boolean): void => {
  findUser(state, user).hasWebinarAddOn = isThere;
};

export const setFeature = ({ state }: Change, feature: Feature, isOn: boolean, user?: string): void => {
  if (!isFeature(feature)) throw misuse(`There is no feature ${String(feature)}.`);
  const owner = user === undefined ? state.account : findUser(state, user);
  owner.off = [...owner.off.filter((other) => other !== feature), ...(isOn ? [] : [feature])];
};

export const removeUser = ({ state }: Change, user: string): void => {
  const gone = findUser(state, user);
  state.users = state.users.filter((other) => other !== gone);
};

export const addRecording = ({ state }: Change, fileId: string): void => {
  state.account.recordings = [...new Set([...state.account.recordings, fileId])];
};

export const addTrackingSource = ({ state }: Change, webinarId: WebinarKey, source_name: string, visitor_count = 0): string => {
  const id = nextSourceId(state);
  webinarOf(state, webinarId).trackingSources.push({ id, source_name, visitor_count });
  return id;
};
