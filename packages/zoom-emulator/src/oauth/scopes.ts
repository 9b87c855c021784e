import { ENDPOINTS, type Endpoint } from "../http/endpoint.ts";
import { refusals } from "../rules/refusals.ts";
import type { EmulatorState } from "../state/state.ts";
import type { Permit } from "./tokens.ts";

/** Every scope that an account-level (server-to-server) app can hold, in the document's order. */
const ADMIN_SCOPES: readonly string[] = [
  ...new Set(
    Object.values(ENDPOINTS)
      .flatMap((endpoint) => endpoint.scopes.granular)
      .filter((scope) => scope.endsWith(":admin")),
  ),
];

/** The scopes that the app holds, and with it each of its tokens. */
export const grantedScopes = (state: EmulatorState): readonly string[] => state.scopes ?? ADMIN_SCOPES;

/** The scopes of a person's own app: those without a level. */
const USER_SCOPES: readonly string[] = [
  ...new Set(Object.values(ENDPOINTS).flatMap((endpoint) => endpoint.scopes.granular.filter((scope) => !/:(admin|master)$/.test(scope)))),
];

/** The scopes that a person's sign-in holds: what the app was given, as far as it is not for the whole account. */
export const userScopes = (state: EmulatorState): readonly string[] =>
  state.scopes?.filter((scope) => !/:(admin|master)$/.test(scope)) ?? USER_SCOPES;

const isGranular = (scope: string) => Object.values(ENDPOINTS).some((endpoint) => endpoint.scopes.granular.includes(scope));

/**
 * Lets a request through if its token holds one of the endpoint's scopes, classic or granular. Throws `Refusal` 400 with the given code and Zoom's sentence, which lists
 * the accepted scopes of the kind that the app has. A change of the app's scopes counts at once, also for tokens given out before.
 */
export const assertScope = (state: EmulatorState, { scopes }: Endpoint, code: number, permit: Permit): void => {
  const granted = permit.scopes ?? (permit.userId === null ? grantedScopes(state) : userScopes(state));
  if ([...scopes.granular, ...scopes.classic].some((scope) => granted.includes(scope))) return;
  const isClassicApp = granted.length > 0 && !granted.some(isGranular);
  throw refusals.scopesMissing(code, isClassicApp ? scopes.classic : scopes.granular);
};
