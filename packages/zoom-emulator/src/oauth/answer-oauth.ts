import type { Clock } from "@zoom-webinar/foundation";
import type { HttpRequest, HttpResponse } from "../http/messages.ts";
import { orRefusal, toResponse } from "../http/respond.ts";
import { refusals } from "../rules/refusals.ts";
import type { Switches } from "../rules/switches.ts";
import type { EmulatorState, StateHolder } from "../state/state.ts";
import { answerRevoke, answerToken, isSignIn, type KnownApps } from "./oauth.ts";
import { answerAuthorize } from "./user-sign-in.ts";

/** True for an address of Zoom's own. */
export const isZooms = ({ hostname }: URL): boolean => /(^|\.)(zoom\.us|zoomgov\.com)$/.test(hostname);

/** The address that a token names: this server's own, or Zoom's if the request thinks it talks to Zoom. */
const apiUrlFor = (url: URL) => (isZooms(url) ? "https://api.zoom.us" : url.origin);

/** Query and form body together: Zoom's OAuth takes its parameters from either. */
const parametersOf = (url: URL, bodyText: string) => new URLSearchParams([...url.searchParams, ...new URLSearchParams(bodyText)]);

/** What signing in stands on. */
export interface OAuthParts {
  holder: StateHolder;
  settled: { clock: Clock; apps: KnownApps; switches: Switches };
}

/** Answers requests below /oauth/: for a token, to revoke one, and a person's agreement. */
export const createOAuth =
  ({ holder, settled: { clock, apps, switches } }: OAuthParts) =>
  ({ method, headers }: HttpRequest, url: URL, bodyText: string): Promise<HttpResponse> => {
    const { authorization } = headers;
    const asked = { path: url.pathname, authorization, parameters: parametersOf(url, bodyText), apiUrl: apiUrlFor(url) };
    return orRefusal(toResponse, async () => {
      const nowMs = (state: EmulatorState) => clock.now() + state.clockOffsetMs;
      if (method === "GET" && url.pathname === "/oauth/authorize") {
        return toResponse(await holder.read((state) => answerAuthorize(url.searchParams, state, nowMs(state))));
      }
      if (method !== "POST") throw refusals.noRoute();
      if (url.pathname === "/oauth/token") {
        // Only a person's sign-in is remembered: the token of an app says everything itself.
        const look = isSignIn(asked) ? holder.change : holder.read;
        return toResponse(await look((state) => answerToken(asked, state, { nowMs: nowMs(state), apps, switches })));
      }
      if (url.pathname === "/oauth/revoke") return toResponse(await holder.change((state) => answerRevoke(asked, state, apps)));
      throw refusals.noRoute();
    });
  };
